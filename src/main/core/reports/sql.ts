import type { Category } from '../../../shared/domain/conversation.ts'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import type { SurveyKind } from '../../../shared/domain/survey/survey.ts'

/*
 * Everything is read in short parts, each from where the last one ended: along a key, and never with OFFSET.
 */

export interface PutAwayRow {
  readonly account_id: string
  readonly conversation_id: string
  readonly key: number
}

/** Conversations that are requests or spam, or were declined as such: counted nowhere. */
export const PUT_AWAY = `
  SELECT t.account_id, t.conversation_id, c.key FROM conversation_state t INDEXED BY conversation_put_away
  CROSS JOIN conversation c ON c.account_id = t.account_id AND c.id = t.conversation_id
  WHERE t.place <> 'inbox' AND (t.account_id, t.conversation_id) > (?, ?)
  ORDER BY t.account_id, t.conversation_id LIMIT ?`

export interface MessageRow {
  readonly key: number
  readonly at: number
  readonly outbound: number
  readonly conversation_key: number
  readonly account_id: string
}

/** Keys grow with time (sync/message-key.ts): a range of days is a range of keys, read without an index beside it. */
export const MESSAGES = `
  SELECT key, at, outbound, conversation_key, account_id FROM message NOT INDEXED
  WHERE key > ? AND key <= ? AND kind = 'message' ORDER BY key LIMIT ?`

export interface ConversationRow {
  readonly key: number
  readonly account_id: string
  readonly first_at: number
}

/** Those that are in a queue. */
export const CONVERSATIONS = `
  SELECT c.key, c.account_id, c.first_at FROM conversation c CROSS JOIN inbox_entry e ON e.conversation_key = c.key
  WHERE c.key > ? ORDER BY c.key LIMIT ?`

/** The first resolution from a moment on tells what a matter was about; until then the conversation does. */
const CATEGORY = (row: string, at: string): string => `coalesce(
    (SELECT x.category FROM resolution x
     WHERE x.account_id = ${row}.account_id AND x.conversation_id = ${row}.conversation_id AND x.at >= ${at}
     ORDER BY x.at LIMIT 1), t.category)`

const CONVERSATION = (row: string): string => `
  CROSS JOIN conversation c ON c.account_id = ${row}.account_id AND c.id = ${row}.conversation_id
  LEFT JOIN conversation_state t ON t.account_id = ${row}.account_id AND t.conversation_id = ${row}.conversation_id`

export interface ResponseRow {
  readonly answered_at: number
  readonly account_id: string
  readonly conversation_id: string
  readonly asked_at: number
  readonly key: number
  readonly kind: ResponseKind
  readonly wall_ms: number
  readonly open_ms: number
  readonly responder_id: string | null
  readonly policy_id: string | null
  readonly late: number
  readonly category: Category | null
}

export const RESPONSES = `
  SELECT r.answered_at, r.account_id, r.conversation_id, r.asked_at, c.key, r.kind, r.wall_ms, r.open_ms, r.responder_id,
         r.policy_id, ${CATEGORY('r', 'r.answered_at')} AS category,
         EXISTS (SELECT 1 FROM sla_breach b WHERE b.account_id = r.account_id
                 AND b.conversation_id = r.conversation_id AND b.asked_at = r.asked_at) AS late
  FROM response_time r INDEXED BY response_time_by_answer ${CONVERSATION('r')}
  WHERE (r.answered_at, r.account_id, r.conversation_id, r.asked_at) > (?, ?, ?, ?) AND r.answered_at < ?
  ORDER BY r.answered_at, r.account_id, r.conversation_id, r.asked_at LIMIT ?`

export interface ResolutionRow {
  readonly at: number
  readonly account_id: string
  readonly conversation_id: string
  readonly key: number
  readonly assignee_id: string | null
  readonly category: Category | null
  /** Who answered last before it, from this console. */
  readonly responder_id: string | null
  /** When it was resolved before, and came back from that. */
  readonly before_at: number | null
  readonly back_at: number | null
}

/** Without those that were of the past when they came. */
export const RESOLUTIONS = `
  SELECT x.at, x.account_id, x.conversation_id, c.key, x.assignee_id, coalesce(x.category, t.category) AS category,
         (SELECT r.responder_id FROM response_time r
          WHERE r.account_id = x.account_id AND r.conversation_id = x.conversation_id AND r.asked_at <= x.at
            AND r.answered_at <= x.at AND r.responder_id IS NOT NULL
          ORDER BY r.asked_at DESC LIMIT 1) AS responder_id,
         p.at AS before_at, p.reopened_at AS back_at
  FROM resolution x INDEXED BY resolution_by_time ${CONVERSATION('x')}
  LEFT JOIN resolution p ON p.account_id = x.account_id AND p.conversation_id = x.conversation_id
    AND p.at = (SELECT max(q.at) FROM resolution q
                WHERE q.account_id = x.account_id AND q.conversation_id = x.conversation_id AND q.at < x.at)
  WHERE (x.at, x.account_id, x.conversation_id) > (?, ?, ?) AND x.at < ? AND x.rested = 0
  ORDER BY x.at, x.account_id, x.conversation_id LIMIT ?`

/** When a customer first wrote after a moment. */
export const ASKED_AFTER = `
  SELECT at FROM message WHERE conversation_key = ? AND at > ? AND at <= ? AND outbound = 0 AND kind = 'message'
  ORDER BY at LIMIT 1`

export interface ReturnRow {
  readonly reopened_at: number
  readonly account_id: string
  readonly conversation_id: string
  readonly at: number
  readonly key: number
}

export const RETURNS = `
  SELECT x.reopened_at, x.account_id, x.conversation_id, x.at, c.key
  FROM resolution x INDEXED BY resolution_by_return
  CROSS JOIN conversation c ON c.account_id = x.account_id AND c.id = x.conversation_id
  WHERE x.reopened_at IS NOT NULL AND (x.reopened_at, x.account_id, x.conversation_id, x.at) > (?, ?, ?, ?)
    AND x.reopened_at < ?
  ORDER BY x.reopened_at, x.account_id, x.conversation_id, x.at LIMIT ?`

export interface BreachRow {
  readonly due_at: number
  readonly id: string
  readonly account_id: string
  readonly key: number
  readonly policy_id: string
  readonly policy_name: string
  readonly category: Category | null
}

export const BREACHES = `
  SELECT b.due_at, b.id, b.account_id, c.key, b.policy_id, b.policy_name,
         coalesce(${CATEGORY('b', 'b.due_at')}, b.category) AS category
  FROM sla_breach b INDEXED BY sla_breach_by_due ${CONVERSATION('b')}
  WHERE (b.due_at, b.id) > (?, ?) AND b.due_at < ?
  ORDER BY b.due_at, b.id LIMIT ?`

export interface UseRow {
  readonly at: number
  readonly id: string
  readonly account_id: string
  readonly key: number
  readonly reply_id: string
  readonly changed: number | null
  /** The first time it was resolved from then on, and came back from that. */
  readonly resolved_at: number | null
  readonly reopened_at: number | null
}

/** What X has, and only that. */
export const USES = `
  SELECT u.at, u.id, u.account_id, c.key, u.reply_id, u.changed, x.at AS resolved_at, x.reopened_at
  FROM canned_use u INDEXED BY canned_use_at
  CROSS JOIN outbox o ON o.id = u.outbox_id AND o.state = 'sent'
  CROSS JOIN conversation c ON c.account_id = u.account_id AND c.id = u.conversation_id
  LEFT JOIN resolution x ON x.account_id = u.account_id AND x.conversation_id = u.conversation_id
    AND x.at = (SELECT min(q.at) FROM resolution q
                WHERE q.account_id = u.account_id AND q.conversation_id = u.conversation_id AND q.at >= u.at)
  WHERE (u.at, u.id) > (?, ?) AND u.at < ?
  ORDER BY u.at, u.id LIMIT ?`

/** What agents know a canned reply by. */
export const TITLE = `
  SELECT json_extract(v.content, '$.title') AS title
  FROM canned_reply r JOIN canned_version v ON v.id = coalesce(r.approved_id, r.newest_id) WHERE r.id = ?`

export interface GivenRow {
  readonly given_at: number
  readonly id: string
  readonly account_id: string
  readonly key: number
  readonly campaign_key: number
  readonly redeemed: number
}

/** Promo codes that customers have. A code for all tells nothing of who redeemed it. */
export const GIVEN = `
  SELECT h.given_at, h.id, h.account_id, c.key, h.campaign_key,
         h.shared = 0 AND EXISTS (SELECT 1 FROM promo_redemption r WHERE r.code_key = h.code_key) AS redeemed
  FROM promo_hold h INDEXED BY promo_hold_given
  CROSS JOIN conversation c ON c.account_id = h.account_id AND c.id = h.conversation_id
  WHERE h.state = 'given' AND (h.given_at, h.id) > (?, ?) AND h.given_at < ?
  ORDER BY h.given_at, h.id LIMIT ?`

export interface SurveyedRow {
  readonly asked_at: number
  readonly id: string
  readonly account_id: string
  readonly key: number
  readonly kind: SurveyKind
  readonly member_id: string
  readonly reply_id: string | null
  /** Null: no answer. */
  readonly state: 'score' | 'asking' | 'words' | 'none' | null
  readonly score: number | null
  readonly category: Category | null
}

/** Surveys that X has, with what was answered by now. */
export const SURVEYED = `
  SELECT a.asked_at, a.id, a.account_id, c.key, a.kind, a.member_id, a.reply_id, n.state, n.score,
         coalesce(n.category, t.category) AS category
  FROM survey_asked a INDEXED BY survey_asked_time
  CROSS JOIN outbox o ON o.id = a.outbox_id AND o.state = 'sent' ${CONVERSATION('a')}
  LEFT JOIN survey_answer n ON n.asked_id = a.id
  WHERE (a.asked_at, a.id) > (?, ?) AND a.asked_at < ?
  ORDER BY a.asked_at, a.id LIMIT ?`

export const CAMPAIGN = `
  SELECT id, json_extract(content, '$.name') AS name FROM promo_campaign WHERE key = ?`

export interface ChangeRow {
  readonly at: number
  readonly key: number
  readonly account_id: string
  readonly from_shelf: string | null
  readonly to_shelf: string
  readonly first_at: number
}

export const CHANGES = `
  SELECT s.at, s.key, s.account_id, s.from_shelf, s.to_shelf, c.first_at
  FROM shelf_change s INDEXED BY shelf_change_at
  CROSS JOIN conversation c ON c.account_id = s.account_id AND c.id = s.conversation_id
  CROSS JOIN inbox_entry e ON e.conversation_key = c.key
  WHERE (s.at, s.key) > (?, ?) ORDER BY s.at, s.key LIMIT ?`

export const HISTORY = 'SELECT since FROM shelf_history'

export interface AccountRow {
  readonly id: string
  readonly username: string
  readonly added_at: number
}

export const ACCOUNTS = 'SELECT id, username, added_at FROM account ORDER BY practice, added_at, id'

export const MEMBERS = 'SELECT id, name FROM team_member'

export interface PlanRow {
  readonly plan: string
  readonly created_at: number
}

/** The newest last. */
export const PLANS = 'SELECT plan, created_at FROM sla_plan ORDER BY sequence'

export interface CountsRow {
  readonly open: number
  readonly unassigned: number
  readonly waiting: number
  readonly snoozed: number
  readonly requests: number
  readonly spam: number
}

/** Parameter: the account, or null for all. */
export const COUNTS = `
  SELECT coalesce(sum(open), 0) AS open, coalesce(sum(unassigned), 0) AS unassigned,
         coalesce(sum(waiting), 0) AS waiting, coalesce(sum(snoozed), 0) AS snoozed,
         coalesce(sum(requests), 0) AS requests, coalesce(sum(spam), 0) AS spam
  FROM queue_counter WHERE account_id = coalesce(?, account_id)`

/** Who waits longer than was promised. Parameters: now, the account or null. */
export const OVERDUE = `
  SELECT count(*) AS count FROM inbox_entry INDEXED BY inbox_sla_due
  WHERE sla_due_at IS NOT NULL AND sla_due_at <= ? AND account_id = coalesce(?, account_id)`

export interface OpenRow {
  readonly last_at: number
  readonly key: number
  readonly account_id: string
  readonly waiting_since: number | null
  /** Since when it is open: begun, back, or let in. */
  readonly since: number
}

/** What lies on a shelf. Parameters: the shelf, where the last part ended, how many. */
export const OPEN = `
  SELECT e.last_at, e.conversation_key AS key, e.account_id, e.waiting_since,
         max(c.first_at, coalesce(t.let_in_at, 0), coalesce(
           (SELECT x.reopened_at FROM resolution x
            WHERE x.account_id = c.account_id AND x.conversation_id = c.id ORDER BY x.at DESC LIMIT 1), 0)) AS since
  FROM inbox_entry e INDEXED BY inbox_by_shelf CROSS JOIN conversation c ON c.key = e.conversation_key
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  WHERE e.shelf = ? AND (e.last_at, e.conversation_key) > (?, ?)
  ORDER BY e.last_at, e.conversation_key LIMIT ?`

export interface ListedRow {
  readonly account_id: string
  readonly id: string
  readonly title: string
  readonly first_at: number
  readonly shelf: string
  readonly assignee: string | null
  readonly category: Category | null
}

/** What a conversation is now. */
export const LISTED = `
  SELECT c.account_id, c.id, c.title, c.first_at, e.shelf, m.name AS assignee, t.category
  FROM conversation c JOIN inbox_entry e ON e.conversation_key = c.key
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  LEFT JOIN team_member m ON m.id = t.assignee_id
  WHERE c.key = ?`

export const TAGS = `
  SELECT t.name FROM conversation_tag o JOIN tag t ON t.id = o.tag_id AND t.deleted_at IS NULL
  WHERE o.account_id = ? AND o.conversation_id = ? ORDER BY t.folded`
