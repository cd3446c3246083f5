import type { Sentiment, Severity } from '../../../shared/domain/feedback/feedback.ts'

export interface StoredFeedback {
  readonly key: number
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly event_id: string | null
  readonly start_at: number | null
  readonly end_at: number | null
  readonly quote: string
  readonly erased: number
  readonly product_id: string | null
  readonly sentiment: Sentiment
  readonly severity: Severity | null
  readonly note: string
  readonly member_id: string
  readonly said_at: number
  readonly created_at: number
  readonly deleted_at: number | null
}

const COLUMNS = `f.key, f.id, f.account_id, f.conversation_id, f.event_id, f.start_at, f.end_at, f.quote, f.erased,
  f.product_id, f.sentiment, f.severity, f.note, f.member_id, f.said_at, f.created_at, f.deleted_at`

export const FIND = `SELECT ${COLUMNS} FROM feedback f WHERE f.id = ?`

export const MESSAGE = `
  SELECT m.text, m.at FROM message m JOIN conversation c ON c.key = m.conversation_key
  WHERE m.account_id = ? AND m.event_id = ? AND c.id = ? AND m.kind = 'message'`

export const CONVERSATION = 'SELECT last_at FROM conversation WHERE account_id = ? AND id = ?'

export const ADD = `
  INSERT INTO feedback (id, account_id, conversation_id, event_id, start_at, end_at, quote, product_id, sentiment, severity,
                        note, member_id, said_at, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const CHANGE = `
  UPDATE feedback SET product_id = ?, sentiment = ?, severity = ?, note = ?, deleted_at = NULL, updated_at = ? WHERE key = ?`

export const TAKE_AWAY = 'UPDATE feedback SET deleted_at = ?, updated_at = ? WHERE key = ?'

export const DROP_TAKEN_AWAY = 'DELETE FROM feedback WHERE deleted_at IS NOT NULL AND deleted_at < ?'

export const GIVE = `
  INSERT INTO feedback_given (feedback_key, theme_id, said_at, sentiment, product_id) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`

export const TAKE_ALL = 'DELETE FROM feedback_given WHERE feedback_key = ?'

export const GIVEN = 'SELECT theme_id FROM feedback_given WHERE feedback_key = ?'

/** An entry's themes, as JSON; `f.key` is the entry's. */
const THEMES = `
  (SELECT json_group_array(json_object('id', h.id, 'name', h.name))
   FROM feedback_given g CROSS JOIN feedback_theme h ON h.id = g.theme_id WHERE g.feedback_key = f.key)`

export interface ListedFeedback extends StoredFeedback {
  readonly themes: string
  readonly product: string | null
}

/** What was tagged in a conversation, the oldest first. */
export const OF_CONVERSATION = `
  SELECT ${COLUMNS}, ${THEMES} AS themes, p.name AS product
  FROM feedback f LEFT JOIN feedback_product p ON p.id = f.product_id
  WHERE f.account_id = ? AND f.conversation_id = ? AND f.deleted_at IS NULL ORDER BY f.key`

export interface QuotedFeedback extends ListedFeedback {
  readonly title: string
  readonly text: string | null
}

const QUOTED = `${COLUMNS}, ${THEMES} AS themes, p.name AS product, coalesce(c.title, '') AS title, m.text`

const QUOTED_FROM = `
  LEFT JOIN feedback_product p ON p.id = f.product_id
  LEFT JOIN conversation c ON c.account_id = f.account_id AND c.id = f.conversation_id
  LEFT JOIN message m ON m.account_id = f.account_id AND m.event_id = f.event_id`

/** The same of a user, in whichever conversation of theirs, the newest first. */
export const OF_USER = `
  SELECT ${COLUMNS}, ${THEMES} AS themes, p.name AS product, c.title, m.text
  FROM conversation c CROSS JOIN feedback f ON f.account_id = c.account_id AND f.conversation_id = c.id
  LEFT JOIN feedback_product p ON p.id = f.product_id
  LEFT JOIN message m ON m.account_id = f.account_id AND m.event_id = f.event_id
  WHERE c.peer_id = ? AND f.deleted_at IS NULL ORDER BY f.said_at DESC, f.key DESC LIMIT ?`

/** Quotes of a theme, the newest first. @param where further conditions, each with AND in front */
export const quotesOfTheme = (where: string): string => `
  SELECT ${QUOTED}
  FROM feedback_given g INDEXED BY feedback_given_theme CROSS JOIN feedback f ON f.key = g.feedback_key ${QUOTED_FROM}
  WHERE g.theme_id = ? AND g.said_at >= ? AND g.said_at < ? ${where} ORDER BY g.said_at DESC LIMIT ?`

/** The same, whatever the theme. */
export const quotes = (where: string): string => `
  SELECT ${QUOTED}
  FROM feedback f INDEXED BY feedback_said ${QUOTED_FROM}
  WHERE f.deleted_at IS NULL AND f.said_at >= ? AND f.said_at < ? ${where} ORDER BY f.said_at DESC LIMIT ?`

export interface CountedRow {
  readonly theme_id: string
  readonly sentiment: Sentiment
  readonly count: number
}

/** How often each theme is spoken of in a time. */
export const counts = (where: string): string => `
  SELECT g.theme_id, g.sentiment, count(*) AS count FROM feedback_given g INDEXED BY feedback_given_said
  WHERE g.said_at >= ? AND g.said_at < ? ${where} GROUP BY 1, 2`

export interface SevereRow {
  readonly theme_id: string
  readonly count: number
}

/** How many entries of each theme in a time are of the highest severity, which has an index of its own. */
export const severe = (where: string): string => `
  SELECT g.theme_id, count(*) AS count
  FROM feedback f INDEXED BY feedback_severe CROSS JOIN feedback_given g ON g.feedback_key = f.key
  WHERE f.severity = 3 AND f.deleted_at IS NULL AND f.said_at >= ? AND f.said_at < ? ${where} GROUP BY 1`

export interface TotalledRow {
  readonly sentiment: Sentiment
  readonly count: number
}

export const totals = (where: string): string => `
  SELECT f.sentiment, count(*) AS count FROM feedback f INDEXED BY feedback_said
  WHERE f.deleted_at IS NULL AND f.said_at >= ? AND f.said_at < ? ${where} GROUP BY 1`

export const SINCE = 'SELECT min(said_at) AS at FROM feedback WHERE deleted_at IS NULL'

export const PRODUCT_NAMED = 'SELECT id FROM feedback_product WHERE folded = ?'

export const ADD_PRODUCT = 'INSERT INTO feedback_product (id, name, folded, created_at) VALUES (?, ?, ?, ?)'

export const PRODUCTS = `
  SELECT p.id, p.name, (SELECT count(*) FROM feedback f WHERE f.product_id = p.id AND f.deleted_at IS NULL) AS uses
  FROM feedback_product p ORDER BY p.folded`

export const INDEX = 'INSERT INTO feedback_index (rowid, body) VALUES (?, ?)'

export const UNINDEX = 'DELETE FROM feedback_index WHERE rowid = ?'

/** How many quotes have a term. */
export const HAVING = 'SELECT doc AS count FROM feedback_term WHERE term = ?'

export const ALIKE = 'SELECT rowid AS key FROM feedback_index WHERE feedback_index MATCH ? ORDER BY rowid DESC LIMIT ?'

export interface AlikeRow {
  readonly key: number
  readonly quote: string
  readonly text: string | null
  readonly themes: string
}

/** What was tagged, by keys as JSON. */
export const TAGGED = `
  SELECT f.key, f.quote, m.text, ${THEMES} AS themes
  FROM json_each(?) AS hit CROSS JOIN feedback f ON f.key = hit.value
  LEFT JOIN message m ON m.account_id = f.account_id AND m.event_id = f.event_id`

export const SIZE = 'SELECT max(key) AS size FROM feedback'
