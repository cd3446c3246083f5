import type { Clock } from '../deps.ts'
import type { Live } from '../live/live.ts'
import type { Shelved } from './shelf.ts'

/** Tells open questions when a canned reply comes into effect or expires: no row changes then. */
export interface EffectDates {
  /** Somebody answers from this library now; from here on `library-dates` is touched at its next date. */
  watch(shelved: Shelved): void
  /** Looks at the clock: after a sleep, and after the clock was set. */
  check(): void
  stop(): void
}

/** Longer timers are cut by the system; looking again is free. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000

export function createEffectDates(parts: {
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly live: Pick<Live, 'touch'>
}): EffectDates {
  const { clock, live } = parts
  /** The library that was answered from last, and its next date then. */
  let watched: { readonly of: Shelved; readonly next: number } | null = null
  let cancel = (): void => undefined

  function plan(of: Shelved): void {
    cancel()
    cancel = () => undefined
    const now = clock.now()
    const next = nextDate(of, now)
    watched = { of, next }
    if (next !== Infinity) cancel = clock.after(Math.min(next - now, LONGEST_WAIT_MS), check)
  }

  function check(): void {
    if (watched === null) return
    const { of, next } = watched
    if (clock.now() < next) return plan(of)
    // Whoever still asks has it watched again.
    watched = null
    cancel()
    live.touch('library-dates')
  }

  return {
    watch(shelved) {
      // A date that has passed meanwhile is still to be told to the others.
      if (watched?.of !== shelved) plan(shelved)
    },
    check,
    stop() {
      watched = null
      cancel()
    }
  }
}

function nextDate({ replies }: Shelved, now: number): number {
  let next = Infinity
  for (const { approvedVersion, retiredAt } of replies.values()) {
    if (approvedVersion === null || retiredAt !== null) continue
    for (const at of [approvedVersion.content.effectiveFrom, approvedVersion.content.expiresAt]) {
      if (at !== null && at > now) next = Math.min(next, at)
    }
  }
  return next
}
