import { type TimeZone, timeZone } from '../time-zone.ts'

const HOUR = 3_600_000
const DAY = 86_400_000
/** Ten years: more than anybody looks at, and few enough points to draw. Days. */
export const LONGEST_RANGE_DAYS = 3_660
const MOST_HOURS_DAYS = 2
const MOST_DAYS = 92
const MOST_WEEKS_DAYS = 731

/** Whole days of a place's calendar, both ends included: `2026-11-01`. */
export interface ReportRange {
  readonly from: string
  readonly to: string
  /** IANA name. */
  readonly zone: string
}

export const rangePresets = ['today', 'last-7', 'last-30', 'this-month', 'last-month'] as const
export type RangePreset = (typeof rangePresets)[number]

/** What each point of a chart stands for. */
export type BucketUnit = 'hour' | 'day' | 'week' | 'month'

/** A range as moments, ms since 1970, cut into parts. */
export interface RangeParts {
  readonly start: number
  /** The first moment that does not belong to it. */
  readonly end: number
  readonly unit: BucketUnit
  /** Where each part begins; the first is `start`. */
  readonly starts: readonly number[]
}

export type RangeProblem = 'zone' | 'date' | 'backwards' | 'too-long'

/** @returns null for a range that can be reported on */
export function rangeProblem({ from, to, zone }: ReportRange): RangeProblem | null {
  if (timeZone(zone) === null) return 'zone'
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === null || last === null) return 'date'
  if (first > last) return 'backwards'
  return last - first >= LONGEST_RANGE_DAYS ? 'too-long' : null
}

/** @param now ms since 1970 */
export function presetRange(preset: RangePreset, now: number, zone: TimeZone): ReportRange {
  const today = Math.floor((now + zone.offsetAt(now)) / DAY)
  const days = (from: number, to: number): ReportRange => ({ from: dateOf(from), to: dateOf(to), zone: zone.name })
  switch (preset) {
    case 'today':
      return days(today, today)
    case 'last-7':
      return days(today - 6, today)
    case 'last-30':
      return days(today - 29, today)
    case 'this-month':
      return days(monthStart(today, 0), today)
    case 'last-month':
      return days(monthStart(today, -1), monthStart(today, 0) - 1)
  }
}

/** The preset that a range is now; null when it was chosen by its dates. */
export function presetOf(range: ReportRange, now: number): RangePreset | null {
  const zone = timeZone(range.zone)
  if (zone === null) return null
  return (
    rangePresets.find((preset) => {
      const { from, to } = presetRange(preset, now, zone)
      return from === range.from && to === range.to
    }) ?? null
  )
}

/**
 * What a range is compared with: as many whole months before whole months, and as many days before anything else.
 * @param range without a problem
 */
export function rangeBefore({ from, to, zone }: ReportRange): ReportRange {
  const [first, last] = [dayOf(from) ?? 0, dayOf(to) ?? 0]
  if (monthStart(first, 0) === first && monthStart(last + 1, 0) === last + 1) {
    return { from: dateOf(monthStart(first, -monthsBetween(first, last + 1))), to: dateOf(first - 1), zone }
  }
  return { from: dateOf(first - (last - first + 1)), to: dateOf(first - 1), zone }
}

/** The same way ahead. @param range without a problem */
export function rangeAfter({ from, to, zone }: ReportRange): ReportRange {
  const [first, last] = [dayOf(from) ?? 0, dayOf(to) ?? 0]
  const next = last + 1
  if (monthStart(first, 0) === first && monthStart(next, 0) === next) {
    return { from: dateOf(next), to: dateOf(monthStart(next, monthsBetween(first, next)) - 1), zone }
  }
  return { from: dateOf(next), to: dateOf(next + last - first), zone }
}

/** @param range without a problem */
export function rangeParts(range: ReportRange): RangeParts {
  const zone = timeZone(range.zone)
  const [first, last] = [dayOf(range.from), dayOf(range.to)]
  if (zone === null || first === null || last === null) throw new RangeError('The range has a problem.')
  const momentOf = (day: number): number => zone.momentOf(day * DAY)
  const [start, end] = [momentOf(first), momentOf(last + 1)]
  const unit = unitFor(last - first + 1)
  if (unit === 'hour') {
    // Hours of the clock on the wall: a day of 23 or 25 hours has so many parts.
    const count = Math.ceil((end - start) / HOUR)
    return { start, end, unit, starts: Array.from({ length: count }, (_, nth) => start + nth * HOUR) }
  }
  const starts: number[] = []
  for (let day = first; day <= last; day = nextPart(day, unit)) starts.push(momentOf(day))
  return { start, end, unit, starts }
}

/** Which part a moment lies in: -1 before the first. @param starts ascending */
export function partOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Days since 1970 of `2026-12-25`; null for what no calendar has. */
export function dayOf(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || dateOf(at / DAY) !== date ? null : at / DAY
}

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

function unitFor(days: number): BucketUnit {
  if (days <= MOST_HOURS_DAYS) return 'hour'
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_WEEKS_DAYS ? 'week' : 'month'
}

/** Weeks begin on Monday, as ISO has it; the first day of 1970 was a Thursday. */
function nextPart(day: number, unit: 'day' | 'week' | 'month'): number {
  switch (unit) {
    case 'day':
      return day + 1
    case 'week':
      return day + 7 - ((((day + 3) % 7) + 7) % 7)
    case 'month':
      return monthStart(day, 1)
  }
}

/** The first day of the month so many months after that of `day`. */
function monthStart(day: number, months: number): number {
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY
}

/** @param first, @param end first days of months */
function monthsBetween(first: number, end: number): number {
  const [a, b] = [new Date(first * DAY), new Date(end * DAY)]
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
}
