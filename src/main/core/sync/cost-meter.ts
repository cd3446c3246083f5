import type { ReadDb, WriteDb } from '../db/database.ts'
import { type ChargeKind, pricesUsd } from '../x/prices.ts'

const DAY_MS = 86_400_000

/** The UTC day X counts by. */
export function utcDay(now: number): number {
  return Math.floor(now / DAY_MS)
}

/** Adds billed units to the day's account, in the transaction that stores what they bought. @returns their price in USD. */
export function noteCost(db: WriteDb, accountId: string, kind: ChargeKind, units: number, now: number): number {
  if (units === 0) return 0
  db.run(
    `INSERT INTO cost_day (account_id, day, kind, units) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, day, kind) DO UPDATE SET units = units + excluded.units`,
    accountId,
    utcDay(now),
    kind,
    units
  )
  return units * pricesUsd[kind]
}

/** What X has charged today, by our count. */
export function costToday(db: ReadDb, accountId: string, now: number): number {
  const rows = db.all<{ kind: ChargeKind; units: number }>(
    'SELECT kind, units FROM cost_day WHERE account_id = ? AND day = ?',
    accountId,
    utcDay(now)
  )
  return rows.reduce((sum, row) => sum + row.units * (pricesUsd[row.kind] ?? 0), 0)
}
