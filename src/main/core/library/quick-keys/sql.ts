import type { QuickKey } from '../../../../shared/domain/library/quick-key.ts'

export interface KeyRow {
  readonly key: QuickKey
  readonly reply_id: string
}

/** Of a member. */
export const KEYS = 'SELECT key, reply_id FROM quick_key WHERE member_id = ? ORDER BY key'

export const SET = 'INSERT INTO quick_key (member_id, key, reply_id, updated_at) VALUES (?, ?, ?, ?)'

export const FREE = 'DELETE FROM quick_key WHERE member_id = ? AND key = ?'
