import { assertNever } from '../../../shared/assert-never.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import { storeUsers } from '../customers/store-users.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import { noteCost } from '../sync/cost-meter.ts'
import { ingest } from '../sync/ingest.ts'
import { allowedAt } from '../sync/rate-budget.ts'
import { noteAnswer, noteEventCharges, noteUserCharges } from '../sync/store-answer.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XProblem } from '../x/problem.ts'
import { departureProblem } from './departure.ts'
import { claimLost, noteMiss } from './reconcile.ts'
import * as sql from './sql.ts'
import { adoptStranded, setSent, setState, startSending } from './transitions.ts'

export interface SendReport {
  requests: number
  costUsd: number
  sent: number
  /** What keeps the account as a whole from sending; null when nothing does. */
  problem: XProblem | null
  /** When something could be sent or checked next, ms since 1970; null when nothing waits for a time. */
  nextAt: number | null
}

/** Names in the rate budget. */
export const SEND_TO_PARTICIPANT = 'send-to-participant'
export const SEND_TO_CONVERSATION = 'send-to-conversation'
const READ_CONVERSATION = 'conversation-events'
const READ_BACK_PAGE = 20
const READ_BACK_PRICE = READ_BACK_PAGE * pricesUsd['dm-read']

/**
 * Sends what may leave now, one at a time, oldest first, and looks for replies whose answer was lost.
 * `ignoreTimes`: the command line's `sync --once` looks at once instead of waiting for the planned time.
 * `maxCostUsd`: stops before more is spent; null for no limit.
 */
export async function sendRound(
  account: ConnectedAccount,
  options: { readonly goOn: () => boolean; readonly ignoreTimes: boolean; readonly maxCostUsd: number | null }
): Promise<SendReport> {
  const report: SendReport = { requests: 0, costUsd: 0, sent: 0, problem: null, nextAt: null }
  const lookedAt = new Set<string>()
  // One round at a time: what still counts as being sent was left behind by one that failed.
  if (account.db.get(sql.STRANDED, account.id)) {
    account.db.write((tx) => adoptStranded(tx, account.clock.now(), account.id))
  }
  const affordable = (usd: number): boolean =>
    options.maxCostUsd === null || report.costUsd + usd <= options.maxCostUsd + 1e-9
  while (options.goOn() && report.problem === null) {
    const now = account.clock.now()
    report.nextAt = null
    const due = account.db
      .all<sql.OutboxEntry>(sql.HEADS, account.id)
      .filter((entry) => !lookedAt.has(entry.id) && isDue(account, entry, now, options.ignoreTimes, report))
    const [entry] = due
    if (!entry || !affordable(entry.state === 'unknown' ? READ_BACK_PRICE : pricesUsd['dm-send'])) break
    if (entry.state === 'unknown') {
      // Where planned times do not count, one look a round is enough.
      if (options.ignoreTimes) lookedAt.add(entry.id)
      await lookBack(account, entry, report)
    } else {
      await send(account, entry, report)
    }
  }
  return report
}

/** Notes in the report when an entry that is not due will be. */
function isDue(
  account: ConnectedAccount,
  entry: sql.OutboxEntry,
  now: number,
  ignoreTimes: boolean,
  report: SendReport
): boolean {
  // `sending` belongs to whoever sends it now; after a crash, start-up turns it into `unknown`.
  if (entry.state === 'sending') return false
  const wait =
    entry.state === 'held'
      ? (entry.held_until ?? 0)
      : ignoreTimes && entry.state === 'unknown'
        ? 0
        : (entry.not_before ?? 0)
  const limit = entry.state === 'unknown' ? READ_CONVERSATION : sendEndpoint(account.id, entry)
  const at = Math.max(wait, allowedAt(account.db, account.id, limit, now))
  if (at <= now) return true
  report.nextAt = report.nextAt === null ? at : Math.min(report.nextAt, at)
  return false
}

function sendEndpoint(accountId: string, entry: sql.OutboxEntry): string {
  return peerOf(entry.conversation_id, accountId) === null ? SEND_TO_CONVERSATION : SEND_TO_PARTICIPANT
}

async function send(account: ConnectedAccount, entry: sql.OutboxEntry, report: SendReport): Promise<void> {
  const { db, client, clock } = account
  const leaves = db.write((tx) => {
    // Looked at again inside the transaction: the agent may have taken it back a moment ago.
    const current = tx.get<sql.OutboxEntry>(sql.FIND, entry.id)
    if (!current || (current.state !== 'held' && current.state !== 'queued')) return false
    const reason = departureProblem(tx, current)
    if (reason !== null) {
      setState(tx, current, 'needs-attention', { reason, now: clock.now() })
      return false
    }
    // Sent before without an answer, and the agent says: again. X may have shown it since.
    if (current.checks > 0) {
      claimLost(tx, account.id, clock.now())
      if (tx.get<sql.OutboxEntry>(sql.FIND, entry.id)?.state === 'sent') return false
    }
    startSending(tx, current, clock.now())
    return true
  })
  if (!leaves) return
  const peer = peerOf(entry.conversation_id, account.id)
  const result =
    peer === null
      ? await client.sendToConversation(entry.conversation_id, entry.text)
      : await client.sendToParticipant(peer, entry.text)
  report.requests += result.requests
  const now = clock.now()
  db.write((tx) => {
    noteAnswer(tx, account.id, sendEndpoint(account.id, entry), result, now)
    if (result.ok) {
      report.sent += 1
      report.costUsd += noteCost(tx, account.id, 'dm-send', 1, now)
      setSent(tx, entry, result.value.eventId, now)
    } else {
      settleFailure(tx, account, entry, result.problem, report, now)
    }
  })
}

function settleFailure(
  tx: Parameters<typeof setState>[0],
  account: ConnectedAccount,
  entry: sql.OutboxEntry,
  problem: XProblem,
  report: SendReport,
  now: number
): void {
  account.log.warn('reply not sent', { kind: problem.kind, status: problem.status, effect: problem.effect })
  if (problem.effect === 'unknown') {
    setState(tx, entry, 'unknown', {
      reason: 'X did not answer. Backchannel looks whether the reply arrived before anything is sent again.',
      notBefore: now + 2_000,
      now
    })
    if (problem.kind === 'network' || problem.kind === 'timeout') report.problem = problem
    return
  }
  tx.run(sql.FORGET_ATTEMPT, entry.attempted_at, entry.checks, entry.id)
  switch (problem.kind) {
    case 'rate-limited':
      // The budget knows until when; the other replies wait with this one.
      setState(tx, entry, 'queued', { reason: 'X allows no more replies for the moment.', now })
      return
    case 'network':
    case 'timeout':
    case 'server':
    case 'cancelled':
    case 'malformed':
    case 'unauthorized':
    case 'sign-in-needed':
    case 'out-of-credits':
    case 'usage-capped':
      setState(tx, entry, 'queued', { now })
      report.problem = problem
      return
    case 'forbidden':
      if (problem.reason === 'recipient' || problem.reason === 'media' || problem.reason === 'other') {
        setState(tx, entry, 'failed', { reason: problem.detail, now })
      } else {
        setState(tx, entry, 'queued', { reason: problem.detail, now })
        report.problem = problem
      }
      return
    case 'not-found':
    case 'invalid-request':
    case 'conflict':
    case 'too-large':
      setState(tx, entry, 'failed', { reason: problem.detail, now })
      return
    default:
      assertNever(problem)
  }
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

/** Reads the conversation back, because one empty answer of a lagging list proves nothing; its own endpoint lags least. */
async function lookBack(account: ConnectedAccount, entry: sql.OutboxEntry, report: SendReport): Promise<void> {
  const { db, client, clock } = account
  const known = db.write((tx) => claimLost(tx, account.id, clock.now()))
  if (known > 0 && db.get<sql.OutboxEntry>(sql.FIND, entry.id)?.state === 'sent') return
  const result = await client.conversationEvents({
    conversationId: entry.conversation_id,
    maxResults: READ_BACK_PAGE
  })
  report.requests += result.requests
  const now = clock.now()
  db.write((tx) => {
    noteAnswer(tx, account.id, READ_CONVERSATION, result, now)
    if (result.ok) {
      const stored = ingest(tx, account.id, result.value.events, { source: 'read', now })
      report.costUsd += noteEventCharges(tx, account.id, result.charges, stored, now).costUsd
      storeUsers(tx, result.value.users, now)
      report.costUsd += noteUserCharges(tx, account.id, result.charges, now)
    } else if (!isAboutConversation(result.problem)) {
      if (result.problem.kind !== 'rate-limited') report.problem = result.problem
      return
    }
    claimLost(tx, account.id, now)
    const current = tx.get<sql.OutboxEntry>(sql.FIND, entry.id)
    if (current?.state === 'unknown') noteMiss(tx, current, now)
  })
}
