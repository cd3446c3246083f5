import { expect, test } from 'vitest'
import { startOfDate } from './search-dates.ts'

/** A Wednesday, in the time zone of this computer. */
const now = new Date(2026, 2, 18, 15, 30).getTime()
const at = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
  new Date(year, month - 1, day, hour, minute).getTime()

test.each([
  ['2026-03-01', at(2026, 3, 1)],
  ['2026/3/1', at(2026, 3, 1)],
  ['2026-03', at(2026, 3, 1)],
  ['2025', at(2025, 1, 1)],
  ['today', at(2026, 3, 18)],
  ['Yesterday', at(2026, 3, 17)],
  ['monday', at(2026, 3, 16)],
  ['wed', at(2026, 3, 18)],
  ['thursday', at(2026, 3, 12)],
  ['this week', at(2026, 3, 16)],
  ['last week', at(2026, 3, 9)],
  ['last-week', at(2026, 3, 9)],
  ['this month', at(2026, 3, 1)],
  ['last_month', at(2026, 2, 1)],
  ['this year', at(2026, 1, 1)],
  ['last year', at(2025, 1, 1)],
  ['march', at(2026, 3, 1)],
  ['dec', at(2025, 12, 1)],
  ['june 2024', at(2024, 6, 1)],
  ['7d', at(2026, 3, 11)],
  ['2w', at(2026, 3, 4)],
  ['1m', at(2026, 2, 18)],
  ['1y', at(2025, 3, 18)],
  ['3 days ago', at(2026, 3, 15)],
  ['12h', at(2026, 3, 18, 3, 30)]
])('%s', (text, wanted) => {
  expect(startOfDate(text, now)).toBe(wanted)
})

test.each(['', 'soon', '2026-13', '2026-02-30', '99', '1969', '5x', 'xx 2026', 'march x', 'week'])(
  '%s is no date',
  (text) => {
    expect(startOfDate(text, now)).toBeNull()
  }
)

test.each([
  [at(2026, 3, 31, 12), '1m', at(2026, 2, 28)],
  [at(2026, 5, 31, 12), '3 months ago', at(2026, 2, 28)],
  [at(2024, 2, 29, 12), '1y', at(2023, 2, 28)]
])('the same day of an earlier month, or its last', (today, text, wanted) => {
  expect(startOfDate(text, today)).toBe(wanted)
})
