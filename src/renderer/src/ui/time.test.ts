import { expect, test } from 'vitest'
import { formatAgo, formatAhead, formatDay, formatWait, secondsUntil } from './time.ts'

const now = new Date(2026, 10, 23, 15, 0, 0).getTime()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('ages use one unit, then the date', () => {
  expect(formatAgo(now - 59_000, now)).toBe('now')
  expect(formatAgo(now + 5_000, now)).toBe('now')
  expect(formatAgo(now - 18 * minute - 30_000, now)).toBe('18 min')
  expect(formatAgo(now - 3 * hour, now)).toBe('3 h')
  expect(formatAgo(now - 6 * day, now)).toBe('6 d')
  expect(formatAgo(new Date(2026, 2, 4).getTime(), now, 'en-GB')).toBe('4 Mar')
  expect(formatAgo(new Date(2024, 2, 4).getTime(), now, 'en-GB')).toBe('4 Mar 2024')
})

test('waiting times keep what matters', () => {
  expect(formatWait(30_000)).toBe('under a minute')
  expect(formatWait(18 * minute)).toBe('18 min')
  expect(formatWait(3 * hour + 20 * minute)).toBe('3 h 20 min')
  expect(formatWait(2 * hour)).toBe('2 h')
  expect(formatWait(2 * day + 4 * hour)).toBe('2 d 4 h')
  expect(formatWait(40 * day)).toBe('40 d')
})

test('days are named as people name them', () => {
  expect(formatDay(now, now)).toBe('Today')
  expect(formatDay(new Date(2026, 10, 22, 23, 59).getTime(), now)).toBe('Yesterday')
  expect(formatDay(new Date(2026, 10, 18).getTime(), now, 'en-GB')).toBe('Wednesday')
  expect(formatDay(new Date(2026, 2, 4).getTime(), now, 'en-GB')).toContain('4 March')
  expect(formatDay(new Date(2025, 2, 4).getTime(), now, 'en-GB')).toContain('2025')
})

test('countdowns round up and stop at zero', () => {
  expect(secondsUntil(now + 4_200, now)).toBe(5)
  expect(secondsUntil(now - 1, now)).toBe(0)
})

test('a moment to come is named by its day', () => {
  const now = new Date(2026, 10, 26, 15, 20).getTime()
  const at = (day: number, hour: number, year = 2026, month = 10): number => new Date(year, month, day, hour).getTime()
  expect(formatAhead(at(26, 18), now, 'en-GB')).toBe('today at 18:00')
  expect(formatAhead(at(27, 9), now, 'en-GB')).toBe('tomorrow at 09:00')
  expect(formatAhead(at(30, 9), now, 'en-GB')).toBe('Mon 30 Nov at 09:00')
  expect(formatAhead(at(4, 9, 2027, 0), now, 'en-GB')).toBe('Mon, 4 Jan 2027 at 09:00')
})
