import { compareIds } from '../../../shared/domain/ids.ts'
import { storeUsers } from '../customers/store-users.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import type { IncomingEvent } from '../sync/incoming.ts'
import { ingest } from '../sync/ingest.ts'
import { takeBudget } from '../sync/rate-budget.ts'
import { noteAnswer, noteEventCharges, noteUserCharges } from '../sync/store-answer.ts'
import { askTimeWhenUnsure } from '../sync/sure-clock.ts'
import { clockOffset } from '../sync/x-clock.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XProblem } from '../x/problem.ts'
import { WIDEN_OFFSET } from './attempt-sql.ts'
import { claimLost, lookBackTo, noteMiss } from './reconcile.ts'
import type { SendReport } from './send-report.ts'
import * as sql from './sql.ts'

/** The operation's name in the rate budget. */
export const READ_CONVERSATION = 'conversation-events'
/** Few events to begin with, because X charges for each again on a new day: usually the reply is the newest. */
const FIRST_PAGE = 2
const LARGEST_FIRST_PAGE = 20
/** A busy conversation is read on in larger pages, but not for ever. */
const NEXT_PAGE = 100
const MAX_PAGES = 10
/** The most that a look costs to begin with, USD. */
export const READ_BACK_PRICE = LARGEST_FIRST_PAGE * pricesUsd['dm-read']

/**
 * Looks whether a reply whose answer was lost is at X: reads the conversation back until before the attempt, because one
 * empty answer of a lagging list proves nothing; the conversation's own endpoint lags least.
 * @param options `affordable`: whether so many USD more may be spent in this round.
 */
export async function lookBack(
  account: ConnectedAccount,
  entry: sql.OutboxEntry,
  report: SendReport,
  options: { readonly affordable: (usd: number) => boolean; readonly trustClock: boolean }
): Promise<void> {
  const { db, client, clock } = account
  const { affordable, trustClock } = options
  const isSent = (): boolean => db.get<sql.OutboxEntry>(sql.FIND, entry.id)?.state === 'sent'
  db.write((tx) => claimLost(tx, account.id, clock.now()))
  if (isSent()) return
  const goal = lookBackTo(db, entry.id)
  let token: string | undefined
  for (let page = 0; page < MAX_PAGES; page += 1) {
    // A look that ends early shows nothing, and is made again when X allows it.
    const size = page === 0 ? firstPage(db, entry) : NEXT_PAGE
    if (page > 0 && !affordable(size * pricesUsd['dm-read'])) return
    report.problem = trustClock ? await askTimeWhenUnsure(account, READ_CONVERSATION) : null
    if (report.problem !== null) return
    const allowed = db.writeDurably((tx) => takeBudget(tx, account.id, READ_CONVERSATION, clock.now(), { trustClock }))
    if (allowed > 0) return
    const result = await client.conversationEvents({
      conversationId: entry.conversation_id,
      maxResults: size,
      paginationToken: token
    })
    report.requests += result.requests
    const now = clock.now()
    const step = db.write((tx): 'sent' | 'on' | 'done' | 'failed' => {
      noteAnswer(tx, account.id, READ_CONVERSATION, result, now)
      const offset = clockOffset(tx, account.id)
      if (offset) tx.run(WIDEN_OFFSET, offset.low, offset.high, entry.id)
      if (!result.ok) {
        if (!isAboutConversation(result.problem)) {
          if (result.problem.kind !== 'rate-limited') report.problem = result.problem
          return 'failed'
        }
        endLook(tx, account.id, entry.id, { readable: false, now })
        return 'done'
      }
      const stored = ingest(tx, account.id, result.value.events, { source: 'read', now })
      report.costUsd += noteEventCharges(tx, account.id, result.charges, stored, now).costUsd
      storeUsers(tx, account.id, result.value.users, now)
      report.costUsd += noteUserCharges(tx, account.id, result.charges, now)
      claimLost(tx, account.id, now)
      if (tx.get<sql.OutboxEntry>(sql.FIND, entry.id)?.state === 'sent') return 'sent'
      const { events, nextToken } = result.value
      if (nextToken !== null && events.length > 0 && !reaches(events, goal) && page + 1 < MAX_PAGES) return 'on'
      endLook(tx, account.id, entry.id, { readable: true, now })
      return 'done'
    })
    if (step !== 'on' || !result.ok) return
    token = result.value.nextToken ?? undefined
  }
}

/** As much as lies above the reply that is looked for, as far as that is here already, and a little more. */
function firstPage(db: ConnectedAccount['db'], entry: sql.OutboxEntry): number {
  const since = entry.attempted_at ?? entry.created_at
  const row = db.get<{ count: number }>(sql.COUNT_SINCE, entry.account_id, entry.conversation_id, since)
  return Math.min(LARGEST_FIRST_PAGE, FIRST_PAGE + (row?.count ?? 0))
}

/** Whether a page goes back to before the attempt, or to what was known then. */
function reaches(events: readonly IncomingEvent[], goal: { earliest: number; knownTo: string | null }): boolean {
  return events.some(
    ({ id, at }) => at < goal.earliest || (id !== null && goal.knownTo !== null && compareIds(id, goal.knownTo) <= 0)
  )
}

function endLook(
  tx: Parameters<typeof noteMiss>[0],
  accountId: string,
  outboxId: string,
  look: { readonly readable: boolean; readonly now: number }
): void {
  const current = tx.get<sql.OutboxEntry>(sql.FIND, outboxId)
  if (current?.state === 'unknown') noteMiss(tx, accountId, current, look)
  else if (current) tx.run(sql.NOTE_LOOK, 0, look.now, null, look.now, outboxId)
}

/** X does not show this one conversation (a group that was left, one that does not exist): nothing is wrong with the account. */
function isAboutConversation(problem: XProblem): boolean {
  switch (problem.kind) {
    case 'not-found':
    case 'invalid-request':
    case 'conflict':
    case 'too-large':
      return true
    case 'forbidden':
      return problem.reason === 'recipient' || problem.reason === 'media' || problem.reason === 'other'
    default:
      return false
  }
}
