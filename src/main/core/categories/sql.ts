/** What a customer wrote last, as far as it says what the conversation is about. */
export const CUSTOMER_TEXTS = `
  SELECT text FROM message
  WHERE conversation_key = ? AND outbound = 0 AND kind = 'message' ORDER BY at DESC, event_number DESC LIMIT 30`

export interface ExampleRow {
  readonly category: string
  /** JSON: the words that were counted. */
  readonly words: string
}

export const EXAMPLE = 'SELECT category, words FROM category_example WHERE account_id = ? AND conversation_id = ?'
export const FORGET_EXAMPLE = 'DELETE FROM category_example WHERE account_id = ? AND conversation_id = ?'
export const KEEP_EXAMPLE = `
  INSERT INTO category_example (account_id, conversation_id, category, words, at) VALUES (?, ?, ?, ?, ?)`

export const COUNT_WORD = `
  INSERT INTO category_word (word, category, examples) VALUES (?, ?, ?)
  ON CONFLICT (word, category) DO UPDATE SET examples = examples + excluded.examples`

export const FORGET_ACCOUNT = 'DELETE FROM category_example WHERE account_id = ?'
export const FORGET_WORDS = 'DELETE FROM category_word'
/** Everything that is counted, out of the examples that are left. */
export const COUNT_AGAIN = `
  INSERT INTO category_word (word, category, examples)
  SELECT w.value, e.category, count(*) FROM category_example e, json_each(e.words) w GROUP BY w.value, e.category`

export const EXAMPLES = 'SELECT category, count(*) AS examples FROM category_example GROUP BY category'
export const WORD = 'SELECT category, examples FROM category_word WHERE word = ? AND examples > 0'

export const STATE_CATEGORY = `
  SELECT category FROM conversation_state WHERE account_id = ? AND conversation_id = ?`
