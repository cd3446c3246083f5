import { expect, test } from 'vitest'
import { markedParts } from './text-marks.ts'

test('a text is cut where marks begin and end, and nothing of it is lost', () => {
  const parts = markedParts('one two three', [
    { span: [4, 7], blocks: false },
    { span: [6, 10], blocks: true }
  ])
  expect(parts).toEqual([
    { text: 'one ', mark: null },
    { text: 'tw', mark: 'warns' },
    { text: 'o', mark: 'blocks' },
    { text: ' th', mark: 'blocks' },
    { text: 'ree', mark: null }
  ])
})

test('marks of a longer text than this are cut to it', () => {
  expect(markedParts('abc', [{ span: [1, 9], blocks: false }])).toEqual([
    { text: 'a', mark: null },
    { text: 'bc', mark: 'warns' }
  ])
  expect(markedParts('abc', [{ span: [7, 9], blocks: false }])).toEqual([{ text: 'abc', mark: null }])
  expect(markedParts('', [{ span: [7, 9], blocks: false }])).toEqual([])
})
