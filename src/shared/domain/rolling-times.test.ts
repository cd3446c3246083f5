import { expect, test } from 'vitest'
import { RollingTimes } from './rolling-times.ts'

test('nothing was noted yet', () => {
  expect(new RollingTimes().figures()).toEqual({ count: 0, p50: 0, p95: 0, p99: 0 })
})

test('percentiles of what was noted, in whatever order', () => {
  const times = new RollingTimes()
  for (const ms of Array.from({ length: 100 }, (_, index) => index + 1).toReversed()) times.note(ms)
  expect(times.figures()).toEqual({ count: 100, p50: 51, p95: 96, p99: 100 })
})

test('only the last thousand count', () => {
  const times = new RollingTimes()
  for (let index = 0; index < 500; index += 1) times.note(9_000)
  for (let index = 0; index < 1_000; index += 1) times.note(3)
  expect(times.figures()).toEqual({ count: 1_000, p50: 3, p95: 3, p99: 3 })
})
