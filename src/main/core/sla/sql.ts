import type { Category, ConversationStatus, Place, Priority } from '../../../shared/domain/conversation.ts'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import { blockedSql } from '../requests/blocked-expression.ts'
import { tagsSql } from '../tags/tags-expression.ts'

export interface PlanRow {
  readonly sequence: number
  readonly id: string
  readonly plan: string
  readonly applied: number
  readonly created_at: number
}

export const NEWEST_PLAN = 'SELECT sequence, id, plan, applied, created_at FROM sla_plan ORDER BY sequence DESC LIMIT 1'

export const ADD_PLAN = 'INSERT INTO sla_plan (id, plan, created_at, updated_at) VALUES (?, ?, ?, ?)'

export const SET_APPLIED = 'UPDATE sla_plan SET applied = ?, updated_at = ? WHERE sequence = ?'

/** What a promise depends on, besides the plan. */
export interface SubjectRow {
  readonly account_id: string
  readonly id: string
  readonly status: ConversationStatus
  readonly status_at: number
  readonly place: Place
  readonly settled_to: number
  /** ms since 1970; 0 when it always was in the inbox. */
  readonly let_in_at: number
  readonly category: Category | null
  readonly priority: Priority
  readonly assignee_id: string | null
  readonly blocked: number
  /** JSON: ids. */
  readonly tags: string
}

export const SUBJECT = `
  SELECT c.account_id, c.id, coalesce(t.status, 'open') AS status, coalesce(t.status_at, 0) AS status_at,
         coalesce(t.place, 'inbox') AS place, coalesce(t.settled_to, 0) AS settled_to,
         coalesce(t.let_in_at, 0) AS let_in_at, t.category,
         coalesce(t.priority, 'normal') AS priority, t.assignee_id,
         ${blockedSql('c.account_id', 'c.peer_id')} AS blocked, ${tagsSql('c.account_id', 'c.id')} AS tags
  FROM conversation c LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  WHERE c.key = ?`

export const PAUSES = `
  SELECT from_at AS "from", to_at AS "to" FROM sla_pause WHERE account_id = ? AND conversation_id = ? ORDER BY from_at`

export const START_PAUSE = `
  INSERT INTO sla_pause (account_id, conversation_id, from_at, updated_at) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET to_at = NULL, updated_at = excluded.updated_at`

export const END_PAUSES = `
  UPDATE sla_pause SET to_at = max(from_at, ?), updated_at = ?
  WHERE account_id = ? AND conversation_id = ? AND to_at IS NULL`

/** A part of all conversations, in the order of their keys: the ones that are waited in are few. */
export const PART = `
  SELECT conversation_key AS key, waiting_since, sla_due_at FROM inbox_entry
  WHERE conversation_key > ? ORDER BY conversation_key LIMIT ?`

export interface UnnotedRow {
  readonly conversation_key: number
  readonly sla_since: number
  readonly sla_due_at: number
  readonly sla_kind: ResponseKind
  readonly sla_policy: string
}

export const UNNOTED = `
  SELECT conversation_key, sla_since, sla_due_at, sla_kind, sla_policy FROM inbox_entry INDEXED BY inbox_sla_unnoted
  WHERE sla_due_at IS NOT NULL AND sla_noted = 0 AND sla_due_at <= ? ORDER BY sla_due_at LIMIT ?`

export const SET_NOTED = 'UPDATE inbox_entry SET sla_noted = 1 WHERE conversation_key = ?'

/** The same wait may look as if it had begun at another message, when one was deleted or came late. */
export const OPEN_BREACH = `
  SELECT 1 FROM sla_breach WHERE account_id = ? AND conversation_id = ? AND asked_at > ? AND answered_at IS NULL`

export const ADD_BREACH = `
  INSERT INTO sla_breach (id, account_id, conversation_id, asked_at, kind, policy_id, policy_name, category, priority,
                          assignee_id, due_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const ANSWER_BREACHES = `
  UPDATE sla_breach SET answered_at = ?, responder_id = ?, updated_at = ?
  WHERE account_id = ? AND conversation_id = ? AND asked_at < ? AND answered_at IS NULL`

export interface UnmeasuredRow {
  readonly key: number
  readonly answered_at: number
  readonly measured_to: number
}

export const UNMEASURED = `
  SELECT conversation_key AS key, answered_at, measured_to FROM inbox_entry INDEXED BY inbox_unmeasured
  WHERE answered_at > measured_to LIMIT ?`

export const SET_MEASURED = 'UPDATE inbox_entry SET measured_to = ? WHERE conversation_key = ?'

export interface SpokenRow {
  readonly at: number
  readonly outbound: number
  /** 1 when it left from this console. */
  readonly own: number
}

/** From the answer before on: what was asked before it is known. */
export const SPOKEN = `
  SELECT m.at, m.outbound,
         m.outbound = 1 AND EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id) AS own
  FROM message m WHERE m.conversation_key = ? AND m.at > ? AND m.kind = 'message'
  ORDER BY m.at, m.event_number LIMIT ?`

export const ASKED_BEFORE = `
  SELECT 1 FROM message WHERE conversation_key = ? AND at > ? AND at <= ? AND outbound = 0 AND kind = 'message' LIMIT 1`

export const ADD_RESPONSE = `
  INSERT INTO response_time (account_id, conversation_id, asked_at, answered_at, kind, wall_ms, open_ms, responder_id,
                             category, policy_id, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const NEXT_RISK = `
  SELECT min(sla_risk_at) AS at FROM inbox_entry INDEXED BY inbox_sla_risk
  WHERE sla_due_at IS NOT NULL AND sla_risk_at > ?`

export const NEXT_DUE = `
  SELECT min(sla_due_at) AS at FROM inbox_entry INDEXED BY inbox_sla_unnoted
  WHERE sla_due_at IS NOT NULL AND sla_noted = 0`

export const BREACHES = `
  SELECT b.id, b.account_id, b.conversation_id, c.title, b.kind, b.policy_name, b.due_at, b.answered_at, b.responder_id
  FROM sla_breach b INDEXED BY sla_breach_by_due
  LEFT JOIN conversation c ON c.account_id = b.account_id AND c.id = b.conversation_id
  ORDER BY b.due_at DESC LIMIT ?`
