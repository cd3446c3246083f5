import type { WriteDb } from '../db/database.ts'
import { noteUsersPaid } from '../customers/store-users.ts'
import type { Charge } from '../x/prices.ts'
import type { XResult } from '../x/client.ts'
import { noteCost, utcDay } from './cost-meter.ts'
import { noteExhausted, noteRates } from './rate-budget.ts'

/** When a 429 does not say how long, X's window is the best guess. */
const DEFAULT_WAIT_MS = 15 * 60_000

/** What every answer of X brings besides its data: limits, and when they are used up. Part of the transaction that stores the data. */
export function noteAnswer(
  db: WriteDb,
  accountId: string,
  endpoint: string,
  result: XResult<unknown>,
  now: number
): void {
  noteRates(db, accountId, result.rate)
  if (!result.ok && result.problem.kind === 'rate-limited') {
    noteExhausted(db, accountId, endpoint, result.problem.retryAt ?? now + DEFAULT_WAIT_MS)
  }
}

/** Users are charged once per UTC day, like events. @returns USD */
export function noteUserCharges(db: WriteDb, accountId: string, charges: readonly Charge[], now: number): number {
  const ids = charges.filter((charge) => charge.kind === 'user-read').flatMap((charge) => charge.ids)
  const units = noteUsersPaid(db, ids, utcDay(now))
  return noteCost(db, accountId, 'user-read', units, now)
}
