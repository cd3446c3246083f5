import { expect, test } from 'vitest'
import { trendPath } from './trend-path.ts'

test('the highest bar fills the height, and nothing is a line', () => {
  expect(trendPath([0, 2, 1], false)).toEqual({ width: 11, height: 14, d: 'M0 14v-1h3v1zM4 14v-14h3v14zM8 14v-7h3v7z' })
  expect(trendPath([0, 0], false).d).toBe('M0 14v-1h3v1zM4 14v-1h3v1z')
  expect(trendPath([], false)).toMatchObject({ width: 0, d: '' })
})

test('from right to left the newest stands on the left', () => {
  expect(trendPath([0, 2], true).d).toBe(trendPath([2, 0], false).d)
})
