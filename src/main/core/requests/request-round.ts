import { assertNever } from '../../../shared/assert-never.ts'
import { backoffDelay } from '../sync/backoff.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import { noteCost } from '../sync/cost-meter.ts'
import { allowedAt, takeBudget } from '../sync/rate-budget.ts'
import { noteAnswer } from '../sync/store-answer.ts'
import { askTimeWhenUnsure } from '../sync/sure-clock.ts'
import { forgetMessage } from '../thread/forget-message.ts'
import type { XResult } from '../x/client.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XProblem } from '../x/problem.ts'
import { noteBlocked } from './blocks.ts'
import { requestChanged } from './request-store.ts'
import * as sql from './sql.ts'

export interface RequestReport {
  requests: number
  costUsd: number
  /** What keeps the account as a whole from asking X; null when nothing does. */
  problem: XProblem | null
  /** When something could be done next, ms since 1970; null when nothing waits for a time. */
  nextAt: number | null
}

/** Names in the rate budget. */
const endpoints = { block: 'block-messages', unblock: 'unblock-messages', delete: 'delete-event' } as const
const charges = { block: 'privacy-update', unblock: 'privacy-update', delete: 'dm-delete' } as const

/**
 * Deletes here what was held back long enough, without asking X: that works offline, too.
 * @returns when the next one is due, ms since 1970; null when none is held.
 */
export async function carryOutHeld(
  account: ConnectedAccount,
  forgetFiles: (accountId: string, addresses: readonly string[]) => Promise<void>
): Promise<number | null> {
  const { db, clock, log } = account
  let next: number | null = null
  for (const entry of db.all<sql.RequestEntry>(sql.OF_ACCOUNT, account.id)) {
    if (entry.state === 'held') {
      const due = entry.held_until ?? 0
      if (due > clock.now()) next = next === null ? due : Math.min(next, due)
      else db.write((tx) => deleteHere(tx, entry.id, clock.now()))
    }
    // Named in the row until they are gone, so that an interruption leaves none behind.
    const files = db.get<sql.RequestEntry>(sql.FIND, entry.id)?.files ?? null
    if (files === null) continue
    try {
      await forgetFiles(account.id, JSON.parse(files) as string[])
      db.write((tx) => tx.run(sql.FILES_GONE, entry.id))
    } catch (error) {
      log.warn('files of a deleted message could not be removed', { error })
    }
  }
  return next
}

function deleteHere(tx: Parameters<typeof forgetMessage>[0], id: string, now: number): void {
  // Looked at again inside the transaction: the agent may have taken it back a moment ago.
  const entry = tx.get<sql.RequestEntry>(sql.FIND, id)
  if (entry?.state !== 'held') return
  const files = forgetMessage(tx, entry.account_id, entry.target_id, now)
  tx.run(sql.CARRY_OUT_HERE, files.length === 0 ? null : JSON.stringify(files), now, id)
  requestChanged(tx, entry)
}

/**
 * Asks X for what is wanted, one at a time, oldest first. All of it may be asked twice without harm, so a lost answer is
 * no trouble: it is asked again.
 * `maxCostUsd`: stops before more is spent; null for no limit.
 */
export async function requestRound(
  account: ConnectedAccount,
  options: { readonly goOn: () => boolean; readonly ignoreTimes: boolean; readonly maxCostUsd: number | null }
): Promise<RequestReport> {
  const { db, clock } = account
  const report: RequestReport = { requests: 0, costUsd: 0, problem: null, nextAt: null }
  const tried = new Set<string>()
  while (options.goOn() && report.problem === null) {
    const now = clock.now()
    report.nextAt = null
    const due = db
      .all<sql.RequestEntry>(sql.OF_ACCOUNT, account.id)
      .filter((entry) => !tried.has(entry.id) && isDue(account, entry, now, options.ignoreTimes, report))
    const [entry] = due
    if (!entry) break
    const price = pricesUsd[charges[entry.action]]
    if (options.maxCostUsd !== null && report.costUsd + price > options.maxCostUsd + 1e-9) break
    if (options.ignoreTimes) tried.add(entry.id)
    await ask(account, entry, report)
  }
  return report
}

/** Notes in the report when an entry that is not due will be. */
function isDue(
  account: ConnectedAccount,
  entry: sql.RequestEntry,
  now: number,
  ignoreTimes: boolean,
  report: RequestReport
): boolean {
  if (entry.state !== 'queued') return false
  const wait = ignoreTimes ? 0 : (entry.not_before ?? 0)
  const at = Math.max(wait, allowedAt(account.db, account.id, endpoints[entry.action], now))
  if (at <= now) return true
  report.nextAt = report.nextAt === null ? at : Math.min(report.nextAt, at)
  return false
}

async function ask(account: ConnectedAccount, entry: sql.RequestEntry, report: RequestReport): Promise<void> {
  const { db, clock, client } = account
  report.problem = await askTimeWhenUnsure(account, endpoints[entry.action])
  if (report.problem !== null) return
  const leaves = db.writeDurably((tx) => {
    if (takeBudget(tx, account.id, endpoints[entry.action], clock.now()) > 0) return false
    tx.run(sql.START, entry.id)
    return true
  })
  if (!leaves) return
  const result: XResult<{ done: boolean }> =
    entry.action === 'delete'
      ? mapped(await client.deleteEvent(entry.target_id), ({ deleted }) => deleted)
      : mapped(
          await client.setMessagesBlocked(entry.target_id, entry.action === 'block'),
          ({ blocked }) => blocked === (entry.action === 'block')
        )
  report.requests += result.requests
  const now = clock.now()
  db.write((tx) => {
    noteAnswer(tx, account.id, endpoints[entry.action], result, now)
    if (result.ok) report.costUsd += noteCost(tx, account.id, charges[entry.action], 1, now)
    // Gone at X already is what was wanted.
    const done = result.ok ? result.value.done : entry.action === 'delete' && result.problem.kind === 'not-found'
    if (done) {
      if (entry.action !== 'delete') noteBlocked(tx, account.id, entry.target_id, entry.action === 'block', now)
      // A newer wish about the same has another id and stays.
      tx.run(sql.DROP, entry.id)
      requestChanged(tx, entry)
    } else if (result.ok) {
      fail(tx, entry, 'X answered, but did not do it.', now)
    } else {
      settle(tx, account, entry, result.problem, report, now)
    }
  })
}

function mapped<T>(result: XResult<T>, done: (value: T) => boolean): XResult<{ done: boolean }> {
  return result.ok ? { ...result, value: { done: done(result.value) } } : result
}

function fail(tx: Parameters<typeof requestChanged>[0], entry: sql.RequestEntry, reason: string, now: number): void {
  tx.run(sql.FORGET_ATTEMPT, entry.id)
  tx.run(sql.SET_STATE, 'failed', reason, null, now, entry.id)
  requestChanged(tx, entry)
}

function settle(
  tx: Parameters<typeof requestChanged>[0],
  account: ConnectedAccount,
  entry: sql.RequestEntry,
  problem: XProblem,
  report: RequestReport,
  now: number
): void {
  account.log.warn('request not carried out', { action: entry.action, kind: problem.kind, status: problem.status })
  if (problem.effect === 'none') tx.run(sql.FORGET_ATTEMPT, entry.id)
  switch (problem.kind) {
    case 'rate-limited':
      // The budget knows until when.
      return
    case 'network':
    case 'cancelled':
    case 'unauthorized':
    case 'sign-in-needed':
    case 'out-of-credits':
    case 'usage-capped':
      report.problem = problem
      return
    case 'timeout':
    case 'server':
    case 'malformed':
      // Only this endpoint may be out of order: what else there is goes on.
      tx.run(sql.WAIT, problem.detail, now + backoffDelay(entry.failures + 1, 0.5), now, entry.id)
      requestChanged(tx, entry)
      return
    case 'not-found':
      fail(tx, entry, 'X does not know this person any more.', now)
      return
    case 'forbidden':
    case 'invalid-request':
    case 'conflict':
    case 'too-large':
      fail(tx, entry, problem.detail, now)
      return
    default:
      assertNever(problem)
  }
}
