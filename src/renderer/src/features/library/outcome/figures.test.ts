import { expect, test } from 'vitest'
import { partText, shortPartText } from './figures.ts'

test('of a few it is told how many, of many the percentage, too, and of none nothing', () => {
  expect(partText({ count: 3, of: 4 })).toBe('3 of 4')
  expect(partText({ count: 0, of: 19 })).toBe('0 of 19')
  expect(partText({ count: 15, of: 20 })).toBe('15 of 20 (75 %)')
  expect(partText({ count: 0, of: 0 })).toBeNull()
})

test('in short it is the percentage alone', () => {
  expect(shortPartText({ count: 3, of: 4 })).toBe('3 of 4')
  expect(shortPartText({ count: 15, of: 20 })).toBe('75 %')
  expect(shortPartText({ count: 0, of: 0 })).toBeNull()
})
