import type { Clock } from '../deps.ts'

/** How often the clock is looked at. Milliseconds. */
const TICK_MS = 15_000
/** A tick that comes this much later than planned means that the computer slept. A busy one is late by seconds. */
const SLEPT_MS = 90_000
/** Clocks are corrected by fractions of a second all the time; this much backwards is somebody's doing. */
const BACK_MS = 2_000

/**
 * Notices that the clock has jumped: ahead after a sleep (timers stand still meanwhile), back after a correction.
 * @param onJump gets by how much, in ms; negative for back @returns stops it
 */
export function watchClock(clock: Clock, onJump: (byMs: number) => void): () => void {
  let cancel = (): void => undefined
  const plan = (): void => {
    const planned = clock.now() + TICK_MS
    cancel = clock.after(TICK_MS, () => {
      const by = clock.now() - planned
      plan()
      if (by >= SLEPT_MS || by <= -BACK_MS) onJump(by)
    })
  }
  plan()
  return () => cancel()
}
