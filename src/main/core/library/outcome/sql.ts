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

/** The newest uses of a version that X has, with what came after. Parameters: reply, version, how many. */
export const OUTCOMES = `
  SELECT u.at, u.changed, m.at AS sent_at,
         (SELECT n.at FROM message n
          WHERE n.conversation_key = m.conversation_key AND n.at > m.at AND n.kind = 'message' AND n.outbound = 0
          ORDER BY n.at LIMIT 1) AS answered_at,
         (SELECT r.wall_ms FROM response_time r
          WHERE r.account_id = u.account_id AND r.conversation_id = u.conversation_id AND r.answered_at = m.at
          LIMIT 1) AS wall_ms,
         (SELECT min(r.at) FROM resolution r
          WHERE r.account_id = u.account_id AND r.conversation_id = u.conversation_id AND r.at >= u.at) AS resolved_at,
         u.account_id, u.conversation_id
  FROM canned_use u INDEXED BY canned_use_of_version
  CROSS JOIN outbox o ON o.id = u.outbox_id AND o.state = 'sent'
  LEFT JOIN message m ON m.account_id = u.account_id AND m.event_id = o.event_id
  WHERE u.reply_id = ? AND u.version_id = ? ORDER BY u.at DESC LIMIT ?`

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
  readonly times: number
}

/** The same change to an approved version. Parameters: how often at least, and how many of them. */
export const FIXES = `
  SELECT e.reply_id, e.version_id, e.language, e.from_at, e.to_at, e.put, count(*) AS times
  FROM canned_reply r CROSS JOIN canned_edit e ON e.version_id = r.approved_id
  WHERE r.retired_at IS NULL AND r.deleted_at IS NULL
  GROUP BY e.version_id, e.language, e.from_at, e.to_at, e.put
  HAVING times >= ? ORDER BY times DESC LIMIT ?`

export interface EvidenceRow {
  readonly customers: number
  readonly members: number
  readonly last_at: number
}

/** For whom, and by whom, a change was made. One person who writes to two accounts, or with two, is one customer. */
export const EVIDENCE = `
  SELECT count(DISTINCT coalesce(l.customer_id, c.peer_id, u.account_id || ' ' || u.conversation_id)) AS customers,
         count(DISTINCT u.member_id) AS members, max(u.at) AS last_at
  FROM canned_edit e CROSS JOIN canned_use u ON u.id = e.use_id
  LEFT JOIN conversation c ON c.account_id = u.account_id AND c.id = u.conversation_id
  LEFT JOIN customer_link l ON l.user_id = c.peer_id
  WHERE e.version_id = ? AND e.language = ? AND e.from_at = ? AND e.to_at = ? AND e.put = ?`

/** For how many customers a version was used. */
export const CUSTOMERS_OF = `
  SELECT count(*) AS customers FROM (
    SELECT DISTINCT account_id, conversation_id FROM canned_use INDEXED BY canned_use_customers WHERE version_id = ?)`

export interface ExampleRow {
  readonly account_id: string
  readonly conversation_id: string
  readonly member_id: string
  readonly at: number
  /** What the conversation is called. */
  readonly title: string | null
}

export const EXAMPLES = `
  SELECT u.account_id, u.conversation_id, u.member_id, max(u.at) AS at,
         (SELECT c.title FROM conversation c WHERE c.account_id = u.account_id AND c.id = u.conversation_id) AS title
  FROM canned_edit e JOIN canned_use u ON u.id = e.use_id
  WHERE e.version_id = ? AND e.language = ? AND e.from_at = ? AND e.to_at = ? AND e.put = ?
  GROUP BY u.account_id, u.conversation_id ORDER BY at DESC LIMIT 5`

export const DECLINED = 'SELECT 1 FROM canned_fix_declined WHERE reply_id = ? AND words = ? AND put = ?'

export const DECLINE = `
  INSERT INTO canned_fix_declined (reply_id, words, put, member_id, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const PROPOSE_AGAIN = 'DELETE FROM canned_fix_declined WHERE reply_id = ? AND words = ? AND put = ?'
