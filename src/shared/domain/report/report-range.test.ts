import { describe, expect, test } from 'vitest'
import { timeZone, type TimeZone } from '../time-zone.ts'
import {
  partOf,
  presetOf,
  presetRange,
  rangeAfter,
  rangeBefore,
  rangeParts,
  rangePresets,
  rangeProblem
} from './report-range.ts'

const zoneOf = (name: string): TimeZone => timeZone(name) ?? expect.unreachable()
const HOUR = 3_600_000
const days = (from: string, to: string, zone = 'UTC') => ({ from, to, zone })
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)

test('presets are days of the place, not of UTC', () => {
  // Already the first of December in Auckland, still the last of November in New York.
  const now = Date.UTC(2026, 10, 30, 12)
  const auckland = zoneOf('Pacific/Auckland')
  expect(rangePresets.map((preset) => presetRange(preset, now, auckland))).toEqual([
    days('2026-12-01', '2026-12-01', 'Pacific/Auckland'),
    days('2026-11-25', '2026-12-01', 'Pacific/Auckland'),
    days('2026-11-02', '2026-12-01', 'Pacific/Auckland'),
    days('2026-12-01', '2026-12-01', 'Pacific/Auckland'),
    days('2026-11-01', '2026-11-30', 'Pacific/Auckland')
  ])
  expect(presetRange('this-month', now, zoneOf('America/New_York'))).toMatchObject(
    days('2026-11-01', '2026-11-30', 'America/New_York')
  )
  expect(presetOf(days('2026-11-25', '2026-12-01', 'Pacific/Auckland'), now)).toBe('last-7')
  expect(presetOf(days('2026-11-25', '2026-12-01', 'America/New_York'), now)).toBeNull()
})

test.each([
  ['a day', days('2026-03-01', '2026-03-01'), '2026-02-28', '2026-02-28'],
  ['a week', days('2026-11-21', '2026-11-27'), '2026-11-14', '2026-11-20'],
  ['a whole month', days('2026-03-01', '2026-03-31'), '2026-02-01', '2026-02-28'],
  ['a whole quarter', days('2026-01-01', '2026-03-31'), '2025-10-01', '2025-12-31'],
  ['a month that is not over', days('2026-03-01', '2026-03-30'), '2026-01-30', '2026-02-28']
])('%s is compared with as much before it', (_what, range, from, to) => {
  expect(rangeBefore(range)).toEqual(days(from, to))
})

test.each([
  ['seven days', '2026-11-21', '2026-11-27', '2026-11-28', '2026-12-04'],
  ['a month', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28'],
  ['a short month', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-31'],
  ['a quarter', '2026-01-01', '2026-03-31', '2026-04-01', '2026-06-30'],
  ['a year', '2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31']
])('%s: on and back again', (_what, from, to, nextFrom, nextTo) => {
  expect(rangeAfter(days(from, to))).toEqual(days(nextFrom, nextTo))
  expect(rangeBefore(days(nextFrom, nextTo))).toEqual(days(from, to))
})

test.each([
  ['zone', days('2026-01-01', '2026-01-01', 'Mars/Olympus')],
  ['date', days('2026-02-30', '2026-03-01')],
  ['date', days('yesterday', '2026-03-01')],
  ['backwards', days('2026-03-02', '2026-03-01')],
  ['too-long', days('2010-01-01', '2026-01-01')]
])('refuses: %s', (problem, range) => {
  expect(rangeProblem(range)).toBe(problem)
})

describe('parts', () => {
  test('a day of 23 hours has 23, one of 25 has 25, and the days around are whole', () => {
    const spring = rangeParts(days('2026-03-29', '2026-03-29', 'Europe/Berlin'))
    expect(spring).toMatchObject({ unit: 'hour', start: Date.UTC(2026, 2, 28, 23), end: Date.UTC(2026, 2, 29, 22) })
    expect(spring.starts).toHaveLength(23)
    expect(rangeParts(days('2026-10-25', '2026-10-25', 'Europe/Berlin')).starts).toHaveLength(25)
    const week = rangeParts(days('2026-03-27', '2026-03-31', 'Europe/Berlin'))
    expect(week.unit).toBe('day')
    expect(week.starts.map((at, nth) => ((week.starts[nth + 1] ?? week.end) - at) / HOUR)).toEqual([24, 24, 23, 24, 24])
  })

  test('weeks begin on Monday and months on the first, cut at the ends', () => {
    const weeks = rangeParts(days('2026-01-01', '2026-06-30'))
    expect(weeks.unit).toBe('week')
    expect(weeks.starts.slice(0, 3).map(iso)).toEqual(['2026-01-01T00:00', '2026-01-05T00:00', '2026-01-12T00:00'])
    expect(iso(weeks.end)).toBe('2026-07-01T00:00')
    const months = rangeParts(days('2024-01-15', '2026-06-30'))
    expect(months.unit).toBe('month')
    expect(months.starts.slice(0, 3).map(iso)).toEqual(['2024-01-15T00:00', '2024-02-01T00:00', '2024-03-01T00:00'])
  })

  test('a moment lies in the part that began last', () => {
    const { starts, start, end } = rangeParts(days('2026-11-01', '2026-11-03'))
    expect([start - 1, start, start + 24 * HOUR - 1, start + 24 * HOUR, end].map((at) => partOf(starts, at))).toEqual([
      -1, 0, 0, 1, 2
    ])
  })
})
