import { expect, test } from 'vitest'
import { isRecent } from './is-recent.ts'

test('a moment is recent until its span is over', () => {
  expect(isRecent(1_000, 60_000, 1_000)).toBe(true)
  expect(isRecent(1_000, 60_000, 60_999)).toBe(true)
  expect(isRecent(1_000, 60_000, 61_000)).toBe(false)
})

test('a moment ahead of a clock that was set back is not recent, a correction of milliseconds aside', () => {
  expect(isRecent(10_000_000, 60_000, 9_999_900)).toBe(true)
  expect(isRecent(10_000_000, 60_000, 9_990_000)).toBe(false)
  expect(isRecent(10_000_000, 60_000, 0)).toBe(false)
})
