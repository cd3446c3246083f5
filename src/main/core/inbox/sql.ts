import type { AttachmentCategory } from '../../../shared/domain/attachment.ts'
import type { MediaKind } from '../../../shared/domain/message.ts'
import { blockedSql } from '../requests/blocked-expression.ts'
import { tagsSql } from '../tags/tags-expression.ts'
import { placeReasonSql } from '../screening/place-reason-expression.ts'
import type { ConversationStatus, Place } from '../../../shared/domain/conversation.ts'

export interface ConversationForRefresh {
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly name: string | null
  readonly peer_id: string | null
  readonly peer_name: string | null
  readonly peer_username: string | null
  readonly last_outbound_at: number | null
  readonly first_at: number
}

export const CONVERSATION_FOR_REFRESH = `
  SELECT c.account_id, c.id, c.is_group, c.name, c.peer_id, u.name AS peer_name, u.username AS peer_username,
         c.last_outbound_at, c.first_at
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
  readonly category: AttachmentCategory | null
}

/** One that was written for later is no answer yet: the customer goes on waiting. */
export const LAST_PENDING_REPLY = `
  SELECT text, created_at, seen_to_at, (SELECT category FROM attachment t WHERE t.outbox_id = outbox.id) AS category
  FROM outbox
  WHERE account_id = ? AND conversation_id = ? AND state <> 'sent' AND state IN ('held', 'queued', 'sending', 'unknown')
    AND NOT (state = 'held' AND scheduled_at IS NOT NULL)
  ORDER BY sequence DESC LIMIT 1`

export interface PlacedConversation {
  readonly account_id: string
  readonly id: string
  readonly last_at: number
  readonly last_outbound_at: number | null
  readonly waiting_since: number | null
  /** What was answered by a reply that is on its way. */
  readonly pending_seen_to_at: number | null
}

export const PLACED_CONVERSATION = `
  SELECT c.account_id, c.id, c.last_at, c.last_outbound_at, c.waiting_since,
         (SELECT o.seen_to_at FROM outbox o
          WHERE o.account_id = c.account_id AND o.conversation_id = c.id AND o.state <> 'sent'
            AND o.state IN ('held', 'queued', 'sending', 'unknown') AND NOT (o.state = 'held' AND o.scheduled_at IS NOT NULL)
          ORDER BY o.sequence DESC LIMIT 1) AS pending_seen_to_at
  FROM conversation c WHERE c.key = ?`

export interface StateRow {
  readonly status: ConversationStatus
  readonly read_to_at: number
  readonly marked_unread: number
  readonly snoozed_until: number | null
  readonly woke_at: number | null
  readonly assignee_id: string | null
  readonly place: Place
}

export const STATE = `
  SELECT status, read_to_at, marked_unread, snoozed_until, woke_at, assignee_id, place
  FROM conversation_state WHERE account_id = ? AND conversation_id = ?`

export const FOLLOW_UP_AT = `
  SELECT min(due_at) AS at FROM follow_up WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL`

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
  INSERT INTO inbox_entry (conversation_key, account_id, status, shelf, unread, waiting_since, last_at, assignee_id, back_at,
                           follow_up_at, answered_at, sla_since, sla_due_at, sla_risk_at, sla_kind, sla_policy)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (conversation_key) DO UPDATE SET
    status = excluded.status, shelf = excluded.shelf, unread = excluded.unread, waiting_since = excluded.waiting_since,
    last_at = excluded.last_at, assignee_id = excluded.assignee_id, back_at = excluded.back_at,
    follow_up_at = excluded.follow_up_at, answered_at = excluded.answered_at,
    sla_noted = CASE WHEN sla_due_at IS excluded.sla_due_at AND sla_since IS excluded.sla_since THEN sla_noted ELSE 0 END,
    sla_since = excluded.sla_since, sla_due_at = excluded.sla_due_at, sla_risk_at = excluded.sla_risk_at,
    sla_kind = excluded.sla_kind, sla_policy = excluded.sla_policy`

/** The same where only the state has changed: what its messages say stays. */
export const SET_ENTRY = `
  UPDATE inbox_entry SET status = ?, shelf = ?, unread = ?, last_at = max(?, ?), assignee_id = ?, back_at = ?
  WHERE conversation_key = ?`

/** What is promised, where nothing else has changed. */
export const SET_PROMISE = `
  UPDATE inbox_entry SET
    sla_noted = CASE WHEN sla_since IS ? AND sla_due_at IS ? THEN sla_noted ELSE 0 END,
    sla_since = ?, sla_due_at = ?, sla_risk_at = ?, sla_kind = ?, sla_policy = ?
  WHERE conversation_key = ?`

/** A draft, a note, a promise, or a reply that has not reached X: what makes a conversation without a message worth a place in the list. */
export const HAS_OWN_TRACE = `
  SELECT 1 WHERE EXISTS (SELECT 1 FROM draft WHERE account_id = ? AND conversation_id = ?)
    OR EXISTS (SELECT 1 FROM note WHERE account_id = ? AND conversation_id = ? AND deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM attachment WHERE account_id = ? AND conversation_id = ? AND outbox_id IS NULL)
    OR EXISTS (SELECT 1 FROM outbox WHERE account_id = ? AND conversation_id = ? AND state <> 'sent')
    OR EXISTS (SELECT 1 FROM follow_up WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL)`

export const DROP_ENTRY = 'DELETE FROM inbox_entry WHERE conversation_key = ?'

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

/** Which rows of `inbox_entry` a queue shows, and in which order. */
export interface Entries {
  readonly entries: string
  readonly order: string
}

/**
 * One page of a queue; index and order differ, the columns do not. The index is named, because without statistics SQLite
 * takes the general one and sorts.
 */
export function inboxPage(index: string, where: string, order: string): Entries {
  return {
    entries: `SELECT conversation_key, status, unread, waiting_since, last_at, assignee_id, back_at, follow_up_at,
            sla_due_at, sla_risk_at, sla_kind, sla_policy
     FROM inbox_entry INDEXED BY ${index} WHERE ${where} ORDER BY ${order} LIMIT ?`,
    order
  }
}

export interface KeyOfRow {
  readonly account_id: string
  readonly id: string
}

export function inboxKeys(entries: string, order: string): string {
  return `
  SELECT c.account_id, c.id FROM (${entries}) AS e JOIN conversation c ON c.key = e.conversation_key
  ORDER BY ${orderOfEntries(order)}`
}

/** What the list shows of the conversations that `entries` gives, in its order. */
export function inboxRows(entries: string, order: string): string {
  return `
  SELECT c.account_id, c.id, c.is_group, c.title, c.peer_id, u.username AS peer_username, u.avatar_url AS peer_avatar,
         e.status, e.unread, c.preview, c.preview_kind, c.last_outbound, c.last_sender_id, s.name AS sender_name,
         s.username AS sender_username, c.last_at, e.waiting_since, e.assignee_id, t.snoozed_until, e.follow_up_at,
         e.sla_due_at, e.sla_risk_at, e.sla_kind, e.sla_policy,
         coalesce(t.priority, 'normal') AS priority, t.category, coalesce(t.place, 'inbox') AS place,
         ${placeReasonSql('t')} AS place_reason,
         ${tagsSql('c.account_id', 'c.id')} AS tags,
         (SELECT 1 FROM draft d WHERE d.account_id = c.account_id AND d.conversation_id = c.id
          UNION ALL
          SELECT 1 FROM attachment t
          WHERE t.account_id = c.account_id AND t.conversation_id = c.id AND t.outbox_id IS NULL
          LIMIT 1) AS has_draft,
         (SELECT max(CASE WHEN o.state IN ('failed', 'needs-attention') THEN 3 WHEN o.state = 'held' AND o.scheduled_at IS NOT NULL THEN 1 ELSE 2 END)
            FROM outbox o WHERE o.account_id = c.account_id AND o.conversation_id = c.id AND o.state <> 'sent') AS outbox_level,
         ${blockedSql('c.account_id', 'c.peer_id')} AS blocked
  FROM (${entries}) AS e
  JOIN conversation c ON c.key = e.conversation_key
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  LEFT JOIN user u ON u.id = c.peer_id
  LEFT JOIN user s ON s.id = c.last_sender_id
  ORDER BY ${orderOfEntries(order)}`
}

function orderOfEntries(order: string): string {
  return order.replaceAll(/(last_at|waiting_since|back_at|follow_up_at|sla_due_at|conversation_key)/gu, 'e.$1')
}

/** Conversations by their keys as JSON, in the order of the keys. */
export const BY_KEYS = inboxRows(
  `SELECT hit.key AS list_place, e.conversation_key, e.status, e.unread, e.waiting_since, e.last_at, e.assignee_id, e.back_at,
          e.follow_up_at, e.sla_due_at, e.sla_risk_at, e.sla_kind, e.sla_policy
   FROM json_each(?) AS hit CROSS JOIN inbox_entry e NOT INDEXED ON e.conversation_key = hit.value`,
  'list_place'
)

/** The conversations in which somebody is mentioned, newest mention first: few, whatever the size of the rest. */
export const MENTIONS = `
  SELECT e.conversation_key, e.status, e.unread, e.waiting_since, m.at AS last_at, e.assignee_id, e.follow_up_at,
         e.sla_due_at, e.sla_risk_at, e.sla_kind, e.sla_policy
  FROM conversation_mention m INDEXED BY mention_of_member
  JOIN conversation c ON c.account_id = m.account_id AND c.id = m.conversation_id
  JOIN inbox_entry e ON e.conversation_key = c.key
  WHERE m.member_id = ? AND m.account_id = coalesce(?, m.account_id)
  ORDER BY m.at DESC LIMIT ?`

const counted = ['open', 'waiting', 'unassigned', 'snoozed', 'resolved', 'requests', 'spam'] as const
export type CountRow = Readonly<Record<(typeof counted)[number] | `${(typeof counted)[number]}_unread`, number>>

export const COUNTS = `
  SELECT ${counted.map((column) => `total(${column}) AS ${column}, total(${column}_unread) AS ${column}_unread`).join(', ')}
  FROM queue_counter WHERE account_id = coalesce(?, account_id)`

export interface Count {
  readonly total: number
  readonly unread: number
}

export const COUNT_ASSIGNED = `
  SELECT total(open) AS total, total(open_unread) AS unread FROM assignee_counter
  WHERE assignee_id = ? AND account_id = coalesce(?, account_id)`

export const COUNT_FOLLOW_UPS = `
  SELECT count(*) AS total, total(unread > 0) AS unread FROM inbox_entry INDEXED BY inbox_follow_up
  WHERE follow_up_at IS NOT NULL AND follow_up_at <= ? AND account_id = coalesce(?, account_id)`

/**
 * Who is at risk, or has waited too long. Both times: of what is due by the horizon, all that is at risk now. Counted to
 * 5,000 at most: more cannot be answered anyway, and a weekend's must not slow the list down.
 */
export const COUNT_AT_RISK = `
  SELECT count(*) AS total, total(unread > 0) AS unread FROM (
    SELECT unread FROM inbox_entry INDEXED BY inbox_sla_due
    WHERE sla_due_at IS NOT NULL AND sla_due_at <= ? AND sla_risk_at <= ? AND account_id = coalesce(?, account_id)
    LIMIT 5000)`

export const COUNT_MENTIONS = `
  SELECT count(*) AS total, total(seen_at IS NULL) AS unread FROM conversation_mention INDEXED BY mention_of_member
  WHERE member_id = ? AND account_id = coalesce(?, account_id)`

/** When the next promise becomes due, or the next snooze ends. */
export const NEXT_FOLLOW_UP = 'SELECT min(due_at) AS at FROM follow_up WHERE done_at IS NULL AND due_at > ?'
export const NEXT_WAKE = `
  SELECT min(snoozed_until) AS at FROM conversation_state INDEXED BY conversation_snoozed
  WHERE status = 'snoozed' AND snoozed_until IS NOT NULL`

export const DUE_TO_WAKE = `
  SELECT account_id, conversation_id FROM conversation_state INDEXED BY conversation_snoozed
  WHERE status = 'snoozed' AND snoozed_until IS NOT NULL AND snoozed_until <= ?
  ORDER BY snoozed_until LIMIT ?`

export const WAKE = `
  UPDATE conversation_state SET status = 'open', status_at = ?, woke_at = ?, snoozed_until = NULL, marked_unread = 1, updated_at = ?
  WHERE account_id = ? AND conversation_id = ?`
