export interface StoredDraft {
  readonly text: string
  readonly revision: string
  readonly returned: number
  readonly fullest: string
  readonly fullest_at: number
  readonly updated_at: number
}

export const DRAFT = `
  SELECT text, revision, returned, fullest, fullest_at, updated_at FROM draft
  WHERE account_id = ? AND conversation_id = ? AND mode = ?`

export const PUT_DRAFT = `
  INSERT INTO draft (account_id, conversation_id, mode, text, revision, returned, fullest, fullest_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, conversation_id, mode) DO UPDATE SET
    text = excluded.text, revision = excluded.revision, returned = excluded.returned, fullest = excluded.fullest,
    fullest_at = excluded.fullest_at, updated_at = excluded.updated_at`

export const DROP_DRAFT = 'DELETE FROM draft WHERE account_id = ? AND conversation_id = ? AND mode = ?'

export interface StoredVersion {
  readonly id: string
  readonly text: string
  readonly reason: string
  readonly updated_at: number
}

export const VERSION = `
  SELECT text FROM draft_version WHERE id = ? AND account_id = ? AND conversation_id = ? AND mode = ?`

export const VERSIONS = `
  SELECT id, text, reason, updated_at FROM draft_version
  WHERE account_id = ? AND conversation_id = ? AND mode = ? ORDER BY updated_at DESC, id DESC LIMIT ?`

export const ADD_VERSION = `
  INSERT INTO draft_version (id, account_id, conversation_id, mode, text, reason, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

export const CHANGE_VERSION = 'UPDATE draft_version SET text = ?, reason = ?, updated_at = ? WHERE id = ?'

export const DROP_VERSION = 'DELETE FROM draft_version WHERE id = ?'

export const DROP_OLD_VERSIONS = 'DELETE FROM draft_version WHERE updated_at < ?'
