import { afterAll, expect, test } from 'vitest'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import * as sql from './sql.ts'

const { db, remove } = temporaryDatabase()
afterAll(remove)

test.each([
  ['ANY_ASKED_IN', sql.ANY_ASKED_IN, 'survey_asked_in'],
  ['ASKED_IN', sql.ASKED_IN, 'survey_asked_in'],
  ['LAST_ASKED', sql.LAST_ASKED, 'survey_asked_user'],
  ['LAST_WRITTEN', sql.LAST_WRITTEN, 'message_thread'],
  ['LAST_SENT_IN', sql.LAST_SENT_IN, 'survey_asked_in'],
  ['SAID_AFTER', sql.SAID_AFTER, 'message_thread'],
  ['SCORES_OF', sql.SCORES_OF, 'survey_asked_user'],
  ['FIGURES', sql.FIGURES, 'survey_asked_of'],
  ['ASKED_SINCE', sql.ASKED_SINCE, 'survey_asked_time'],
  ['LAST_USE', sql.LAST_USE, 'canned_use_of_conversation'],
  ['NEXT_RESOLVED', sql.NEXT_RESOLVED, 'resolution_by_time'],
  ['RESOLVED_AT', sql.RESOLVED_AT, 'resolution_by_time'],
  ['RESOLVED_SINCE', sql.RESOLVED_SINCE, 'resolution_by_time']
] as const)('%s goes along an index and sorts nothing', (name, statement, index) => {
  const details = queryPlan(db, statement)
  expect(details.join('\n')).toContain(index)
  expect(details.filter((detail) => /^SCAN (?!r\b)/u.test(detail) && !detail.includes('INDEX'))).toEqual([])
  if (name !== 'ASKED_SINCE') expect(details.join('\n')).not.toContain('TEMP B-TREE')
})
