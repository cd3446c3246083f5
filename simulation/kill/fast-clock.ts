import type { Clock } from '../../src/main/core/deps.ts'

/** Minutes of waiting pass in seconds, while a kill hits work that takes as long as it takes. */
const SPEED = 20

/** A clock that runs fast since `epoch` (ms since 1970), the same in every process that is given the same one. */
export function fastClock(epoch: number): Clock {
  return {
    now: () => Math.floor(epoch + (Date.now() - epoch) * SPEED),
    after(delay, callback) {
      const timer = setTimeout(callback, Math.max(0, delay) / SPEED)
      timer.unref()
      return () => clearTimeout(timer)
    }
  }
}
