import type { Clock } from '../deps.ts'

export interface FakeClock extends Clock {
  /** Moves time on and calls back, in order of time, everything due on the way. */
  advance(delay: number): void
  /** The same, but lets promises and input/output go on after each callback, so that what they plan is met too. */
  advanceAsync(delay: number): Promise<void>
  /** As a sleeping computer's: time goes on (or, with less than 0, was set back), and what is planned waits as long as before. */
  jump(by: number): void
  /** How many callbacks wait. */
  pending(): number
  /** The moment (ms since 1970) of the next callback. */
  nextAt(): number | null
}

interface Timer {
  at: number
  readonly callback: () => void
}

/** @param start ms since 1970. */
export function createFakeClock(start: number = Date.UTC(2026, 10, 23, 9)): FakeClock {
  let now = start
  const timers = new Set<Timer>()

  function next(): Timer | null {
    let earliest: Timer | null = null
    for (const timer of timers) if (earliest === null || timer.at < earliest.at) earliest = timer
    return earliest
  }

  /** @returns false when nothing was due up to `until`. */
  function fireNext(until: number): boolean {
    const timer = next()
    if (timer === null || timer.at > until) return false
    timers.delete(timer)
    now = Math.max(now, timer.at)
    timer.callback()
    return true
  }

  return {
    now: () => now,
    after(delay, callback) {
      const timer = { at: now + Math.max(0, delay), callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance(delay) {
      const until = now + delay
      while (fireNext(until));
      now = Math.max(now, until)
    },
    async advanceAsync(delay) {
      const until = now + delay
      await settle()
      while (fireNext(until)) await settle()
      now = Math.max(now, until)
      await settle()
    },
    jump(by) {
      now += by
      for (const timer of timers) timer.at += by
    },
    pending: () => timers.size,
    nextAt: () => next()?.at ?? null
  }
}

/** Lets everything that is ready run: promises, and one round of input and output. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
