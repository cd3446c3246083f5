export interface SaidRow {
  readonly outbound: number
  readonly at: number
  readonly text: string
}

/** What was said in a conversation up to a moment, the newest first. */
export const SAID = `
  SELECT outbound, at, text FROM message
  WHERE conversation_key = ? AND kind = 'message' AND (at, event_number) <= (?, CAST(? AS INTEGER))
  ORDER BY at DESC, event_number DESC LIMIT 12`

export interface OpenRow {
  readonly key: number
  readonly category: string | null
}

/** A conversation whose customer waits. */
export const WAITING = `
  SELECT c.key, s.category FROM conversation c
  JOIN inbox_entry e ON e.conversation_key = c.key AND e.waiting_since IS NOT NULL
  LEFT JOIN conversation_state s ON s.account_id = c.account_id AND s.conversation_id = c.id
  WHERE c.account_id = ? AND c.id = ?`

export interface UsedRow {
  readonly id: string
  readonly reply_id: string
  readonly member_id: string
  readonly at: number
  readonly conversation_key: number | null
  /** What the agent had seen, by X's clock; null when the outbox has it no more. */
  readonly seen_to_at: number | null
  readonly seen_to_number: string | null
}

const USED = `
  SELECT u.id, u.reply_id, u.member_id, u.at, c.key AS conversation_key, o.seen_to_at,
         CAST(o.seen_to_number AS TEXT) AS seen_to_number
  FROM canned_use u
  LEFT JOIN outbox o ON o.id = u.outbox_id
  LEFT JOIN conversation c ON c.account_id = u.account_id AND c.id = u.conversation_id`

/** Ids are in the order of time. */
export const USED_BEFORE = `${USED} WHERE u.id < ? ORDER BY u.id DESC LIMIT ?`
export const USED_AFTER = `${USED} WHERE u.id > ? ORDER BY u.id LIMIT ?`
export const NEWEST_USES = 'SELECT id FROM canned_use ORDER BY id DESC LIMIT ?'

export interface SentRow {
  readonly key: number
  readonly conversation_key: number
  readonly at: number
  readonly event_number: string
  readonly text: string
  /** 1: it came out of the library, and is known as a use. */
  readonly canned: number
}

/** What the team sent, the newest first. */
export const SENT_BEFORE = `
  SELECT m.key, m.conversation_key, m.at, CAST(m.event_number AS TEXT) AS event_number, m.text,
         EXISTS (SELECT 1 FROM outbox o JOIN canned_use u ON u.outbox_id = o.id
                 WHERE o.account_id = m.account_id AND o.event_id = m.event_id) AS canned
  FROM message m
  WHERE m.key < ? AND m.outbound = 1 AND m.kind = 'message' ORDER BY m.key DESC LIMIT ?`

export const ACCOUNTS = 'SELECT id FROM account ORDER BY id'

/** Once for each message of a customer, however often it is looked at. */
export const ADD_SHOWN = `
  INSERT OR IGNORE INTO suggestion_shown (account_id, conversation_id, event_id, replies, at) VALUES (?, ?, ?, ?, ?)`

export const COUNT_SHOWN = 'SELECT count(*) AS count FROM suggestion_shown'
export const COUNT_TAKEN = "SELECT count(*) AS count FROM canned_use WHERE origin = 'suggestion'"
