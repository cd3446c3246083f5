import { peerOf } from '../../../shared/domain/ids.ts'
import { readableText } from '../../../shared/domain/message.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { noteNews } from '../attention/news.ts'
import { refreshConversations } from '../inbox/refresh.ts'
import { screenArrivals } from '../screening/screen.ts'
import { indexMessage } from '../search/index-rows.ts'
import { xDay } from './cost-meter.ts'
import type { IncomingEvent } from './incoming.ts'
import { noteMembers } from './members.ts'
import { messageTick } from './message-key.ts'
import { correctByRead, mergeExtras, storeExtras } from './message-extras.ts'
import * as sql from './sql.ts'

/** Through which door events come. Only what was `read` from X moves the cursor and was paid for as a read. */
export type EventSource = 'read' | 'archive' | 'sent' | 'stream'

export interface IngestResult {
  /** Events stored now. */
  readonly added: number
  readonly addedMessages: number
  readonly addedMedia: number
  /** Events that were here before. */
  readonly seen: number
  readonly seenMessages: number
  /** X's ids of all these events. */
  readonly ids: ReadonlySet<string>
  /** Ids that no read of X had returned before. */
  readonly firstReads: ReadonlySet<string>
  /** Ids that X charges for today (x-api.md 5: once per resource and UTC day). */
  readonly paidIds: readonly string[]
  readonly conversationKeys: ReadonlySet<number>
}

interface KnownConversation {
  readonly key: number
  readonly group: boolean
  lastAt: number
  received: number
  sent: number
  firstAt: number
  lastOutboundAt: number | null
  /** Messages of others that are newer than all we had: a resolved conversation opens again. */
  news: number
  /** The same of our own. */
  answers: number
  /** A message crossed with a reply from here. */
  crossed: boolean
}

const MAX_EVENT_ID = 9_223_372_036_854_775_807n

/**
 * Stores a page of events of one account, each once, together with everything derived from them: members, counters,
 * search index, queues. Runs inside the caller's transaction, which also holds the cursor.
 */
export function ingest(
  db: WriteDb,
  accountId: string,
  events: readonly IncomingEvent[],
  options: { readonly source: EventSource; readonly now: number }
): IngestResult {
  const { source, now } = options
  const today = xDay(db, accountId, now)
  const wanted = source === 'archive' ? 0 : 1
  const conversations = new Map<string, KnownConversation>()
  const totals = { added: 0, addedMessages: 0, addedMedia: 0, seen: 0, seenMessages: 0 }
  const ids = new Set<string>()
  const firstReads = new Set<string>()
  const paidIds: string[] = []
  const places = new Map<number, number>()

  const mayBeDeleted = db.get(sql.ANY_DELETED, accountId) !== undefined
  for (const event of events.toSorted(inOrder)) {
    if (event.id !== null) {
      if (!isEventNumber(event.id)) continue
      // Deleted here. X may still return it; then it costs like any event that cannot be used.
      if (mayBeDeleted && db.get(sql.IS_DELETED, accountId, event.id)) continue
      ids.add(event.id)
    }
    const conversation = knownConversation(db, conversations, accountId, event, wanted)
    const eventId = event.id ?? memberEventId(event)
    const people = peopleOf(event)
    const twin = event.kind === 'message' ? undefined : findTwin(db, conversation.key, event, people, eventId)
    const key = twin
      ? null
      : insertMessage(db, accountId, conversation.key, event, eventId, people, source, today, places)
    const paid = source === 'read' && event.id !== null
    if (key !== null) {
      totals.added += 1
      if (event.kind === 'message') totals.addedMessages += 1
      totals.addedMedia += event.media.length
      storeExtras(db, key, event)
      indexMessage(db, key, readableText(event.text, event.links, event.media.length > 0))
      if (source !== 'archive' && hasCrossed(db, conversation, event, accountId)) {
        conversation.news += 1
        conversation.crossed = true
      }
      count(conversation, event, accountId)
      if (source === 'read') firstReads.add(eventId)
      if (paid) paidIds.push(eventId)
    } else {
      totals.seen += 1
      if (event.kind === 'message') totals.seenMessages += 1
      const known = twin ?? db.get<sql.KnownMessage>(sql.FIND_MESSAGE, accountId, eventId)
      if (known) {
        if (source === 'read' && known.read_at_x === 0 && event.kind === 'message') correctByRead(db, known.key, event)
        mergeExtras(db, known.key, event)
        if (source === 'read') {
          if (known.read_at_x === 0) firstReads.add(eventId)
          if (paid && known.paid_day !== today) paidIds.push(eventId)
          if (known.read_at_x === 0 || known.paid_day !== today) db.run(sql.NOTE_READ, today, known.key)
        }
        // An API event takes the place of the same member change from an archive, so that later reads find it by id.
        if (twin && event.id !== null && twin.event_id !== event.id) {
          db.run(sql.ADOPT_EVENT_ID, event.id, BigInt(event.id), twin.key)
        }
      }
    }
    noteMembers(db, conversation.key, accountId, event, wanted)
  }

  const keys = new Set<number>()
  for (const conversation of conversations.values()) {
    keys.add(conversation.key)
    db.run(
      sql.UPDATE_COUNTS,
      conversation.firstAt,
      conversation.received,
      conversation.sent,
      conversation.lastOutboundAt,
      conversation.key
    )
    if (conversation.news > 0) db.run(sql.REOPEN, now, now, conversation.key)
    if (conversation.crossed) db.run(sql.LEAVE_UNREAD, now, conversation.key)
    if (conversation.news > 0 && source !== 'archive') {
      noteNews(db, accountId, conversation.key, conversation.news, now)
    }
  }
  // What an archive brings is of the past: nobody waits there to be let in.
  if (source !== 'archive') screenArrivals(db, arrivalsOf([...conversations.values()]), now)
  refreshConversations(db, keys)
  return { ...totals, ids, firstReads, paidIds, conversationKeys: keys }
}

function arrivalsOf(conversations: readonly KnownConversation[]): { written: number[]; answered: number[] } {
  return {
    written: conversations.filter(({ news }) => news > 0).map(({ key }) => key),
    answered: conversations.filter(({ answers }) => answers > 0).map(({ key }) => key)
  }
}

/** What an archive would bring: the id an event is stored under, and whether it is here already. Null: it cannot be stored, or was deleted here. */
export function findEvent(db: ReadDb, accountId: string, event: IncomingEvent): { id: string; known: boolean } | null {
  if (event.id !== null && !isEventNumber(event.id)) return null
  const id = event.id ?? memberEventId(event)
  if (event.id !== null && db.get(sql.IS_DELETED, accountId, event.id)) return null
  if (db.get(sql.FIND_MESSAGE, accountId, id)) return { id, known: true }
  const conversation = db.get<sql.ConversationCounts>(sql.FIND_CONVERSATION, accountId, event.conversationId)
  const twin =
    event.kind !== 'message' && conversation && findTwin(db, conversation.key, event, peopleOf(event), id) !== undefined
  return { id, known: twin === true }
}

/** Whether a stored message shows this file of an archive. */
export function showsFile(db: ReadDb, accountId: string, eventId: string, localFile: string): boolean {
  return db.get(sql.SHOWS_FILE, accountId, eventId, `archive:${localFile}`) !== undefined
}

/** Whether the database can order by it: X's ids are signed 64-bit numbers. */
export function isEventNumber(id: string): boolean {
  return BigInt(id) <= MAX_EVENT_ID
}

function inOrder(a: IncomingEvent, b: IncomingEvent): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.id === null || b.id === null) return 0
  const difference = BigInt(a.id) - BigInt(b.id)
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** Whom a member change concerns, as it is stored. */
function peopleOf(event: IncomingEvent): string | null {
  return event.userIds.length === 0 || event.kind === 'message' ? null : JSON.stringify(event.userIds.toSorted())
}

/** Member changes of an archive carry no id: what happened, when and to whom is one. */
function memberEventId(event: IncomingEvent): string {
  return `${event.kind}:${event.conversationId}:${event.at}:${event.userIds.toSorted().join(',')}${event.name ?? ''}`.slice(
    0,
    400
  )
}

/**
 * The same member change as another source tells it: X's API rounds times to seconds, and an archive gives no ids. Two
 * events with ids of X are never the same.
 */
function findTwin(
  db: ReadDb,
  conversationKey: number,
  event: IncomingEvent,
  people: string | null,
  eventId: string
): sql.KnownMessage | undefined {
  const near = db.all<sql.KnownMessage & { people: string | null; name: string | null }>(
    sql.FIND_MEMBER_CHANGE,
    conversationKey,
    event.at - 999,
    event.at + 999,
    event.kind
  )
  const same = near.find((row) => row.event_id === eventId)
  if (same) return same
  return near.find(
    (row) =>
      (event.id === null) !== row.event_id.startsWith(`${event.kind}:`) &&
      row.people === people &&
      row.name === event.name
  )
}

function insertMessage(
  db: WriteDb,
  accountId: string,
  conversationKey: number,
  event: IncomingEvent,
  eventId: string,
  people: string | null,
  source: EventSource,
  today: number,
  places: Map<number, number>
): number | null {
  const number = event.id === null ? BigInt(Math.max(0, event.at - 1_288_834_974_657)) << 22n : BigInt(event.id)
  const tick = messageTick(event.at)
  let key = places.get(tick) ?? tick
  for (;;) {
    const { changes } = db.run(
      sql.INSERT_MESSAGE,
      key,
      accountId,
      conversationKey,
      eventId,
      number,
      event.kind,
      event.senderId,
      event.senderId === accountId ? 1 : 0,
      event.at,
      event.text,
      event.links.length === 0 ? null : JSON.stringify(event.links),
      people,
      event.name,
      event.media.length === 0 ? 0 : 1,
      source === 'read' ? 1 : 0,
      source === 'read' && event.id !== null ? today : null
    )
    if (changes === 1) {
      // A crowd of one moment need not be walked through for each of them.
      places.set(tick, key + 1)
      return key
    }
    if (db.get(sql.FIND_MESSAGE, accountId, eventId)) return null
    // The tick is taken by another message: the next free one, so that the order of time stays.
    key = db.get<{ key: number }>(sql.NEXT_FREE_KEY, key)?.key ?? key + 1
  }
}

function knownConversation(
  db: WriteDb,
  cache: Map<string, KnownConversation>,
  accountId: string,
  event: IncomingEvent,
  wanted: 0 | 1
): KnownConversation {
  const cached = cache.get(event.conversationId)
  if (cached) return cached
  const parts = event.conversationId.split('-')
  const group = parts.length === 1
  const peer = group ? null : (peerOf(event.conversationId, accountId) ?? parts[0] ?? null)
  db.run(sql.INSERT_CONVERSATION, accountId, event.conversationId, group ? 1 : 0, peer)
  const row = db.get<sql.ConversationCounts>(sql.FIND_CONVERSATION, accountId, event.conversationId)
  if (!row) throw new Error('the conversation was not stored')
  const conversation: KnownConversation = {
    key: row.key,
    group,
    lastAt: row.last_at,
    firstAt: row.first_at,
    received: row.received,
    sent: row.sent,
    lastOutboundAt: row.last_outbound_at,
    news: 0,
    answers: 0,
    crossed: false
  }
  cache.set(event.conversationId, conversation)
  if (peer !== null && peer !== accountId) db.run(sql.MEET_USER, peer, wanted)
  return conversation
}

/** X shows some messages late: one that was written before our reply, and comes after it, was answered by nobody. */
function hasCrossed(db: ReadDb, { key, lastAt }: KnownConversation, event: IncomingEvent, accountId: string): boolean {
  if (event.kind !== 'message' || event.senderId === accountId || event.at >= lastAt) return false
  return db.get(sql.CROSSED, key, event.at, key, event.at) !== undefined
}

function count(conversation: KnownConversation, event: IncomingEvent, accountId: string): void {
  conversation.firstAt = conversation.firstAt === 0 ? event.at : Math.min(conversation.firstAt, event.at)
  if (event.kind === 'message') {
    if (event.senderId === accountId) {
      conversation.sent += 1
      conversation.lastOutboundAt = Math.max(conversation.lastOutboundAt ?? 0, event.at)
      if (event.at >= conversation.lastAt) conversation.answers += 1
    } else {
      conversation.received += 1
      if (event.at >= conversation.lastAt) conversation.news += 1
    }
  }
  conversation.lastAt = Math.max(conversation.lastAt, event.at)
}
