import { expect, test } from 'vitest'
import type { ForecastWindow } from '../sync/rate-budget.ts'
import { forecastReplies, type Limits, type WaitingReply } from './forecast.ts'

const NOW = Date.UTC(2026, 10, 23, 14)
const QUARTER = 900_000
const DAY = 86_400_000

function limits(windows: readonly Partial<ForecastWindow>[], together = true): Limits {
  const full = windows.map((each) => ({ limit: 15, used: 0, resetAt: NOW, span: QUARTER, ...each }))
  return {
    windows: new Map([
      ['one', full],
      ['group', full]
    ]),
    together
  }
}

function replies(count: number, given: Partial<WaitingReply> = {}): WaitingReply[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    conversation: String(index),
    endpoint: 'one',
    notBefore: 0,
    ...given
  }))
}

const minutes = (times: Map<string, number>): number[] => [...times.values()].map((at) => (at - NOW) / 60_000)

test('what is left of this window goes now, the rest in the windows to come', () => {
  const times = forecastReplies(replies(23), limits([{ used: 4, resetAt: NOW + 600_000 }]), NOW)
  expect(minutes(times).slice(0, 12)).toEqual([...Array.from({ length: 11 }, () => 0), 10])
  expect(minutes(times).at(-1)).toBe(10)
})

test('500 replies take 34 windows', () => {
  const times = forecastReplies(replies(500), limits([{}, { limit: 1_440, span: DAY }]), NOW)
  expect(minutes(times).at(-1)).toBe(33 * 15)
})

test('the day’s limit holds up the rest until tomorrow', () => {
  const day = { limit: 1_440, used: 1_430, resetAt: NOW + 7_200_000, span: DAY }
  const times = forecastReplies(replies(20), limits([{}, day]), NOW)
  expect(minutes(times).slice(8, 12)).toEqual([0, 0, 120, 120])
})

test('within a conversation in order, and a held one does not hold up others', () => {
  const [first, second, third] = replies(3)
  if (!first || !second || !third) throw new Error('three')
  const list = [
    { ...first, conversation: 'a', notBefore: NOW + 60_000 },
    { ...second, conversation: 'a' },
    { ...third, conversation: 'b' }
  ]
  expect(Object.fromEntries(forecastReplies(list, limits([{}]), NOW))).toEqual({
    '0': NOW + 60_000,
    '1': NOW + 60_000,
    '2': NOW
  })
})

test('groups count for themselves once that is known', () => {
  const list = replies(20).map((reply, index) => (index >= 15 ? { ...reply, endpoint: 'group' } : reply))
  expect(minutes(forecastReplies(list, limits([{}]), NOW)).at(-1)).toBe(15)
  expect(minutes(forecastReplies(list, limits([{}], false), NOW)).at(-1)).toBe(0)
})
