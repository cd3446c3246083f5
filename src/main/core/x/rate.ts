/** Which of X's counters a snapshot shows: the 15-minute one, or a daily one of the user or of the whole app. */
export type RateWindow = '15-minutes' | 'user-24-hours' | 'app-24-hours'

/** What X said about a limit with one answer (x-api.md 1.8). */
export interface RateSnapshot {
  /** The operation, as `XEndpoint` names it. */
  readonly endpoint: string
  readonly window: RateWindow
  readonly limit: number
  readonly remaining: number
  /** When the counter starts again, ms since 1970 by X's clock. */
  readonly resetAt: number
}

const headerPrefixes: readonly (readonly [RateWindow, string])[] = [
  ['15-minutes', 'x-rate-limit'],
  ['user-24-hours', 'x-user-limit-24hour'],
  ['app-24-hours', 'x-app-limit-24hour']
]

/** Reads the limits off an answer. Headers that are absent or make no sense give no snapshot. */
export function rateSnapshots(endpoint: string, headers: Headers): RateSnapshot[] {
  const snapshots: RateSnapshot[] = []
  for (const [window, prefix] of headerPrefixes) {
    const limit = wholeNumber(headers.get(`${prefix}-limit`))
    const remaining = wholeNumber(headers.get(`${prefix}-remaining`))
    const reset = wholeNumber(headers.get(`${prefix}-reset`))
    if (limit === null || remaining === null || reset === null) continue
    snapshots.push({ endpoint, window, limit, remaining, resetAt: reset * 1000 })
  }
  return snapshots
}

/** The longest window is a day; what lies much further ahead is no time of a limit. */
const LONGEST_WAIT = 25 * 60 * 60 * 1000

/**
 * When a 429 may be tried again: when every counter that stands at 0 has started anew.
 * @param now ms since 1970.
 * @returns ms since 1970, or null when the answer does not say.
 */
export function retryTime(snapshots: readonly RateSnapshot[], headers: Headers, now: number): number | null {
  const ahead = snapshots.filter((each) => each.resetAt > now && each.resetAt - now <= LONGEST_WAIT)
  const exhausted = ahead.filter((each) => each.remaining === 0)
  // Some 429 come with a counter that has not reached 0; the short window is then the one meant.
  const meant = exhausted.length > 0 ? exhausted : ahead.filter((each) => each.window === '15-minutes')
  if (meant.length > 0) return Math.max(...meant.map((each) => each.resetAt))
  // `Retry-After` is either seconds or a date (RFC 9110).
  const header = headers.get('retry-after')
  const seconds = wholeNumber(header)
  const at = seconds === null ? Date.parse(header ?? '') : now + seconds * 1000
  return Number.isFinite(at) && at > now && at - now <= LONGEST_WAIT ? at : null
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null
}
