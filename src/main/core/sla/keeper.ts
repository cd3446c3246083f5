import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import { refreshPromises } from '../inbox/refresh.ts'
import type { Live } from '../live/live.ts'
import type { Team } from '../team/team.ts'
import { noteBreaches } from './breaches.ts'
import { measureResponses } from './measure.ts'
import { readPlan } from './plan.ts'
import * as sql from './sql.ts'

/**
 * Watches over what was promised: brings a changed plan to all conversations, keeps what was broken and how long answers
 * took, and tells the queues when somebody comes to be at risk. Everything in small parts: the console stays quick.
 */
export interface SlaKeeper {
  /** Looks at the clock: at the start, after a sleep, and after the clock was set. */
  check(): void
  /** Does all there is to do now, also on the command line: whoever counts wants it complete. */
  settle(): Promise<void>
  stop(): void
}

/** Conversations at a time, and the pause after them in ms. */
const PART = 1_000
const MOST_PROMISES = 200
const MOST_BREACHES = 100
const MOST_MEASURED = 25
const BREATH_MS = 10
/** Longer timers are cut by the system; looking again is free. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000

/** @param parts.watching false on the command line, where nothing happens by itself */
export function createSlaKeeper(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
  readonly team: Pick<Team, 'me'>
  readonly watching: boolean
}): SlaKeeper {
  const { db, clock, live, log, team } = parts
  let cancel = (): void => undefined
  let plannedFor: number | null = null
  /** When the next of all comes to be at risk. */
  let riskAt = Infinity
  let stopped = false
  /** How far the plan was brought to the conversations: their keys, in order. */
  let applying = { sequence: 0, upTo: 0 }

  /** @returns whether there may be more */
  const applyPart = (): boolean => {
    const plan = readPlan(db)
    if (plan === null || plan.applied) return false
    if (applying.sequence !== plan.sequence) applying = { sequence: plan.sequence, upTo: 0 }
    const rows = db.all<{ key: number; waiting_since: number | null; sla_due_at: number | null }>(
      sql.PART,
      applying.upTo,
      PART
    )
    const concerned = rows.filter((row) => row.waiting_since !== null || row.sla_due_at !== null)
    const some = concerned.slice(0, MOST_PROMISES)
    const rest = concerned.length > some.length
    const last = rest ? some.at(-1)?.key : rows.at(-1)?.key
    const more = rest || rows.length === PART
    db.write((tx) => {
      if (some.length > 0)
        refreshPromises(
          tx,
          some.map(({ key }) => key)
        )
      if (more) return
      tx.run(sql.SET_APPLIED, 1, clock.now(), plan.sequence)
      tx.touch('sla')
    })
    applying = more ? { ...applying, upTo: last ?? applying.upTo } : { sequence: 0, upTo: 0 }
    return more
  }

  const notePart = (): boolean => {
    const plan = readPlan(db)
    const now = clock.now()
    const next = db.get<{ at: number | null }>(sql.NEXT_DUE)?.at ?? null
    if (plan?.applied !== true || next === null || next > now) return false
    return db.write((tx) => {
      tx.touch('sla')
      return noteBreaches(tx, plan, now, MOST_BREACHES)
    })
  }

  const measurePart = (): boolean => {
    if (db.get(sql.UNMEASURED, 1) === undefined) return false
    return db.write((tx) => {
      tx.touch('sla')
      return measureResponses(tx, readPlan(db), { me: team.me(), now: clock.now(), most: MOST_MEASURED })
    })
  }

  const work = (): boolean => {
    if (applyPart()) return true
    const more = notePart()
    return measurePart() || more
  }

  const plan = (): void => {
    if (!parts.watching || stopped) return
    const now = clock.now()
    const due = db.get<{ at: number | null }>(sql.NEXT_DUE)?.at ?? null
    riskAt = db.get<{ at: number | null }>(sql.NEXT_RISK, now)?.at ?? Infinity
    const idle = readPlan(db)?.applied !== false && db.get(sql.UNMEASURED, 1) === undefined
    const next = idle ? Math.min(due ?? Infinity, riskAt) : now + BREATH_MS
    const at = next === Infinity ? null : Math.min(Math.max(next, now + BREATH_MS), now + LONGEST_WAIT_MS)
    if (at === plannedFor || (at !== null && plannedFor !== null && plannedFor <= at && plannedFor > now)) return
    if (at !== null) return again(at - now)
    cancel()
    plannedFor = null
  }

  const again = (delay: number): void => {
    cancel()
    plannedFor = clock.now() + delay
    cancel = clock.after(delay, check)
  }

  function check(): void {
    if (stopped || !parts.watching) return
    cancel()
    plannedFor = null
    const reached = riskAt <= clock.now()
    try {
      const more = work()
      // Somebody who has come to be at risk changes a queue, though no row has changed.
      if (reached) live.touch('inbox')
      if (more) again(BREATH_MS)
      else plan()
    } catch (error) {
      // Nobody waits for a timer's work: a full disk must not end the core.
      log.error('answer times could not be kept', { error })
      again(60_000)
    }
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('inbox') || topics.has('sla')) plan()
  })
  if (parts.watching) plan()
  return {
    check,
    async settle() {
      while (!stopped && work()) await new Promise((resolve) => setImmediate(resolve))
    },
    stop() {
      stopped = true
      cancel()
      stopListening()
    }
  }
}
