import type { Estimate } from '../../../shared/contract/budget-rows.ts'
import { pricesUsd } from '../x/prices.ts'

export const DAY_MS = 86_400_000
/** How far back X gives messages, in days. */
export const REACH_DAYS = 30

/** Events a day, by what has been seen from `since` to `now`. */
export function perDay(events: number, since: number, now: number): number {
  return events / Math.max((now - since) / DAY_MS, 1 / 24)
}

/**
 * What is missing, by what was seen: X does not tell how much there is. The range is wide while less than a day was seen,
 * because nights and weekends differ, and narrows to a quarter after a week.
 * @param given `profiles`: people among the events seen, whose look-up costs, too.
 */
export function estimateEvents(given: {
  readonly events: number
  readonly seenMs: number
  readonly missingMs: number
  readonly profiles: number
}): Estimate {
  const { events, seenMs, missingMs, profiles } = given
  const days = Math.max(seenMs / DAY_MS, 1 / 24)
  const missing = Math.round((events / days) * (missingMs / DAY_MS))
  // Customers come back: the share of new faces falls as more is read.
  const people = events === 0 ? 0 : missing * (profiles / events) * 0.5
  const usd = missing * pricesUsd['dm-read'] + people * pricesUsd['user-read']
  const [low, high] = days < 1 ? [0.4, 2] : days < 7 ? [0.6, 1.5] : [0.8, 1.25]
  return { events: missing, usd: cents(usd), lowUsd: cents(usd * low), highUsd: cents(usd * high) }
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100
}
