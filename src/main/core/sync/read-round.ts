import { compareIds, snowflakeTime } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import { storeUsers, wantedUsers } from '../customers/store-users.ts'
import { claimLost } from '../outbox/reconcile.ts'
import type { EventPage } from '../x/parse-events.ts'
import type { XProblem } from '../x/problem.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XSuccess } from '../x/results.ts'
import { forgetToken, mayWalk, noteWalkEnd } from './backfill.ts'
import { DAY_MS, REACH_DAYS } from './backfill-estimate.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { xDay } from './cost-meter.ts'
import { type Cursor, laterId, loadCursor, saveCursor } from './cursors.ts'
import { fetchWantedUsers } from './fetch-users.ts'
import { ingest, isEventNumber } from './ingest.ts'
import { messageTick } from './message-key.ts'
import { allowedAt, rateLeft, readReserve, takeBudget } from './rate-budget.ts'
import { COUNT_FROM, COUNT_SKIPPED_FROM, NEWEST_OF_ACCOUNT } from './sql.ts'
import { noteAnswer, noteEventCharges, noteUserCharges } from './store-answer.ts'
import { askTimeWhenUnsure } from './sure-clock.ts'
import {
  afterTopPage,
  afterWalkPage,
  firstPageSize,
  nextPageSize,
  type Overlap,
  type PageFacts,
  settledId,
  type Step,
  walkPageSize
} from './walk.ts'
import { xClock } from './x-clock.ts'

/** What one round of reading did; adds up to DESIGN.md section 6, `sync --once`. */
export interface RoundReport {
  requests: number
  pages: number
  eventsNew: number
  eventsSeen: number
  usersFetched: number
  costUsd: number
  /** False when something stopped the round before everything new was here. */
  complete: boolean
  nextAllowedAt: number | null
  problem: XProblem | null
  /** Whether the newest events of X are here, whatever is left to read below. */
  current: boolean
  /** Whether older messages wait, for room in the limits or for the team's choice. */
  walkWaits: boolean
  /** Whether pages bring profiles along, which cost extra; null before the first page. */
  profilesCome: boolean | null
}

export interface RoundOptions {
  /** Stop before this much is spent; null for no limit. */
  readonly maxCostUsd: number | null
  /** Asked before each request: whether to go on. */
  readonly goOn: () => boolean
  /** Called as soon as the newest events are here; what lies below may take many pages more. */
  readonly onCurrent?: () => void
  /** Leaves requests for what may become urgent. The command line reads everything instead. */
  readonly sparing: boolean
  /** Replies wait for X's word that a window has ended: what is kept back is there for that, too. */
  readonly forWord: boolean
  /** Reads only what is new: no older messages, no profiles. The ceiling on costs is near. */
  readonly newOnly: boolean
}

type Answer = XSuccess<EventPage>

/** The operation's name in the rate budget. */
const ENDPOINT = 'dm-events'

/**
 * Reads what is new at X: first from the top until it meets what is known, then what an earlier round left undone below.
 * Each page is one transaction with its cursor; whatever stops the round, the next goes on from there.
 */
export async function readRound(account: ConnectedAccount, options: RoundOptions): Promise<RoundReport> {
  const report: RoundReport = {
    requests: 0,
    pages: 0,
    eventsNew: 0,
    eventsSeen: 0,
    usersFetched: 0,
    costUsd: 0,
    complete: false,
    nextAllowedAt: null,
    problem: null,
    current: false,
    walkWaits: false,
    profilesCome: null
  }
  let read = await readEvents(account, options, report)
  // X forgets paging tokens: once more from the top, which pays for nothing that was paid today.
  if (read === 'token-refused') {
    report.problem = null
    read = await readEvents(account, options, report)
  }
  if (read === 'done') {
    const known = options.newOnly
      ? wantedUsers(account.db, 1).length === 0
      : await fetchWantedUsers(account, options, report)
    report.complete = known && !report.walkWaits
  }
  return report
}

type Reading = 'done' | 'stopped' | 'token-refused'

/** What holds for all pages of one reading from the top. */
interface TopReading {
  readonly overlap: Overlap
  /** X's time of its first answer: what is older than that, by the time events may be late, is settled then. */
  readAt: number | null
}

async function readEvents(account: ConnectedAccount, options: RoundOptions, report: RoundReport): Promise<Reading> {
  const { db, id, clock } = account
  const reading: TopReading = { overlap: overlapOf(db, id, clock.now()), readAt: null }
  if (!(await readTop(account, options, report, reading))) return 'stopped'
  report.current = true
  options.onCurrent?.()
  for (;;) {
    const cursor: Cursor = loadCursor(db, id)
    if (cursor.walk === null) return 'done'
    if (options.newOnly || (options.sparing && !mayWalk(account))) {
      report.walkWaits = true
      return 'done'
    }
    const left = rateLeft(db, id, ENDPOINT, clock.now(), 'quarter-hour')
    const size = walkPageSize(cursor, reading.overlap, left?.remaining ?? 0)
    const page = await readPage(
      account,
      options,
      report,
      size,
      cursor.walk.token,
      walkReserve(account, cursor, options)
    )
    if (!page) {
      // The page before, from the top, was the same request without a token.
      if (report.problem?.kind !== 'invalid-request') return 'stopped'
      db.write((tx) => forgetToken(tx, id, cursor))
      return 'token-refused'
    }
    store(account, report, page, reading, (facts, readAt) => {
      const current = loadCursor(db, id)
      // The team chose to stop here while the page was on its way: it is kept, and the choice holds.
      if (current.walk?.token !== cursor.walk?.token) return { cursor: current, next: null }
      return afterWalkPage(current, facts, clock.now(), readAt)
    })
  }
}

/** What the walk leaves of the window: new messages come before old ones. Above a floor it brings new ones itself. */
function walkReserve({ db, id, clock }: ConnectedAccount, cursor: Cursor, options: RoundOptions): number {
  if (!options.sparing) return 0
  if (cursor.floorId !== null) return readReserve(db, id)
  const limit = rateLeft(db, id, ENDPOINT, clock.now(), 'quarter-hour')?.limit ?? 0
  return Math.max(readReserve(db, id), Math.ceil(limit / 3))
}

/** @returns false when something stopped it before it met what is known. */
async function readTop(
  account: ConnectedAccount,
  options: RoundOptions,
  report: RoundReport,
  reading: TopReading
): Promise<boolean> {
  const { db, id, clock } = account
  const start = loadCursor(db, id)
  let topId: string | null = null
  let token: string | null = null
  let found = 0
  const tokens = new Set<string>()
  const keep = options.sparing && !options.forWord ? readReserve(db, id) : 0
  for (;;) {
    const cursor = loadCursor(db, id)
    const left = rateLeft(db, id, ENDPOINT, clock.now(), 'quarter-hour')?.remaining ?? 0
    const size =
      token === null ? firstPageSize(cursor, reading.overlap) : nextPageSize(tokens.size, found, reading.overlap, left)
    const page = await readPage(account, options, report, size, token, keep)
    if (!page) return false
    const step: Step = store(account, report, page, reading, (facts, readAt) => {
      found += facts.newReads
      // Looked at again inside the transaction: the team may have chosen to read further back meanwhile.
      const next = afterTopPage(loadCursor(db, id), topId, facts, clock.now(), readAt)
      topId = laterId(topId, facts.newestId)
      return next
    })
    token = step.next
    // A walk that this round began is stored page by page from here on.
    if (token === null || (start.walk === null && step.cursor.walk !== null) || tokens.has(token)) return true
    tokens.add(token)
  }
}

const NEWEST_LOOKED_AT = 100
/** X shows nothing that is older than 30 days: no poll meets what lies further back than this. */
const WITHIN_MS = 2 * REACH_DAYS * DAY_MS

/** How far a poll may or must look at known events again. */
function overlapOf(db: ReadDb, accountId: string, now: number): Overlap {
  const today = xDay(db, accountId, now)
  const from = messageTick(now - WITHIN_MS)
  const rows = db.all<{ paid_day: number | null }>(NEWEST_OF_ACCOUNT, accountId, from, NEWEST_LOOKED_AT)
  const paidBefore = rows.findIndex((row) => row.paid_day !== null && row.paid_day !== today)
  return {
    unsettled: countUnsettled(db, accountId, loadCursor(db, accountId)),
    // Below everything that is here there is nothing that was paid for.
    free: paidBefore === -1 ? NEWEST_LOOKED_AT : paidBefore
  }
}

/** How many known events a poll meets before it reaches what is settled; more than a page holds are not counted. */
function countUnsettled(db: ReadDb, accountId: string, cursor: Cursor): number {
  const boundary = cursor.walk?.topId ?? cursor.floorId
  const settled = boundary === null ? null : settledId(boundary, cursor.settledAt)
  const from = settled === null || settled === boundary ? null : snowflakeTime(settled)
  if (settled === null || from === null) return 0
  const messages = db.get<{ count: number }>(COUNT_FROM, accountId, messageTick(from))?.count ?? 0
  const skipped = db.get<{ count: number }>(COUNT_SKIPPED_FROM, accountId, settled, settled)?.count ?? 0
  return messages + skipped
}

async function readPage(
  account: ConnectedAccount,
  options: RoundOptions,
  report: RoundReport,
  size: number,
  token: string | null,
  keep: number
): Promise<Answer | null> {
  const { db, clock, client } = account
  if (!options.goOn()) return null
  const affordable = affordableEvents(options, report)
  if (affordable < 1) return null
  report.problem = await askTimeWhenUnsure(account, ENDPOINT)
  if (report.problem !== null) return null
  const allowed = db.writeDurably((tx) => takeBudget(tx, account.id, ENDPOINT, clock.now(), { keep }))
  if (allowed > 0) {
    // What is kept back from the walk is there for new messages.
    if (keep > readReserve(db, account.id) && allowedAt(db, account.id, ENDPOINT, clock.now()) === 0) {
      report.walkWaits = true
    } else {
      report.nextAllowedAt = allowed
    }
    return null
  }
  const result = await client.dmEvents({
    maxResults: Math.min(size, affordable),
    paginationToken: token ?? undefined,
    withUsers: false
  })
  report.requests += result.requests
  if (!result.ok) {
    report.problem = result.problem
    db.write((tx) => noteAnswer(tx, account.id, ENDPOINT, result, clock.now()))
    if (result.problem.kind === 'rate-limited') report.nextAllowedAt = allowedAt(db, account.id, ENDPOINT, clock.now())
    return null
  }
  return result
}

function affordableEvents(options: RoundOptions, report: RoundReport): number {
  if (options.maxCostUsd === null) return Number.POSITIVE_INFINITY
  // Until a page has come without profiles, each event may bring one that is charged, too.
  const price = pricesUsd['dm-read'] + (report.profilesCome === false ? 0 : pricesUsd['user-read'])
  // Cents are counted in whole events, because 0.30 - 0.20 is a little less than 0.10 for a computer.
  return Math.floor((options.maxCostUsd - report.costUsd) / price + 1e-6)
}

/** One page, its cursor, what it cost and what it says about lost answers: one transaction. */
function store(
  account: ConnectedAccount,
  report: RoundReport,
  answer: Answer,
  reading: TopReading,
  decide: (facts: PageFacts, readAt: number) => Step
): Step {
  const now = account.clock.now()
  const { value: page, charges } = answer
  report.pages += 1
  if (page.events.length > 0) report.profilesCome = page.users.length > 0
  return account.db.write((db) => {
    noteAnswer(db, account.id, ENDPOINT, answer, now)
    storeUsers(db, account.id, page.users, now)
    report.costUsd += noteUserCharges(db, account.id, charges, now)
    const result = ingest(db, account.id, page.events, { source: 'read', now })
    const reads = noteEventCharges(db, account.id, charges, result, now)
    report.costUsd += reads.costUsd
    reading.readAt ??= xClock(db, account.id, now).seenAt
    const step = decide(factsOf(answer, reads.ids, reads.firstReads), reading.readAt)
    noteWalkEnd(db, account.id, loadCursor(db, account.id), step.cursor)
    saveCursor(db, account.id, step.cursor)
    report.eventsNew += result.added
    report.eventsSeen += result.seen
    claimLost(db, account.id, now)
    return step
  })
}

/** @param ids of all events of the page, also of those that could not be used: they, too, have been read. */
function factsOf({ value: page, skipped }: Answer, ids: readonly string[], firstReads: ReadonlySet<string>): PageFacts {
  const sorted = ids.filter(isEventNumber).toSorted(compareIds)
  const oldestId = sorted[0] ?? null
  return {
    newestId: sorted.at(-1) ?? null,
    oldestId,
    oldestIsNew: oldestId !== null && firstReads.has(oldestId),
    events: page.events.length + skipped.length,
    oldestAt: page.events.reduce<number | null>((oldest, { at }) => Math.min(oldest ?? at, at), null),
    nextToken: page.nextToken,
    newReads: firstReads.size
  }
}
