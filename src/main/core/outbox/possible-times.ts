/** When an attempt was made (by our clock) and how far X's clock was ahead, as far as is known. ms. */
export interface AttemptTimes {
  readonly started_at: number
  /** When it was given up; null when the process died. */
  readonly ended_at: number | null
  readonly offset_low: number | null
  readonly offset_high: number | null
}

/** When, by X's clock, a message was written that may be the result of an attempt: ms since 1970. */
export interface PossibleTimes {
  readonly earliest: number
  readonly latest: number
  /** Inside these it is it; outside it only may be. */
  readonly certainFrom: number
  readonly certainTo: number
}

/** A request is given up after 30 s (exchange.ts); one whose process died was under way no longer. */
const LONGEST_REQUEST_MS = 30_000
/** How long X may take to carry out what it has accepted. */
const LATE_MS = 120_000
/** The machines of X agree about the time to less than this. */
const SLACK_MS = 2_000
/** Without an answer of X before or after the attempt, its clock may differ from ours by as much. */
const UNKNOWN_OFFSET_MS = 300_000
/** Answers before and after that contradict each other by more: our clock was set meanwhile. */
const CLOCK_WAS_SET_MS = 10_000

/**
 * With X's clock known to a second or two, a message from before the attempt cannot be its result, and one that was
 * written long after it cannot either. Where X's clock is not known, a message from the right minutes only may be it,
 * unless it is not older than the attempt by either reading of the clock.
 */
export function possibleTimes(attempt: AttemptTimes): PossibleTimes {
  const start = attempt.started_at
  const end = Math.max(attempt.ended_at ?? start, start + LONGEST_REQUEST_MS) + LATE_MS
  const { offset_low: low, offset_high: high } = attempt
  if (low === null || high === null) {
    return {
      earliest: start - UNKNOWN_OFFSET_MS,
      latest: end + UNKNOWN_OFFSET_MS,
      certainFrom: start - SLACK_MS,
      certainTo: end
    }
  }
  const earliest = start + low - SLACK_MS
  const latest = end + high
  if (high - low <= CLOCK_WAS_SET_MS) return { earliest, latest, certainFrom: earliest, certainTo: latest }
  return { earliest, latest, certainFrom: start + high - SLACK_MS, certainTo: end + low }
}
