import { assertNever } from '../../../shared/assert-never.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import { isRecent } from '../clock/is-recent.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { attachmentOfReply } from '../attachments/attachments.ts'
import { findConversationKey } from '../inbox/refresh.ts'
import { carriesCode, stopIfCodeEnded } from '../promos/stop-reply.ts'
import { noteOutOfGroup } from '../sync/members.ts'
import type { ConnectedAccount } from '../sync/connected-account.ts'
import { noteCost } from '../sync/cost-meter.ts'
import { allowedAt, awaitsWord, takeBudget } from '../sync/rate-budget.ts'
import { noteAnswer } from '../sync/store-answer.ts'
import { askTimeWhenUnsure } from '../sync/sure-clock.ts'
import { clockOffset } from '../sync/x-clock.ts'
import { pricesUsd } from '../x/prices.ts'
import type { XProblem } from '../x/problem.ts'
import { departureChanges } from './departure.ts'
import { HAS_LOST } from './attempt-sql.ts'
import { lookBack, READ_BACK_PRICE, READ_CONVERSATION } from './look-back.ts'
import { sendEndpoint } from './queue-forecast.ts'
import { claimLost } from './reconcile.ts'
import { isUploaded, settleRefusedMedia } from './upload-round.ts'
import type { SendReport } from './send-report.ts'
import * as sql from './sql.ts'
import {
  adoptStranded,
  forgetAttempt,
  loseAttempt,
  needAttention,
  setSent,
  setState,
  startSending
} from './transitions.ts'

/** Waiting longer than this, a reply needs a fresh look at the inbox before it leaves. */
const FRESH_MS = 60_000
/** A reply that was sent before without an answer is looked for once more, unless that was done just now. */
const LOOKED_JUST_NOW_MS = 30_000

export interface SendOptions {
  readonly goOn: () => boolean
  /** The command line's `sync --once` looks at once instead of waiting for the planned time. */
  readonly ignoreTimes: boolean
  /** Stops before more is spent; null for no limit. */
  readonly maxCostUsd: number | null
  /**
   * Whether what is here is as new as reading keeps it. It is not after a start, a sleep or a time without network, and a
   * reply that waited meanwhile stays until it is.
   */
  readonly current: () => boolean
  /** Whether the team's ceiling on costs lets replies leave. Looking for lost ones always goes on. */
  readonly mayPay: () => boolean
  /** Whether our clock alone may say that a used-up window has ended; false while readings confirm it. */
  readonly trustClock: boolean
}

/** Sends what may leave now, one at a time, oldest first, and looks for replies whose answer was lost. */
export async function sendRound(account: ConnectedAccount, options: SendOptions): Promise<SendReport> {
  const report: SendReport = { requests: 0, costUsd: 0, sent: 0, problem: null, nextAt: null, awaitsWord: false }
  const lookedAt = new Set<string>()
  // One round at a time: what still counts as being sent was left behind by one that failed.
  if (account.db.get(sql.STRANDED, account.id)) {
    account.db.write((tx) => adoptStranded(tx, account.clock.now(), account.id))
  }
  const affordable = (usd: number): boolean =>
    options.maxCostUsd === null || report.costUsd + usd <= options.maxCostUsd + 1e-9
  while (options.goOn() && report.problem === null) {
    const now = account.clock.now()
    report.awaitsWord = false
    report.nextAt = account.db.get<{ at: number | null }>(sql.NEXT_SCHEDULED, account.id, now)?.at ?? null
    const due = account.db
      .all<sql.OutboxEntry>(sql.HEADS, account.id, now)
      .filter(
        (entry) => !(entry.state === 'unknown' && lookedAt.has(entry.id)) && isDue(account, entry, now, options, report)
      )
    const [entry] = due
    if (!entry) break
    const looks = entry.state === 'unknown' || (!lookedAt.has(entry.id) && isRepeat(account, entry, now))
    if (!affordable(looks ? READ_BACK_PRICE : pricesUsd['dm-send'])) break
    if (looks) {
      // Where planned times do not count, one look a round is enough.
      if (options.ignoreTimes || entry.state === 'queued') lookedAt.add(entry.id)
      await lookBack(account, entry, report, { affordable, trustClock: options.trustClock })
    } else {
      await send(account, entry, options.trustClock, report)
    }
  }
  return report
}

/**
 * Whether a reply was sent before without an answer and should be looked for once more: the agent said “send again”, but
 * X may show it by now. Where X may not be asked, the agent's word counts.
 */
function isRepeat({ db, id }: ConnectedAccount, entry: sql.OutboxEntry, now: number): boolean {
  if (entry.state !== 'queued' || (entry.looked_at !== null && isRecent(entry.looked_at, LOOKED_JUST_NOW_MS, now)))
    return false
  return db.get(HAS_LOST, entry.id) !== undefined && allowedAt(db, id, READ_CONVERSATION, now) <= now
}

/** Notes in the report when an entry that is not due will be. */
function isDue(
  account: ConnectedAccount,
  entry: sql.OutboxEntry,
  now: number,
  options: SendOptions,
  report: SendReport
): boolean {
  // `sending` belongs to whoever sends it now; after a crash, start-up turns it into `unknown`.
  if (entry.state === 'sending') return false
  // The uploader wakes this round when the attachment is with X.
  if (entry.state !== 'unknown' && !isUploaded(attachmentOfReply(account.db, entry.id), now)) return false
  if (entry.state !== 'unknown' && !options.mayPay()) return false
  const wait =
    entry.state === 'held'
      ? (entry.held_until ?? 0)
      : options.ignoreTimes && entry.state === 'unknown'
        ? 0
        : (entry.not_before ?? 0)
  const limit = entry.state === 'unknown' ? READ_CONVERSATION : sendEndpoint(account.id, entry.conversation_id)
  const at = Math.max(wait, allowedAt(account.db, account.id, limit, now, options))
  if (at <= now) {
    // The next read wakes the outbox.
    return entry.state === 'unknown' || !needsRead(account.db, entry, now) || options.current()
  }
  if (wait <= now && awaitsWord(account.db, account.id, limit, now)) report.awaitsWord = true
  report.nextAt = report.nextAt === null ? at : Math.min(report.nextAt, at)
  return false
}

/** One with a promo code always: this folder may be an old one, and what X shows tells who has the code meanwhile. */
function needsRead(db: ReadDb, entry: sql.OutboxEntry, now: number): boolean {
  return entry.scheduled_at !== null || !isRecent(entry.seen_at, FRESH_MS, now) || carriesCode(db, entry.id)
}

async function send(
  account: ConnectedAccount,
  entry: sql.OutboxEntry,
  trustClock: boolean,
  report: SendReport
): Promise<void> {
  const { db, client, clock } = account
  const endpoint = sendEndpoint(account.id, entry.conversation_id)
  report.problem = trustClock ? await askTimeWhenUnsure(account, endpoint) : null
  if (report.problem !== null) return
  // Durable, because a power cut that undid “sending” after X had the reply would send it a second time.
  const leaves = db.writeDurably((tx) => {
    // Looked at again inside the transaction: the agent may have taken it back a moment ago.
    const current = tx.get<sql.OutboxEntry>(sql.FIND, entry.id)
    if (!current || (current.state !== 'held' && current.state !== 'queued')) return false
    // Sent before without an answer, and the agent says: again. X may have shown it since.
    if (tx.get(HAS_LOST, entry.id)) {
      claimLost(tx, account.id, clock.now())
      if (tx.get<sql.OutboxEntry>(sql.FIND, entry.id)?.state === 'sent') return false
    }
    if (stopIfCodeEnded(tx, current, clock.now())) return false
    const changes = departureChanges(tx, current)
    if (changes.length > 0) {
      needAttention(tx, current, changes, clock.now())
      return false
    }
    // Counted as it leaves: whatever becomes of the answer, X may have counted it.
    if (takeBudget(tx, account.id, endpoint, clock.now(), { trustClock }) > 0) return false
    startSending(tx, current, clockOffset(tx, account.id), clock.now())
    return true
  })
  if (!leaves) return
  const mediaId = attachmentOfReply(db, entry.id)?.media_id ?? null
  const peer = peerOf(entry.conversation_id, account.id)
  const result =
    peer === null
      ? await client.sendToConversation(entry.conversation_id, entry.text, mediaId)
      : await client.sendToParticipant(peer, entry.text, mediaId)
  report.requests += result.requests
  const now = clock.now()
  // Durable: the answer is the proof, and a power cut would leave only looking for it.
  db.writeDurably((tx) => {
    noteAnswer(tx, account.id, endpoint, result, now)
    if (result.ok) {
      report.sent += 1
      report.costUsd += noteCost(tx, account.id, 'dm-send', 1, now)
      if (setSent(tx, entry, result.value.eventId, now)) return
      account.log.warn('X named a message that another reply had been told already')
      loseAttempt(tx, entry, { reason: LOST_ANSWER, notBefore: now + 2_000, now })
    } else {
      settleFailure(tx, account, entry, result.problem, report, now)
    }
  })
}

const LOST_ANSWER = 'X did not answer. Backchannel looks whether the reply arrived before anything is sent again.'

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
    loseAttempt(tx, entry, { reason: LOST_ANSWER, notBefore: now + 2_000, now })
    if (problem.kind === 'network' || problem.kind === 'timeout') report.problem = problem
    return
  }
  forgetAttempt(tx, entry)
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
      if (problem.reason === 'media') {
        settleRefusedMedia(tx, entry, problem, now)
      } else if (problem.reason === 'recipient' || problem.reason === 'other') {
        noteGroupLeft(tx, entry, problem, now)
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
      noteGroupLeft(tx, entry, problem, now)
      setState(tx, entry, 'failed', { reason: problem.detail, now })
      return
    default:
      assertNever(problem)
  }
}

/** X knows no such group, or not this account in it: nothing more is written there until it shows up in it again. */
function noteGroupLeft(tx: WriteDb, entry: sql.OutboxEntry, problem: XProblem, now: number): void {
  if (peerOf(entry.conversation_id, entry.account_id) !== null) return
  const says = problem.kind === 'not-found' || /not (?:a|in|part)\b|no longer|participant of/i.test(problem.detail)
  const key = says ? findConversationKey(tx, entry.account_id, entry.conversation_id) : null
  if (key !== null) noteOutOfGroup(tx, key, entry.account_id, now)
}
