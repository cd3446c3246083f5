import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

test('waits grow from a fifth of a second to about five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => backOff(attempt, 0.5))).toEqual([
    200, 400, 800, 1_600, 3_200, 5_000, 5_000
  ])
})

test('jitter stays within a quarter to each side', () => {
  expect(backOff(0, 0)).toBe(150)
  expect(backOff(0, 1)).toBe(250)
})
