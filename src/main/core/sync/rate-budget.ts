import type { RateLeft } from '../../../shared/contract/rows.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { documentedLimits, familyOf, type LimitSpan, spanLength } from '../x/limits.ts'
import type { RateSnapshot } from '../x/rate.ts'
import {
  afterRefusal,
  afterReturn,
  afterTaking,
  afterWord,
  type CountedWindow,
  isOver,
  LOST_MARGIN,
  remaining,
  seemsOver,
  type ServerClock
} from './rate-window.ts'
import * as sql from './rate-sql.ts'
import { localTime, xClock } from './x-clock.ts'

/*
 * The limits of X. A request is counted when it leaves, in the transaction that says it leaves, so that a lost answer, a
 * crash, a power cut or a restart never leads over a limit; X's numbers are merged in when they come. How a request is made:
 *
 *   const at = db.writeDurably((tx) => takeBudget(tx, account, endpoint, now))   // 0: counted, send it. Else not before `at`.
 *   const result = await client.…
 *   db.write((tx) => noteAnswer(tx, account, endpoint, result, now))      // store-answer.ts
 */

export interface BudgetOptions {
  /** Requests that must stay for more urgent work. */
  readonly keep?: number
  /**
   * Whether our clock alone may say that a used-up window has ended. False where an answer of X to something else will
   * tell soon: then a clock that jumped forward cannot lead over the limit.
   */
  readonly trustClock?: boolean
}

/** When a request to an endpoint may leave, ms since 1970 by our clock; 0 when it may now. */
export function allowedAt(
  db: ReadDb,
  accountId: string,
  endpoint: string,
  now: number,
  options: BudgetOptions = {}
): number {
  const { keep = 0, trustClock = true } = options
  const clock = xClock(db, accountId, now)
  let at = 0
  for (const { span, window } of windowsOf(db, accountId, endpoint)) {
    const late = unanswered(db, accountId, endpoint, now, span)
    // Where less is allowed than should be kept, the last one is for everybody.
    if (remaining(window, clock, late) > Math.min(keep, window.limit - 1)) continue
    if (seemsOver(window, clock)) {
      if (!trustClock) at = Math.max(at, now + WORD_SOON)
      continue
    }
    at = Math.max(at, localTime(window.resetAt, clock, now), now + 1)
  }
  return at
}

/** When to look again for a word of X that a window has ended, in ms. */
const WORD_SOON = 5_000

/** Whether nothing but X's word that a window has ended is missing. Any answer of X brings it. */
export function awaitsWord(db: ReadDb, accountId: string, endpoint: string, now: number): boolean {
  return (
    allowedAt(db, accountId, endpoint, now) === 0 && allowedAt(db, accountId, endpoint, now, { trustClock: false }) > 0
  )
}

/**
 * Counts a request that is about to leave, when the limits allow it.
 * @returns 0 when it may leave and is counted; else when it may, ms since 1970, and nothing is counted.
 */
export function takeBudget(
  db: WriteDb,
  accountId: string,
  endpoint: string,
  now: number,
  options: BudgetOptions = {}
): number {
  const at = allowedAt(db, accountId, endpoint, now, options)
  if (at > 0) return at
  const clock = xClock(db, accountId, now)
  for (const each of countedTogether(db, accountId, endpoint)) {
    for (const { scope, span, window } of windowsOf(db, accountId, each)) {
      const late = unanswered(db, accountId, each, now, span)
      save(db, scope, each, span, afterTaking(window, spanLength[span], clock, late, each === endpoint))
    }
  }
  db.run(sql.FORGET_OLD_REQUESTS, now - FORGET_AFTER, now + FORGET_AFTER)
  db.run(sql.NOTE_REQUEST, accountId, endpoint, now)
  db.touch('sync')
  return 0
}

const FORGET_AFTER = 10 * LOST_MARGIN

/** A request that was counted has never left this computer (no network): it is given back. */
export function returnBudget(db: WriteDb, accountId: string, endpoint: string): void {
  if (db.run(sql.FORGET_NEWEST_REQUEST, accountId, endpoint).changes === 0) return
  for (const each of countedTogether(db, accountId, endpoint)) {
    for (const { scope, span, window } of windowsOf(db, accountId, each)) {
      save(db, scope, each, span, afterReturn(window))
    }
  }
  db.touch('sync')
}

/** X answered a request: it is no longer unsure whether and when it arrived. */
export function settleRequest(db: WriteDb, accountId: string, endpoint: string): void {
  db.run(sql.FORGET_NEWEST_REQUEST, accountId, endpoint)
}

/** Merges what X said about its limits. The request it answered is settled before. */
export function noteRates(db: WriteDb, accountId: string, snapshots: readonly RateSnapshot[], now: number): void {
  const clock = xClock(db, accountId, now)
  for (const snapshot of snapshots) {
    const { endpoint, window: span } = snapshot
    const scope = scopeOf(db, accountId, span)
    if (snapshot.limit - snapshot.remaining === 1 && span === '15-minutes') {
      noteApart(db, accountId, endpoint, clock)
    }
    const known = find(db, scope, endpoint, span) ?? unused(snapshot.limit)
    const unsure = unanswered(db, accountId, endpoint, now, span)
    save(db, scope, endpoint, span, afterWord(known, snapshot, spanLength[span], clock, unsure))
    // What X allows for one it will allow for its siblings, until it says so itself.
    for (const sibling of familyOf(endpoint).slice(1)) {
      const window = find(db, scope, sibling, span) ?? unused(snapshot.limit)
      if (!window.told) save(db, scope, sibling, span, { ...window, limit: snapshot.limit })
    }
  }
  if (snapshots.length > 0) db.touch('sync')
}

/**
 * X says that one request was made in this window, and a sibling's window, still open, has some by X's own word: the two
 * are counted apart.
 */
function noteApart(db: WriteDb, accountId: string, endpoint: string, clock: ServerClock): void {
  const [, ...siblings] = familyOf(endpoint)
  const proof = siblings.some((sibling) => {
    const window = find(db, accountId, sibling, '15-minutes')
    return window !== null && window.told && window.own > 0 && !isOver(window, clock)
  })
  if (!proof || areApart(db, accountId, endpoint)) return
  db.run(sql.NOTE_APART, accountId, familyName(endpoint))
  for (const each of familyOf(endpoint)) {
    for (const { scope, span, window } of windowsOf(db, accountId, each)) {
      save(db, scope, each, span, { ...window, used: window.own })
    }
  }
}

/** After a 429: nothing is left until `until` (our clock). */
export function noteExhausted(db: WriteDb, accountId: string, endpoint: string, until: number, now: number): void {
  const clock = xClock(db, accountId, now)
  const windows = windowsOf(db, accountId, endpoint)
  const xUntil = until - now + clock.estimate
  // X's own numbers may show already which of its counters is used up.
  const shown = windows.some(({ window }) => window.told && window.used >= window.limit && !isOver(window, clock))
  if (shown) return
  const span: LimitSpan = '15-minutes'
  const window = find(db, accountId, endpoint, span) ?? unused(documentedLimits(endpoint)[span] ?? 1)
  save(db, accountId, endpoint, span, afterRefusal(window, xUntil))
  db.touch('sync')
}

/** What is left in the window that binds first; null where nothing is known of any. */
export function rateLeft(
  db: ReadDb,
  accountId: string,
  endpoint: string,
  now: number,
  period: 'quarter-hour' | 'day'
): RateLeft | null {
  const length = period === 'day' ? spanLength['user-24-hours'] : spanLength['15-minutes']
  const clock = xClock(db, accountId, now)
  return windowsOf(db, accountId, endpoint)
    .filter(({ span }) => spanLength[span] === length)
    .map(({ span, window }) => {
      const over = seemsOver(window, clock)
      const late = unanswered(db, accountId, endpoint, now, span)
      return {
        limit: window.limit,
        remaining: over ? Math.max(0, window.limit - late) : remaining(window, clock, late),
        resetAt: over ? now : localTime(window.resetAt, clock, now)
      }
    })
    .reduce<RateLeft | null>((least, each) => (least === null || each.remaining < least.remaining ? each : least), null)
}

/** A window for the forecast: by our clock, with its length. */
export interface ForecastWindow {
  readonly limit: number
  readonly used: number
  readonly resetAt: number
  readonly span: number
}

/** All windows that a request to an endpoint must fit into, as they stand. */
export function forecastWindows(db: ReadDb, accountId: string, endpoint: string, now: number): ForecastWindow[] {
  const clock = xClock(db, accountId, now)
  return windowsOf(db, accountId, endpoint).map(({ span, window }) => {
    const over = seemsOver(window, clock)
    return {
      limit: window.limit,
      used: over ? unanswered(db, accountId, endpoint, now, span) : window.used,
      resetAt: over ? now : localTime(window.resetAt, clock, now),
      span: spanLength[span]
    }
  })
}

interface ScopedWindow {
  readonly scope: string
  readonly span: LimitSpan
  readonly window: CountedWindow
}

const spans = Object.keys(spanLength) as LimitSpan[]

/** What X said, and what its table says where X has said nothing yet. */
function windowsOf(db: ReadDb, accountId: string, endpoint: string): ScopedWindow[] {
  const table = documentedLimits(endpoint)
  return spans.flatMap((span) => {
    const scope = scopeOf(db, accountId, span)
    const limit = table[span]
    const window = find(db, scope, endpoint, span) ?? (limit === undefined ? null : unused(limit))
    return window === null ? [] : [{ scope, span, window }]
  })
}

function unused(limit: number): CountedWindow {
  return { limit, used: 0, own: 0, resetAt: 0, told: false }
}

/**
 * Reads of the inbox that are kept back: for reading a conversation after a lost answer, as long as X may count the two
 * together, and one that tells X's clock.
 */
export function readReserve(db: ReadDb, accountId: string): number {
  return areApart(db, accountId, 'dm-events') ? 1 : 3
}

/** Whether the ways to send may share one counter. */
export function sendsTogether(db: ReadDb, accountId: string): boolean {
  return !areApart(db, accountId, 'send-to-participant')
}

/** Whose counter it is: the account's, or that of the X app, which other accounts may use, too. */
function scopeOf(db: ReadDb, accountId: string, span: LimitSpan): string {
  if (span === '15-minutes' || span === 'user-24-hours') return accountId
  const clientId = db.get<{ client_id: string | null }>(sql.CLIENT_ID, accountId)?.client_id
  return `app:${clientId ?? accountId}`
}

/** The operations whose counters a request to `endpoint` may raise. */
function countedTogether(db: ReadDb, accountId: string, endpoint: string): readonly string[] {
  return areApart(db, accountId, endpoint) ? [endpoint] : familyOf(endpoint)
}

function areApart(db: ReadDb, accountId: string, endpoint: string): boolean {
  return db.get(sql.IS_APART, accountId, familyName(endpoint)) !== undefined
}

function familyName(endpoint: string): string {
  return familyOf(endpoint).toSorted()[0] ?? endpoint
}

/** Requests without an answer that left a moment ago. For a counter of the app, those of all accounts. */
function unanswered(db: ReadDb, accountId: string, endpoint: string, now: number, span: LimitSpan): number {
  const together = countedTogether(db, accountId, endpoint)
  const ofApp = span === 'app-15-minutes' || span === 'app-24-hours'
  return db
    .all<{ endpoint: string; count: number }>(sql.COUNT_UNANSWERED, ofApp ? null : accountId, now - LOST_MARGIN)
    .filter((row) => together.includes(row.endpoint))
    .reduce((sum, row) => sum + row.count, 0)
}

function find(db: ReadDb, scope: string, endpoint: string, span: LimitSpan): CountedWindow | null {
  const row = db.get<sql.WindowRow>(sql.FIND_WINDOW, scope, endpoint, span)
  if (!row) return null
  return { limit: row.call_limit, used: row.used, own: row.own, resetAt: row.reset_at, told: row.told === 1 }
}

function save(db: WriteDb, scope: string, endpoint: string, span: LimitSpan, window: CountedWindow): void {
  const { limit, used, own, resetAt, told } = window
  db.run(sql.SAVE_WINDOW, scope, endpoint, span, limit, used, own, resetAt, told ? 1 : 0)
}
