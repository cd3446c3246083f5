import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../sync/ingest.ts'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'
import * as sql from './sql.ts'

const { db, remove } = temporaryDatabase()
beforeAll(() => {
  db.write((tx) => {
    const events = Array.from({ length: 2_000 }, (_, nth) => ({
      id: String(1_790_000_000_000_000_000n + BigInt(nth)),
      kind: 'message' as const,
      conversationId: `7-${1_000 + (nth % 200)}`,
      at: Date.UTC(2026, 0, 1) + nth * 60_000,
      senderId: nth % 3 === 0 ? '7' : String(1_000 + (nth % 200)),
      text: 'x',
      links: [],
      media: [],
      reactions: [],
      userIds: [],
      name: null
    }))
    ingest(tx, '7', events, { source: 'read', now: Date.UTC(2026, 0, 3) })
    for (let nth = 0; nth < 200; nth += 1) {
      const place = ['7', `7-${1_000 + nth}`] as const
      const state = (status: string, at: number): void =>
        void tx.run(
          `INSERT INTO conversation_state (account_id, conversation_id, status, status_at, updated_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET status = excluded.status, status_at = excluded.status_at, updated_at = excluded.updated_at`,
          ...place,
          status,
          at,
          at
        )
      state('resolved', nth + 1)
      state('open', nth + 2)
      tx.run(
        `INSERT INTO response_time (account_id, conversation_id, asked_at, answered_at, kind, wall_ms, open_ms, updated_at)
         VALUES (?, ?, ?, ?, 'first', 1, 1, 1)`,
        ...place,
        nth,
        nth + 1
      )
    }
  })
})
afterAll(remove)

describe.each([
  ['without statistics', false],
  ['with statistics', true]
])('%s', (_name, analysed) => {
  beforeAll(() => {
    if (analysed) db.write((tx) => tx.run('ANALYZE'))
  })

  test.each([
    ['messages', sql.MESSAGES, 'SEARCH message USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    ['conversations', sql.CONVERSATIONS, 'SEARCH c USING INTEGER PRIMARY KEY (rowid>?)'],
    ['answers', sql.RESPONSES, 'SEARCH r USING INDEX response_time_by_answer'],
    ['resolutions', sql.RESOLUTIONS, 'SEARCH x USING INDEX resolution_by_time'],
    ['what came back', sql.RETURNS, 'SEARCH x USING COVERING INDEX resolution_by_return'],
    ['broken promises', sql.BREACHES, 'SEARCH b USING INDEX sla_breach_by_due'],
    ['uses of canned replies', sql.USES, 'SEARCH u USING INDEX canned_use_at'],
    ['promo codes that were given', sql.GIVEN, 'SEARCH h USING INDEX promo_hold_given'],
    ['surveys', sql.SURVEYED, 'SEARCH a USING INDEX survey_asked_time'],
    ['moves between shelves', sql.CHANGES, 'SEARCH s USING INDEX shelf_change_at'],
    ['a shelf', sql.OPEN, 'SEARCH e USING INDEX inbox_by_shelf (shelf=?'],
    ['when a matter was begun', sql.ASKED_AFTER, 'SEARCH message USING INDEX message_thread'],
    ['a conversation of the table', sql.LISTED, 'SEARCH c USING INTEGER PRIMARY KEY'],
    ['the title of a canned reply', sql.TITLE, 'PRIMARY KEY']
  ])('%s are read in parts along an index, without sorting or reading the rest', (_what, statement, wanted) => {
    const details = queryPlan(db, statement)
    expect(details.join('\n')).toContain(wanted)
    // Of team members there are few.
    expect(details.filter((detail) => /^SCAN(?! m\b)|TEMP B-TREE/.test(detail))).toEqual([])
  })

  test('what is put away is found in its own small index', () => {
    const details = queryPlan(db, sql.PUT_AWAY).join('\n')
    expect(details).toMatch(/USING (COVERING )?INDEX conversation_put_away/)
    expect(details).not.toContain('TEMP B-TREE')
  })
})
