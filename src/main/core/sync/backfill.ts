import type { BackfillChoice } from '../../../shared/contract/budget-rows.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { pricesUsd } from '../x/prices.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { type Cursor, laterId, loadCursor, saveCursor } from './cursors.ts'

/** How far back an account is read: what the team chose, or that it is asked; and where reading stopped. */
export interface Backfill {
  /** Null while the team is asked. */
  readonly choice: BackfillChoice | null
  /** Only what is newer; null for everything. */
  readonly untilAt: number | null
  readonly maxUsd: number | null
  readonly askedAt: number
  /** Set when reading stopped on the way: it can go on from here. */
  readonly restToken: string | null
  readonly restFloorId: string | null
  readonly restOldestAt: number | null
  /** Events read before the choice, which the ceiling does not count. */
  readonly spentUsd: number
}

interface Row {
  readonly choice: BackfillChoice | null
  readonly until_at: number | null
  readonly max_usd: number | null
  readonly asked_at: number
  readonly rest_token: string | null
  readonly rest_floor_id: string | null
  readonly rest_oldest_at: number | null
  readonly spent_usd: number
}

/** So many events are read without asking: the first page, which shows how much there may be (a dollar at most). */
const FIRST_EVENTS = 100
/** The same after an absence: about five dollars. */
const ABSENCE_EVENTS = 500
const WEEK_MS = 7 * 86_400_000

export function loadBackfill(db: ReadDb, accountId: string): Backfill | null {
  const row = db.get<Row>(
    `SELECT choice, until_at, max_usd, asked_at, rest_token, rest_floor_id, rest_oldest_at, spent_usd
     FROM backfill WHERE account_id = ?`,
    accountId
  )
  if (!row) return null
  return {
    choice: row.choice,
    untilAt: row.until_at,
    maxUsd: row.max_usd,
    askedAt: row.asked_at,
    restToken: row.rest_token,
    restFloorId: row.rest_floor_id,
    restOldestAt: row.rest_oldest_at,
    spentUsd: row.spent_usd
  }
}

function saveBackfill(db: WriteDb, accountId: string, backfill: Backfill): void {
  const { choice, untilAt, maxUsd, askedAt, restToken, restFloorId, restOldestAt, spentUsd } = backfill
  db.run(
    `INSERT INTO backfill (account_id, choice, until_at, max_usd, asked_at, rest_token, rest_floor_id, rest_oldest_at,
                           spent_usd)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET
       choice = excluded.choice, until_at = excluded.until_at, max_usd = excluded.max_usd, asked_at = excluded.asked_at,
       rest_token = excluded.rest_token, rest_floor_id = excluded.rest_floor_id,
       rest_oldest_at = excluded.rest_oldest_at, spent_usd = excluded.spent_usd`,
    accountId,
    choice,
    untilAt,
    maxUsd,
    askedAt,
    restToken,
    restFloorId,
    restOldestAt,
    spentUsd
  )
  db.touch('sync')
}

function endBackfill(db: WriteDb, accountId: string): void {
  if (db.run('DELETE FROM backfill WHERE account_id = ?', accountId).changes > 0) db.touch('sync')
}

/**
 * Whether the pending walk may read its next page by itself. Begins to ask where much is left, and ends the walk where the
 * choice says so; what it leaves out can be fetched later. Practice never asks.
 */
export function mayWalk({ db, id, practice, clock }: ConnectedAccount): boolean {
  const { walk, floorId } = loadCursor(db, id)
  if (walk === null) return false
  if (practice) return true
  const backfill = loadBackfill(db, id)
  if (backfill === null || (backfill.choice !== null && backfill.restToken !== null)) {
    if (walk.events < (floorId === null ? FIRST_EVENTS : ABSENCE_EVENTS)) return true
    db.write((tx) => saveBackfill(tx, id, asking(clock.now())))
    return false
  }
  if (backfill.choice === null) return false
  const { untilAt, maxUsd } = backfill
  const farEnough = untilAt !== null && (walk.oldestAt ?? 0) <= untilAt
  const spent = walk.events * pricesUsd['dm-read'] - backfill.spentUsd
  if (!farEnough && (maxUsd === null || spent + pricesUsd['dm-read'] <= maxUsd + 1e-9)) return true
  db.write((tx) => leaveRest(tx, id, backfill))
  return false
}

function asking(now: number): Backfill {
  return {
    choice: null,
    untilAt: null,
    maxUsd: null,
    askedAt: now,
    restToken: null,
    restFloorId: null,
    restOldestAt: null,
    spentUsd: 0
  }
}

/** Ends the walk where it stands: what is above counts as all there is, and the place is kept. */
function leaveRest(db: WriteDb, accountId: string, backfill: Backfill): void {
  const cursor = loadCursor(db, accountId)
  const { walk } = cursor
  if (walk === null) return
  saveCursor(db, accountId, { ...cursor, floorId: laterId(cursor.floorId, walk.topId), walk: null })
  saveBackfill(db, accountId, {
    ...backfill,
    restToken: walk.token,
    restFloorId: cursor.floorId,
    restOldestAt: walk.oldestAt
  })
}

/**
 * The team's choice: for a walk that waits for it, or for what an earlier choice left out.
 * @throws {AppError} conflict when nothing is left to decide.
 */
export function chooseBackfill(
  db: WriteDb,
  accountId: string,
  choice: BackfillChoice,
  maxUsd: number | null,
  now: number
): void {
  const backfill = loadBackfill(db, accountId)
  if (backfill === null) throw new AppError('conflict', 'There is nothing older to fetch for this account any more.')
  const cursor = loadCursor(db, accountId)
  let { walk } = cursor
  if (backfill.restToken !== null) {
    if (choice === 'new') return
    if (walk !== null) throw new AppError('conflict', 'Messages are being read at this moment. Try again in a minute.')
    walk = {
      topId: cursor.floorId ?? '0',
      token: backfill.restToken,
      pages: 0,
      events: 0,
      oldestAt: backfill.restOldestAt
    }
    saveCursor(db, accountId, { ...cursor, floorId: backfill.restFloorId, walk })
  }
  saveBackfill(db, accountId, {
    ...backfill,
    choice,
    untilAt: choice === 'all' ? null : choice === 'week' ? now - WEEK_MS : Number.MAX_SAFE_INTEGER,
    maxUsd,
    restToken: null,
    spentUsd: (walk?.events ?? 0) * pricesUsd['dm-read']
  })
  if (choice === 'new') {
    const decided = loadBackfill(db, accountId)
    if (decided) leaveRest(db, accountId, decided)
  }
}

/** In the transaction that stores a page: a walk that has come to its end leaves nothing to choose. */
export function noteWalkEnd(db: WriteDb, accountId: string, before: Cursor, after: Cursor): void {
  if (before.walk !== null && after.walk === null) endBackfill(db, accountId)
}

/**
 * X no longer knows the place of the walk. The first reading starts over from the top; what was fetched later, by choice,
 * is given up, because starting over would charge for everything above it again.
 */
export function forgetToken(db: WriteDb, accountId: string, cursor: Cursor): void {
  const resumed = loadBackfill(db, accountId)?.restOldestAt ?? null
  if (resumed === null) {
    saveCursor(db, accountId, { ...cursor, walk: null })
    return
  }
  saveCursor(db, accountId, { ...cursor, floorId: laterId(cursor.floorId, cursor.walk?.topId ?? null), walk: null })
  endBackfill(db, accountId)
}
