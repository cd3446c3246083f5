import { expect, test } from 'vitest'
import { partText } from './figures.ts'

test('of a few it is told how many, of many the percentage, too, and of none nothing', () => {
  expect(partText({ count: 3, of: 4 })).toBe('3 of 4')
  expect(partText({ count: 0, of: 19 })).toBe('0 of 19')
  expect(partText({ count: 15, of: 20 })).toBe('15 of 20 (75 %)')
  expect(partText({ count: 0, of: 0 })).toBeNull()
})
