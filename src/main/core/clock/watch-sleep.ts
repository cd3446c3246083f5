import type { Runtimes } from '../accounts/runtimes.ts'
import type { Attention } from '../attention/attention.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { Waker } from '../inbox/wake.ts'
import type { EffectDates } from '../library/effect-dates.ts'
import type { SlaKeeper } from '../sla/keeper.ts'
import { watchClock } from './clock-watch.ts'
import { mendTimes } from './mend-times.ts'

export interface SleepWatch {
  /** The host was told that the computer is awake again. */
  resumed(): void
  stop(): void
}

/** A host and the clock tell of the same sleep within moments. Milliseconds. */
const SAME_SLEEP_MS = 20_000

/**
 * After a sleep every account reads what has come (from where it stopped, however long ago), and what is about to leave
 * waits for that. After the clock was set back, no waiting lasts for the whole jump.
 * @param parts.watching false on the command line, where nothing happens by itself
 */
export function watchSleep(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly attention: Pick<Attention, 'slept'>
  readonly runtimes: Pick<Runtimes, 'all' | 'resumed'>
  readonly waker: Pick<Waker, 'check'>
  readonly slaKeeper: Pick<SlaKeeper, 'check'>
  readonly dates: Pick<EffectDates, 'check'>
  readonly watching: boolean
}): SleepWatch {
  const { db, clock, log, attention, runtimes, waker, slaKeeper, dates } = parts
  let lastAt = Number.NEGATIVE_INFINITY

  const awake = (): void => {
    if (Math.abs(clock.now() - lastAt) < SAME_SLEEP_MS) return
    lastAt = clock.now()
    waker.check()
    slaKeeper.check()
    dates.check()
    attention.slept(runtimes.all().map((runtime) => runtime.account.id))
    runtimes.resumed()
  }

  const jumped = (byMs: number): void => {
    log.info('the clock has jumped', { seconds: Math.round(byMs / 1000) })
    if (byMs > 0) return awake()
    try {
      db.write((tx) => mendTimes(tx, clock.now()))
    } catch (error) {
      // Nobody waits for a timer's work: a full disk must not end the core.
      log.error('times could not be mended after the clock was set back', { error })
    }
    waker.check()
    slaKeeper.check()
    dates.check()
    runtimes.resumed()
  }

  return {
    resumed() {
      if (parts.watching) awake()
    },
    stop: parts.watching ? watchClock(clock, jumped) : () => undefined
  }
}
