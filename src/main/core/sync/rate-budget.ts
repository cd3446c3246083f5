import type { RateLeft } from '../../../shared/contract/rows.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { RateSnapshot } from '../x/rate.ts'

interface WindowRow {
  readonly span: string
  readonly call_limit: number
  readonly remaining: number
  readonly reset_at: number
}

const WINDOWS = 'SELECT span, call_limit, remaining, reset_at FROM rate_window WHERE account_id = ? AND endpoint = ?'

/** Remembers what X said about its limits; it survives a restart, so that a new start does not run into a 429. */
export function noteRates(db: WriteDb, accountId: string, snapshots: readonly RateSnapshot[]): void {
  for (const snapshot of snapshots) {
    db.run(
      `INSERT INTO rate_window (account_id, endpoint, span, call_limit, remaining, reset_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (account_id, endpoint, span) DO UPDATE SET
         call_limit = excluded.call_limit, remaining = excluded.remaining, reset_at = excluded.reset_at`,
      accountId,
      snapshot.endpoint,
      snapshot.window,
      snapshot.limit,
      snapshot.remaining,
      snapshot.resetAt
    )
  }
  if (snapshots.length > 0) db.touch('sync')
}

/** After a 429 without numbers: nothing is left until `until`. */
export function noteExhausted(db: WriteDb, accountId: string, endpoint: string, until: number): void {
  db.run(
    `INSERT INTO rate_window (account_id, endpoint, span, call_limit, remaining, reset_at) VALUES (?, ?, '429', 0, 0, ?)
     ON CONFLICT (account_id, endpoint, span) DO UPDATE SET reset_at = max(reset_at, excluded.reset_at)`,
    accountId,
    endpoint,
    until
  )
  db.touch('sync')
}

/** When the next request to an endpoint is allowed, ms since 1970; 0 when it is allowed now. */
export function allowedAt(db: ReadDb, accountId: string, endpoint: string, now: number): number {
  const spent = db
    .all<WindowRow>(WINDOWS, accountId, endpoint)
    .filter((row) => row.remaining === 0 && row.reset_at > now)
  return spent.length === 0 ? 0 : Math.max(...spent.map((row) => row.reset_at))
}

/** What is left in the current 15 minutes; null before X has told. */
export function rateLeft(db: ReadDb, accountId: string, endpoints: readonly string[], now: number): RateLeft | null {
  const rows = endpoints
    .flatMap((endpoint) => db.all<WindowRow>(WINDOWS, accountId, endpoint))
    .filter((row) => row.span === '15-minutes')
  const current = rows.filter((row) => row.reset_at > now).toSorted((a, b) => a.remaining - b.remaining)[0]
  if (current) return { limit: current.call_limit, remaining: current.remaining, resetAt: current.reset_at }
  const [past] = rows
  return past ? { limit: past.call_limit, remaining: past.call_limit, resetAt: now } : null
}

const WINDOW_MS = 15 * 60_000
const MIN_POLL_MS = 4_000
const DEFAULT_POLL_MS = 60_000
/** Requests kept back for reading a conversation after a lost answer. */
const RESERVE = 1

/** How long to wait before the next poll, so that the window's requests last: one a minute at X, less where more is allowed. */
export function pollDelay(left: RateLeft | null, now: number): number {
  if (!left) return DEFAULT_POLL_MS
  const even = WINDOW_MS / Math.max(1, left.limit)
  const spare = left.remaining - RESERVE
  const stretched = left.resetAt > now ? (left.resetAt - now) / Math.max(1, spare) : 0
  const delay = Math.max(MIN_POLL_MS, even, spare <= 0 ? left.resetAt - now : Math.min(stretched, even * 4))
  return Math.ceil(delay)
}
