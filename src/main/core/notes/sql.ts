export interface StoredNote {
  readonly key: number
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly text: string
  readonly created_at: number
  readonly updated_at: number
  readonly deleted_at: number | null
}

const COLUMNS = 'key, id, account_id, conversation_id, text, created_at, updated_at, deleted_at'

export const FIND = `SELECT ${COLUMNS} FROM note WHERE id = ?`

export const BETWEEN = `
  SELECT ${COLUMNS} FROM note
  WHERE account_id = ? AND conversation_id = ? AND deleted_at IS NULL AND created_at BETWEEN ? AND ?
  ORDER BY created_at, key`

export const ADD = `
  INSERT INTO note (id, account_id, conversation_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`

export const SET = 'UPDATE note SET text = ?, updated_at = ?, deleted_at = ? WHERE key = ?'

export const INDEX = 'INSERT INTO note_index (rowid, body) VALUES (?, ?)'

export const UNINDEX = 'DELETE FROM note_index WHERE rowid = ?'

export const DROP_MENTIONS_OF_DELETED =
  'DELETE FROM note_mention WHERE note_id IN (SELECT id FROM note WHERE deleted_at < ?)'

export const DROP_DELETED = 'DELETE FROM note WHERE deleted_at < ?'
