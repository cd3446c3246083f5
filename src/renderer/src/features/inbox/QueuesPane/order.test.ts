import { expect, test } from 'vitest'
import { inChosenOrder, moveTo } from './order.ts'

test('a chosen order holds, and what is new stands behind it', () => {
  expect(inChosenOrder(['a', 'b', 'c', 'd'], ['c', 'a'])).toEqual(['c', 'a', 'b', 'd'])
  expect(inChosenOrder(['a', 'b'], ['gone', 'b'])).toEqual(['b', 'a'])
  expect(inChosenOrder(['a', 'b'], [])).toEqual(['a', 'b'])
})

test('one moves, and never beyond the ends', () => {
  expect(moveTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  expect(moveTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moveTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
  expect(moveTo(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
})
