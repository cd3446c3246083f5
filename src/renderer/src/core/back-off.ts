const FIRST_WAIT = 200
const LONGEST_WAIT = 5_000

/**
 * How long to wait before the next attempt to connect, with jitter so that many windows do not knock at once.
 * @param attempt 0 for the first retry
 * @param random 0 to 1
 * @returns milliseconds
 */
export function backOff(attempt: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt, 10))
  return Math.round(wait * (0.75 + random * 0.5))
}
