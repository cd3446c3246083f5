import { expect, test } from 'vitest'
import { stepTo } from './step-to.ts'

test('the arrows go round the ends', () => {
  expect(stepTo('ArrowDown', 1, 3)).toBe(2)
  expect(stepTo('ArrowDown', 2, 3)).toBe(0)
  expect(stepTo('ArrowUp', 0, 3)).toBe(2)
})

test('a page goes no further than the ends', () => {
  expect(stepTo('PageDown', 1, 20)).toBe(9)
  expect(stepTo('PageDown', 15, 20)).toBe(19)
  expect(stepTo('PageUp', 5, 20)).toBe(0)
})

test('from nowhere the way down begins at the top, and the way up at the end', () => {
  expect(stepTo('ArrowDown', -1, 3)).toBe(0)
  expect(stepTo('PageDown', -1, 3)).toBe(0)
  expect(stepTo('ArrowUp', -1, 3)).toBe(2)
})

test('nothing to go to, and keys that are none', () => {
  expect(stepTo('ArrowDown', -1, 0)).toBeNull()
  expect(stepTo('a', 0, 3)).toBeNull()
})
