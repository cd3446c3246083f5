export interface StoredTheme {
  readonly id: string
  readonly name: string
  readonly retired_at: number | null
  readonly merged_into: string | null
  readonly uses: number
}

const COLUMNS = 'id, name, retired_at, merged_into, uses'

export const LIST = `SELECT ${COLUMNS} FROM feedback_theme WHERE merged_into IS NULL ORDER BY uses DESC, folded`

export const FIND = `SELECT ${COLUMNS} FROM feedback_theme WHERE id = ?`

export const NAMED = 'SELECT id FROM feedback_theme WHERE folded = ? AND merged_into IS NULL'

/** Which theme had a name last, before it got another one or went into another theme. */
export const FORMERLY_NAMED =
  'SELECT theme_id AS id FROM feedback_theme_change WHERE folded = ? ORDER BY at DESC, id DESC LIMIT 1'

/** Names that themes had, and those of themes that went into others; of whichever theme that was. */
export const FORMER_NAMES = `
  SELECT theme_id AS id, name FROM feedback_theme_change WHERE kind IN ('renamed', 'merged') ORDER BY at, id`

export const MERGED = 'SELECT id, merged_into AS into_id FROM feedback_theme WHERE merged_into IS NOT NULL'

export const ADD = 'INSERT INTO feedback_theme (id, name, folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?)'

export const RENAME = 'UPDATE feedback_theme SET name = ?, folded = ?, updated_at = ? WHERE id = ?'

export const SET_RETIRED = 'UPDATE feedback_theme SET retired_at = ?, updated_at = ? WHERE id = ?'

export const SET_MERGED = 'UPDATE feedback_theme SET merged_into = ?, updated_at = ? WHERE id = ?'

export const NOTE_CHANGE = `
  INSERT INTO feedback_theme_change (id, theme_id, kind, name, folded, other_id, member_id, at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

/** Of a theme and of those that went into it, the newest first. */
export const CHANGES = `
  SELECT c.id, c.kind, c.name, o.name AS other, c.member_id, c.at
  FROM feedback_theme_change c LEFT JOIN feedback_theme o ON o.id = c.other_id
  WHERE c.theme_id IN (SELECT ? UNION SELECT id FROM feedback_theme WHERE merged_into = ?)
  ORDER BY c.at DESC, c.id DESC LIMIT 100`

/** Unless something has it, or somebody made it their own. */
export const DROP_UNUSED = `
  DELETE FROM feedback_theme WHERE id = ? AND uses = 0 AND merged_into IS NULL AND updated_at = created_at
    AND NOT EXISTS (SELECT 1 FROM feedback_theme o WHERE o.merged_into = feedback_theme.id)`

export const DROP_CHANGES = `
  DELETE FROM feedback_theme_change WHERE theme_id = ? AND NOT EXISTS (SELECT 1 FROM feedback_theme WHERE id = theme_id)`

export const MOVE = `
  INSERT INTO feedback_moved (merge_id, feedback_key, had_both)
  SELECT ?, g.feedback_key, EXISTS (SELECT 1 FROM feedback_given b WHERE b.feedback_key = g.feedback_key AND b.theme_id = ?)
  FROM feedback_given g WHERE g.theme_id = ?`

export const GIVE_MOVED = `
  INSERT INTO feedback_given (feedback_key, theme_id, said_at, sentiment, product_id)
  SELECT g.feedback_key, ?, g.said_at, g.sentiment, g.product_id FROM feedback_given g WHERE g.theme_id = ?
  ON CONFLICT DO NOTHING`

export const TAKE = 'DELETE FROM feedback_given WHERE theme_id = ?'

/** Entries that were changed since, so that they have neither of the two any more, stay as they are. */
export const GIVE_BACK = `
  INSERT INTO feedback_given (feedback_key, theme_id, said_at, sentiment, product_id)
  SELECT g.feedback_key, ?, g.said_at, g.sentiment, g.product_id
  FROM feedback_moved m CROSS JOIN feedback_given g ON g.feedback_key = m.feedback_key AND g.theme_id = ?
  WHERE m.merge_id = ? ON CONFLICT DO NOTHING`

export const TAKE_BACK = `
  DELETE FROM feedback_given WHERE theme_id = ? AND feedback_key IN (
    SELECT feedback_key FROM feedback_moved WHERE merge_id = ? AND had_both = 0)`

export const FORGET_MOVED = 'DELETE FROM feedback_moved WHERE merge_id = ?'

export const FORGET_OLD_MOVES = `
  DELETE FROM feedback_moved WHERE merge_id IN (
    SELECT id FROM feedback_theme_change WHERE kind = 'merged' AND at < ?)`
