import type { EventKind, MediaKind, OutboxState } from '../../../shared/domain/message.ts'
import type { ConversationStatus } from '../../../shared/domain/conversation.ts'

export interface HeadRow {
  readonly key: number
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly peer_id: string | null
  readonly username: string | null
  readonly avatar_url: string | null
  readonly status: ConversationStatus
  readonly unread: number
  readonly waiting_since: number | null
  readonly first_at: number
  readonly received: number
  readonly sent: number
  readonly api_base: string | null
}

export const HEAD = `
  SELECT c.key, c.account_id, c.id, c.is_group, c.title, c.peer_id, u.username, u.avatar_url, e.status, e.unread,
         e.waiting_since, c.first_at, c.received, c.sent, a.api_base
  FROM conversation c
  JOIN inbox_entry e ON e.conversation_key = c.key
  LEFT JOIN user u ON u.id = c.peer_id
  LEFT JOIN account a ON a.id = c.account_id
  WHERE c.account_id = ? AND c.id = ?`

export interface PersonInThread {
  readonly id: string
  readonly name: string | null
  readonly username: string | null
  readonly avatar_url: string | null
}

export const MEMBERS = `
  SELECT m.user_id AS id, u.name, u.username, u.avatar_url
  FROM conversation_member m LEFT JOIN user u ON u.id = m.user_id
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ?
  ORDER BY m.at, m.user_id`

export interface EventRow {
  readonly key: number
  readonly event_id: string
  readonly kind: EventKind
  readonly sender_id: string | null
  readonly outbound: number
  readonly at: number
  readonly text: string
  readonly links: string | null
  readonly people: string | null
  readonly name: string | null
  readonly has_media: number
  readonly sender_name: string | null
  readonly sender_username: string | null
  readonly sender_avatar: string | null
}

const COLUMNS = `
  m.key, m.event_id, m.kind, m.sender_id, m.outbound, m.at, m.text, m.links, m.people, m.name, m.has_media,
  u.name AS sender_name, u.username AS sender_username, u.avatar_url AS sender_avatar`

export const NEWEST = `
  SELECT ${COLUMNS} FROM message m LEFT JOIN user u ON u.id = m.sender_id
  WHERE m.conversation_key = ? ORDER BY m.at DESC, m.event_number DESC LIMIT ?`

export const BEFORE = `
  SELECT ${COLUMNS} FROM message m LEFT JOIN user u ON u.id = m.sender_id
  WHERE m.conversation_key = ? AND (m.at, m.event_number) <= (?, CAST(? AS INTEGER))
  ORDER BY m.at DESC, m.event_number DESC LIMIT ?`

export const AFTER = `
  SELECT ${COLUMNS} FROM message m LEFT JOIN user u ON u.id = m.sender_id
  WHERE m.conversation_key = ? AND (m.at, m.event_number) > (?, CAST(? AS INTEGER))
  ORDER BY m.at, m.event_number LIMIT ?`

/** The number travels as text: it does not fit into a JavaScript number. */
export const PLACE = `
  SELECT at, CAST(event_number AS TEXT) AS number FROM message WHERE account_id = ? AND event_id = ? AND conversation_key = ?`

export interface MediaRow {
  readonly message_key: number
  readonly position: number
  readonly media_key: string
  readonly kind: MediaKind
  readonly url: string | null
  readonly preview_url: string | null
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
  readonly alt: string | null
}

export const MEDIA = `
  SELECT message_key, position, media_key, kind, url, preview_url, width, height, duration_ms, alt
  FROM message_media WHERE message_key = ? ORDER BY position`

export interface ReactionRow {
  readonly reaction: string
  readonly sender_id: string
  readonly name: string | null
  readonly username: string | null
}

export const REACTIONS = `
  SELECT r.reaction, r.sender_id, u.name, u.username
  FROM message_reaction r LEFT JOIN user u ON u.id = r.sender_id
  WHERE r.message_key = ? ORDER BY r.at`

export interface OpenReply {
  readonly id: string
  readonly text: string
  readonly state: OutboxState
  readonly reason: string | null
  readonly held_until: number | null
  readonly created_at: number
}

export const OPEN_REPLIES = `
  SELECT id, text, state, reason, held_until, created_at FROM outbox
  WHERE account_id = ? AND conversation_id = ? AND state <> 'sent' ORDER BY sequence`

export const PERSON = 'SELECT id, name, username, avatar_url FROM user WHERE id = ?'

export const DRAFT = `
  SELECT text, updated_at FROM draft WHERE account_id = ? AND conversation_id = ? AND mode = 'reply'`

export const SAVE_DRAFT = `
  INSERT INTO draft (account_id, conversation_id, mode, text, updated_at) VALUES (?, ?, 'reply', ?, ?)
  ON CONFLICT (account_id, conversation_id, mode) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`

export const DROP_DRAFT = "DELETE FROM draft WHERE account_id = ? AND conversation_id = ? AND mode = 'reply'"
