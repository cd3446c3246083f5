import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueIds } from '../../../shared/domain/conversation.ts'
import {
  ANSWERS,
  BY_HANDLE_TODAY,
  FIND_PEOPLE,
  PROMISED,
  RECENT_PEOPLE,
  TAGGED,
  WANTED_USERS
} from '../customers/sql.ts'
import { keysSql, queueSql } from '../inbox/queries.ts'
import * as attached from '../attachments/sql.ts'
import * as media from '../media/sql.ts'
import * as categories from '../categories/sql.ts'
import * as followUps from '../follow-ups/sql.ts'
import * as inbox from '../inbox/sql.ts'
import * as state from '../inbox/state.ts'
import * as notes from '../notes/sql.ts'
import * as attempts from '../outbox/attempt-sql.ts'
import * as outbox from '../outbox/sql.ts'
import * as requests from '../requests/sql.ts'
import * as sendCheck from '../send-check/sql.ts'
import * as screening from '../screening/sql.ts'
import { ingest } from '../sync/ingest.ts'
import * as sla from '../sla/sql.ts'
import * as sync from '../sync/sql.ts'
import * as drafts from '../thread/draft-sql.ts'
import * as thread from '../thread/sql.ts'
import { queryPlan, temporaryDatabase } from '../testing/temporary-database.ts'

const { db, remove } = temporaryDatabase()

beforeAll(() => {
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

afterAll(remove)

const plan = (sql: string): string[] => queryPlan(db, sql)

const BIG =
  'attachment|media_file|stored_file|a|mm|f|note|n|draft|draft_version|message|outbox|conversation|inbox_entry|user|conversation_member|message_media|x_request|sla_pause|sla_breach|response_time|conversation_tag|follow_up|r|t|b|m|o|c|u|s'

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

  // Mentions are walked through by who is mentioned: below.
  const ordered = queueIds.filter((queue) => queue !== 'mentions')
  test.each(ordered.flatMap((queue) => [[queue, null] as const, [queue, '7'] as const]))(
    'queue %s of account %s reads one index in its order, without sorting',
    (queue, account) => {
      for (const sql of [queueSql(queue, account), keysSql(queue, account)]) expectOneIndex(plan(sql))
    }
  )

  test.each([
    'inbox',
    'unassigned',
    'unread',
    'waiting-on-us',
    'waiting-on-them',
    'requests',
    'resolved',
    'all'
  ] as const)('queue %s: whose account a conversation is stands in the index', (queue) => {
    const index = /INDEX (inbox_\w+)/.exec(plan(queueSql(queue, '7')).join())?.[1] ?? ''
    const columns = db.all<{ name: string }>('SELECT name FROM pragma_index_info(?)', index)
    expect(columns.map(({ name }) => name)).toContain('account_id')
  })

  function expectOneIndex(details: readonly string[]): void {
    expect(scans(details)).toEqual([])
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
    expect(details.filter((detail) => /inbox_entry/.test(detail))).toEqual([
      expect.stringMatching(/USING (COVERING )?INDEX inbox_/)
    ])
  }

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
    ['next scheduled', outbox.NEXT_SCHEDULED],
    ['stranded', outbox.STRANDED],
    ['open replies', thread.OPEN_REPLIES],
    ['last pending reply', inbox.LAST_PENDING_REPLY],
    ['reply under way', sendCheck.LAST_WAITING_REPLY]
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
    ['departure, answered', outbox.ANSWERED_SINCE],
    ['lost attempts', attempts.LOST],
    ['lost attempts of a reply', attempts.OF_REPLY],
    ['attempt by its event', attempts.FIND_BY_EVENT],
    ['candidates', attempts.CANDIDATES],
    ['excerpt', outbox.EXCERPT],
    ['attachment of a draft', attached.OF_DRAFT],
    ['attachment of a reply', attached.OF_REPLY],
    ['where a medium lies', media.SOURCE],
    ['own medium', media.OWN_FILE],
    ['file by content', media.FILE_BY_HASH],
    ['media to fetch ahead', media.RECENT_MEDIA],
    ['notes of a thread', notes.BETWEEN],
    ['draft', drafts.DRAFT],
    ['versions of a draft', drafts.VERSIONS],
    ['wanted users', WANTED_USERS],
    ['a message by its id', sync.FIND_MESSAGE],
    ['conversation', sync.FIND_CONVERSATION],
    ['member change', sync.FIND_MEMBER_CHANGE],
    ['a message that crossed with a reply', sync.CROSSED],
    ['head', thread.HEAD],
    ['state', state.READ],
    ['a conversation by its id', state.FIND],
    ['place in the queues', inbox.PLACED_CONVERSATION],
    ['next promise of a conversation', inbox.FOLLOW_UP_AT],
    ['next promise', inbox.NEXT_FOLLOW_UP],
    ['next to wake', inbox.NEXT_WAKE],
    ['due to wake', inbox.DUE_TO_WAKE],
    ['promises that are due', inbox.COUNT_FOLLOW_UPS],
    ['mentions', inbox.COUNT_MENTIONS],
    ['at risk', inbox.COUNT_AT_RISK],
    ['what a promise depends on', sla.SUBJECT],
    ['pauses', sla.PAUSES],
    ['pauses that end', sla.END_PAUSES],
    ['broken promises', sla.UNNOTED],
    ['the open breach of a wait', sla.OPEN_BREACH],
    ['breaches that are answered', sla.ANSWER_BREACHES],
    ['breaches, newest first', sla.BREACHES],
    ['answers to measure', sla.UNMEASURED],
    ['a part of a thread to measure', sla.SPOKEN],
    ['what was asked before', sla.ASKED_BEFORE],
    ['next at risk', sla.NEXT_RISK],
    ['next due', sla.NEXT_DUE],
    ['the newest reply of a conversation', followUps.LAST_REPLY],
    ['promises that a reply keeps', followUps.KEEP],
    ['promises of a conversation', followUps.OF_CONVERSATION],
    ['words of a customer', categories.CUSTOMER_TEXTS],
    ['own traces', inbox.HAS_OWN_TRACE],
    ['conversation of the send check', sendCheck.CONVERSATION],
    ['members of the send check', sendCheck.MEMBERS],
    ['what was said last', sendCheck.SAID],
    ['people found', FIND_PEOPLE],
    ['people met last', RECENT_PEOPLE],
    ['people by handle', BY_HANDLE_TODAY],
    ['tags of a customer', TAGGED],
    ['promises to a customer', PROMISED],
    ['answers to a customer', ANSWERS],
    ['requests of an account', requests.OF_ACCOUNT],
    ['screening, one', screening.FACTS_OF],
    ['screening, a part', screening.NEXT_FACTS],
    ['screening, members', screening.MEMBER_FACTS],
    ['screening, texts', screening.TEXTS],
    ['screening, a handle', screening.USER_BY_HANDLE],
    ['conversations of a user', inbox.CONVERSATIONS_OF_USER]
  ])('%s: no table is read from end to end', (_what, sql) => {
    expect(scans(plan(sql))).toEqual([])
  })
})

test('media to fetch ahead: only messages with media are read, newest first', () => {
  const details = plan(media.RECENT_MEDIA)
  expect(details.join('\n')).toContain('message_with_media')
  expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toHaveLength(1)
})

test('the send check meets other customers newest first, straight from the index', () => {
  const details = plan(sendCheck.OTHERS)
  expect(details.join('\n')).toContain('inbox_by_time')
  expect(scans(details)).toEqual([])
  expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

test('a poll meets the newest events of an account in their order, without sorting all of them', () => {
  const details = plan(sync.NEWEST_OF_ACCOUNT)
  expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  expect(scans(details)).toEqual([])
})

test('every table is STRICT, apart from those of the search', () => {
  const tables = db.all<{ name: string; strict: number; type: string }>(
    "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
  )
  const loose = tables.filter((table) => table.strict === 0).map((table) => table.name)
  expect(loose.filter((name) => !/^(message|user|note|feedback)_index|^feedback_term$/.test(name))).toEqual([])
  expect(tables.length).toBeGreaterThan(15)
})
