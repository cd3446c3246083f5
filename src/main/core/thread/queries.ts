import type {
  BlockState,
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
import { attachmentItem, replyQuestion, uploadProgress } from '../attachments/attachment-rows.ts'
import { attachmentOfReply } from '../attachments/attachments.ts'
import { triageFields } from '../inbox/triage-fields.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { mediaItem } from '../media/paths.ts'
import { blockState } from '../requests/blocks.ts'
import { noteTime, notesBetween } from '../notes/notes.ts'
import { draftPlace } from './draft-place.ts'
import { listVersions } from './draft-versions.ts'
import { readDraft } from './drafts.ts'
import { withNotes } from './note-places.ts'
import { readChanges } from '../outbox/changes.ts'
import * as sql from './sql.ts'

export function threadQueries(db: ReadDb): {
  'thread.head': QueryDefinition<'thread.head'>
  'thread.messages': QueryDefinition<'thread.messages'>
  'thread.draft': QueryDefinition<'thread.draft'>
  'thread.draftHistory': QueryDefinition<'thread.draftHistory'>
} {
  return {
    'thread.head': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'accounts', 'tags'],
      rows: ({ conversation }) => readHead(db, conversation)
    },
    'thread.messages': {
      topics: ({ conversation }) => [`thread:${conversation}`],
      rows: ({ conversation, window }) => readThread(db, conversation, window)
    },
    'thread.draft': {
      topics: ({ conversation }) => [`draft:${conversation}`],
      rows: ({ conversation, mode }) => {
        const row = readDraft(db, draftPlace(conversation, mode))
        if (!row) return []
        const { text, revision, returned, updated_at: updatedAt } = row
        return [{ id: conversation, mode, text, revision, returned: returned === 1, updatedAt }]
      }
    },
    'thread.draftHistory': {
      topics: ({ conversation }) => [`draft:${conversation}`],
      rows: ({ conversation, mode }) => listVersions(db, draftPlace(conversation, mode))
    }
  }
}

function readHead(db: ReadDb, conversation: string): ThreadHeadRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const row = db.get<sql.HeadRow>(sql.HEAD, accountId, conversationId)
  if (!row) return []
  const members = row.is_group === 1 ? db.all<sql.PersonInThread>(sql.MEMBERS, row.key, accountId) : []
  const block = row.peer_id === null ? null : blockState(db, accountId, row.peer_id)
  const closed = whyClosed(row, block)
  return [
    {
      id: conversation,
      accountId,
      name: row.title,
      handle: row.is_group === 1 ? null : row.username,
      avatar: row.peer_id === null ? null : avatarPath(accountId, row.peer_id, row.avatar_url),
      group: row.is_group === 1,
      ...triageFields(row),
      members: members.map((member) => toPerson(accountId, member)),
      canReply: closed === null,
      closed,
      block,
      messageCount: row.received + row.sent,
      firstAt: row.first_at
    }
  ]
}

function whyClosed(row: sql.HeadRow, block: BlockState | null): ThreadHeadRow['closed'] {
  if (row.api_base === null) return 'archive'
  if (row.is_group === 1) return row.we_left === 1 ? 'left' : null
  return block?.blocked === true ? 'blocked' : null
}

function readThread(db: ReadDb, conversation: string, window: ThreadWindow): ThreadRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const head = db.get<sql.HeadRow>(sql.HEAD, accountId, conversationId)
  if (!head) return []
  const { events, reachesStart, reachesEnd } = readEvents(db, accountId, head.key, window)
  const people = peopleReader(db, accountId)
  const rows = events.map((event): ThreadRow =>
    event.kind === 'message' ? messageRow(db, accountId, event) : memberRow(event, event.kind, people)
  )
  if (reachesEnd) {
    const us = people(accountId)
    const replies = db.all<sql.OpenReply>(sql.OPEN_REPLIES, accountId, conversationId)
    rows.push(...replies.map((reply) => replyRow(db, accountId, reply, us)))
  }
  const from = reachesStart ? 0 : (events[0]?.at ?? 0)
  const to = reachesEnd ? Number.MAX_SAFE_INTEGER : (events.at(-1)?.at ?? 0)
  return withNotes(rows, notesBetween(db, accountId, conversationId, from, to))
}

function readEvents(
  db: ReadDb,
  accountId: string,
  key: number,
  window: ThreadWindow
): { events: sql.EventRow[]; reachesStart: boolean; reachesEnd: boolean } {
  if (window.at === 'message') {
    const place = placeOf(db, accountId, key, window.id)
    if (place) {
      const before = db.all<sql.EventRow>(sql.BEFORE, key, place.at, place.number, window.older + 1)
      // One more than wanted tells whether this is the end, where the replies stand that X does not have yet.
      const after = db.all<sql.EventRow>(sql.AFTER, key, place.at, place.number, window.newer + 1)
      return {
        events: [...before.toReversed(), ...after.slice(0, window.newer)],
        reachesStart: before.length <= window.older,
        reachesEnd: after.length <= window.newer
      }
    }
  }
  const events = db.all<sql.EventRow>(sql.NEWEST, key, window.older).toReversed()
  return { events, reachesStart: events.length < window.older, reachesEnd: true }
}

/** Where a row stands among the messages: a note stands behind those of its moment. */
function placeOf(
  db: ReadDb,
  accountId: string,
  key: number,
  id: string
): { readonly at: number; readonly number: string } | undefined {
  if (!id.startsWith('note:')) return db.get(sql.PLACE, accountId, id, key)
  const at = noteTime(db, id.slice('note:'.length))
  return at === null ? undefined : { at, number: '9223372036854775807' }
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
    heldUntil: null,
    deleting: event.deleting_id === null ? null : { requestId: event.deleting_id, at: event.deleting_at ?? 0 },
    scheduledAt: null,
    changes: [],
    repeated: event.repeated === 1,
    upload: null,
    asks: null
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

function replyRow(db: ReadDb, accountId: string, reply: sql.OpenReply, us: Person): MessageRow {
  const attached = attachmentOfReply(db, reply.id)
  return {
    kind: 'message',
    id: `outbox:${reply.id}`,
    at: reply.created_at,
    author: us,
    us: true,
    text: reply.text,
    links: [],
    media: attached === null ? [] : [attachmentItem(attached)],
    reactions: [],
    delivery: reply.state,
    outboxId: reply.id,
    reason: reply.reason,
    heldUntil: reply.state === 'held' ? reply.held_until : null,
    deleting: null,
    scheduledAt: reply.state === 'held' ? reply.scheduled_at : null,
    changes: readChanges(db, accountId, reply.changes),
    repeated: false,
    upload: attached && uploadProgress(attached),
    asks: replyQuestion(reply.state, attached)
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
