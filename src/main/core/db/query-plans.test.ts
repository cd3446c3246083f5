import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueIds } from '../../../shared/domain/conversation.ts'
import { WANTED_USERS } from '../customers/sql.ts'
import { queueSql } from '../inbox/queries.ts'
import * as inbox from '../inbox/sql.ts'
import * as outbox from '../outbox/sql.ts'
import * as search from '../search/sql.ts'
import { ingest } from '../sync/ingest.ts'
import * as sync from '../sync/sql.ts'
import * as thread from '../thread/sql.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'backchannel-plans-'))
let db: Database

beforeAll(() => {
  db = openDatabase(folder, { hex: 'ab'.repeat(32) }, () => undefined)
  db.write((tx) => {
    const events = Array.from({ length: 3_000 }, (_, index) => ({
      id: String(1_790_000_000_000_000_000n + BigInt(index)),
      kind: 'message' as const,
      conversationId: `7-${1_000 + (index % 300)}`,
      at: Date.UTC(2026, 0, 1) + index * 1000,
      senderId: index % 3 === 0 ? '7' : String(1_000 + (index % 300)),
      text: `message number ${index}`,
      links: [],
      media: [],
      reactions: [],
      userIds: [],
      name: null
    }))
    ingest(tx, '7', events, { source: 'read', now: Date.UTC(2026, 0, 2) })
    for (let index = 0; index < 500; index += 1) {
      tx.run(
        `INSERT INTO outbox (id, account_id, conversation_id, text, state, created_at, updated_at)
         VALUES (?, '7', ?, 'x', 'sent', 1, 1)`,
        `reply ${index}`,
        `7-${1_000 + (index % 300)}`
      )
    }
  })
})

afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

function plan(sql: string): string[] {
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null)
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row.detail)
}

const BIG = 'message|outbox|conversation|inbox_entry|user|conversation_member|message_media|m|o|c|u|s'

/** Reading a big table from end to end, other than along an index that gives the order or is itself small. */
function scans(details: readonly string[]): string[] {
  return details.filter((detail) => new RegExp(`^SCAN (${BIG})( |$)`).test(detail) && !detail.includes('USING'))
}

describe.each([
  ['without statistics', false],
  ['with statistics', true]
])('%s', (_name, analysed) => {
  beforeAll(() => {
    if (analysed) db.write((tx) => tx.run('ANALYZE'))
  })

  test.each(queueIds.flatMap((queue) => [[queue, null] as const, [queue, '7'] as const]))(
    'queue %s of account %s reads one index in its order, without sorting',
    (queue, account) => {
      const details = plan(queueSql(queue, account))
      expect(scans(details)).toEqual([])
      expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
      expect(details.filter((detail) => /inbox_entry/.test(detail))).toEqual([
        expect.stringMatching(/USING (COVERING )?INDEX inbox_/)
      ])
    }
  )

  test.each([
    ['thread, newest', thread.NEWEST],
    ['thread, before', thread.BEFORE],
    ['thread, after', thread.AFTER],
    ['last event', inbox.LAST_EVENT],
    ['first unanswered', inbox.FIRST_UNANSWERED],
    ['unread', inbox.COUNT_UNREAD]
  ])('%s uses the index of the thread, without sorting', (_what, sql) => {
    const details = plan(sql)
    expect(details.join('\n')).toContain('message_thread')
    expect(scans(details)).toEqual([])
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  })

  test.each([
    ['heads', outbox.HEADS],
    ['lost', outbox.LOST],
    ['stranded', outbox.STRANDED],
    ['open replies', thread.OPEN_REPLIES],
    ['last pending reply', inbox.LAST_PENDING_REPLY]
  ])('outbox %s: what was sent long ago is not looked at', (_what, sql) => {
    expect(
      plan(sql)
        .filter((detail) => detail.includes('outbox'))
        .join('\n')
    ).toContain('outbox_open')
    expect(scans(plan(sql))).toEqual([])
  })

  test.each([
    ['departure, customer', outbox.CUSTOMER_SINCE],
    ['departure, colleague', outbox.COLLEAGUE_SINCE],
    ['candidates', outbox.CANDIDATES],
    ['messages found', search.SEARCH_MESSAGES],
    ['customers found', search.SEARCH_USERS],
    ['wanted users', WANTED_USERS],
    ['a message by its id', sync.FIND_MESSAGE],
    ['conversation', sync.FIND_CONVERSATION],
    ['member change', sync.FIND_MEMBER_CHANGE],
    ['head', thread.HEAD],
    ['state', inbox.FULL_STATE],
    ['conversations of a user', inbox.CONVERSATIONS_OF_USER]
  ])('%s: no table is read from end to end', (_what, sql) => {
    expect(scans(plan(sql))).toEqual([])
  })
})

test('search reads newest first straight from the index', () => {
  expect(plan(search.SEARCH_MESSAGES).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

test('every table is STRICT, apart from those of the search', () => {
  const tables = db.all<{ name: string; strict: number; type: string }>(
    "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
  )
  const loose = tables.filter((table) => table.strict === 0).map((table) => table.name)
  expect(loose.filter((name) => !/^(message_index|user_index)/.test(name))).toEqual([])
  expect(tables.length).toBeGreaterThan(15)
})
