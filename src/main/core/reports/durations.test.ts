import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDurations, createTimes } from './durations.ts'

/** The nearest rank, as anybody would work it out. */
function naive(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null
}

test('quantiles are those of the nearest rank, however many there are and in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, times, part) => {
        const many = Array.from({ length: times }, () => values).flat()
        const durations = createDurations()
        for (const value of many) durations.add(value)
        expect(durations.quantile(part)).toBe(naive(many, part))
        expect(durations.count()).toBe(many.length)
      }
    ),
    { numRuns: 60 }
  )
})

test('asking does not end the counting, and a clock that was set back took no time', () => {
  const times = createTimes()
  expect(times.figures()).toEqual({ count: 0, median: null, p90: null, openMedian: null, openP90: null })
  times.add(5_000, 1_000)
  expect(times.figures().median).toBe(5_000)
  times.add(-3_000, 0)
  times.add(7_000, 2_000)
  expect(times.figures()).toEqual({ count: 3, median: 5_000, p90: 7_000, openMedian: 1_000, openP90: 2_000 })
})
