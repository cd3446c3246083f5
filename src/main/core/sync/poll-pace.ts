import type { RateLeft } from '../../../shared/contract/rows.ts'

const WINDOW_MS = 15 * 60_000
const MIN_POLL_MS = 4_000
const DEFAULT_POLL_MS = 60_000

/**
 * How long to wait before the next poll, so that the window's requests last: one a minute at X, less where more is allowed.
 * @param reserve requests that are kept back.
 */
export function pollDelay(left: RateLeft | null, now: number, reserve: number): number {
  if (!left) return DEFAULT_POLL_MS
  const even = WINDOW_MS / Math.max(1, left.limit)
  const spare = left.remaining - reserve
  const stretched = left.resetAt > now ? (left.resetAt - now) / Math.max(1, spare) : 0
  const delay = Math.max(MIN_POLL_MS, even, spare <= 0 ? left.resetAt - now + 500 : Math.min(stretched, even * 4))
  return Math.ceil(delay)
}
