import type { AttributeType } from '../../../shared/domain/attribute.ts'

export interface Stored {
  readonly id: string
  readonly name: string
  readonly type: AttributeType
  readonly options: string
  readonly position: number
  readonly deleted_at: number | null
}

const COLUMNS = 'a.id, a.name, a.type, a.options, a.position, a.deleted_at'

export const LIST = `SELECT ${COLUMNS} FROM attribute a WHERE a.deleted_at IS NULL ORDER BY a.position, a.id`
/** Reads all values there are: for the settings, not for each customer that is looked at. */
export const USAGE = `
  SELECT v.attribute_id AS id, count(*) AS customers FROM attribute_value v
  WHERE v.value IS NOT NULL
    AND v.id = (SELECT max(n.id) FROM attribute_value n WHERE n.user_id = v.user_id AND n.attribute_id = v.attribute_id)
  GROUP BY v.attribute_id`
export const FIND = `SELECT ${COLUMNS} FROM attribute a WHERE a.id = ?`
export const BY_NAME = 'SELECT id FROM attribute WHERE folded = ? AND deleted_at IS NULL'
export const COUNT = 'SELECT count(*) AS count FROM attribute WHERE deleted_at IS NULL'
export const ADD = `
  INSERT INTO attribute (id, name, folded, type, options, position, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM attribute), ?, ?)`
export const CHANGE = 'UPDATE attribute SET name = ?, folded = ?, options = ?, updated_at = ? WHERE id = ?'
export const DELETE = 'UPDATE attribute SET deleted_at = ?, updated_at = ? WHERE id = ?'
export const SET_POSITION = 'UPDATE attribute SET position = ?, updated_at = ? WHERE id = ?'
export const PUT_BACK = `
  UPDATE attribute SET name = ?, folded = ?, options = ?, position = ?, deleted_at = ?, updated_at = ? WHERE id = ?`

export interface ValueRow {
  readonly id: string
  readonly value: string | null
  readonly updated_at: number
  readonly member: string | null
}

export const VALUES = `
  SELECT v.id, v.value, v.updated_at, m.name AS member
  FROM attribute_value v LEFT JOIN team_member m ON m.id = v.member_id
  WHERE v.user_id = ? AND v.attribute_id = ? ORDER BY v.id DESC LIMIT ?`
export const ADD_VALUE =
  'INSERT INTO attribute_value (id, attribute_id, user_id, value, member_id, updated_at) VALUES (?, ?, ?, ?, ?, ?)'
