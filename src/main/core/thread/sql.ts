import type { EventKind, OutboxState } from '../../../shared/domain/message.ts'
import type { TriageColumns } from '../inbox/triage-fields.ts'
import type { StoredMedia } from '../media/paths.ts'
import { placeReasonSql } from '../screening/place-reason-expression.ts'
import { tagsSql } from '../tags/tags-expression.ts'

export interface HeadRow extends TriageColumns {
  readonly key: number
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly peer_id: string | null
  readonly username: string | null
  readonly avatar_url: string | null
  readonly first_at: number
  readonly received: number
  readonly sent: number
  readonly api_base: string | null
  /** The account itself was in the group and is not any more. */
  readonly we_left: number
}

export const HEAD = `
  SELECT c.key, c.account_id, c.id, c.is_group, c.title, c.peer_id, u.username, u.avatar_url,
         coalesce(e.status, 'open') AS status, coalesce(e.unread, 0) AS unread, e.waiting_since, c.first_at, c.received,
         c.sent, a.api_base,
         t.snoozed_until, e.assignee_id, coalesce(t.priority, 'normal') AS priority, t.category,
         coalesce(t.place, 'inbox') AS place, ${placeReasonSql('t')} AS place_reason,
         ${tagsSql('c.account_id', 'c.id')} AS tags, e.follow_up_at,
         e.sla_due_at, e.sla_risk_at, e.sla_kind, e.sla_policy,
         EXISTS (SELECT 1 FROM conversation_member m
                 WHERE m.conversation_key = c.key AND m.user_id = c.account_id AND m.present = 0) AS we_left
  FROM conversation c
  LEFT JOIN inbox_entry e ON e.conversation_key = c.key
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
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
  readonly deleting_id: string | null
  readonly deleting_at: number | null
  /** 1: the outcome of an earlier attempt of a reply that was sent again and arrived twice. */
  readonly repeated: number
}

const COLUMNS = `
  m.key, m.event_id, m.kind, m.sender_id, m.outbound, m.at, m.text, m.links, m.people, m.name, m.has_media,
  u.name AS sender_name, u.username AS sender_username, u.avatar_url AS sender_avatar,
  r.id AS deleting_id, r.held_until AS deleting_at,
  m.outbound = 1 AND EXISTS (
    SELECT 1 FROM outbox_attempt t JOIN outbox o ON o.id = t.outbox_id
    WHERE t.account_id = m.account_id AND t.event_id = m.event_id AND o.event_id <> m.event_id) AS repeated`

/** A message that is about to be deleted still shows, with the way back. */
const FROM = `
  FROM message m LEFT JOIN user u ON u.id = m.sender_id
  LEFT JOIN x_request r ON r.account_id = m.account_id AND r.subject = 'message' AND r.target_id = m.event_id AND r.state = 'held'`

export const NEWEST = `
  SELECT ${COLUMNS} ${FROM}
  WHERE m.conversation_key = ? ORDER BY m.at DESC, m.event_number DESC LIMIT ?`

export const BEFORE = `
  SELECT ${COLUMNS} ${FROM}
  WHERE m.conversation_key = ? AND (m.at, m.event_number) <= (?, CAST(? AS INTEGER))
  ORDER BY m.at DESC, m.event_number DESC LIMIT ?`

export const AFTER = `
  SELECT ${COLUMNS} ${FROM}
  WHERE m.conversation_key = ? AND (m.at, m.event_number) > (?, CAST(? AS INTEGER))
  ORDER BY m.at, m.event_number LIMIT ?`

/** The number travels as text: it does not fit into a JavaScript number. */
export const PLACE = `
  SELECT at, CAST(event_number AS TEXT) AS number FROM message WHERE account_id = ? AND event_id = ? AND conversation_key = ?`

export interface MediaRow extends StoredMedia {
  readonly message_key: number
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
  readonly scheduled_at: number | null
  readonly changes: string | null
  readonly created_at: number
}

/** Those for later come last: they will be said last. */
export const OPEN_REPLIES = `
  SELECT id, text, state, reason, held_until, scheduled_at, changes, created_at FROM outbox
  WHERE account_id = ? AND conversation_id = ? AND state <> 'sent'
  ORDER BY CASE WHEN state = 'held' THEN coalesce(scheduled_at, 0) ELSE 0 END, sequence`

export const PERSON = 'SELECT id, name, username, avatar_url FROM user WHERE id = ?'
