export interface RequestEntry {
  readonly sequence: number
  readonly id: string
  readonly account_id: string
  readonly target_id: string
  readonly conversation_id: string
  readonly action: 'block' | 'unblock' | 'delete'
  readonly state: 'held' | 'queued' | 'failed'
  readonly held_until: number | null
  readonly not_before: number | null
  readonly reason: string | null
  readonly attempts: number
  readonly failures: number
  readonly files: string | null
  readonly created_at: number
}

const COLUMNS = `
  r.sequence, r.id, r.account_id, r.target_id, r.conversation_id, r.action, r.state, r.held_until, r.not_before, r.reason,
  r.attempts, r.failures, r.files, r.created_at`

export const FIND = `SELECT ${COLUMNS} FROM x_request r WHERE r.id = ?`

export const FIND_ABOUT = `
  SELECT ${COLUMNS} FROM x_request r WHERE r.account_id = ? AND r.subject = ? AND r.target_id = ?`

/** All of an account, oldest first: they are few. */
export const OF_ACCOUNT = `SELECT ${COLUMNS} FROM x_request r WHERE r.account_id = ? ORDER BY r.sequence`

export const LIST = `
  SELECT ${COLUMNS}, c.title, u.name, u.username
  FROM x_request r
  LEFT JOIN conversation c ON c.account_id = r.account_id AND c.id = r.conversation_id
  LEFT JOIN user u ON u.id = CASE r.subject WHEN 'block' THEN r.target_id END
  ORDER BY r.sequence`

/** What X may already have carried out of an older wish still counts for the new one. */
export const PUT = `
  INSERT INTO x_request (id, account_id, subject, target_id, conversation_id, action, state, held_until, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, subject, target_id) DO UPDATE SET
    id = excluded.id, action = excluded.action, state = excluded.state, held_until = excluded.held_until,
    not_before = NULL, reason = NULL, failures = 0, created_at = excluded.created_at, updated_at = excluded.updated_at`

export const SET_STATE =
  'UPDATE x_request SET state = ?, reason = ?, not_before = ?, held_until = NULL, updated_at = ? WHERE id = ?'

export const CARRY_OUT_HERE = `
  UPDATE x_request SET state = 'queued', held_until = NULL, files = ?, updated_at = ? WHERE id = ?`

export const FILES_GONE = 'UPDATE x_request SET files = NULL WHERE id = ?'

export const START = 'UPDATE x_request SET attempts = attempts + 1 WHERE id = ?'

/** It certainly had no effect. */
export const FORGET_ATTEMPT = 'UPDATE x_request SET attempts = max(0, attempts - 1) WHERE id = ?'

export const WAIT = `
  UPDATE x_request SET reason = ?, not_before = ?, failures = failures + 1, updated_at = ? WHERE id = ?`

export const DROP = 'DELETE FROM x_request WHERE id = ?'

export const NOTE_BLOCKED =
  'INSERT INTO blocked_user (account_id, user_id, blocked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'

export const NOTE_UNBLOCKED = 'DELETE FROM blocked_user WHERE account_id = ? AND user_id = ?'

export const CONFIRMED = 'SELECT 1 FROM blocked_user WHERE account_id = ? AND user_id = ?'
