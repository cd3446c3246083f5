import { afterAll, expect, test } from 'vitest'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import * as sql from './sql.ts'

const { db, remove } = temporaryDatabase()
afterAll(remove)

test.each([
  ['ANY_ASKED_IN', 'survey_asked_in'],
  ['ASKED_IN', 'survey_asked_in'],
  ['LAST_ASKED', 'survey_asked_user'],
  ['LAST_WRITTEN', 'message_thread'],
  ['LAST_SENT_IN', 'survey_asked_in'],
  ['SAID_AFTER', 'message_thread'],
  ['SCORES_OF', 'survey_asked_user'],
  ['FIGURES', 'survey_asked_of'],
  ['ASKED_SINCE', 'survey_asked_time'],
  ['LAST_USE', 'canned_use_of_conversation'],
  ['NEXT_RESOLVED', 'resolution_by_time'],
  ['RESOLVED_AT', 'resolution_by_time'],
  ['RESOLVED_SINCE', 'resolution_by_time']
] as const)('%s goes along %s and sorts nothing', (name, index) => {
  const details = queryPlan(db, sql[name])
  expect(details.join('\n')).toContain(index)
  expect(details.filter((detail) => /^SCAN (?!r\b)/u.test(detail) && !detail.includes('INDEX'))).toEqual([])
  if (name !== 'ASKED_SINCE') expect(details.join('\n')).not.toContain('TEMP B-TREE')
})
