import type { WriteDb } from '../db/database.ts'
import { noteUsersPaid } from '../customers/store-users.ts'
import type { Charge } from '../x/prices.ts'
import type { XResult } from '../x/client.ts'
import { noteCost, utcDay } from './cost-meter.ts'
import type { IngestResult } from './ingest.ts'
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

/**
 * Events are charged once per UTC day, also those that could not be used: they are remembered by their ids alone.
 * @returns USD, all ids that were read, and those that no read had returned before.
 */
export function noteEventCharges(
  db: WriteDb,
  accountId: string,
  charges: readonly Charge[],
  stored: IngestResult,
  now: number
): { costUsd: number; ids: readonly string[]; firstReads: ReadonlySet<string> } {
  const ids = charges.filter((charge) => charge.kind === 'dm-read').flatMap((charge) => charge.ids)
  const today = utcDay(now)
  const firstReads = new Set(stored.firstReads)
  let units = stored.paidIds.length
  for (const id of ids) {
    if (stored.ids.has(id)) continue
    const known = db.get<{ paid_day: number }>(SKIPPED_EVENT, accountId, id)
    if (!known) firstReads.add(id)
    if (known?.paid_day === today) continue
    db.run(NOTE_SKIPPED_EVENT, accountId, id, today)
    units += 1
  }
  return { costUsd: noteCost(db, accountId, 'dm-read', units, now), ids, firstReads }
}

const SKIPPED_EVENT = 'SELECT paid_day FROM skipped_event WHERE account_id = ? AND event_id = ?'

const NOTE_SKIPPED_EVENT = `
  INSERT INTO skipped_event (account_id, event_id, paid_day) VALUES (?, ?, ?)
  ON CONFLICT (account_id, event_id) DO UPDATE SET paid_day = excluded.paid_day`
