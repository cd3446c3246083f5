import type { MediaKind } from '../../../shared/domain/message.ts'
import type { ConversationStatus } from '../../../shared/domain/conversation.ts'

export interface ConversationForRefresh {
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly name: string | null
  readonly peer_id: string | null
  readonly peer_name: string | null
  readonly peer_username: string | null
  readonly last_outbound_at: number | null
}

export const CONVERSATION_FOR_REFRESH = `
  SELECT c.account_id, c.id, c.is_group, c.name, c.peer_id, u.name AS peer_name, u.username AS peer_username,
         c.last_outbound_at
  FROM conversation c LEFT JOIN user u ON u.id = c.peer_id
  WHERE c.key = ?`

export interface LastEvent {
  readonly at: number
  readonly kind: string
  readonly sender_id: string | null
  readonly outbound: number
  readonly text: string
  readonly links: string | null
  readonly name: string | null
  readonly media_kind: MediaKind | null
}

export const LAST_EVENT = `
  SELECT m.at, m.kind, m.sender_id, m.outbound, m.text, m.links, m.name,
         (SELECT kind FROM message_media WHERE message_key = m.key ORDER BY position LIMIT 1) AS media_kind
  FROM message m WHERE m.conversation_key = ?
  ORDER BY m.at DESC, m.event_number DESC LIMIT 1`

export interface PendingReply {
  readonly text: string
  readonly created_at: number
  readonly seen_to_at: number
}

export const LAST_PENDING_REPLY = `
  SELECT text, created_at, seen_to_at FROM outbox
  WHERE account_id = ? AND conversation_id = ? AND state <> 'sent' AND state IN ('held', 'queued', 'sending', 'unknown')
  ORDER BY sequence DESC LIMIT 1`

export interface StateRow {
  readonly status: ConversationStatus
  readonly read_to_at: number
  readonly marked_unread: number
}

export const STATE = `
  SELECT status, read_to_at, marked_unread FROM conversation_state WHERE account_id = ? AND conversation_id = ?`

export const FIRST_UNANSWERED = `
  SELECT at FROM message
  WHERE conversation_key = ? AND at > ? AND outbound = 0 AND kind = 'message'
  ORDER BY at LIMIT 1`

/** Counted to 100 at most: the screen says “99+”, and a flood must not slow the list down. */
export const COUNT_UNREAD = `
  SELECT count(*) AS count FROM (
    SELECT 1 FROM message WHERE conversation_key = ? AND at > ? AND outbound = 0 AND kind = 'message'
    ORDER BY at DESC LIMIT 100)`

export const UPDATE_SUMMARY = `
  UPDATE conversation SET title = ?, last_at = ?, last_sender_id = ?, last_outbound = ?, preview = ?, preview_kind = ?,
         waiting_since = ?
  WHERE key = ?`

export const UPSERT_ENTRY = `
  INSERT INTO inbox_entry (conversation_key, account_id, status, unread, waiting_since, last_at)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (conversation_key) DO UPDATE SET
    status = excluded.status, unread = excluded.unread, waiting_since = excluded.waiting_since, last_at = excluded.last_at`

export interface MemberName {
  readonly id: string
  readonly name: string | null
  readonly username: string | null
}

export const MEMBER_NAMES = `
  SELECT m.user_id AS id, u.name, u.username
  FROM conversation_member m LEFT JOIN user u ON u.id = m.user_id
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ?
  ORDER BY m.at, m.user_id LIMIT 6`

/** An account's own name is in no title of its conversations. */
export const CONVERSATIONS_OF_USER = `
  SELECT key FROM conversation WHERE peer_id = ?
  UNION
  SELECT m.conversation_key FROM conversation_member m JOIN conversation c ON c.key = m.conversation_key
  WHERE m.user_id = ? AND c.account_id <> m.user_id`

export const FIND_KEY = 'SELECT key FROM conversation WHERE account_id = ? AND id = ?'

/**
 * One page of a queue; index and order differ, the columns do not. The index is named, because without statistics SQLite
 * takes the general one and sorts.
 */
export function inboxPage(index: string, where: string, order: string): string {
  return `
  SELECT c.account_id, c.id, c.is_group, c.title, c.peer_id, u.username AS peer_username, u.avatar_url AS peer_avatar,
         e.status, e.unread, c.preview, c.preview_kind, c.last_outbound, c.last_sender_id, s.name AS sender_name,
         s.username AS sender_username, e.last_at, e.waiting_since,
         (SELECT 1 FROM draft d WHERE d.account_id = c.account_id AND d.conversation_id = c.id AND d.mode = 'reply') AS has_draft,
         (SELECT max(CASE o.state WHEN 'failed' THEN 2 WHEN 'needs-attention' THEN 2 WHEN 'unknown' THEN 1 ELSE 1 END)
            FROM outbox o WHERE o.account_id = c.account_id AND o.conversation_id = c.id AND o.state <> 'sent') AS outbox_level
  FROM (SELECT conversation_key, status, unread, waiting_since, last_at FROM inbox_entry INDEXED BY ${index} WHERE ${where} ORDER BY ${order} LIMIT ?) AS e
  JOIN conversation c ON c.key = e.conversation_key
  LEFT JOIN user u ON u.id = c.peer_id
  LEFT JOIN user s ON s.id = c.last_sender_id
  ORDER BY ${order.replaceAll(/(last_at|waiting_since|conversation_key)/gu, 'e.$1')}`
}

export const COUNTS = `
  SELECT total(open) AS open, total(open_unread) AS open_unread, total(waiting) AS waiting,
         total(waiting_unread) AS waiting_unread, total(resolved) AS resolved, total(resolved_unread) AS resolved_unread
  FROM queue_counter WHERE account_id = coalesce(?, account_id)`

export const UPSERT_STATE = `
  INSERT INTO conversation_state (account_id, conversation_id, status, status_at, read_to_at, marked_unread, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, conversation_id) DO UPDATE SET
    status = excluded.status, status_at = excluded.status_at, read_to_at = excluded.read_to_at,
    marked_unread = excluded.marked_unread, updated_at = excluded.updated_at`

export interface FullState {
  readonly key: number
  readonly last_at: number
  readonly status: ConversationStatus | null
  readonly status_at: number | null
  readonly read_to_at: number | null
  readonly marked_unread: number | null
}

/** \`last_at\` by X's clock: a reply that waits here, dated by ours, must not make a later message look read. */
export const FULL_STATE = `
  SELECT c.key, (SELECT coalesce(max(at), 0) FROM message WHERE conversation_key = c.key) AS last_at, s.status, s.status_at, s.read_to_at, s.marked_unread
  FROM conversation c
  LEFT JOIN conversation_state s ON s.account_id = c.account_id AND s.conversation_id = c.id
  WHERE c.account_id = ? AND c.id = ?`
