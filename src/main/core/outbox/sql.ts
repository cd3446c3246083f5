import type { OutboxState } from '../../../shared/domain/message.ts'

export interface OutboxEntry {
  readonly sequence: number
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly text: string
  readonly state: OutboxState
  readonly held_until: number | null
  readonly scheduled_at: number | null
  readonly not_before: number | null
  readonly event_id: string | null
  readonly reason: string | null
  readonly changes: string | null
  readonly attempts: number
  readonly attempted_at: number | null
  readonly checks: number
  readonly looked_at: number | null
  readonly seen_at: number
  readonly seen_status: 'open' | 'resolved' | null
  readonly created_at: number
}

const COLUMNS = `
  sequence, id, account_id, conversation_id, text, state, held_until, scheduled_at, not_before, event_id, reason, changes,
  attempts, attempted_at, checks, looked_at, seen_at, seen_status, created_at`

export const INSERT = `
  INSERT INTO outbox (id, account_id, conversation_id, text, state, held_until, scheduled_at, seen_to_at, seen_to_number,
                      seen_status, seen_at, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS INTEGER), ?, ?, ?, ?)`

/** X's newest message of a conversation. Its number travels as text: it does not fit into a JavaScript number. */
export const NEWEST = `
  SELECT at, CAST(event_number AS TEXT) AS number FROM message WHERE conversation_key = ?
  ORDER BY at DESC, event_number DESC LIMIT 1`

export const STATUS = `
  SELECT status, status_at FROM conversation_state WHERE account_id = ? AND conversation_id = ?`

export const FIND = `SELECT ${COLUMNS} FROM outbox WHERE id = ?`

/**
 * The first reply of each conversation that has not left yet. Failed ones and those that wait for the agent stand aside:
 * a newer reply was written in their knowledge. So does one written for later, until its time has come; then it queues
 * behind those that are waiting. What X may have already is settled first. The order is that of writing, not of the clock, which may be set back in between.
 * Parameters: the account, now.
 */
export const HEADS = `
  SELECT ${COLUMNS} FROM (
    SELECT ${COLUMNS}, row_number() OVER (
      PARTITION BY conversation_id ORDER BY state NOT IN ('sending', 'unknown'), scheduled_at IS NOT NULL, scheduled_at, sequence) AS place
    FROM outbox
    WHERE account_id = ? AND state <> 'sent' AND state IN ('held', 'queued', 'sending', 'unknown')
      AND NOT (state = 'held' AND scheduled_at IS NOT NULL AND held_until > ?))
  WHERE place = 1
  ORDER BY scheduled_at IS NOT NULL, scheduled_at, sequence`

export const COUNT_SINCE = `
  SELECT count(*) AS count FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE c.account_id = ? AND c.id = ? AND m.at >= ?`

/** When the next reply that was written for later is due. Parameters: the account, now. */
export const NEXT_SCHEDULED = `
  SELECT min(held_until) AS at FROM outbox
  WHERE account_id = ? AND state <> 'sent' AND state = 'held' AND scheduled_at IS NOT NULL AND held_until > ?`

export const SET_STATE = `
  UPDATE outbox SET state = ?, reason = ?, changes = ?, held_until = ?, not_before = ?, updated_at = ? WHERE id = ?`

export const START_SENDING = `
  UPDATE outbox SET state = 'sending', reason = NULL, changes = NULL, held_until = NULL, not_before = NULL,
         attempts = attempts + 1, attempted_at = ?, checks = 0, updated_at = ?
  WHERE id = ?`

/** For an attempt that certainly had no effect: what is known of the one before it still counts. */
export const FORGET_ATTEMPT = 'UPDATE outbox SET attempted_at = ?, checks = ? WHERE id = ?'

export const SET_SENT = `
  UPDATE outbox SET state = 'sent', event_id = ?, reason = NULL, changes = NULL, held_until = NULL, not_before = NULL,
         updated_at = ?
  WHERE id = ?`

export const TAKE_PROOF_BACK = `
  UPDATE outbox SET state = 'unknown', event_id = NULL, reason = ?, not_before = ?, updated_at = ? WHERE id = ?`

export const NOTE_LOOK = `
  UPDATE outbox SET checks = checks + ?, looked_at = ?, not_before = ?, updated_at = ? WHERE id = ?`

export const RESCHEDULE = `
  UPDATE outbox SET scheduled_at = ?, held_until = ?, updated_at = ? WHERE id = ?`

export const LEAVE_SCHEDULE = 'UPDATE outbox SET scheduled_at = NULL WHERE id = ?'

/** The agent has seen what is here now and says: send. */
export const SEEN = `
  UPDATE outbox SET seen_to_at = ?, seen_to_number = CAST(? AS INTEGER), seen_status = ?, seen_at = ? WHERE id = ?`

/** A process that died while sending leaves no answer behind. Parameter: the account, or null for all. */
export const STRANDED = `
  SELECT ${COLUMNS} FROM outbox WHERE state <> 'sent' AND state = 'sending' AND account_id = coalesce(?, account_id)`

export const DISCARD = 'DELETE FROM outbox WHERE id = ?'

export const LIST = `
  SELECT ${COLUMNS.replaceAll(/\b(\w+)\b/gu, 'o.$1')}, c.title
  FROM outbox o LEFT JOIN conversation c ON c.account_id = o.account_id AND c.id = o.conversation_id`

export interface SinceRow {
  readonly event_id: string
  readonly at: number
}

/** Messages of others that the agent had not seen when writing: the reply may no longer fit. Parameter: the reply. */
export const CUSTOMER_SINCE = `
  SELECT m.event_id, m.at
  FROM outbox r
  JOIN conversation c ON c.account_id = r.account_id AND c.id = r.conversation_id
  JOIN message m ON m.conversation_key = c.key AND m.at >= r.seen_to_at
  WHERE r.id = ? AND (m.at > r.seen_to_at OR m.event_number > r.seen_to_number) AND m.outbound = 0 AND m.kind = 'message'
  ORDER BY m.at, m.event_number LIMIT 100`

/** Own messages that no reply of this outbox accounts for: a colleague, or the agent on x.com, answered meanwhile. */
export const ANSWERED_SINCE = `
  SELECT m.event_id, m.at
  FROM outbox r
  JOIN conversation c ON c.account_id = r.account_id AND c.id = r.conversation_id
  JOIN message m ON m.conversation_key = c.key AND m.at >= r.seen_to_at
  WHERE r.id = ? AND (m.at > r.seen_to_at OR m.event_number > r.seen_to_number) AND m.outbound = 1 AND m.kind = 'message'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
    AND NOT EXISTS (SELECT 1 FROM outbox_attempt a WHERE a.account_id = m.account_id AND a.event_id = m.event_id)
  ORDER BY m.at, m.event_number LIMIT 100`

export interface Excerpt {
  readonly at: number
  readonly sender_id: string | null
  readonly text: string
  readonly links: string | null
  readonly has_media: number
  readonly name: string | null
  readonly username: string | null
}

export const EXCERPT = `
  SELECT m.at, m.sender_id, m.text, m.links, m.has_media, u.name, u.username
  FROM message m LEFT JOIN user u ON u.id = m.sender_id
  WHERE m.account_id = ? AND m.event_id = ?`
