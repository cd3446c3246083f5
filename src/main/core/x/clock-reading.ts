/** How far X's clock is ahead of ours, in ms: not less than `low`, not more than `high`. Negative when X is behind. */
export interface ClockOffset {
  readonly low: number
  readonly high: number
}

/** What one answer of X tells about its clock; sync/x-clock.ts keeps it. */
export interface ClockReading {
  /** X's time when it answered, ms since 1970; whole seconds. */
  readonly seenAt: number
  /** Null when our clock was set back meanwhile. */
  readonly offset: ClockOffset | null
}

/** The header counts whole seconds. */
const HEADER_STEP_MS = 1_000

/** X's clock as an answer tells it, ms since 1970; whole seconds. Null when it does not. */
export function serverTime(headers: Headers): number | null {
  const at = Date.parse(headers.get('date') ?? '')
  return Number.isFinite(at) ? at : null
}

/**
 * Every answer carries X's time to the second, and was written between the request and its arrival: together that tells
 * the difference of the clocks to about a second.
 * @param startedAt when the request left, `endedAt` when the answer was here, both by our clock, ms since 1970
 */
export function readClock(headers: Headers, startedAt: number, endedAt: number): ClockReading | null {
  const seenAt = serverTime(headers)
  if (seenAt === null) return null
  const offset = { low: seenAt - endedAt, high: seenAt + HEADER_STEP_MS - startedAt }
  return { seenAt, offset: endedAt < startedAt ? null : offset }
}
