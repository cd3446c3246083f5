import { expect, test } from 'vitest'
import { rateSnapshots, retryTime } from './rate.ts'

const NOW = Date.UTC(2026, 10, 23, 9)
const seconds = (offset: number): string => String(NOW / 1000 + offset)

test('reads all three counters', () => {
  const headers = new Headers({
    'x-rate-limit-limit': '15',
    'x-rate-limit-remaining': '14',
    'x-rate-limit-reset': seconds(900),
    'x-user-limit-24hour-limit': '1440',
    'x-user-limit-24hour-remaining': '1400',
    'x-user-limit-24hour-reset': seconds(86_400),
    'x-app-limit-24hour-limit': '1440',
    'x-app-limit-24hour-remaining': '0',
    'x-app-limit-24hour-reset': seconds(3600)
  })
  expect(rateSnapshots('dm-events', headers)).toEqual([
    { endpoint: 'dm-events', window: '15-minutes', limit: 15, remaining: 14, resetAt: NOW + 900_000 },
    { endpoint: 'dm-events', window: 'user-24-hours', limit: 1440, remaining: 1400, resetAt: NOW + 86_400_000 },
    { endpoint: 'dm-events', window: 'app-24-hours', limit: 1440, remaining: 0, resetAt: NOW + 3_600_000 }
  ])
})

test.each<Record<string, string>>([
  {},
  { 'x-rate-limit-limit': '15' },
  { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '-1', 'x-rate-limit-reset': '1' },
  { 'x-rate-limit-limit': 'NaN', 'x-rate-limit-remaining': '1e9', 'x-rate-limit-reset': 'soon' },
  { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': '9'.repeat(40) }
])('ignores what makes no sense: %j', (headers) => {
  expect(rateSnapshots('me', new Headers(headers))).toEqual([])
})

function retry(headers: Record<string, string>): number | null {
  return retryTime(rateSnapshots('me', new Headers(headers)), new Headers(headers), NOW)
}

test('waits for the last counter that stands at 0', () => {
  const short = { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': seconds(60) }
  const daily = {
    'x-app-limit-24hour-limit': '1440',
    'x-app-limit-24hour-remaining': '0',
    'x-app-limit-24hour-reset': seconds(7200)
  }
  expect(retry(short)).toBe(NOW + 60_000)
  expect(retry({ ...short, ...daily })).toBe(NOW + 7_200_000)
  expect(retry({ ...short, ...daily, 'x-app-limit-24hour-remaining': '3' })).toBe(NOW + 60_000)
  expect(retry({ ...short, 'x-rate-limit-remaining': '4' })).toBe(NOW + 60_000)
})

test('falls back to Retry-After, and to not knowing', () => {
  expect(retry({ 'retry-after': '30' })).toBe(NOW + 30_000)
  expect(retry({ 'retry-after': 'Mon, 23 Nov 2026 09:05:00 GMT' })).toBe(NOW + 300_000)
  expect(retry({ 'retry-after': '999999999' })).toBeNull()
  expect(retry({ 'retry-after': 'soon' })).toBeNull()
  expect(retry({})).toBeNull()
  // A reset in the past: this machine's clock is ahead.
  expect(
    retry({ 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': seconds(-5) })
  ).toBeNull()
})
