import type { Delivery, EventKind, MediaKind } from '../../../shared/domain/message.ts'
import { displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { ExportConversation, ExportEvent, ExportUser } from './export-format.ts'

interface ConversationRow {
  readonly key: number
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly status: string
}

export function readConversations(
  db: ReadDb,
  filter: { conversation: string | null; since: number | null }
): ExportConversation[] {
  const wanted = filter.conversation?.replace(/^[0-9]+\//, '') ?? null
  return db
    .all<ConversationRow>(
      `SELECT c.key, c.account_id, c.id, c.is_group, c.title, e.status
       FROM conversation c JOIN inbox_entry e ON e.conversation_key = c.key
       WHERE c.id = coalesce(?, c.id) AND c.last_at >= ?
       ORDER BY c.first_at, c.key`,
      wanted,
      filter.since ?? 0
    )
    .map((row) => ({
      key: row.key,
      accountId: row.account_id,
      id: row.id,
      group: row.is_group === 1,
      title: row.title,
      status: row.status
    }))
}

export function readUsers(db: ReadDb, conversations: readonly ExportConversation[]): ExportUser[] {
  const users = new Map<string, ExportUser>()
  for (const conversation of conversations) {
    const rows = db.all<ExportUser>(
      `SELECT u.id, u.username, u.name FROM user u
       WHERE u.id IN (SELECT peer_id FROM conversation WHERE key = ?
         UNION SELECT user_id FROM conversation_member WHERE conversation_key = ?
         UNION SELECT ?)`,
      conversation.key,
      conversation.key,
      conversation.accountId
    )
    for (const row of rows) users.set(row.id, row)
  }
  return [...users.values()]
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
      media: [],
      people: [],
      name: null,
      delivery: row.state
    }))
  return [...events, ...replies]
}
