import type { OutboxState } from '../../../shared/domain/message.ts'

export interface OutboxEntry {
  readonly sequence: number
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly text: string
  readonly state: OutboxState
  readonly held_until: number | null
  readonly not_before: number | null
  readonly event_id: string | null
  readonly reason: string | null
  readonly attempts: number
  readonly attempted_at: number | null
  readonly checks: number
  readonly seen_to_at: number
  readonly confirmed_change: number
  readonly created_at: number
}

const COLUMNS = `
  sequence, id, account_id, conversation_id, text, state, held_until, not_before, event_id, reason, attempts,
  attempted_at, checks, seen_to_at, confirmed_change, created_at`

export const INSERT = `
  INSERT INTO outbox (id, account_id, conversation_id, text, state, held_until, seen_to_at, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** When X's newest message of a conversation was written, by X's clock. */
export const NEWEST_AT = 'SELECT coalesce(max(at), 0) AS at FROM message WHERE conversation_key = ?'

export const FIND = `SELECT ${COLUMNS} FROM outbox WHERE id = ?`

/**
 * The first reply of each conversation that has not left yet. Failed ones and those that wait for the agent stand aside:
 * a newer reply was written in their knowledge.
 */
export const HEADS = `
  SELECT ${COLUMNS} FROM outbox
  WHERE sequence IN (
    SELECT min(sequence) FROM outbox
    WHERE account_id = ? AND state <> 'sent' AND state IN ('held', 'queued', 'sending', 'unknown')
    GROUP BY conversation_id)
  ORDER BY sequence`

export const SET_STATE = `
  UPDATE outbox SET state = ?, reason = ?, held_until = ?, not_before = ?, updated_at = ? WHERE id = ?`

export const START_SENDING = `
  UPDATE outbox SET state = 'sending', reason = NULL, held_until = NULL, not_before = NULL, attempts = attempts + 1,
         attempted_at = ?, checks = 0, updated_at = ?
  WHERE id = ?`

/** For an attempt that certainly had no effect: what is known of the one before it still counts. */
export const FORGET_ATTEMPT = 'UPDATE outbox SET attempted_at = ?, checks = ? WHERE id = ?'

export const SET_SENT = `
  UPDATE outbox SET state = 'sent', event_id = ?, reason = NULL, held_until = NULL, not_before = NULL, updated_at = ?
  WHERE id = ?`

export const NOTE_CHECK = 'UPDATE outbox SET checks = checks + 1, not_before = ?, updated_at = ? WHERE id = ?'

export const CONFIRM = 'UPDATE outbox SET confirmed_change = 1 WHERE id = ?'

/** A process that died while sending leaves no answer behind. Parameter: the account, or null for all. */
export const STRANDED = `
  SELECT ${COLUMNS} FROM outbox WHERE state <> 'sent' AND state = 'sending' AND account_id = coalesce(?, account_id)`

/**
 * Replies whose answer was lost: also those that the agent was asked about, and those that wait to be sent once more.
 * X may still show them.
 */
export const LOST = `
  SELECT ${COLUMNS} FROM outbox
  WHERE account_id = ? AND state <> 'sent'
    AND (state = 'unknown' OR (checks > 0 AND state IN ('needs-attention', 'queued')))
  ORDER BY sequence`

export const DISCARD = 'DELETE FROM outbox WHERE id = ?'

export const LIST = `
  SELECT ${COLUMNS.replaceAll(/\b(\w+)\b/gu, 'o.$1')}, c.title
  FROM outbox o LEFT JOIN conversation c ON c.account_id = o.account_id AND c.id = o.conversation_id`

/** Messages of others that the agent had not seen when writing: the reply may no longer fit. */
export const CUSTOMER_SINCE = `
  SELECT m.at FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE c.account_id = ? AND c.id = ? AND m.at > ? AND m.outbound = 0 AND m.kind = 'message' LIMIT 1`

/** Own messages that no reply of this outbox accounts for: a colleague, or the agent on x.com, answered meanwhile. */
export const COLLEAGUE_SINCE = `
  SELECT m.at FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE c.account_id = ? AND c.id = ? AND m.at > ? AND m.outbound = 1 AND m.kind = 'message'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
  LIMIT 1`

export interface Candidate {
  readonly event_id: string
  readonly text: string
  readonly links: string | null
}

/** Own messages that could be a reply whose answer was lost, oldest first, without those that other replies account for. */
export const CANDIDATES = `
  SELECT m.event_id, m.text, m.links FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE c.account_id = ? AND c.id = ? AND m.at BETWEEN ? AND ? AND m.outbound = 1 AND m.kind = 'message'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
  ORDER BY m.at, m.event_number`
