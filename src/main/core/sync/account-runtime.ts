import { assertNever } from '../../../shared/assert-never.ts'
import type { SyncPhase, SyncRow } from '../../../shared/contract/rows.ts'
import type { CoreDeps } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { SEND_TO_CONVERSATION, SEND_TO_PARTICIPANT, sendRound, type SendReport } from '../outbox/send-round.ts'
import type { XProblem } from '../x/problem.ts'
import { backoffDelay } from './backoff.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { costToday } from './cost-meter.ts'
import { loadCursor } from './cursors.ts'
import { allowedAt, pollDelay, rateLeft } from './rate-budget.ts'
import { readRound, type RoundReport } from './read-round.ts'

/** Reads and sends for one account, in the background or by hand. */
export interface AccountRuntime {
  readonly account: ConnectedAccount
  /** Starts polling and sending by itself. */
  start(): void
  /** There is something new in the outbox. */
  wake(): void
  /** Reads now, also when a pause was planned. */
  syncNow(): void
  read(maxCostUsd: number | null): Promise<RoundReport>
  send(ignoreTimes: boolean, maxCostUsd: number | null): Promise<SendReport>
  status(): SyncRow
  /** Stops and waits for what is under way. */
  stop(): Promise<void>
}

/** Credits do not come back by themselves: look again now and then. */
const CREDITS_PAUSE_MS = 15 * 60_000
const SIGN_IN_PAUSE_MS = 60 * 60_000
/** How long closing waits for the answer to a reply that is being sent: without it the reply has to be looked for. */
const LAST_ANSWER_MS = 3_000

interface Trouble {
  readonly phase: SyncPhase
  readonly problem: string
  readonly until: number
}

export function createAccountRuntime(
  account: ConnectedAccount,
  parts: {
    readonly live: Live
    readonly random: CoreDeps['random']
    readonly afterRead: () => void
    /** Breaks off the requests that are under way. */
    readonly giveUp: () => void
  }
): AccountRuntime {
  const { clock, db } = account
  let stopped = false
  let background = false
  let reading: Promise<RoundReport> | null = null
  let sending: Promise<SendReport> | null = null
  let sendAgain = false
  let trouble: Trouble | null = null
  let failures = 0
  let nextSyncAt: number | null = null
  let cancelRead: (() => void) | null = null
  let cancelSend: (() => void) | null = null

  const changed = (): void => parts.live.touch('sync')
  const goOn = (): boolean => !stopped

  const noteProblem = (problem: XProblem | null): void => {
    // What closing breaks off is no problem of the account.
    if (stopped) return
    const before = trouble?.phase
    if (problem === null) {
      failures = 0
      trouble = null
    } else {
      failures += 1
      trouble = troubleOf(problem, failures, clock.now(), parts.random())
    }
    if (before !== trouble?.phase)
      account.log.info('sync phase changed', { account: account.id, phase: trouble?.phase ?? 'idle' })
    changed()
  }

  const read = (maxCostUsd: number | null): Promise<RoundReport> => {
    reading ??= (async () => {
      changed()
      const report = await readRound(account, { maxCostUsd, goOn })
      noteProblem(report.problem?.kind === 'rate-limited' ? null : report.problem)
      return report
    })().finally(() => {
      reading = null
      changed()
    })
    return reading
  }

  const send = (ignoreTimes: boolean, maxCostUsd: number | null): Promise<SendReport> => {
    sending ??= sendRound(account, { goOn, ignoreTimes, maxCostUsd })
      .then((report) => {
        if (report.problem !== null) noteProblem(report.problem)
        return report
      })
      .finally(() => {
        sending = null
        changed()
      })
    return sending
  }

  const planRead = (delay: number): void => {
    cancelRead?.()
    if (stopped || !background) return
    nextSyncAt = clock.now() + delay
    cancelRead = clock.after(delay, () => inBackground(readInBackground))
  }

  const planSend = (delay: number): void => {
    cancelSend?.()
    if (stopped || !background) return
    cancelSend = clock.after(delay, () => inBackground(sendInBackground))
  }

  /** Nobody waits for background work: what it throws (a full disk, a bug) goes to the log, and it is tried again. */
  const inBackground = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      if (stopped) return
      account.log.error('work in the background failed', { account: account.id, error })
      failures += 1
      planRead(backoffDelay(failures, parts.random()))
    })
  }

  const readInBackground = async (): Promise<void> => {
    if (stopped) return
    cancelRead?.()
    nextSyncAt = null
    const report = await read(null)
    if (stopped) return
    const now = clock.now()
    parts.afterRead()
    if (trouble !== null) planRead(Math.max(1_000, trouble.until - now))
    else if (report.nextAllowedAt !== null) planRead(Math.max(1_000, report.nextAllowedAt - now + 500))
    else if (!report.complete) planRead(1_000)
    else planRead(pollDelay(rateLeft(db, account.id, ['dm-events'], now), now))
    changed()
    // What came in may answer what a lost reply became, and a connection that works again can send.
    if (trouble === null) wake()
  }

  const wake = (): void => planSend(0)

  const sendInBackground = async (): Promise<void> => {
    if (sending) {
      sendAgain = true
      return
    }
    if (stopped || (trouble !== null && trouble.until > clock.now())) return
    const report = await send(false, null)
    if (stopped) return
    if (sendAgain) {
      sendAgain = false
      wake()
    } else if (trouble !== null) {
      planRead(Math.max(1_000, trouble.until - clock.now()))
    } else if (report.nextAt !== null) {
      planSend(Math.max(0, report.nextAt - clock.now()))
    }
  }

  return {
    account,
    start() {
      background = true
      inBackground(readInBackground)
      wake()
    },
    wake,
    syncNow() {
      if (background && !reading) {
        trouble = null
        inBackground(readInBackground)
      }
    },
    read,
    send,
    status() {
      const now = clock.now()
      const cursor = loadCursor(db, account.id)
      const readsAllowed = allowedAt(db, account.id, 'dm-events', now)
      return {
        id: account.id,
        phase: phaseOf(
          trouble,
          reading !== null,
          cursor.lastSyncAt === null || (cursor.walk !== null && cursor.floorId === null),
          readsAllowed > now
        ),
        problem: trouble?.problem ?? null,
        lastSyncAt: cursor.lastSyncAt,
        nextSyncAt,
        progress:
          cursor.walk && cursor.floorId === null
            ? { pages: cursor.walk.pages, events: cursor.walk.events, oldestAt: cursor.walk.oldestAt }
            : null,
        reads: rateLeft(db, account.id, ['dm-events'], now),
        sends: rateLeft(db, account.id, [SEND_TO_PARTICIPANT, SEND_TO_CONVERSATION], now),
        costTodayUsd: costToday(db, account.id, now),
        outboxWaiting: countWaiting(db, account.id)
      }
    },
    async stop() {
      stopped = true
      cancelRead?.()
      cancelSend?.()
      if (sending) await withinTime(clock, LAST_ANSWER_MS, sending)
      parts.giveUp()
      await Promise.allSettled([reading, sending])
    }
  }
}

/** Waits for `work`, but no longer than `delay` ms. */
async function withinTime(clock: ConnectedAccount['clock'], delay: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>()
  const cancel = clock.after(delay, late.resolve)
  await Promise.race([Promise.allSettled([work]), late.promise])
  cancel()
}

function countWaiting(db: ConnectedAccount['db'], accountId: string): number {
  return (
    db.get<{ count: number }>(
      "SELECT count(*) AS count FROM outbox WHERE account_id = ? AND state <> 'sent'",
      accountId
    )?.count ?? 0
  )
}

function phaseOf(trouble: Trouble | null, reading: boolean, first: boolean, limited: boolean): SyncPhase {
  if (trouble) return trouble.phase
  if (reading) return first ? 'first-sync' : 'syncing'
  if (limited) return 'rate-limited'
  return first ? 'starting' : 'idle'
}

/** What a problem means for the account as a whole, and when to try again. */
function troubleOf(problem: XProblem, failures: number, now: number, random: number): Trouble {
  const soon = now + backoffDelay(failures, random)
  switch (problem.kind) {
    case 'out-of-credits':
    case 'usage-capped':
      return { phase: 'out-of-credits', problem: problem.detail, until: now + CREDITS_PAUSE_MS }
    case 'sign-in-needed':
      return { phase: 'sign-in-needed', problem: problem.detail, until: now + SIGN_IN_PAUSE_MS }
    case 'unauthorized':
      // X answers 401 to everybody during outages: keep trying, slowly, and keep the tokens (x-api.md 4).
      return { phase: 'sign-in-needed', problem: problem.detail, until: Math.max(soon, now + 60_000) }
    case 'forbidden':
      return { phase: 'sign-in-needed', problem: problem.detail, until: now + CREDITS_PAUSE_MS }
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'cancelled':
    case 'too-large':
    case 'rate-limited':
    case 'not-found':
    case 'conflict':
    case 'invalid-request':
      return { phase: 'offline', problem: problem.detail, until: soon }
    default:
      return assertNever(problem)
  }
}
