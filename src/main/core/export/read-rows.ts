import type { NoteRow } from '../../../shared/contract/rows.ts'
import type { Delivery, EventKind, MediaKind } from '../../../shared/domain/message.ts'
import { valueOf } from '../attributes/attributes.ts'
import { pinnedNotes } from '../customers/customer-notes.ts'
import { displayName } from '../customers/people.ts'
import { ownMedia } from '../attachments/attachment-rows.ts'
import type { ReadDb } from '../db/database.ts'
import { notesBetween } from '../notes/notes.ts'
import { withNotes } from '../thread/note-places.ts'
import type { ExportAttribute, ExportConversation, ExportEvent, ExportUser } from './export-format.ts'

interface ConversationRow {
  readonly key: number
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly status: string
  readonly peer_id: string | null
}

/** What is to be exported, found at the start; what hangs on each is read when its turn comes. */
export function listConversations(
  db: ReadDb,
  filter: { conversation: string | null; since: number | null }
): ConversationRow[] {
  const wanted = filter.conversation?.replace(/^[0-9]+\//, '') ?? null
  return db.all<ConversationRow>(
    `SELECT c.key, c.account_id, c.id, c.is_group, c.title, e.status, c.peer_id
     FROM conversation c JOIN inbox_entry e ON e.conversation_key = c.key
     WHERE c.id = coalesce(?, c.id) AND max(c.last_at, coalesce((
       SELECT max(n.created_at) FROM note n
       WHERE n.account_id = c.account_id AND n.conversation_id = c.id AND n.deleted_at IS NULL), 0)) >= ?
     ORDER BY c.first_at, c.key`,
    wanted,
    filter.since ?? 0
  )
}

/** The attributes that customers can have. */
export type DefinedAttributes = readonly { readonly id: string; readonly name: string }[]

export function readConversation(db: ReadDb, row: ConversationRow, defined: DefinedAttributes): ExportConversation {
  return {
    key: row.key,
    accountId: row.account_id,
    id: row.id,
    group: row.is_group === 1,
    title: row.title,
    status: row.status,
    tags: db
      .all<{ name: string }>(
        `SELECT t.name FROM conversation_tag o JOIN tag t ON t.id = o.tag_id AND t.deleted_at IS NULL
         WHERE o.account_id = ? AND o.conversation_id = ? ORDER BY t.folded`,
        row.account_id,
        row.id
      )
      .map(({ name }) => name),
    attributes: row.is_group === 1 || row.peer_id === null ? [] : attributesOf(db, row.peer_id, defined)
  }
}

/** Who takes part in a conversation, our account included. */
export function readUsers(
  db: ReadDb,
  conversation: Pick<ConversationRow, 'key' | 'account_id'>,
  defined: DefinedAttributes
): ExportUser[] {
  return db
    .all<Pick<ExportUser, 'id' | 'username' | 'name'>>(
      `SELECT u.id, u.username, u.name FROM user u
       WHERE u.id IN (SELECT peer_id FROM conversation WHERE key = ?
         UNION SELECT user_id FROM conversation_member WHERE conversation_key = ?
         UNION SELECT ?)`,
      conversation.key,
      conversation.key,
      conversation.account_id
    )
    .map((user) => ({ ...user, attributes: attributesOf(db, user.id, defined), notes: pinnedNotes(db, user.id) }))
}

function attributesOf(db: ReadDb, user: string, defined: DefinedAttributes): ExportAttribute[] {
  return defined.flatMap(({ id, name }) => {
    const value = valueOf(db, user, id)
    return value === null ? [] : [{ name, value }]
  })
}

interface EventRow {
  readonly key: number
  readonly kind: EventKind
  readonly event_id: string
  readonly sender_id: string | null
  readonly sender_name: string | null
  readonly sender_username: string | null
  readonly outbound: number
  readonly text: string
  readonly at: number
  readonly people: string | null
  readonly name: string | null
  readonly has_media: number
}

interface ReplyRow {
  readonly id: string
  readonly text: string
  readonly state: Delivery
  readonly created_at: number
}

/** Oldest first, with the replies that X has not confirmed at the end. */
export function readEvents(db: ReadDb, conversation: ExportConversation, since: number | null): ExportEvent[] {
  const events = db
    .all<EventRow>(
      `SELECT m.key, m.kind, m.event_id, m.sender_id, u.name AS sender_name, u.username AS sender_username, m.outbound,
              m.text, m.at, m.people, m.name, m.has_media
       FROM message m LEFT JOIN user u ON u.id = m.sender_id
       WHERE m.conversation_key = ? AND m.at >= ? ORDER BY m.at, m.event_number`,
      conversation.key,
      since ?? 0
    )
    .map((row): ExportEvent => ({
      kind: row.kind,
      id: row.event_id,
      senderId: row.sender_id,
      senderName:
        row.sender_id === null
          ? null
          : displayName({ id: row.sender_id, name: row.sender_name, username: row.sender_username }),
      text: row.text,
      at: row.at,
      media:
        row.has_media === 0
          ? []
          : db.all<{ key: string; kind: MediaKind }>(
              'SELECT media_key AS key, kind FROM message_media WHERE message_key = ? ORDER BY position',
              row.key
            ),
      people: row.people === null ? [] : (JSON.parse(row.people) as string[]),
      name: row.name,
      delivery: row.outbound === 1 ? 'sent' : 'received'
    }))
  const replies = db
    .all<ReplyRow>(
      `SELECT id, text, state, created_at FROM outbox
       WHERE account_id = ? AND conversation_id = ? AND state <> 'sent' AND created_at >= ? ORDER BY sequence`,
      conversation.accountId,
      conversation.id,
      since ?? 0
    )
    .map((row): ExportEvent => ({
      kind: 'message',
      id: `outbox:${row.id}`,
      senderId: conversation.accountId,
      senderName: null,
      text: row.text,
      at: row.created_at,
      media: ownMedia(db, row.id).map(({ key, kind }) => ({ key, kind })),
      people: [],
      name: null,
      delivery: row.state
    }))
  const notes = notesBetween(db, conversation.accountId, conversation.id, since ?? 0, Number.MAX_SAFE_INTEGER)
  return withNotes([...events, ...replies], notes.map(noteEvent))
}

function noteEvent({ id, text, at }: NoteRow): ExportEvent {
  return {
    kind: 'note',
    id,
    senderId: null,
    senderName: null,
    text,
    at,
    media: [],
    people: [],
    name: null,
    delivery: 'sent'
  }
}
