import type { Clock } from '../core/deps.ts'

/** The longest delay that Node's timers take; longer ones would fire at once. */
const MAX_DELAY = 2 ** 31 - 1

/** The computer's clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    after: (delay, callback) => {
      const timer = setTimeout(callback, Math.min(Math.max(0, delay), MAX_DELAY))
      return () => clearTimeout(timer)
    }
  }
}
