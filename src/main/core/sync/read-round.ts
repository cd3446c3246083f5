import { compareIds } from '../../../shared/domain/ids.ts'
import { storeUsers } from '../customers/store-users.ts'
import { claimLost } from '../outbox/reconcile.ts'
import type { EventPage } from '../x/parse-events.ts'
import type { XProblem } from '../x/problem.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XSuccess } from '../x/results.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { type Cursor, laterId, loadCursor, saveCursor } from './cursors.ts'
import { fetchWantedUsers } from './fetch-users.ts'
import { ingest, isEventNumber } from './ingest.ts'
import { allowedAt } from './rate-budget.ts'
import { noteAnswer, noteEventCharges, noteUserCharges } from './store-answer.ts'
import { afterTopPage, afterWalkPage, type PageFacts, type Step, topPageSize, walkPageSize } from './walk.ts'

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
  /** Whether pages bring profiles along, which cost extra; null before the first page. */
  profilesCome: boolean | null
}

export interface RoundOptions {
  /** Stop before this much is spent; null for no limit. */
  readonly maxCostUsd: number | null
  /** Asked before each request: whether to go on. */
  readonly goOn: () => boolean
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
    profilesCome: null
  }
  let read = await readEvents(account, options, report)
  // X forgets paging tokens: once more from the top, which pays for nothing that was paid today.
  if (read === 'token-refused') {
    report.problem = null
    read = await readEvents(account, options, report)
  }
  if (read === 'done') report.complete = await fetchWantedUsers(account, options, report)
  return report
}

type Reading = 'done' | 'stopped' | 'token-refused'

async function readEvents(account: ConnectedAccount, options: RoundOptions, report: RoundReport): Promise<Reading> {
  if (!(await readTop(account, options, report))) return 'stopped'
  for (;;) {
    const cursor: Cursor = loadCursor(account.db, account.id)
    if (cursor.walk === null) return 'done'
    const page = await readPage(account, options, report, walkPageSize(cursor), cursor.walk.token)
    if (!page) {
      // The page before, from the top, was the same request without a token.
      if (report.problem?.kind !== 'invalid-request') return 'stopped'
      account.db.write((db) => saveCursor(db, account.id, { ...cursor, walk: null }))
      return 'token-refused'
    }
    store(account, report, page, (facts) => afterWalkPage(cursor, facts, account.clock.now()))
  }
}

/** @returns false when something stopped it before it met what is known. */
async function readTop(account: ConnectedAccount, options: RoundOptions, report: RoundReport): Promise<boolean> {
  const start = loadCursor(account.db, account.id)
  let topId: string | null = null
  let token: string | null = null
  const tokens = new Set<string>()
  for (;;) {
    const cursor = loadCursor(account.db, account.id)
    const page = await readPage(account, options, report, topPageSize(cursor, tokens.size), token)
    if (!page) return false
    const step: Step = store(account, report, page, (facts) => {
      const next = afterTopPage(cursor, topId, facts, account.clock.now())
      topId = laterId(topId, facts.newestId)
      return next
    })
    token = step.next
    // A walk that this round began is stored page by page from here on.
    if (token === null || (start.walk === null && step.cursor.walk !== null) || tokens.has(token)) return true
    tokens.add(token)
  }
}

async function readPage(
  account: ConnectedAccount,
  options: RoundOptions,
  report: RoundReport,
  size: number,
  token: string | null
): Promise<Answer | null> {
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
  decide: (facts: PageFacts) => Step
): Step {
  const now = account.clock.now()
  const { value: page, charges } = answer
  report.pages += 1
  if (page.events.length > 0) report.profilesCome = page.users.length > 0
  return account.db.write((db) => {
    noteAnswer(db, account.id, ENDPOINT, answer, now)
    storeUsers(db, page.users, now)
    report.costUsd += noteUserCharges(db, account.id, charges, now)
    const result = ingest(db, account.id, page.events, { source: 'read', now })
    const reads = noteEventCharges(db, account.id, charges, result, now)
    report.costUsd += reads.costUsd
    const step = decide(factsOf(answer, reads.ids, reads.firstReads))
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
    nextToken: page.nextToken
  }
}
