import { assertNever } from '../../../shared/assert-never.ts'
import type { LiveLine, SyncPhase, SyncRow } from '../../../shared/contract/rows.ts'
import type { CoreDeps } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { forecastOf, SEND_TO_PARTICIPANT } from '../outbox/queue-forecast.ts'
import { sendRound } from '../outbox/send-round.ts'
import type { SendReport } from '../outbox/send-report.ts'
import { carryOutHeld, requestRound } from '../requests/request-round.ts'
import { createUploader } from '../outbox/uploader.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import type { XProblem } from '../x/problem.ts'
import { backoffDelay } from './backoff.ts'
import { loadBackfill } from './backfill.ts'
import type { Ceiling } from './ceiling.ts'
import type { ConnectedAccount } from './connected-account.ts'
import { costToday } from './cost-meter.ts'
import { loadCursor } from './cursors.ts'
import { pollDelay } from './poll-pace.ts'
import { allowedAt, rateLeft, readReserve } from './rate-budget.ts'
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
  /** The computer was asleep, or its clock was set: no planned time holds any more. */
  resumed(): void
  /** What may be spent has changed: reads and sends as far as that allows. */
  reconsider(): void
  read(maxCostUsd: number | null): Promise<RoundReport>
  /** The live connection stands anew, so that one read brings what passed meanwhile; or it is gone, and polls are all there is. */
  liveChanged(live: boolean): void
  send(ignoreTimes: boolean, maxCostUsd: number | null): Promise<SendReport>
  status(): SyncRow
  /** Whether somebody has to sign in again; asked at every commit, and so without looking into the database. */
  needsSignIn(): boolean
  /** Stops and waits for what is under way. */
  stop(): Promise<void>
}

/** Credits do not come back by themselves: look again now and then. */
const CREDITS_PAUSE_MS = 15 * 60_000
/** X may only have an outage (x-api.md 4); and after it nobody should have to press anything. */
const SIGN_IN_PAUSE_MS = 10 * 60_000
/** While messages arrive by themselves, a poll only makes sure of it, and costs money on each new day. */
const LIVE_POLL_MS = 5 * 60_000
const LIVE_POLL_FACTOR = 5
/** How long closing waits for the answer to a reply that is being sent: without it the reply has to be looked for. */
const LAST_ANSWER_MS = 3_000

/** A read that is later than planned by more than this has been slept through. */
const OVERDUE_MS = 5_000
/** A pause for the ceiling on costs is looked at again after this; timers hold no month. */
const LONGEST_PAUSE_MS = 6 * 3_600_000
/** X's times are whole seconds: a moment later its word is sure. */
const WORD_DELAY_MS = 500

interface Trouble {
  readonly phase: SyncPhase
  readonly problem: string
  readonly until: number
  /** Its whole pause: a clock that was set back must not make it longer. ms */
  readonly pauseMs: number
}

export function createAccountRuntime(
  account: ConnectedAccount,
  parts: {
    readonly live: Live
    /** What the team lets X cost, as it stands. */
    readonly ceiling: () => Ceiling
    readonly random: CoreDeps['random']
    /** @param complete whether everything new is here */
    readonly afterRead: (complete: boolean) => void
    /** Removes the files of messages that were deleted. */
    readonly forgetFiles: (accountId: string, addresses: readonly string[]) => Promise<void>
    /** How messages arrive at this moment. */
    readonly line: () => LiveLine
    readonly files: Pick<StoredFiles, 'checked' | 'read'>
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
  /** Whether the newest events were read since the start, the last trouble, and the last planned time. */
  let newestRead = false
  /** What is being read was asked for before the computer slept: it says nothing about now. */
  let sleptSince = false
  let nextSyncAt: number | null = null
  /** Replies wait for X to say that a window has ended. */
  let wordWanted = false
  let readAgain = false
  let cancelRead: (() => void) | null = null
  let cancelSend: (() => void) | null = null

  const uploader = createUploader(account, { files: parts.files, random: parts.random, uploaded: () => wake() })

  const changed = (): void => parts.live.touch('sync')
  const goOn = (): boolean => !stopped

  /** The ceiling leaves nothing for reading. */
  const readingStopped = (): boolean => {
    const { stage } = parts.ceiling()
    return stage === 'reading-stopped' || stage === 'reached'
  }

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
      newestRead = false
    }
    if (before !== trouble?.phase)
      account.log.info('sync phase changed', { account: account.id, phase: trouble?.phase ?? 'idle' })
    changed()
  }

  const read = (maxCostUsd: number | null, sparing = false, forWord = false): Promise<RoundReport> => {
    reading ??= (async () => {
      changed()
      const onCurrent = (): void => {
        newestRead = true
        wake()
      }
      const ceiling = parts.ceiling()
      const report = await readRound(account, {
        maxCostUsd: least(maxCostUsd, ceiling.leftUsd),
        goOn,
        onCurrent,
        sparing,
        forWord,
        newOnly: sparing && ceiling.stage !== 'none' && ceiling.stage !== 'fine'
      })
      noteProblem(report.problem?.kind === 'rate-limited' ? null : report.problem)
      return report
    })().finally(() => {
      reading = null
      changed()
    })
    return reading
  }

  /** By hand, reading comes right before sending. In the background, a read that is overdue (a laptop slept) comes first. */
  const isCurrent = (): boolean =>
    !background || readingStopped() || (newestRead && (nextSyncAt === null || clock.now() < nextSyncAt + OVERDUE_MS))

  /** Replies first: customers wait for them, and nobody waits for the rest. */
  const sendAll = async (ignoreTimes: boolean, maxCostUsd: number | null): Promise<SendReport> => {
    const uploads = ignoreTimes ? await uploader.once() : 0
    // While readings go on, they tell X's clock; where they cannot, ours must do.
    const trustClock = !background || readingStopped() || allowedAt(db, account.id, 'dm-events', clock.now()) > 0
    const mayPay = (): boolean => {
      const { stage, permitted } = parts.ceiling()
      return stage !== 'reached' || permitted
    }
    const report = await sendRound(account, { goOn, ignoreTimes, maxCostUsd, trustClock, mayPay, current: isCurrent })
    const heldUntil = stopped ? null : await carryOutHeld(account, parts.forgetFiles)
    const left = maxCostUsd === null ? null : Math.max(0, maxCostUsd - report.costUsd)
    const asked = report.problem === null ? await requestRound(account, { goOn, ignoreTimes, maxCostUsd: left }) : null
    const times = [report.nextAt, heldUntil, asked?.nextAt ?? null].filter((at) => at !== null)
    return {
      ...report,
      requests: uploads + report.requests + (asked?.requests ?? 0),
      costUsd: report.costUsd + (asked?.costUsd ?? 0),
      problem: report.problem ?? asked?.problem ?? null,
      nextAt: times.length === 0 ? null : Math.min(...times)
    }
  }

  const send = (ignoreTimes: boolean, maxCostUsd: number | null): Promise<SendReport> => {
    sending ??= sendAll(ignoreTimes, maxCostUsd)
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
    if (!isCurrent()) newestRead = false
    nextSyncAt = null
    if (readingStopped()) {
      const now = clock.now()
      planRead(Math.min(LONGEST_PAUSE_MS, Math.max(1_000, (parts.ceiling().resetsAt ?? now) - now)))
      changed()
      wake()
      return
    }
    const forWord = wordWanted
    wordWanted = false
    const report = await read(null, true, forWord)
    if (stopped) return
    if (sleptSince) {
      sleptSince = false
      newestRead = false
      planRead(0)
      return
    }
    const now = clock.now()
    parts.afterRead(report.complete)
    if (trouble !== null) planRead(Math.max(1_000, trouble.until - now))
    else if (report.nextAllowedAt !== null) planRead(Math.max(1_000, report.nextAllowedAt - now + 500))
    else planRead(readAgain ? 1_000 : nextPoll(now))
    readAgain = false
    changed()
    // What came in may answer what a lost reply became, and a connection that works again can send.
    if (trouble === null) wake()
  }

  const nextPoll = (now: number): number => {
    const left = rateLeft(db, account.id, 'dm-events', now, 'quarter-hour')
    const delay = pollDelay(left, now, readReserve(db, account.id))
    return parts.line().state === 'live' ? Math.max(delay, Math.min(LIVE_POLL_MS, delay * LIVE_POLL_FACTOR)) : delay
  }

  const wake = (): void => planSend(0)

  const sendInBackground = async (): Promise<void> => {
    if (sending) {
      sendAgain = true
      return
    }
    if (stopped) return
    if (trouble !== null && trouble.until > clock.now()) {
      // What is deleted here needs no X.
      const heldUntil = await carryOutHeld(account, parts.forgetFiles)
      if (heldUntil !== null) planSend(heldUntil - clock.now())
      return
    }
    uploader.wake()
    const report = await send(false, null)
    if (stopped) return
    if (sendAgain) {
      sendAgain = false
      wake()
    } else if (trouble !== null) {
      planRead(Math.max(1_000, trouble.until - clock.now()))
    } else if (report.awaitsWord && !reading) {
      // The window has ended by our clock. A poll brings X's word, and with it the next replies.
      wordWanted = true
      planRead(WORD_DELAY_MS)
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
    resumed() {
      if (!background || stopped) return
      newestRead = false
      if (reading) sleptSince = true
      else if (trouble === null || trouble.phase === 'offline') {
        // What failed before says nothing about now; a sign-in and credits do not come back in a sleep.
        trouble = null
        inBackground(readInBackground)
      } else {
        const now = clock.now()
        trouble = { ...trouble, until: Math.min(trouble.until, now + trouble.pauseMs) }
        planRead(Math.max(1_000, trouble.until - now))
      }
      wake()
    },
    reconsider() {
      if (background && !reading && trouble === null) inBackground(readInBackground)
      wake()
    },
    read,
    liveChanged(live) {
      if (!background || stopped || trouble !== null) return
      // A read under way may have begun before the connection stood.
      if (live && reading) readAgain = true
      else if (live) inBackground(readInBackground)
      else if (!reading) planRead(nextPoll(clock.now()))
    },
    send,
    status() {
      const now = clock.now()
      const cursor = loadCursor(db, account.id)
      const backfill = loadBackfill(db, account.id)
      // While the team is asked how far back to read, the account is in order.
      const walks = cursor.walk !== null && (backfill === null || backfill.choice !== null)
      const first = cursor.lastSyncAt === null || (walks && cursor.floorId === null)
      const readsAllowed = allowedAt(db, account.id, 'dm-events', now)
      return {
        id: account.id,
        phase: phaseOf(
          trouble,
          { reading: reading !== null, first, behind: walks },
          readsAllowed > now,
          background && readingStopped()
        ),
        problem: trouble?.problem ?? null,
        lastSyncAt: cursor.lastSyncAt,
        nextSyncAt: background && readingStopped() ? parts.ceiling().resetsAt : nextSyncAt,
        progress:
          cursor.walk && walks
            ? { pages: cursor.walk.pages, events: cursor.walk.events, oldestAt: cursor.walk.oldestAt }
            : null,
        reads: rateLeft(db, account.id, 'dm-events', now, 'quarter-hour'),
        sends: rateLeft(db, account.id, SEND_TO_PARTICIPANT, now, 'quarter-hour'),
        sendsDay: rateLeft(db, account.id, SEND_TO_PARTICIPANT, now, 'day'),
        costTodayUsd: costToday(db, account.id, now),
        outboxWaiting: countWaiting(db, account.id),
        live: parts.line(),
        queue: queueOf(db, account.id, now)
      }
    },
    needsSignIn: () => trouble?.phase === 'sign-in-needed',
    async stop() {
      stopped = true
      cancelRead?.()
      cancelSend?.()
      if (sending) await withinTime(clock, LAST_ANSWER_MS, sending)
      parts.giveUp()
      await Promise.allSettled([reading, sending, uploader.stop()])
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

function least(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(0, Math.min(a, b))
}

function queueOf(db: ConnectedAccount['db'], accountId: string, now: number): SyncRow['queue'] {
  const times = [...forecastOf(db, accountId, now).values()]
  return times.length === 0 ? null : { count: times.length, lastAt: Math.max(...times) }
}

function countWaiting(db: ConnectedAccount['db'], accountId: string): number {
  return (
    db.get<{ count: number }>(
      "SELECT count(*) AS count FROM outbox WHERE account_id = ? AND state <> 'sent'",
      accountId
    )?.count ?? 0
  )
}

function phaseOf(
  trouble: Trouble | null,
  { reading, first, behind }: { readonly reading: boolean; readonly first: boolean; readonly behind: boolean },
  limited: boolean,
  stopped: boolean
): SyncPhase {
  if (trouble) return trouble.phase
  if (stopped) return 'cost-ceiling'
  if (reading && first) return 'first-sync'
  if (reading) return behind ? 'catching-up' : 'syncing'
  if (limited) return 'rate-limited'
  if (first) return 'starting'
  return behind ? 'catching-up' : 'idle'
}

/** What a problem means for the account as a whole, and when to try again. */
function troubleOf(problem: XProblem, failures: number, now: number, random: number): Trouble {
  const trouble = (phase: SyncPhase, pauseMs: number): Trouble => ({
    phase,
    problem: problem.detail,
    until: now + pauseMs,
    pauseMs
  })
  const soon = backoffDelay(failures, random)
  switch (problem.kind) {
    case 'out-of-credits':
    case 'usage-capped':
      return trouble('out-of-credits', CREDITS_PAUSE_MS)
    case 'sign-in-needed':
      return trouble('sign-in-needed', SIGN_IN_PAUSE_MS)
    case 'unauthorized':
      // X answers 401 to everybody during outages: keep trying, slowly, and keep the tokens (x-api.md 4).
      return trouble('sign-in-needed', Math.max(soon, 60_000))
    case 'forbidden':
      return trouble('sign-in-needed', CREDITS_PAUSE_MS)
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
      return trouble('offline', soon)
    default:
      return assertNever(problem)
  }
}
