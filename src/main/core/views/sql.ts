import type { TagColour } from '../../../shared/domain/tag.ts'

export interface StoredView {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly query: string
  /** JSON: the ids that names of the query stood for. */
  readonly names: string
  readonly position: number
  readonly slot: number | null
}

const COLUMNS = 'id, name, colour, query, names, position, slot'

export const ALL = `SELECT ${COLUMNS} FROM saved_view WHERE deleted_at IS NULL ORDER BY position, id`
export const FIND = `SELECT ${COLUMNS} FROM saved_view WHERE id = ? AND deleted_at IS NULL`
/** Whatever names an id, deleted or not. */
export const NAMING = `SELECT ${COLUMNS} FROM saved_view WHERE names LIKE ?`
export const SET_NAMES = 'UPDATE saved_view SET names = ?, updated_at = ? WHERE id = ?'
export const ADD = `
  INSERT INTO saved_view (id, name, colour, query, names, position, slot, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
export const CHANGE = 'UPDATE saved_view SET name = ?, colour = ?, query = ?, names = ?, updated_at = ? WHERE id = ?'
export const MOVE = 'UPDATE saved_view SET position = ?, updated_at = ? WHERE id = ?'
export const SET_SLOT = 'UPDATE saved_view SET slot = ?, updated_at = ? WHERE id = ?'
export const CLEAR_SLOT =
  'UPDATE saved_view SET slot = NULL, updated_at = ? WHERE slot = ? AND id <> ? AND deleted_at IS NULL'
export const DELETE = 'UPDATE saved_view SET deleted_at = ?, updated_at = ? WHERE id = ?'
export const RESTORE = 'UPDATE saved_view SET deleted_at = NULL, updated_at = ? WHERE id = ?'
export const DROP_OLD = 'DELETE FROM saved_view WHERE deleted_at < ?'

/** What a tag or a person is called now; none when it is gone. */
export const TAG_NAME = 'SELECT name FROM tag WHERE id = ? AND deleted_at IS NULL'
export const MEMBER_NAME = 'SELECT name FROM team_member WHERE id = ? AND removed_at IS NULL'
