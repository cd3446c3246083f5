export interface WindowRow {
  readonly call_limit: number
  readonly used: number
  readonly own: number
  readonly reset_at: number
  readonly told: number
}

export const FIND_WINDOW = `
  SELECT call_limit, used, own, reset_at, told FROM rate_window WHERE scope = ? AND endpoint = ? AND span = ?`

export const SAVE_WINDOW = `
  INSERT INTO rate_window (scope, endpoint, span, call_limit, used, own, reset_at, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (scope, endpoint, span) DO UPDATE SET
    call_limit = excluded.call_limit, used = excluded.used, own = excluded.own, reset_at = excluded.reset_at,
    told = excluded.told`

export const CLIENT_ID = 'SELECT client_id FROM account WHERE id = ?'

export const NOTE_REQUEST = 'INSERT INTO rate_request (account_id, endpoint, left_at) VALUES (?, ?, ?)'

/** Requests to one endpoint follow each other: what is answered, or given back, is the newest. Those lost before it stay. */
export const FORGET_NEWEST_REQUEST = `
  DELETE FROM rate_request
  WHERE key = (SELECT max(key) FROM rate_request WHERE account_id = ? AND endpoint = ?)`

/** Also those that seem to lie in the future, after our clock was set back. */
export const FORGET_OLD_REQUESTS = 'DELETE FROM rate_request WHERE left_at < ? OR left_at > ?'

export const COUNT_UNANSWERED = `
  SELECT endpoint, count(*) AS count FROM rate_request
  WHERE (account_id = coalesce(?, account_id)) AND left_at >= ? GROUP BY endpoint`

export const IS_APART = 'SELECT 1 FROM rate_apart WHERE account_id = ? AND family = ?'

export const NOTE_APART = 'INSERT INTO rate_apart (account_id, family) VALUES (?, ?) ON CONFLICT DO NOTHING'
