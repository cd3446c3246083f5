/** What is known of all links that were ever asked. As many as the library has, or a little more. */
export const CHECKS = 'SELECT address, outcome, status, checked_at, trouble, trouble_status, tried_at FROM link_check'

export interface CheckRow {
  readonly address: string
  readonly outcome: 'lives' | 'dead' | 'unknown'
  readonly status: number | null
  readonly checked_at: number
  readonly trouble: string | null
  readonly trouble_status: number | null
  readonly tried_at: number
}

/** Read with each change of the library: by its own index. */
export const DEAD = "SELECT address, status, checked_at FROM link_check WHERE outcome = 'dead'"

export type DeadRow = Pick<CheckRow, 'address' | 'status' | 'checked_at'>

/** It was told. */
export const TOLD = `
  INSERT INTO link_check (address, outcome, status, checked_at, trouble, trouble_status, tried_at)
  VALUES (?, ?, ?, ?, NULL, NULL, ?)
  ON CONFLICT (address) DO UPDATE SET
    outcome = excluded.outcome, status = excluded.status, checked_at = excluded.checked_at,
    trouble = NULL, trouble_status = NULL, tried_at = excluded.tried_at`

/** It was not: what was known before stays. */
export const NOT_TOLD = `
  INSERT INTO link_check (address, outcome, status, checked_at, trouble, trouble_status, tried_at)
  VALUES (?, 'unknown', NULL, ?, ?, ?, ?)
  ON CONFLICT (address) DO UPDATE SET
    trouble = excluded.trouble, trouble_status = excluded.trouble_status, tried_at = excluded.tried_at`

export const FORGET = 'DELETE FROM link_check WHERE address = ?'
