import type { ScoreKind } from '../../../../shared/domain/survey/survey.ts'

export interface UseRow {
  readonly at: number
  readonly changed: number | null
  /** When it left, by X's clock; null: not yet, or the message is not kept. */
  readonly sent_at: number | null
  /** When the customer wrote after it. */
  readonly answered_at: number | null
  /** How long the customer had waited for it, ms; null when nobody waited. */
  readonly wall_ms: number | null
  /** The first time that the conversation was resolved from then on; null: it was not. */
  readonly resolved_at: number | null
}

const ANSWERED_AT = `
         (SELECT n.at FROM message n
          WHERE n.conversation_key = m.conversation_key AND n.at > m.at AND n.kind = 'message' AND n.outbound = 0
          ORDER BY n.at LIMIT 1) AS answered_at`

const OF_VERSION = `
  FROM canned_use u INDEXED BY canned_use_of_version
  CROSS JOIN outbox o ON o.id = u.outbox_id AND o.state = 'sent'
  LEFT JOIN message m ON m.account_id = u.account_id AND m.event_id = o.event_id
  WHERE u.reply_id = ? AND u.version_id = ? ORDER BY u.at DESC LIMIT ?`

/** The newest uses of a version that X has, with what came after. Parameters: reply, version, how many. */
export const OUTCOMES = `
  SELECT u.at, u.changed, m.at AS sent_at, ${ANSWERED_AT},
         (SELECT r.wall_ms FROM response_time r
          WHERE r.account_id = u.account_id AND r.conversation_id = u.conversation_id AND r.answered_at = m.at
          LIMIT 1) AS wall_ms,
         (SELECT min(r.at) FROM resolution r
          WHERE r.account_id = u.account_id AND r.conversation_id = u.conversation_id AND r.at >= u.at) AS resolved_at,
         u.account_id, u.conversation_id
  ${OF_VERSION}`

export interface AnswerRow extends Pick<UseRow, 'at' | 'changed' | 'sent_at' | 'answered_at'> {
  readonly account_id: string
  readonly conversation_id: string
}

/** The same with the answers alone. */
export const ANSWERS = `
  SELECT u.at, u.changed, m.at AS sent_at, ${ANSWERED_AT}, u.account_id, u.conversation_id
  ${OF_VERSION}`

export interface ScoreRow {
  readonly kind: ScoreKind
  readonly score: number
  readonly at: number
}

/** The newest scores of surveys before which a version was the last reply used. Parameters: version, how many. */
export const SCORES = `
  SELECT a.kind, n.score, a.asked_at AS at
  FROM survey_asked a INDEXED BY survey_asked_version
  CROSS JOIN survey_answer n ON n.asked_id = a.id AND n.state = 'score'
  WHERE a.version_id = ? ORDER BY a.asked_at DESC LIMIT ?`

/** Replies whose surveys may have been answered, or their answers decided, lately. Parameter: since when they were asked. */
export const SURVEYED_SINCE = `
  SELECT DISTINCT reply_id AS id FROM survey_asked INDEXED BY survey_asked_time
  WHERE asked_at >= ? AND reply_id IS NOT NULL`

export const NEWEST_VERSIONS = 'SELECT id FROM canned_version WHERE reply_id = ? ORDER BY number DESC LIMIT ?'

/** Replies that are in something that has not left; the outbox holds little of it. */
export const UNSENT = `
  SELECT DISTINCT u.reply_id AS id FROM outbox o CROSS JOIN canned_use u ON u.outbox_id = o.id WHERE o.state <> 'sent'`

export const REOPENED =
  'SELECT reopened_at FROM resolution WHERE account_id = ? AND conversation_id = ? AND at = ? AND reopened_at IS NOT NULL'

/**
 * How often each version was sent, and up to when. What has not left is little and looked up once: a look at the outbox for
 * each of a hundred thousand uses takes seconds.
 */
export const VERSIONS_SENT = `
  SELECT u.version_id AS id, v.number, count(*) AS sent, max(u.at) AS last_at
  FROM canned_use u INDEXED BY canned_use_of_version LEFT JOIN canned_version v ON v.id = u.version_id
  WHERE u.reply_id = ? AND u.outbox_id NOT IN (SELECT id FROM outbox WHERE state <> 'sent') GROUP BY u.version_id`

export interface FixRow {
  readonly reply_id: string
  readonly version_id: string
  readonly language: string
  readonly from_at: number
  readonly to_at: number
  readonly put: string
}

/**
 * The same change to an approved version, also where it was not sent yet: which were is looked up for the few that come out.
 * Parameters: how often at least, and how many of them.
 */
export const FIXES = `
  SELECT e.reply_id, e.version_id, e.language, e.from_at, e.to_at, e.put, count(*) AS times
  FROM canned_reply r CROSS JOIN canned_edit e ON e.version_id = r.approved_id
  WHERE r.retired_at IS NULL AND r.deleted_at IS NULL
  GROUP BY e.version_id, e.language, e.from_at, e.to_at, e.put
  HAVING times >= ? ORDER BY times DESC LIMIT ?`

/** One person who writes to two accounts, or with two, is one customer. */
const CUSTOMER = "coalesce(l.customer_id, c.peer_id, u.account_id || ' ' || u.conversation_id)"

export interface EvidenceRow {
  readonly times: number
  readonly customers: number
  readonly members: number
  readonly last_at: number
}

/** Of a change in replies that X has: how often, for how many customers, and by how many agents. */
export const EVIDENCE = `
  SELECT count(*) AS times, count(DISTINCT ${CUSTOMER}) AS customers, count(DISTINCT u.member_id) AS members,
         max(u.at) AS last_at
  FROM canned_edit e CROSS JOIN canned_use u ON u.id = e.use_id
  CROSS JOIN outbox o ON o.id = u.outbox_id AND o.state = 'sent'
  LEFT JOIN conversation c ON c.account_id = u.account_id AND c.id = u.conversation_id
  LEFT JOIN customer_link l ON l.user_id = c.peer_id
  WHERE e.version_id = ? AND e.language = ? AND e.from_at = ? AND e.to_at = ? AND e.put = ?`

/**
 * How many customers got a version. Its uses are read from an index alone, and what has not left, which is little, is looked
 * up once.
 */
export const CUSTOMERS_OF = `
  SELECT count(DISTINCT ${CUSTOMER}) AS customers
  FROM (SELECT DISTINCT account_id, conversation_id FROM canned_use INDEXED BY canned_use_customers
        WHERE version_id = ? AND outbox_id NOT IN (SELECT id FROM outbox WHERE state <> 'sent')) u
  LEFT JOIN conversation c ON c.account_id = u.account_id AND c.id = u.conversation_id
  LEFT JOIN customer_link l ON l.user_id = c.peer_id`

export interface ExampleRow {
  readonly account_id: string
  readonly conversation_id: string
  readonly member_id: string
  readonly at: number
  /** What the conversation is called. */
  readonly title: string | null
}

/** The newest of the conversations in which a change left. */
export const EXAMPLES = `
  SELECT u.account_id, u.conversation_id, u.member_id, max(u.at) AS at,
         (SELECT c.title FROM conversation c WHERE c.account_id = u.account_id AND c.id = u.conversation_id) AS title
  FROM canned_edit e CROSS JOIN canned_use u ON u.id = e.use_id
  CROSS JOIN outbox o ON o.id = u.outbox_id AND o.state = 'sent'
  WHERE e.version_id = ? AND e.language = ? AND e.from_at = ? AND e.to_at = ? AND e.put = ?
  GROUP BY u.account_id, u.conversation_id ORDER BY at DESC LIMIT 5`

/** Places of one language at which the same was declined. */
export const DECLINED = 'SELECT words FROM canned_fix_declined WHERE reply_id = ? AND language = ? AND put = ?'

export const DECLINE = `
  INSERT INTO canned_fix_declined (reply_id, language, words, put, member_id, at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`

export const PROPOSE_AGAIN =
  'DELETE FROM canned_fix_declined WHERE reply_id = ? AND language = ? AND words = ? AND put = ?'
