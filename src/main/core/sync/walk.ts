import { compareIds } from '../../../shared/domain/ids.ts'
import { type Cursor, laterId } from './cursors.ts'

/** What one page of `/2/dm_events` says about where we are. */
export interface PageFacts {
  readonly newestId: string | null
  readonly oldestId: string | null
  /** Whether no read had returned the oldest event before. */
  readonly oldestIsNew: boolean
  /** All of the page, also those that could not be used. */
  readonly events: number
  readonly oldestAt: number | null
  readonly nextToken: string | null
}

export interface Step {
  readonly cursor: Cursor
  /** The token to go on with, or null when this part is done. */
  readonly next: string | null
}

/**
 * Whether a page reaches what is known: nothing is left below it. An oldest event that is new although its id lies below
 * the boundary came late (X's reads lag its writes), and more of its kind may follow.
 */
function reaches(page: PageFacts, boundary: string | null): boolean {
  if (page.nextToken === null || page.events === 0) return true
  // Nothing on the page has an id that could be compared: what lies below is unknown.
  if (page.oldestId === null) return false
  return boundary !== null && compareIds(page.oldestId, boundary) <= 0 && !page.oldestIsNew
}

/** Smaller than every id of X. */
const NOTHING = '0'

/**
 * After a page read from the top (or from where the top reading goes on). While a walk is pending its top is the
 * boundary, so that new messages are read first and the walk below is not lost.
 */
export function afterTopPage(cursor: Cursor, topId: string | null, page: PageFacts, now: number): Step {
  const newest = laterId(topId, page.newestId)
  const boundary = cursor.walk?.topId ?? cursor.floorId
  if (reaches(page, boundary)) {
    if (cursor.walk) {
      return {
        cursor: {
          ...cursor,
          walk: { ...cursor.walk, topId: laterId(cursor.walk.topId, newest) ?? NOTHING },
          lastSyncAt: now
        },
        next: null
      }
    }
    // An account without any event has been read, too.
    const floorId = laterId(cursor.floorId, newest) ?? NOTHING
    return { cursor: { floorId, walk: null, lastSyncAt: now }, next: null }
  }
  const token = page.nextToken as string
  // Below a pending walk's top the way is known: the rest of the top reading is not stored, and starts over if interrupted.
  if (cursor.walk) return { cursor: { ...cursor, lastSyncAt: now }, next: token }
  const walk = { topId: newest ?? NOTHING, token, pages: 1, events: page.events, oldestAt: page.oldestAt }
  return { cursor: { ...cursor, walk, lastSyncAt: now }, next: token }
}

/** After a page of the pending walk. */
export function afterWalkPage(cursor: Cursor, page: PageFacts, now: number): Step {
  const { walk } = cursor
  if (!walk) return { cursor, next: null }
  if (reaches(page, cursor.floorId) || page.nextToken === walk.token) {
    return { cursor: { floorId: laterId(cursor.floorId, walk.topId), walk: null, lastSyncAt: now }, next: null }
  }
  const token = page.nextToken as string
  const next = {
    topId: walk.topId,
    token,
    pages: walk.pages + 1,
    events: walk.events + page.events,
    oldestAt: page.oldestAt ?? walk.oldestAt
  }
  return { cursor: { ...cursor, walk: next, lastSyncAt: now }, next: token }
}

/**
 * Polls look at few events, because X charges for each again on a new day. What turns out to be more is read in pages
 * that double: never much more is read again than was new.
 */
const POLL_PAGE = 10
const FULL_PAGE = 100

/** Size of the next page from the top, after `pagesBefore` of them in this round. */
export function topPageSize(cursor: Cursor, pagesBefore: number): number {
  return cursor.floorId === null && cursor.walk === null ? FULL_PAGE : doubled(pagesBefore)
}

/** Size of the next page of the pending walk. Above no floor everything is new. */
export function walkPageSize(cursor: Cursor): number {
  return cursor.floorId === null ? FULL_PAGE : doubled(cursor.walk?.pages ?? 0)
}

function doubled(pages: number): number {
  return Math.min(FULL_PAGE, POLL_PAGE * 2 ** Math.min(pages, 10))
}
