import { compareIds, snowflakeTime } from '../../../shared/domain/ids.ts'
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
  /** Events that no read had returned before. */
  readonly newReads: number
}

export interface Step {
  readonly cursor: Cursor
  /** The token to go on with, or null when this part is done. */
  readonly next: string | null
}

/** X's lists may show an event this much later than newer ones, ms: its reads lag its writes (data-perf.md A4). */
const LATE_MS = 2 * 60_000

/**
 * The id up to which nothing can appear any more, when everything that was shown up to `id` is here: ids carry their
 * moment, so this needs no clock. Ids that are no snowflakes stand for themselves, and so does one that was read again
 * when nothing beside it could be late any more.
 * @param settledAt everything X wrote before this has been read for good, ms since 1970 by X's clock.
 */
export function settledId(id: string, settledAt: number | null): string {
  const at = snowflakeTime(id)
  return at === null || (settledAt !== null && at <= settledAt) ? id : String(BigInt(id) - (BigInt(LATE_MS) << 22n))
}

/**
 * Whether a page reaches what is settled: nothing is left below it. An oldest event that is new although its id lies
 * below the boundary came even later, and more of its kind may follow.
 */
function reaches(page: PageFacts, boundary: string | null, settledAt: number | null): boolean {
  if (page.nextToken === null || page.events === 0) return true
  // Nothing on the page has an id that could be compared: what lies below is unknown.
  if (page.oldestId === null) return false
  return boundary !== null && compareIds(page.oldestId, settledId(boundary, settledAt)) <= 0 && !page.oldestIsNew
}

/** Smaller than every id of X. */
const NOTHING = '0'

/**
 * After a page read from the top (or from where the top reading goes on). While a walk is pending its top is the
 * boundary, so that new messages are read first and the walk below is not lost.
 * @param readAt X's time when this reading began.
 */
export function afterTopPage(cursor: Cursor, topId: string | null, page: PageFacts, now: number, readAt: number): Step {
  const newest = laterId(topId, page.newestId)
  const boundary = cursor.walk?.topId ?? cursor.floorId
  if (reaches(page, boundary, cursor.settledAt)) {
    // Nothing is settled by this: around the floor, below the walk, X may still have shown something late.
    if (cursor.walk) {
      const walk = { ...cursor.walk, topId: laterId(cursor.walk.topId, newest) ?? NOTHING }
      return { cursor: { ...cursor, walk, lastSyncAt: now }, next: null }
    }
    // An account without any event has been read, too.
    const floorId = laterId(cursor.floorId, newest) ?? NOTHING
    return { cursor: { floorId, walk: null, lastSyncAt: now, settledAt: settledBy(cursor, readAt) }, next: null }
  }
  const token = page.nextToken as string
  // Below a pending walk's top the way is known: the rest of the top reading is not stored, and starts over if interrupted.
  if (cursor.walk) return { cursor: { ...cursor, lastSyncAt: now }, next: token }
  const walk = { topId: newest ?? NOTHING, token, pages: 1, events: page.events, oldestAt: page.oldestAt }
  return { cursor: { ...cursor, walk, lastSyncAt: now }, next: token }
}

/** After a page of the pending walk. */
export function afterWalkPage(cursor: Cursor, page: PageFacts, now: number, readAt: number): Step {
  const { walk } = cursor
  if (!walk) return { cursor, next: null }
  if (reaches(page, cursor.floorId, cursor.settledAt) || page.nextToken === walk.token) {
    const floorId = laterId(cursor.floorId, walk.topId)
    return { cursor: { floorId, walk: null, lastSyncAt: now, settledAt: settledBy(cursor, readAt) }, next: null }
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

function settledBy(cursor: Cursor, readAt: number): number {
  return Math.max(cursor.settledAt ?? 0, readAt - LATE_MS)
}

const FULL_PAGE = 100
/** Size of a poll where looking at known events again costs nothing. */
const FREE_PAGE = 10

/** The newest events that are here, as far as looking at them again matters. */
export interface Overlap {
  /** Those that may still have stragglers beside them: they must be looked at again. */
  readonly unsettled: number
  /** Those that X has charged for today, or never yet: they may be. */
  readonly free: number
}

/**
 * Size of the first page from the top. X charges for an event again on a new day, so a poll looks at one known event,
 * and at more only where that is free or stragglers are possible.
 */
export function firstPageSize(cursor: Cursor, overlap: Overlap): number {
  if (cursor.floorId === null && cursor.walk === null) return FULL_PAGE
  const { unsettled, free } = overlap
  return Math.min(FULL_PAGE, Math.max(unsettled + 1, Math.min(free, unsettled + FREE_PAGE)))
}

/**
 * Size of a further page, after `found` new events on `pages` pages. It doubles, but the last page goes beyond what is new,
 * and X charges for what lies there unless that was paid for today: beyond that, pages grow slowly while there are
 * requests to spare, faster when these run low.
 */
export function nextPageSize(pages: number, found: number, overlap: Overlap, requestsLeft: number): number {
  const grown =
    requestsLeft >= 40
      ? Math.max(1, Math.floor(found / 8))
      : requestsLeft >= 8
        ? Math.max(1, Math.floor(found / 2))
        : Math.max(10, found)
  const doubled = FREE_PAGE * 2 ** Math.min(pages, 10)
  const wanted = Math.max(grown + overlap.unsettled, Math.min(doubled, grown + overlap.free))
  return Math.min(FULL_PAGE, wanted)
}

/** Size of the next page of the pending walk. Above no floor everything is new. */
export function walkPageSize(cursor: Cursor, overlap: Overlap, requestsLeft: number): number {
  const { walk } = cursor
  return cursor.floorId === null || walk === null
    ? FULL_PAGE
    : nextPageSize(walk.pages, walk.events, overlap, requestsLeft)
}
