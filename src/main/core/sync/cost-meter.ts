import type { ReadDb, WriteDb } from '../db/database.ts'
import { type ChargeKind, pricesUsd } from '../x/prices.ts'
import { xClock } from './x-clock.ts'

const DAY_MS = 86_400_000

/** The UTC day X counts by. */
export function utcDay(now: number): number {
  return Math.floor(now / DAY_MS)
}

/** X's day for an account: charges are counted by X's clock, and ours may be wrong. */
export function xDay(db: ReadDb, accountId: string, now: number): number {
  return utcDay(xClock(db, accountId, now).estimate)
}

/**
 * Adds billed units to the day's account, in the transaction that stores what they bought; fewer than none take back what
 * was counted by mistake. @returns their price in USD.
 */
export function noteCost(db: WriteDb, accountId: string, kind: ChargeKind, units: number, now: number): number {
  if (units === 0) return 0
  db.run(
    `INSERT INTO cost_day (account_id, day, kind, units) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, day, kind) DO UPDATE SET units = units + excluded.units`,
    accountId,
    xDay(db, accountId, now),
    kind,
    units
  )
  db.touch('costs')
  return units * pricesUsd[kind]
}

/** What X has charged, by our count, from one UTC day to another. @param accountId null for all together. */
export function costBetween(db: ReadDb, accountId: string | null, firstDay: number, lastDay: number): number {
  return unitsBetween(db, accountId, firstDay, lastDay).reduce(
    (sum, row) => sum + row.units * (pricesUsd[row.kind] ?? 0),
    0
  )
}

interface Units {
  readonly kind: ChargeKind
  readonly units: number
}

/** The same by kind. */
export function unitsBetween(db: ReadDb, accountId: string | null, firstDay: number, lastDay: number): Units[] {
  return db.all<Units>(
    `SELECT kind, sum(units) AS units FROM cost_day
     WHERE account_id = coalesce(?, account_id) AND day BETWEEN ? AND ? GROUP BY kind ORDER BY kind`,
    accountId,
    firstDay,
    lastDay
  )
}

/** What X has charged today, by our count. */
export function costToday(db: ReadDb, accountId: string, now: number): number {
  const today = xDay(db, accountId, now)
  return costBetween(db, accountId, today, today)
}
