import type { OutboxState } from '../../../shared/domain/message.ts'

/** A request that may have delivered a reply, without an answer that says whether it did. */
export interface LostAttempt {
  readonly key: number
  readonly outbox_id: string
  readonly conversation_id: string
  readonly started_at: number
  readonly ended_at: number | null
  readonly known_to: string | null
  readonly offset_low: number | null
  readonly offset_high: number | null
  readonly text: string
  readonly state: OutboxState
}

export const START_ATTEMPT = `
  INSERT INTO outbox_attempt (account_id, conversation_id, outbox_id, started_at, known_to, offset_low, offset_high, outcome)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'under-way')`

/** It certainly had no effect: nothing of it will ever show up. */
export const DROP_UNDER_WAY = "DELETE FROM outbox_attempt WHERE outbox_id = ? AND outcome = 'under-way'"

export const LOSE_UNDER_WAY = `
  UPDATE outbox_attempt SET outcome = 'lost', ended_at = ? WHERE outbox_id = ? AND outcome = 'under-way'`

export const PROVE_UNDER_WAY = `
  UPDATE outbox_attempt SET outcome = 'arrived', event_id = ?, ended_at = ? WHERE outbox_id = ? AND outcome = 'under-way'`

export const CLAIM = "UPDATE outbox_attempt SET outcome = 'arrived', event_id = ?, claimed = 1 WHERE key = ?"

export const RELEASE = "UPDATE outbox_attempt SET outcome = 'lost', event_id = NULL, claimed = 0 WHERE key = ?"

export const FIND_BY_EVENT = `
  SELECT key, outbox_id, claimed FROM outbox_attempt WHERE account_id = ? AND event_id = ?`

/** What X's newest answer says about the clocks; together with what was known before, the wider of both. */
export const WIDEN_OFFSET = `
  UPDATE outbox_attempt SET offset_low = min(coalesce(offset_low, n.low), n.low),
         offset_high = max(coalesce(offset_high, n.high), n.high)
  FROM (SELECT ? AS low, ? AS high) AS n
  WHERE outbox_id = ? AND outcome = 'lost'`

export const HAS_LOST = "SELECT 1 FROM outbox_attempt WHERE outbox_id = ? AND outcome = 'lost' LIMIT 1"

/**
 * Of one account, in the order they were made; also those of replies that were sent again since, but these last: a
 * message is theirs only when nobody who waits for one can have it. X shows nothing that is older than 30 days. Those of conversations in which a reply is being sent wait: what X shows may be that one.
 */
export const LOST = `
  SELECT a.key, a.outbox_id, a.conversation_id, a.started_at, a.ended_at, a.known_to, a.offset_low, a.offset_high,
         o.text, o.state
  FROM outbox_attempt a INDEXED BY outbox_attempt_lost
  JOIN outbox o ON o.id = a.outbox_id
  WHERE a.account_id = ? AND a.outcome = 'lost' AND a.started_at > ?
    AND NOT EXISTS (
      SELECT 1 FROM outbox s
      WHERE s.account_id = a.account_id AND s.conversation_id = a.conversation_id AND s.state <> 'sent' AND s.state = 'sending')
  ORDER BY a.conversation_id, o.state = 'sent', a.started_at, a.key`

export const OF_REPLY = `
  SELECT a.key, a.outbox_id, a.conversation_id, a.started_at, a.ended_at, a.known_to, a.offset_low, a.offset_high,
         o.text, o.state
  FROM outbox_attempt a JOIN outbox o ON o.id = a.outbox_id
  WHERE a.outbox_id = ? AND a.outcome = 'lost' ORDER BY a.started_at, a.key`

export const DROP_OF_REPLY = 'DELETE FROM outbox_attempt WHERE outbox_id = ?'

export interface Candidate {
  readonly event_id: string
  readonly at: number
  readonly text: string
  readonly links: string | null
  readonly has_media: number
}

/**
 * Own messages that no reply accounts for, oldest first, newer than what was known when the attempt was made.
 * Parameters: account, conversation, the newest event known then (0: none).
 */
export const CANDIDATES = `
  SELECT m.event_id, m.at, m.text, m.links, m.has_media FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE c.account_id = ? AND c.id = ? AND m.event_number > CAST(? AS INTEGER)
    AND m.outbound = 1 AND m.kind = 'message'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
    AND NOT EXISTS (SELECT 1 FROM outbox_attempt a WHERE a.account_id = m.account_id AND a.event_id = m.event_id)
  ORDER BY m.at, m.event_number`
