import { afterAll, expect, test } from 'vitest'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import * as sql from './sql.ts'

const { db, remove } = temporaryDatabase()
afterAll(remove)

test.each([
  ['the next free code', sql.NEXT_FREE, /promo_code_free \(batch_key=\? AND <expr>>\?\)/u],
  ['a code by its name', sql.CODE_NAMED, /sqlite_autoindex_promo_code_1 \(code=\?\)/u],
  ['who holds a code', sql.HOLDS_OF_CODE, /INDEX/u],
  ['what is kept for a draft', sql.KEPT, /promo_hold_conversation/u],
  ['what a customer had', sql.HAD_BY_CUSTOMER, /promo_hold_customer/u],
  ['what was given today', sql.GIVEN_SINCE, /promo_hold_campaign/u],
  ['what is kept', sql.OPEN_HOLDS, /promo_hold_open/u],
  ['free codes in a list', sql.CODES_FREE, /promo_code_free/u],
  ['used codes in a list', sql.CODES_IN_STATE, /promo_code_used/u],
  ['codes by how they begin', sql.CODES_STARTING, /\(code>\? AND code<\?\)/u],
  ['codes for everybody in a reply', sql.SHARED_IN_REPLY, /SEARCH r .*outbox_id=\?/u],
  [
    'free codes that ended',
    sql.ENDED_FREE,
    /SEARCH c USING (COVERING )?INDEX promo_code_free \(batch_key=\? AND <expr><\?\)/u
  ],
  ['how often codes for everybody were redeemed', sql.SHARED_REDEEMED, /promo_code_used \(batch_key=\?/u],
  ['what was given in a time', sql.WATCH.agent, /promo_hold_given/u]
])('%s is looked up, not searched for', (_what, statement, index) => {
  const plan = queryPlan(db, statement)
  expect(plan.join('\n')).toMatch(index)
  expect(plan.filter((line) => /^SCAN (?:c|h|promo_code|promo_hold)\b/u.test(line))).toEqual([])
})

test('what everybody got is counted along an index of its own, however many codes of pools were given', () => {
  expect(queryPlan(db, sql.SHARED_COUNTS)).toEqual(['SCAN h USING COVERING INDEX promo_hold_of_all'])
})
