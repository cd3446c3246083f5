import type { Category, Priority, Shelf } from '../../../shared/domain/conversation.ts'
import { tagsSql } from '../tags/tags-expression.ts'

export const NOTE_NEWS = `
  INSERT INTO news (conversation_key, account_id, messages, at) VALUES (?, ?, ?, ?)
  ON CONFLICT (conversation_key) DO UPDATE SET messages = messages + excluded.messages, at = excluded.at`

/** A conversation in which something happened, with all that rules ask for. */
export interface FactRow {
  readonly conversation_key: number
  readonly account_id: string
  readonly id: string
  readonly title: string
  readonly messages: number
  readonly waiting_since: number | null
  readonly preview: string
  readonly last_outbound: number
  readonly last_outbound_at: number | null
  readonly shelf: Shelf
  readonly assignee_id: string | null
  readonly sla_risk_at: number | null
  readonly follow_up_at: number | null
  readonly category: Category | null
  readonly priority: Priority
  /** JSON: ids. */
  readonly tags: string
  readonly mentioned: number
}

/** @param from gives conversation_key (as `f`), how many messages, and when */
function facts(from: string): string {
  return `
  SELECT f.conversation_key, c.account_id, c.id, c.title, f.messages, e.waiting_since, c.preview, c.last_outbound,
         c.last_outbound_at, e.shelf, e.assignee_id, e.sla_risk_at, e.follow_up_at, t.category,
         coalesce(t.priority, 'normal') AS priority, ${tagsSql('c.account_id', 'c.id')} AS tags,
         EXISTS (SELECT 1 FROM conversation_mention m
                 WHERE m.member_id = ? AND m.account_id = c.account_id AND m.conversation_id = c.id) AS mentioned
  FROM (${from}) f
  JOIN conversation c ON c.key = f.conversation_key
  JOIN inbox_entry e ON e.conversation_key = f.conversation_key
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id`
}

/** What nobody has read, answered or resolved since it came. The newest first. */
export const NEWS = `${facts('SELECT conversation_key, messages, at FROM news')}
  WHERE e.shelf IN ('open', 'requests') AND e.unread > 0 AND e.waiting_since IS NOT NULL
  ORDER BY f.at DESC, e.last_at DESC, f.conversation_key DESC`

/** More at once are counted no further. */
const MOST = 500

/** The other things that happen to conversations, between two moments: after the first, until the second. */
export const AT_RISK = facts(`
  SELECT conversation_key, 0 AS messages FROM inbox_entry INDEXED BY inbox_sla_risk
  WHERE sla_due_at IS NOT NULL AND sla_risk_at > ? AND sla_risk_at <= ? LIMIT ${MOST}`)

export const BROKEN = facts(`
  SELECT conversation_key, 0 AS messages FROM inbox_entry INDEXED BY inbox_sla_due
  WHERE sla_due_at IS NOT NULL AND sla_due_at > ? AND sla_due_at <= ? LIMIT ${MOST}`)

export const FOLLOW_UPS = facts(`
  SELECT DISTINCT key AS conversation_key, 0 AS messages FROM follow_up u INDEXED BY follow_up_next
  JOIN conversation ON conversation.account_id = u.account_id AND conversation.id = u.conversation_id
  WHERE u.done_at IS NULL AND u.due_at > ? AND u.due_at <= ? LIMIT ${MOST}`)

export const NEEDS_EYE = facts(`
  SELECT DISTINCT key AS conversation_key, 0 AS messages FROM outbox o INDEXED BY outbox_open
  JOIN conversation ON conversation.account_id = o.account_id AND conversation.id = o.conversation_id
  WHERE o.state <> 'sent' AND o.state IN ('failed', 'needs-attention') AND o.updated_at > ? AND o.updated_at <= ?
  LIMIT ${MOST}`)

export interface NewestRow {
  readonly text: string
  readonly links: string | null
  readonly has_media: number
}

export const NEWEST_OF_CUSTOMER = `
  SELECT text, links, has_media FROM message
  WHERE conversation_key = ? AND outbound = 0 AND kind = 'message' ORDER BY at DESC, event_number DESC LIMIT 1`

export const FORGET_ONE = 'DELETE FROM news WHERE conversation_key = ?'

export const FORGET_ACCOUNT = 'DELETE FROM news WHERE account_id = ?'

export interface WaitingRow {
  readonly account_id: string
  readonly id: string
  readonly title: string
  readonly waiting_since: number
}

/** Who has waited longest. */
export const LONGEST_WAITING = `
  SELECT c.account_id, c.id, c.title, e.waiting_since
  FROM (SELECT conversation_key, waiting_since FROM inbox_entry INDEXED BY inbox_waiting
        WHERE shelf = 'open' AND waiting_since IS NOT NULL ORDER BY waiting_since, conversation_key LIMIT ?) AS e
  JOIN conversation c ON c.key = e.conversation_key
  ORDER BY e.waiting_since, e.conversation_key`

export const COUNT_WAITING = 'SELECT total(waiting) AS waiting FROM queue_counter'

export const USERNAME = 'SELECT username FROM account WHERE id = ?'
