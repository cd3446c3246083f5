export interface CampaignRecord {
  readonly key: number
  readonly id: string
  readonly folded: string
  readonly valid_from: number | null
  readonly valid_until: number | null
  readonly created_by: string
  readonly created_at: number
  readonly updated_at: number
  readonly ended_at: number | null
  readonly deleted_at: number | null
  readonly content: string
}

const CAMPAIGN =
  'key, id, folded, valid_from, valid_until, created_by, created_at, updated_at, ended_at, deleted_at, content'

export const CAMPAIGNS = `SELECT ${CAMPAIGN} FROM promo_campaign WHERE deleted_at IS NULL ORDER BY folded`
export const CAMPAIGN_BY_ID = `SELECT ${CAMPAIGN} FROM promo_campaign WHERE id = ?`
export const CAMPAIGN_BY_KEY = `SELECT ${CAMPAIGN} FROM promo_campaign WHERE key = ?`
export const CAMPAIGN_BY_NAME = 'SELECT id FROM promo_campaign WHERE folded = ? AND deleted_at IS NULL'
export const ADD_CAMPAIGN = `
  INSERT INTO promo_campaign (id, folded, valid_from, valid_until, created_by, created_at, updated_at, content)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
export const CHANGE_CAMPAIGN = `
  UPDATE promo_campaign SET folded = ?, valid_from = ?, valid_until = ?, content = ?, updated_at = ? WHERE key = ?`
export const SET_ENDED = 'UPDATE promo_campaign SET ended_at = ?, updated_at = ? WHERE key = ?'
export const SET_DELETED = 'UPDATE promo_campaign SET deleted_at = ?, updated_at = ? WHERE key = ?'

export const ADD_BATCH = `
  INSERT INTO promo_batch (id, campaign_key, file, ready, shared, member_id, at, size, free)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
/** Codes that were found with customers meanwhile have been counted off already. */
export const BATCH_READY = 'UPDATE promo_batch SET ready = 1, size = ?, free = free + ? WHERE key = ?'
export const UNREADY = 'SELECT key FROM promo_batch WHERE ready = 0'
export const DROP_BATCH = 'DELETE FROM promo_batch WHERE key = ? AND ready = 0'
export const DROP_CODES = `
  DELETE FROM promo_code WHERE key IN (
    SELECT c.key FROM promo_code c JOIN promo_batch b ON b.key = c.batch_key
    WHERE c.batch_key = ? AND b.ready = 0 AND c.state = 'free' LIMIT ?)`
export const SHARED_CODE = `
  SELECT c.key, c.code, c.state FROM promo_batch b JOIN promo_code c ON c.batch_key = b.key
  WHERE b.campaign_key = ? AND b.shared = 1 AND c.code = ?`
export const DROP_SHARED = `
  UPDATE promo_batch SET ready = 0 WHERE campaign_key = ? AND shared = 1`
export const READY_SHARED =
  'UPDATE promo_batch SET ready = 1 WHERE key = (SELECT batch_key FROM promo_code WHERE key = ?)'
export const ADD_CODE = `
  INSERT INTO promo_code (batch_key, code, shared, expires_at, extra) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

/** Of a pool alone: what a code for all has, its holds say. */
export const COUNTS = `
  SELECT campaign_key, sum(size) AS size, sum(free) AS free, sum(reserved) AS reserved, sum(given) AS given,
         sum(redeemed) AS redeemed, sum(gone) AS gone
  FROM promo_batch WHERE ready = 1 AND shared = 0 GROUP BY campaign_key`
export const SHARED_COUNTS = `
  SELECT h.campaign_key, sum(h.state = 'reserved') AS reserved, sum(h.state = 'given') AS given
  FROM promo_hold h INDEXED BY promo_hold_of_all WHERE h.shared = 1 GROUP BY h.campaign_key`
/** From the batches on, which are few: a pool has a million codes. */
const SHARED_TIMES = (index: string, state: string): string => `
  SELECT b.campaign_key, r.times
  FROM promo_batch b CROSS JOIN promo_code c INDEXED BY ${index} ON c.batch_key = b.key AND ${state}
    CROSS JOIN promo_redemption r ON r.code_key = c.key
  WHERE b.shared = 1`
export const SHARED_REDEEMED = `
  SELECT campaign_key, sum(times) AS redeemed FROM (
    ${SHARED_TIMES('promo_code_free', "c.state = 'free'")} UNION ALL ${SHARED_TIMES('promo_code_used', "c.state <> 'free'")})
  GROUP BY campaign_key`
/** Free codes that have ended by themselves. */
export const ENDED_FREE = `
  SELECT b.campaign_key, count(*) AS count
  FROM promo_batch b CROSS JOIN promo_code c INDEXED BY promo_code_free ON c.batch_key = b.key
  WHERE b.ready = 1 AND b.shared = 0 AND c.state = 'free'
    AND coalesce(c.expires_at, 9007199254740991) <= ? GROUP BY b.campaign_key`
export const AS_OF = 'SELECT max(as_of) AS at FROM promo_redemption'
export const DOUBTFUL = `
  SELECT campaign_key, count(*) AS count FROM promo_hold
  WHERE state = 'reserved' AND doubtful = 1 AND outbox_id IS NULL GROUP BY campaign_key`
export const GIVEN_SINCE = `
  SELECT campaign_key, count(*) AS count, min(reserved_at) AS first FROM promo_hold
  WHERE campaign_key = ? AND reserved_at >= ?`
export const GIVEN_IN_ALL = 'SELECT count(*) AS count, min(reserved_at) AS first FROM promo_hold WHERE campaign_key = ?'

/** The next code of a batch: what ends first, but not before then. */
export const NEXT_FREE = `
  SELECT c.key, c.code, c.expires_at FROM promo_code c
  WHERE c.batch_key = ? AND c.state = 'free' AND coalesce(c.expires_at, 9007199254740991) > ?
  ORDER BY coalesce(c.expires_at, 9007199254740991), c.key LIMIT 1`
export const FREE_BATCHES = `
  SELECT key FROM promo_batch WHERE campaign_key = ? AND ready = 1 AND shared = 0 AND free > 0 ORDER BY key`

export interface FoundCode {
  readonly key: number
  readonly code: string
  readonly state: string
  readonly shared: number
  readonly expires_at: number | null
  readonly campaign_key: number
  readonly batch_key: number
  readonly ready: number
}
export const CODE_NAMED = `
  SELECT c.key, c.code, c.state, c.shared, c.expires_at, b.campaign_key, c.batch_key, b.ready
  FROM promo_code c JOIN promo_batch b ON b.key = c.batch_key WHERE c.code = ?`
export const CODE_BY_KEY = `
  SELECT c.key, c.code, c.state, c.shared, c.expires_at, b.campaign_key, c.batch_key, b.ready
  FROM promo_code c JOIN promo_batch b ON b.key = c.batch_key WHERE c.key = ?`
export const ANY_CODES = 'SELECT 1 FROM promo_batch LIMIT 1'

export interface StoredHold {
  readonly id: string
  readonly code_key: number
  readonly code: string
  readonly campaign_key: number
  readonly shared: number
  readonly state: 'reserved' | 'given'
  readonly account_id: string
  readonly conversation_id: string
  readonly customer_id: string | null
  readonly member_id: string
  readonly reply_id: string | null
  readonly reserved_at: number
  readonly outbox_id: string | null
  readonly in_draft: number
  readonly loose_at: number | null
  readonly loose_why: 'taken-out' | 'discarded' | 'failed' | null
  readonly doubtful: number
  readonly touched_at: number
  readonly given_at: number | null
  readonly event_id: string | null
}
const HOLD = `id, code_key, code, campaign_key, shared, state, account_id, conversation_id, customer_id, member_id,
  reply_id, reserved_at, outbox_id, in_draft, loose_at, loose_why, doubtful, touched_at, given_at, event_id`
export const HOLD_BY_ID = `SELECT ${HOLD} FROM promo_hold WHERE id = ?`
export const HOLDS_OF_CODE = `SELECT ${HOLD} FROM promo_hold WHERE code_key = ?`
export const HOLDS_HERE = `
  SELECT ${HOLD} FROM promo_hold WHERE account_id = ? AND conversation_id = ? ORDER BY reserved_at DESC, id DESC`
export const HOLDS_OF_CUSTOMER = `
  SELECT ${HOLD} FROM promo_hold WHERE customer_id = ? ORDER BY reserved_at DESC, id DESC LIMIT 50`
/** What is kept, with when its code and its campaign end. */
export interface OpenHold extends StoredHold {
  readonly expires_at: number | null
  readonly valid_until: number | null
}
export const OPEN_HOLDS = `
  SELECT ${HOLD.replaceAll(/\b(\w+)\b/gu, 'h.$1')}, c.expires_at, p.valid_until
  FROM promo_hold h JOIN promo_code c ON c.key = h.code_key JOIN promo_campaign p ON p.key = h.campaign_key
  WHERE h.state = 'reserved'`
export const IS_HELD = "SELECT 1 FROM promo_hold WHERE state = 'reserved' LIMIT 1"
/** One that is kept for the draft already. */
export const KEPT = `
  SELECT ${HOLD} FROM promo_hold
  WHERE account_id = ? AND conversation_id = ? AND state = 'reserved' AND campaign_key = ? AND outbox_id IS NULL
    AND doubtful = 0`
export const LOOK_AT_LOOSE = 'UPDATE promo_hold SET loose_at = ? WHERE id = ? AND loose_at = 0'
export const KEEP_AGAIN = `
  UPDATE promo_hold SET loose_at = NULL, loose_why = NULL, in_draft = 0, touched_at = ? WHERE id = ?`

export const LEDGER = `
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, member_id, outbox_id,
                            event_id, reply_id, why)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const OPEN_OF_ACCOUNT = `SELECT ${HOLD} FROM promo_hold WHERE account_id = ? AND state = 'reserved'`
export const FORGET_HOLDS = 'DELETE FROM promo_hold WHERE account_id = ?'
export const FORGET_APPROVALS = 'DELETE FROM promo_approval WHERE account_id = ?'
/** What happened stays, without whom it happened to. */
export const FORGET_LEDGER = `
  UPDATE promo_ledger SET account_id = NULL, conversation_id = NULL, customer_id = NULL, outbox_id = NULL, event_id = NULL
  WHERE account_id = ?`

export interface UnreadMessage {
  readonly key: number
  readonly account_id: string
  readonly event_id: string
  readonly at: number
  readonly text: string
  readonly conversation_id: string
  readonly peer_id: string | null
}
const UNREAD_COLUMNS = 'm.key, m.account_id, m.event_id, m.at, m.text, c.id AS conversation_id, c.peer_id'
export const UNREAD_MESSAGES = `
  SELECT ${UNREAD_COLUMNS} FROM promo_unread u JOIN message m ON m.key = u.message_key
    JOIN conversation c ON c.key = m.conversation_key
  ORDER BY u.message_key LIMIT ?`
export const IS_UNREAD = 'SELECT 1 FROM promo_unread LIMIT 1'
export const READ_TO = 'DELETE FROM promo_unread WHERE message_key <= ?'
export const DROP_UNREAD = 'DELETE FROM promo_unread'
export const OWN_BEFORE = `
  SELECT ${UNREAD_COLUMNS}, m.outbound, m.kind FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE m.key < ? ORDER BY m.key DESC LIMIT ?`
/** Codes of a batch that customers have. */
export const GIVEN_OF_BATCH = `SELECT given AS count FROM promo_batch WHERE key = ?`

/** Replies that can still be stopped, with a code in them. */
export const WAITING_WITH_CODE = `
  SELECT o.id FROM promo_in_reply r JOIN outbox o ON o.id = r.outbox_id
  WHERE r.code_key = ? AND o.state IN ('held', 'queued')`
/** A reply that can still be stopped. */
export const WAITING_REPLY = `
  SELECT id, account_id, conversation_id FROM outbox WHERE id = ? AND state IN ('held', 'queued')`
/** Codes for everybody that were inserted into a reply. */
export const SHARED_IN_REPLY = `
  SELECT c.key, c.code, c.state, c.shared, c.expires_at, b.campaign_key, c.batch_key, b.ready
  FROM promo_in_reply r JOIN promo_code c ON c.key = r.code_key JOIN promo_batch b ON b.key = c.batch_key
  WHERE r.outbox_id = ? AND c.shared = 1`
export const ANY_IN_REPLY = 'SELECT 1 FROM promo_in_reply WHERE outbox_id = ? LIMIT 1'
export const HOLDS_OF_CAMPAIGN = `SELECT ${HOLD} FROM promo_hold WHERE campaign_key = ?`
export const OPEN_OF_CAMPAIGN = `
  SELECT ${HOLD} FROM promo_hold WHERE campaign_key = ? AND state = 'reserved'`

export const HAD_BY_CUSTOMER = `
  SELECT max(reserved_at) AS at FROM promo_hold WHERE customer_id = ? AND campaign_key = ?`
export const LAST_OF_CUSTOMER = 'SELECT max(reserved_at) AS at FROM promo_hold WHERE customer_id = ?'
export const HAD_HERE = `
  SELECT max(reserved_at) AS at FROM promo_hold WHERE account_id = ? AND conversation_id = ? AND campaign_key = ?`
export const LAST_HERE = 'SELECT max(reserved_at) AS at FROM promo_hold WHERE account_id = ? AND conversation_id = ?'
export const SETTLED_BEFORE = 'SELECT 1 FROM resolution WHERE account_id = ? AND conversation_id = ? LIMIT 1'
export const TAGS_HERE = `
  SELECT t.tag_id AS id FROM conversation_tag t JOIN tag ON tag.id = t.tag_id
  WHERE t.account_id = ? AND t.conversation_id = ? AND tag.deleted_at IS NULL`
export const TAG_NAME = 'SELECT name FROM tag WHERE id = ? AND deleted_at IS NULL'

export const APPROVAL = `
  SELECT id FROM promo_approval
  WHERE account_id = ? AND conversation_id = ? AND campaign_key = ? AND used_by IS NULL AND at >= ?`
export const ADD_APPROVAL = `
  INSERT INTO promo_approval (id, campaign_key, account_id, conversation_id, member_id, at) VALUES (?, ?, ?, ?, ?, ?)`
export const USE_APPROVAL = 'UPDATE promo_approval SET used_by = ? WHERE id = ?'

export const REDEEM = `
  INSERT INTO promo_redemption (code_key, times, redeemed_at, as_of) VALUES (?, ?, ?, ?)
  ON CONFLICT (code_key) DO UPDATE SET times = max(times, excluded.times), as_of = max(as_of, excluded.as_of),
    redeemed_at = coalesce(redeemed_at, excluded.redeemed_at)`
export const REDEMPTION = 'SELECT times, redeemed_at, as_of FROM promo_redemption WHERE code_key = ?'

export interface ListedCode {
  readonly key: number
  readonly code: string
  readonly state: string
  readonly expires_at: number | null
  readonly hold: string | null
  readonly account_id: string | null
  readonly conversation_id: string | null
  readonly customer: string | null
  readonly member: string | null
  readonly at: number | null
  readonly doubtful: number | null
  readonly redeemed_at: number | null
  readonly redeemed: number
}
const LISTED = `
  SELECT c.key, c.code, c.state, c.expires_at, h.id AS hold, h.account_id, h.conversation_id, v.title AS customer,
         t.name AS member, coalesce(h.given_at, h.reserved_at) AS at, h.doubtful, r.redeemed_at,
         r.code_key IS NOT NULL AS redeemed
  FROM promo_code c
    LEFT JOIN promo_hold h ON h.code_key = c.key AND h.shared = 0
    LEFT JOIN conversation v ON v.account_id = h.account_id AND v.id = h.conversation_id
    LEFT JOIN team_member t ON t.id = h.member_id
    LEFT JOIN promo_redemption r ON r.code_key = c.key`
/** Codes of a batch: free ones in the order in which they are given. */
export const CODES_FREE = `
  ${LISTED} WHERE c.batch_key = ? AND c.state = 'free'
  ORDER BY coalesce(c.expires_at, 9007199254740991), c.key LIMIT ?`
export const CODES_IN_STATE = `
  ${LISTED} WHERE c.batch_key = ? AND c.state <> 'free' AND c.state = ? ORDER BY c.key DESC LIMIT ?`
export const CODES_STARTING = `
  ${LISTED} JOIN promo_batch b ON b.key = c.batch_key
  WHERE c.code >= ? AND c.code < ? AND b.campaign_key = ? AND b.ready = 1 ORDER BY c.code LIMIT ?`
export const HELD_SHARED = `
  SELECT c.key, c.code, h.state, c.expires_at, h.id AS hold, h.account_id, h.conversation_id, v.title AS customer,
         t.name AS member, coalesce(h.given_at, h.reserved_at) AS at, h.doubtful, NULL AS redeemed_at, 0 AS redeemed
  FROM promo_hold h JOIN promo_code c ON c.key = h.code_key
    LEFT JOIN conversation v ON v.account_id = h.account_id AND v.id = h.conversation_id
    LEFT JOIN team_member t ON t.id = h.member_id
  WHERE h.campaign_key = ? AND h.shared = 1 ORDER BY h.reserved_at DESC LIMIT ?`
export const BATCHES = `
  SELECT key, shared FROM promo_batch WHERE campaign_key = ? AND ready = 1 ORDER BY key DESC`
/** A page of all codes of a campaign, for an export. */
export const EXPORTED = `
  SELECT c.key, c.code, c.state, c.expires_at, c.extra, h.given_at, h.account_id, h.conversation_id, h.event_id,
         u.username AS customer, t.name AS member, r.redeemed_at, r.as_of
  FROM promo_code c
    LEFT JOIN promo_hold h ON h.code_key = c.key AND h.shared = 0
    LEFT JOIN user u ON u.id = h.customer_id
    LEFT JOIN team_member t ON t.id = h.member_id
    LEFT JOIN promo_redemption r ON r.code_key = c.key
  WHERE c.key > ? AND c.batch_key = ? ORDER BY c.key LIMIT ?`

const WATCHED = `
  FROM promo_hold h LEFT JOIN promo_redemption r ON r.code_key = h.code_key AND h.shared = 0
  WHERE h.state = 'given' AND h.given_at >= ? AND h.given_at < ?`
/** What was given in a time, by one thing. A code for all tells how often it was redeemed, but not by whom. */
export const WATCH = {
  campaign: `
    SELECT h.campaign_key AS id, count(*) AS given, sum(r.code_key IS NOT NULL) AS redeemed, min(h.shared) AS shared
    ${WATCHED} GROUP BY h.campaign_key`,
  agent: `
    SELECT h.member_id AS id, count(*) AS given, sum(r.code_key IS NOT NULL) AS redeemed, min(h.shared) AS shared
    ${WATCHED} AND h.shared = 0 GROUP BY h.member_id`,
  reply: `
    SELECT h.reply_id AS id, count(*) AS given, sum(r.code_key IS NOT NULL) AS redeemed, min(h.shared) AS shared
    ${WATCHED} AND h.shared = 0 AND h.reply_id IS NOT NULL GROUP BY h.reply_id`,
  category: `
    SELECT coalesce(s.category, '') AS id, count(*) AS given, sum(r.code_key IS NOT NULL) AS redeemed,
           min(h.shared) AS shared
    FROM promo_hold h LEFT JOIN promo_redemption r ON r.code_key = h.code_key AND h.shared = 0
      LEFT JOIN conversation_state s ON s.account_id = h.account_id AND s.conversation_id = h.conversation_id
    WHERE h.state = 'given' AND h.given_at >= ? AND h.given_at < ? AND h.shared = 0 GROUP BY 1`
} as const
