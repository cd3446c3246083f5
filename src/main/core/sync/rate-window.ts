/**
 * One of X's counters as we know it: pure, so that it can be tested and simulated apart. Times are ms since 1970 by X's
 * clock. What X said counts; what has left since is added, and nothing is ever assumed to be free again before X's clock
 * has passed the end of the window.
 * @module
 */
export interface CountedWindow {
  readonly limit: number
  /** Requests that have left in this window, and what X says others have used. */
  readonly used: number
  /** The same without what siblings may have used: X's number of its last answer, plus what left for this endpoint since. */
  readonly own: number
  /** When it starts again; 0 while it has not begun. */
  readonly resetAt: number
  /** Whether `resetAt` is X's word. Otherwise it is counted from the first request, and generous. */
  readonly told: boolean
}

/** What we know of X's clock. */
export interface ServerClock {
  /** X's time of its newest answer. Certain. */
  readonly seenAt: number
  /** Where X's clock should stand now, if ours has not jumped since. */
  readonly estimate: number
}

/** A request whose answer was lost may have arrived this much later and have opened the window only then. */
export const LOST_MARGIN = 90_000

/** Whether the window has certainly ended: an answer of X was written after its end. */
export function isOver(window: CountedWindow, clock: ServerClock): boolean {
  return window.resetAt <= clock.seenAt
}

/** Whether it has ended if our clock is right. */
export function seemsOver(window: CountedWindow, clock: ServerClock): boolean {
  return window.resetAt <= clock.estimate
}

/**
 * Requests that are left. While the end of the window is only our clock's word, what leaves still counts in the old one:
 * a clock that jumped forward must not open it.
 * @param late requests without an answer so recent that they may fall into the next window.
 */
export function remaining(window: CountedWindow, clock: ServerClock, late: number): number {
  return Math.max(0, window.limit - (isOver(window, clock) ? late : window.used))
}

/** The window after one more request has left. @param own whether it was for this endpoint, or for a sibling. */
export function afterTaking(
  window: CountedWindow,
  span: number,
  clock: ServerClock,
  late: number,
  own: boolean
): CountedWindow {
  const one = own ? 1 : 0
  const fresh = isOver(window, clock) || (seemsOver(window, clock) && window.used >= window.limit)
  if (!fresh) return { ...window, used: window.used + 1, own: window.own + one }
  return {
    limit: window.limit,
    used: late + 1,
    own: late + one,
    resetAt: clock.estimate + span + LOST_MARGIN,
    told: false
  }
}

/**
 * The window after X has said where it stands.
 * @param unsure requests without an answer that X's number may not contain yet.
 */
export function afterWord(
  window: CountedWindow,
  word: { readonly limit: number; readonly remaining: number; readonly resetAt: number },
  span: number,
  clock: ServerClock,
  unsure: number
): CountedWindow {
  const said = Math.max(0, word.limit - word.remaining) + unsure
  // A time that cannot be the end of this window is not believed: the count goes on by itself.
  const plausible = word.resetAt > clock.seenAt && word.resetAt - clock.seenAt <= span + LOST_MARGIN
  if (!plausible) {
    const resetAt = isOver(window, clock) ? clock.seenAt + span : window.resetAt
    const used = isOver(window, clock) ? said : Math.max(window.used, said)
    return { limit: word.limit, used, own: said, resetAt, told: false }
  }
  const same = !isOver(window, clock) && (!window.told || Math.abs(word.resetAt - window.resetAt) <= 1_500)
  if (same) {
    // Answers overtake each other: within a window the count only rises.
    const used = Math.max(window.used, said)
    return {
      limit: word.limit,
      used,
      own: Math.max(window.told ? window.own : 0, said),
      resetAt: word.resetAt,
      told: true
    }
  }
  // An answer of the window before, which came late.
  if (!isOver(window, clock) && word.resetAt < window.resetAt) return window
  return { limit: word.limit, used: said, own: said, resetAt: word.resetAt, told: true }
}

/** The window after X has refused a request: nothing is left before `until`. */
export function afterRefusal(window: CountedWindow, until: number): CountedWindow {
  const resetAt = window.told ? Math.max(window.resetAt, until) : until
  return { ...window, used: Math.max(window.used, window.limit), resetAt, told: false }
}

/** The window after a request turned out never to have left this computer. */
export function afterReturn(window: CountedWindow): CountedWindow {
  return { ...window, used: Math.max(0, window.used - 1), own: Math.max(0, window.own - 1) }
}
