const FIRST_MS = 5_000
const LONGEST_MS = 5 * 60_000

/**
 * Time before the next attempt after `failures` in a row, in ms: doubling up to five minutes, spread by half, so that many
 * desks do not come back in the same second.
 * @param random 0 <= n < 1
 */
export function backoffDelay(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(10, Math.max(0, failures - 1)))
  return Math.round(full * (0.5 + random / 2))
}
