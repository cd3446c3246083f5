import { compareIds } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

/**
 * How far an account has been read. Everything up to `floorId` is here. A walk goes from `topId` downwards towards the
 * floor, page by page; its token is stored with each page, so that a restart goes on where it stopped.
 */
export interface Cursor {
  readonly floorId: string | null
  readonly walk: Walk | null
  readonly lastSyncAt: number | null
  /** Everything X wrote before this (X's clock) has been read for good; what is later may have stragglers. */
  readonly settledAt: number | null
}

export interface Walk {
  readonly topId: string
  readonly token: string
  readonly pages: number
  readonly events: number
  readonly oldestAt: number | null
}

interface CursorRow {
  readonly floor_id: string | null
  readonly walk_top_id: string | null
  readonly walk_token: string | null
  readonly walk_pages: number
  readonly walk_events: number
  readonly walk_oldest_at: number | null
  readonly last_sync_at: number | null
  readonly settled_at: number | null
}

export function loadCursor(db: ReadDb, accountId: string): Cursor {
  const row = db.get<CursorRow>(
    `SELECT floor_id, walk_top_id, walk_token, walk_pages, walk_events, walk_oldest_at, last_sync_at, settled_at
     FROM sync_cursor WHERE account_id = ?`,
    accountId
  )
  if (!row) return { floorId: null, walk: null, lastSyncAt: null, settledAt: null }
  const walk =
    row.walk_top_id === null || row.walk_token === null
      ? null
      : {
          topId: row.walk_top_id,
          token: row.walk_token,
          pages: row.walk_pages,
          events: row.walk_events,
          oldestAt: row.walk_oldest_at
        }
  return { floorId: row.floor_id, walk, lastSyncAt: row.last_sync_at, settledAt: row.settled_at }
}

/** Always called in the transaction that stores the page the cursor speaks of. */
export function saveCursor(db: WriteDb, accountId: string, cursor: Cursor): void {
  const { walk } = cursor
  db.run(
    `INSERT INTO sync_cursor (account_id, floor_id, walk_top_id, walk_token, walk_pages, walk_events, walk_oldest_at, last_sync_at, settled_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET
       floor_id = excluded.floor_id, walk_top_id = excluded.walk_top_id, walk_token = excluded.walk_token,
       walk_pages = excluded.walk_pages, walk_events = excluded.walk_events,
       walk_oldest_at = excluded.walk_oldest_at, last_sync_at = excluded.last_sync_at,
       settled_at = excluded.settled_at`,
    accountId,
    cursor.floorId,
    walk?.topId ?? null,
    walk?.token ?? null,
    walk?.pages ?? 0,
    walk?.events ?? 0,
    walk?.oldestAt ?? null,
    cursor.lastSyncAt,
    cursor.settledAt
  )
  db.touch('sync')
}

/** The greater of two event ids; null counts as none. */
export function laterId(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return compareIds(a, b) >= 0 ? a : b
}
