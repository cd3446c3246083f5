import { timeZone } from './time-zone.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** Nobody closes for longer; what is further away does not come. */
const LONGEST_CLOSED_DAYS = 400

/** Part of a day, in minutes since its midnight; `to` up to 1440. */
export interface OpenInterval {
  readonly from: number
  readonly to: number
}

export interface Holiday {
  /** `2026-12-25` */
  readonly date: string
  /** Whether it comes again every year. */
  readonly yearly: boolean
  readonly name: string
}

/** When a team answers. */
export interface BusinessHours {
  /** IANA name. */
  readonly zone: string
  /** Seven days, Monday first. */
  readonly days: readonly (readonly OpenInterval[])[]
  readonly holidays: readonly Holiday[]
}

/** What is wrong with a table of hours. `day`: 0 is Monday. */
export type HoursProblem =
  | { readonly kind: 'zone' }
  | { readonly kind: 'never-open' }
  | { readonly kind: 'backwards' | 'overlap'; readonly day: number }
  | { readonly kind: 'holiday'; readonly date: string }

/** @returns null for hours that can be kept */
export function hoursProblem(hours: BusinessHours): HoursProblem | null {
  if (timeZone(hours.zone) === null) return { kind: 'zone' }
  for (const [day, intervals] of hours.days.entries()) {
    if (intervals.some(({ from, to }) => from >= to)) return { kind: 'backwards', day }
    const ordered = intervals.toSorted((a, b) => a.from - b.from)
    if (ordered.some(({ from }, at) => from < (ordered[at - 1]?.to ?? 0))) return { kind: 'overlap', day }
  }
  if (hours.days.every((intervals) => intervals.length === 0)) return { kind: 'never-open' }
  const wrong = hours.holidays.find(({ date }) => dayOfDate(date) === null)
  return wrong === undefined ? null : { kind: 'holiday', date: wrong.date }
}

/** Days since 1970 of `2026-12-25`; null for what no calendar has. */
function dayOfDate(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : at / DAY
}

/** Counts time while somebody is there. Moments are ms since 1970, durations ms. */
export interface OpenClock {
  /** The moment at which so much open time has passed since `from`; null when that never comes. */
  after(from: number, open: number): number | null
  /** How much open time lies between two moments. */
  between(from: number, to: number): number
  isOpen(at: number): boolean
  /** The next moment at which somebody is there: `at` itself while open. */
  opensAt(at: number): number | null
}

/** Round the clock. */
export const alwaysOpen: OpenClock = {
  after: (from, open) => from + open,
  between: (from, to) => Math.max(0, to - from),
  isOpen: () => true,
  opensAt: (at) => at
}

interface Span {
  readonly from: number
  readonly to: number
}

/** @param hours without a problem; in an unknown zone somebody is always there */
export function openClock(hours: BusinessHours): OpenClock {
  const zone = timeZone(hours.zone)
  if (zone === null) return alwaysOpen
  const dates = new Set(hours.holidays.filter(({ yearly }) => !yearly).map(({ date }) => date))
  const yearly = new Set(hours.holidays.filter((each) => each.yearly).map(({ date }) => date.slice(5)))
  const days = hours.days.map((intervals) => intervals.toSorted((a, b) => a.from - b.from))
  const known = new Map<number, readonly Span[]>()

  const spansOf = (day: number): readonly Span[] => {
    const found = known.get(day)
    if (found) return found
    const date = new Date(day * DAY).toISOString().slice(0, 10)
    const intervals = dates.has(date) || yearly.has(date.slice(5)) ? [] : (days[weekdayOf(day)] ?? [])
    const spans = intervals
      .map(({ from, to }) => ({
        from: zone.momentOf(day * DAY + from * MINUTE),
        to: zone.momentOf(day * DAY + to * MINUTE)
      }))
      .filter(({ from, to }) => from < to)
    // A year of them is enough to remember.
    if (known.size > LONGEST_CLOSED_DAYS) known.clear()
    known.set(day, spans)
    return spans
  }

  /** Open time from a moment on; ends after a year without any. */
  function* spansFrom(at: number): Generator<Span> {
    // Local dates are at most a day away from UTC's.
    let day = Math.floor(at / DAY) - 1
    let lastOpen = day
    while (day - lastOpen <= LONGEST_CLOSED_DAYS) {
      for (const span of spansOf(day)) {
        if (span.to <= at) continue
        lastOpen = day
        yield { from: Math.max(span.from, at), to: span.to }
      }
      day += 1
    }
  }

  return {
    after(from, open) {
      let left = open
      for (const span of spansFrom(from)) {
        if (span.to - span.from >= left) return span.from + left
        left -= span.to - span.from
      }
      return null
    },
    between(from, to) {
      let open = 0
      for (const span of spansFrom(from)) {
        if (span.from >= to) break
        open += Math.min(span.to, to) - span.from
      }
      return open
    },
    isOpen(at) {
      for (const span of spansFrom(at)) return span.from === at
      return false
    },
    opensAt(at) {
      for (const span of spansFrom(at)) return span.from
      return null
    }
  }
}

/** 0 is Monday; the first day of 1970 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}
