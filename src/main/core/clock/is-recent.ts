/** Clocks are corrected by fractions of a second all the time. Milliseconds. */
const CORRECTION_MS = 2_000

/**
 * Whether `at` lies less than `spanMs` before `now` (all in ms). What lies ahead of now was noted before the clock was
 * set back: nobody knows how long ago, and a pause that rests on it would last for the whole jump.
 */
export function isRecent(at: number, spanMs: number, now: number): boolean {
  return now - at < spanMs && at - now < CORRECTION_MS
}
