import type { ReadDb, WriteDb } from '../db/database.ts'
import type { ClockOffset, ClockReading } from '../x/clock-reading.ts'
import type { ServerClock } from './rate-window.ts'

interface ClockRow {
  readonly seen_at: number
  readonly local_at: number
  readonly offset_low: number | null
  readonly offset_high: number | null
}

function find(db: ReadDb, accountId: string): ClockRow | undefined {
  return db.get('SELECT seen_at, local_at, offset_low, offset_high FROM x_clock WHERE account_id = ?', accountId)
}

/** Where X's clock stands. X's limits and days are counted by it, and ours may be wrong or jump. */
export function xClock(db: ReadDb, accountId: string, now: number): ServerClock {
  const row = find(db, accountId)
  // Before the first answer ours is all there is.
  if (!row) return { seenAt: 0, estimate: now }
  // Never back: X's clock does not run backwards when ours is set.
  return { seenAt: row.seen_at, estimate: row.seen_at + Math.max(0, now - row.local_at) }
}

/** How far X's clock is ahead of ours; null before the first answer since the start, or since our clock was set. */
export function clockOffset(db: ReadDb, accountId: string): ClockOffset | null {
  const row = find(db, accountId)
  return row === undefined || row.offset_low === null || row.offset_high === null
    ? null
    : { low: row.offset_low, high: row.offset_high }
}

/** X's time by the newest answer to any account, ms since 1970; ours before the first one. */
export function xNow(db: ReadDb, now: number): number {
  const row = db.get<{ account_id: string }>('SELECT account_id FROM x_clock ORDER BY seen_at DESC LIMIT 1')
  return row ? xClock(db, row.account_id, now).estimate : now
}

/**
 * Part of the transaction that stores the answer. The newest answer counts, because our clock may be set; a slow one
 * that says less about the difference than what is known, and nothing against it, changes nothing about that.
 */
export function noteXClock(db: WriteDb, accountId: string, { seenAt, offset: heard }: ClockReading, now: number): void {
  const known = clockOffset(db, accountId)
  const saysLess = known !== null && heard !== null && heard.low <= known.low && heard.high >= known.high
  const offset = heard === null || saysLess ? known : heard
  db.run(
    `INSERT INTO x_clock (account_id, seen_at, local_at, offset_low, offset_high) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET seen_at = excluded.seen_at, local_at = excluded.local_at,
       offset_low = excluded.offset_low, offset_high = excluded.offset_high`,
    accountId,
    seenAt,
    now,
    offset?.low ?? null,
    offset?.high ?? null
  )
}

/** Our clock may have been set: how far X's is ahead is not known any more. */
export function forgetClockOffsets(db: WriteDb): void {
  db.run('UPDATE x_clock SET offset_low = NULL, offset_high = NULL')
}

/** A time of X's clock by ours. */
export function localTime(at: number, clock: ServerClock, now: number): number {
  return at - clock.estimate + now
}
