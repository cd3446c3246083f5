import { expect, test } from 'vitest'
import { splitMarks } from './split-marks.ts'

test('a text is cut into plain and marked parts', () => {
  expect(splitMarks('Where is my order', [[12, 17]])).toEqual([
    { text: 'Where is my ', marked: false },
    { text: 'order', marked: true }
  ])
})

test('wrong offsets lose no text', () => {
  const marks: [number, number][] = [
    [8, 99],
    [-3, 2],
    [1, 4],
    [6, 5],
    [Number.NaN, 3]
  ]
  const parts = splitMarks('0123456789', marks)
  expect(parts.map((part) => part.text).join('')).toBe('0123456789')
  expect(splitMarks('abc', [])).toEqual([{ text: 'abc', marked: false }])
  expect(splitMarks('', [[0, 3]])).toEqual([])
})
