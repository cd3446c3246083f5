import { AppError } from '../../../shared/contract/errors.ts'
import type { BackfillRow, Estimate } from '../../../shared/contract/budget-rows.ts'
import { snowflakeTime } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { chooseBackfill, loadBackfill } from './backfill.ts'
import { type Cursor, loadCursor } from './cursors.ts'
import { DAY_MS, estimateEvents, perDay, REACH_DAYS } from './backfill-estimate.ts'

export function backfillQueries(db: ReadDb, clock: Clock): { 'sync.backfill': QueryDefinition<'sync.backfill'> } {
  return {
    'sync.backfill': {
      topics: () => ['sync', 'accounts'],
      rows: () =>
        db
          .all<{ account_id: string }>('SELECT account_id FROM backfill ORDER BY account_id')
          .flatMap(({ account_id: id }) => backfillRow(db, id, clock.now()) ?? [])
    }
  }
}

function backfillRow(db: ReadDb, accountId: string, now: number): BackfillRow | null {
  const backfill = loadBackfill(db, accountId)
  if (!backfill) return null
  const cursor = loadCursor(db, accountId)
  const resumable = backfill.restToken !== null
  const floorId = resumable ? backfill.restFloorId : cursor.floorId
  const oldestAt = resumable ? backfill.restOldestAt : (cursor.walk?.oldestAt ?? null)
  // X gives thirty days: what was left out longer ago than that is gone.
  const end = Math.max(now - REACH_DAYS * DAY_MS, floorTime(floorId) ?? 0)
  if (resumable && oldestAt !== null && oldestAt <= end) return null
  const { events, profiles } = seenSince(db, accountId, oldestAt ?? now)
  const rate = perDay(events, oldestAt ?? now, now)
  const estimate = (from: number): Estimate | null =>
    oldestAt === null || oldestAt <= from
      ? null
      : estimateEvents({ events, seenMs: now - oldestAt, missingMs: oldestAt - from, profiles })
  return {
    id: accountId,
    state: resumable ? 'resumable' : backfill.choice === null ? 'asking' : 'running',
    why: floorId === null ? 'first' : 'absence',
    choice: backfill.choice,
    eventsSoFar: events,
    oldestAt,
    perDay: rate,
    all: estimate(end),
    week: now - 7 * DAY_MS <= end ? null : estimate(now - 7 * DAY_MS)
  }
}

function floorTime(floorId: Cursor['floorId']): number | null {
  return floorId === null ? null : snowflakeTime(floorId)
}

/** What has come so far, and how many people each event brought: they are looked up, which costs the same. */
function seenSince(db: ReadDb, accountId: string, since: number): { events: number; profiles: number } {
  const row = db.get<{ events: number; people: number }>(
    `SELECT count(*) AS events, count(DISTINCT conversation_key) AS people FROM message
     WHERE account_id = ? AND at >= ?`,
    accountId,
    since
  )
  return { events: row?.events ?? 0, profiles: row?.people ?? 0 }
}

/** @param reconsider tells the account, after the commit, that it may read on. */
export function backfillCommands(
  clock: Clock,
  reconsider: () => void
): { 'sync.chooseBackfill': CommandDefinition<'sync.chooseBackfill'> } {
  return {
    'sync.chooseBackfill': {
      kind: 'transaction',
      run(db, { account, choice, maxUsd }) {
        if (!db.get('SELECT 1 FROM account WHERE id = ?', account)) {
          throw new AppError('not-found', 'There is no X account {account} here.', { account })
        }
        chooseBackfill(db, account, choice, maxUsd, clock.now())
        reconsider()
        return null
      }
    }
  }
}
