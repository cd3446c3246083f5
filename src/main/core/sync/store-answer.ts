import type { WriteDb } from '../db/database.ts'
import { noteUsersPaid } from '../customers/store-users.ts'
import type { Charge } from '../x/prices.ts'
import type { XProblem } from '../x/problem.ts'
import type { XResult } from '../x/client.ts'
import { noteCost, xDay } from './cost-meter.ts'
import type { IngestResult } from './ingest.ts'
import { noteExhausted, noteRates, returnBudget, settleRequest } from './rate-budget.ts'
import { noteXClock, xClock } from './x-clock.ts'

/** When a 429 does not say how long, X's window is the best guess. */
const DEFAULT_WAIT_MS = 15 * 60_000

/**
 * What every answer of X brings besides its data: its clock, its limits, and when they are used up. Part of the transaction
 * that stores the data. A request that was counted and never left is given back.
 */
export function noteAnswer(
  db: WriteDb,
  accountId: string,
  endpoint: string,
  result: XResult<unknown>,
  now: number
): void {
  const problem = result.ok ? null : result.problem
  if (result.heard !== null || result.ok) {
    noteXClock(db, accountId, result.heard ?? { seenAt: xClock(db, accountId, now).estimate, offset: null }, now)
  }
  const last = problem?.status === null ? lastRequest(problem, result.requests) : 'answered'
  for (let request = last === 'answered' ? 0 : 1; request < result.requests; request += 1) {
    settleRequest(db, accountId, endpoint)
  }
  if (last === 'never-left') returnBudget(db, accountId, endpoint)
  noteRates(db, accountId, result.rate, now)
  if (problem?.kind === 'rate-limited' && problem.status !== null) {
    noteExhausted(db, accountId, endpoint, problem.retryAt ?? now + DEFAULT_WAIT_MS, now)
  }
}

/** What became of the last request of a call that brought no answer. */
function lastRequest(problem: XProblem, requests: number): 'answered' | 'never-left' | 'lost' {
  if (problem.effect === 'unknown') return 'lost'
  if (requests === 0 || problem.kind === 'network' || problem.kind === 'cancelled') return 'never-left'
  // A second attempt was not made: the sign-in could not be renewed, or the limit had no room.
  return 'answered'
}

/** Users are charged once per UTC day, like events. @returns USD */
export function noteUserCharges(db: WriteDb, accountId: string, charges: readonly Charge[], now: number): number {
  const ids = charges.filter((charge) => charge.kind === 'user-read').flatMap((charge) => charge.ids)
  const units = noteUsersPaid(db, ids, xDay(db, accountId, now))
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
  const today = xDay(db, accountId, now)
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
