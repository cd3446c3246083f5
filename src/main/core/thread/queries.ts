import type {
  MemberChangeRow,
  MessageRow,
  Person,
  Reaction,
  ThreadHeadRow,
  ThreadRow
} from '../../../shared/contract/rows.ts'
import type { ThreadWindow } from '../../../shared/contract/queries.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { Link } from '../../../shared/domain/message.ts'
import { avatarPath, displayName, toPerson } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { mediaItem } from '../media/paths.ts'
import * as sql from './sql.ts'

export function threadQueries(db: ReadDb): {
  'thread.head': QueryDefinition<'thread.head'>
  'thread.messages': QueryDefinition<'thread.messages'>
  'thread.draft': QueryDefinition<'thread.draft'>
} {
  return {
    'thread.head': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'accounts'],
      rows: ({ conversation }) => readHead(db, conversation)
    },
    'thread.messages': {
      topics: ({ conversation }) => [`thread:${conversation}`],
      rows: ({ conversation, window }) => readThread(db, conversation, window)
    },
    'thread.draft': {
      topics: ({ conversation }) => [`draft:${conversation}`],
      rows: ({ conversation }) => {
        const { accountId, conversationId } = splitConversationKey(conversation)
        const row = db.get<{ text: string; updated_at: number }>(sql.DRAFT, accountId, conversationId)
        return row ? [{ id: conversation, text: row.text, updatedAt: row.updated_at }] : []
      }
    }
  }
}

function readHead(db: ReadDb, conversation: string): ThreadHeadRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const row = db.get<sql.HeadRow>(sql.HEAD, accountId, conversationId)
  if (!row) return []
  const members = row.is_group === 1 ? db.all<sql.PersonInThread>(sql.MEMBERS, row.key, accountId) : []
  return [
    {
      id: conversation,
      accountId,
      name: row.title,
      handle: row.is_group === 1 ? null : row.username,
      avatar: row.peer_id === null ? null : avatarPath(accountId, row.peer_id, row.avatar_url),
      group: row.is_group === 1,
      status: row.status,
      unread: row.unread,
      waitingSince: row.waiting_since,
      members: members.map((member) => toPerson(accountId, member)),
      canReply: row.api_base !== null,
      messageCount: row.received + row.sent,
      firstAt: row.first_at
    }
  ]
}

function readThread(db: ReadDb, conversation: string, window: ThreadWindow): ThreadRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const head = db.get<sql.HeadRow>(sql.HEAD, accountId, conversationId)
  if (!head) return []
  const { events, reachesEnd } = readEvents(db, accountId, head.key, window)
  const people = peopleReader(db, accountId)
  const rows = events.map((event): ThreadRow =>
    event.kind === 'message' ? messageRow(db, accountId, event) : memberRow(event, event.kind, people)
  )
  if (!reachesEnd) return rows
  const us = people(accountId)
  const replies = db.all<sql.OpenReply>(sql.OPEN_REPLIES, accountId, conversationId)
  return [...rows, ...replies.map((reply) => replyRow(reply, us))]
}

function readEvents(
  db: ReadDb,
  accountId: string,
  key: number,
  window: ThreadWindow
): { events: sql.EventRow[]; reachesEnd: boolean } {
  if (window.at === 'message') {
    const place = db.get<{ at: number; number: string }>(sql.PLACE, accountId, window.id, key)
    if (place) {
      const before = db.all<sql.EventRow>(sql.BEFORE, key, place.at, place.number, window.older + 1)
      // One more than wanted tells whether this is the end, where the replies stand that X does not have yet.
      const after = db.all<sql.EventRow>(sql.AFTER, key, place.at, place.number, window.newer + 1)
      return {
        events: [...before.toReversed(), ...after.slice(0, window.newer)],
        reachesEnd: after.length <= window.newer
      }
    }
  }
  return { events: db.all<sql.EventRow>(sql.NEWEST, key, window.older).toReversed(), reachesEnd: true }
}

function messageRow(db: ReadDb, accountId: string, event: sql.EventRow): MessageRow {
  const us = event.outbound === 1
  return {
    kind: 'message',
    id: event.event_id,
    at: event.at,
    author: {
      id: event.sender_id ?? '',
      name: displayName({ id: event.sender_id ?? '', name: event.sender_name, username: event.sender_username }),
      handle: event.sender_username,
      avatar: event.sender_id === null ? null : avatarPath(accountId, event.sender_id, event.sender_avatar)
    },
    us,
    text: event.text,
    links: event.links === null ? [] : (JSON.parse(event.links) as Link[]),
    media:
      event.has_media === 0
        ? []
        : db.all<sql.MediaRow>(sql.MEDIA, event.key).map((row) => mediaItem(accountId, event.event_id, row)),
    reactions: readReactions(db, event.key),
    delivery: us ? 'sent' : 'received',
    outboxId: null,
    reason: null,
    heldUntil: null
  }
}

function readReactions(db: ReadDb, messageKey: number): Reaction[] {
  const byKey = new Map<string, string[]>()
  for (const row of db.all<sql.ReactionRow>(sql.REACTIONS, messageKey)) {
    const names = byKey.get(row.reaction) ?? []
    names.push(displayName({ id: row.sender_id, name: row.name, username: row.username }))
    byKey.set(row.reaction, names)
  }
  return [...byKey].map(([key, by]) => ({ key, by }))
}

function memberRow(
  event: sql.EventRow,
  change: MemberChangeRow['change'],
  people: (id: string) => Person
): MemberChangeRow {
  const ids = event.people === null ? [] : (JSON.parse(event.people) as string[])
  return {
    kind: 'member',
    id: event.event_id,
    at: event.at,
    change,
    by: event.sender_id === null ? null : people(event.sender_id),
    people: ids.map(people),
    name: event.name
  }
}

function replyRow(reply: sql.OpenReply, us: Person): MessageRow {
  return {
    kind: 'message',
    id: `outbox:${reply.id}`,
    at: reply.created_at,
    author: us,
    us: true,
    text: reply.text,
    links: [],
    media: [],
    reactions: [],
    delivery: reply.state,
    outboxId: reply.id,
    reason: reply.reason,
    heldUntil: reply.state === 'held' ? reply.held_until : null
  }
}

function peopleReader(db: ReadDb, accountId: string): (id: string) => Person {
  const known = new Map<string, Person>()
  return (id) => {
    const cached = known.get(id)
    if (cached) return cached
    const row = db.get<sql.PersonInThread>(sql.PERSON, id) ?? { id, name: null, username: null, avatar_url: null }
    const person = toPerson(accountId, row)
    known.set(id, person)
    return person
  }
}
