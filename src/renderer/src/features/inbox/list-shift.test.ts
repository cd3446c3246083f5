import { expect, test } from 'vitest'
import { listShift } from './list-shift.ts'

const rows = (letters: string) => [...letters].map((id) => ({ id }))

test('rows in view move down when one comes in above them', () => {
  expect(listShift(rows('abcdefgh'), rows('xabcdefgh'), 3, 3)).toBe(1)
  expect(listShift(rows('abcdefgh'), rows('habcdefg'), 3, 3)).toBe(1)
})

test('one of them that jumps to the top does not take the others along', () => {
  expect(listShift(rows('abcdefgh'), rows('eabcdfgh'), 3, 3)).toBe(1)
  expect(listShift(rows('abcdefgh'), rows('dabcefgh'), 3, 3)).toBe(0)
})

test('rows above that leave move them up; what happens below moves nothing', () => {
  expect(listShift(rows('abcdefgh'), rows('bcdefgh'), 3, 3)).toBe(-1)
  expect(listShift(rows('abcdefgh'), rows('abcdefghi'), 3, 3)).toBe(0)
  expect(listShift(rows('abc'), rows('xyz'), 0, 3)).toBe(0)
  expect(listShift([], rows('abc'), 0, 3)).toBe(0)
})
