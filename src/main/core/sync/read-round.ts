import { compareIds } from '../../../shared/domain/ids.ts'
import { storeUsers } from '../customers/store-users.ts'
import { claimUnknown } from '../outbox/reconcile.ts'
import type { EventPage } from '../x/parse-events.ts'
import type { XProblem } from '../x/problem.ts'
import { pricesUsd } from '../x/prices.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { noteCost } from './cost-meter.ts'
import { type Cursor, loadCursor, saveCursor } from './cursors.ts'
import { fetchWantedUsers } from './fetch-users.ts'
import { ingest } from './ingest.ts'
import { allowedAt } from './rate-budget.ts'
import { noteAnswer, noteUserCharges } from './store-answer.ts'
import { afterTopPage, afterWalkPage, type PageFacts, topPageSize, FULL_PAGE, type Step } from './walk.ts'

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
}

export interface RoundOptions {
  /** Stop before this much is spent; null for no limit. */
  readonly maxCostUsd: number | null
  /** Asked before each request: whether to go on. */
  readonly goOn: () => boolean
}

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
    problem: null
  }
  const start = loadCursor(account.db, account.id)
  let topId: string | null = null
  let token: string | null = null
  let first = true
  const tokens = new Set<string>()
  for (;;) {
    const cursor = loadCursor(account.db, account.id)
    const page = await readPage(account, options, report, topPageSize(cursor, first), token)
    if (!page) return report
    const step: Step = store(account, report, page, (facts) => {
      const next = afterTopPage(cursor, topId, facts, account.clock.now())
      topId =
        facts.newestId !== null && (topId === null || compareIds(facts.newestId, topId) > 0) ? facts.newestId : topId
      return next
    })
    first = false
    token = step.next
    // A walk that this round began is stored page by page from here on.
    if (token === null || (start.walk === null && step.cursor.walk !== null) || tokens.has(token)) break
    tokens.add(token)
  }
  while (loadCursor(account.db, account.id).walk !== null) {
    const cursor: Cursor = loadCursor(account.db, account.id)
    const page = await readPage(account, options, report, FULL_PAGE, cursor.walk?.token ?? null)
    if (!page) {
      // X forgets paging tokens: the walk starts over from the top, which pays for nothing that was paid today.
      if (report.problem?.kind === 'invalid-request') {
        account.db.write((db) => saveCursor(db, account.id, { ...cursor, walk: null }))
      }
      return report
    }
    store(account, report, page, (facts) => afterWalkPage(cursor, facts, account.clock.now()))
  }
  report.complete = await fetchWantedUsers(account, options, report)
  return report
}

async function readPage(
  account: ConnectedAccount,
  options: RoundOptions,
  report: RoundReport,
  size: number,
  token: string | null
): Promise<EventPage | null> {
  const { db, clock, client } = account
  if (!options.goOn()) return null
  const allowed = allowedAt(db, account.id, ENDPOINT, clock.now())
  if (allowed > 0) {
    report.nextAllowedAt = allowed
    return null
  }
  const affordable = affordableEvents(options, report)
  if (affordable < 1) return null
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
  for (const skipped of result.skipped) account.log.warn('event skipped', { reason: skipped.reason, id: skipped.id })
  db.write((tx) => {
    noteAnswer(tx, account.id, ENDPOINT, result, clock.now())
    storeUsers(tx, result.value.users, clock.now())
    report.costUsd += noteUserCharges(tx, account.id, result.charges, clock.now())
  })
  report.pages += 1
  return result.value
}

function affordableEvents(options: RoundOptions, report: RoundReport): number {
  if (options.maxCostUsd === null) return Number.POSITIVE_INFINITY
  // Cents are counted in whole events, because 0.30 - 0.20 is a little less than 0.10 for a computer.
  return Math.floor((options.maxCostUsd - report.costUsd) / pricesUsd['dm-read'] + 1e-6)
}

/** One page, its cursor, what it cost and what it says about lost answers: one transaction. */
function store(
  account: ConnectedAccount,
  report: RoundReport,
  page: EventPage,
  decide: (facts: PageFacts) => Step
): Step {
  const now = account.clock.now()
  return account.db.write((db) => {
    const result = ingest(db, account.id, page.events, { source: 'read', now })
    const facts = factsOf(page, result.firstReads)
    const step = decide(facts)
    saveCursor(db, account.id, step.cursor)
    report.costUsd += noteCost(db, account.id, 'dm-read', result.paidIds.length, now)
    report.eventsNew += result.added
    report.eventsSeen += result.seen
    claimUnknown(db, account.id, now)
    return step
  })
}

function factsOf(page: EventPage, firstReads: ReadonlySet<string>): PageFacts {
  let newestId: string | null = null
  let oldestId: string | null = null
  let oldestAt: number | null = null
  for (const event of page.events) {
    if (event.id === null) continue
    if (newestId === null || compareIds(event.id, newestId) > 0) newestId = event.id
    if (oldestId === null || compareIds(event.id, oldestId) < 0) {
      oldestId = event.id
      oldestAt = event.at
    }
  }
  return {
    newestId,
    oldestId,
    oldestIsNew: oldestId !== null && firstReads.has(oldestId),
    events: page.events.length,
    oldestAt,
    nextToken: page.nextToken
  }
}
