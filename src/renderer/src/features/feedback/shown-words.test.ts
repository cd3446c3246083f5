import { expect, test } from 'vitest'
import { textSegments } from '../thread/text-segments.ts'
import { markPieces, sourceSpan } from './shown-words.ts'

const link = { url: 'https://t.co/abc', expanded: 'https://shop.example/orders/77', display: 'shop.example/orders/77' }
const text = 'See https://t.co/abc please'
const segments = textSegments(text, [link], false)

/** What of the text is chosen when this is selected as it is shown. */
function selected(words: string): string | null {
  const shown = segments.map((segment) => segment.text).join('')
  const start = shown.indexOf(words)
  const span = sourceSpan(segments, start, start + words.length)
  return span && text.slice(span.start, span.end)
}

test('what is selected is found in the text, short links and all', () => {
  expect(selected('See')).toBe('See')
  expect(selected('please')).toBe('please')
  expect(selected('orders/77 ple')).toBe('https://t.co/abc ple')
  expect(selected('See shop')).toBe('See https://t.co/abc')
  expect(sourceSpan(segments, 0, 0)).toBeNull()
  // Behind the text, where a button may stand.
  expect(sourceSpan(segments, 200, 300)).toBeNull()
  expect(sourceSpan(segments, 0, 999)).toEqual({ start: 0, end: text.length })
})

test('text is cut at the ends of marks; those that overlap share a piece; a link stays whole', () => {
  const marks = [
    { id: 'a', start: 0, end: 6, label: 'A' },
    { id: 'b', start: 21, end: 25, label: 'B' },
    { id: 'c', start: 23, end: 27, label: 'C' }
  ]
  expect(markPieces(segments, marks).map((piece) => [piece.segment.text, ...piece.marks.map(({ id }) => id)])).toEqual([
    ['See ', 'a'],
    ['shop.example/orders/77', 'a'],
    [' '],
    ['pl', 'b'],
    ['ea', 'b', 'c'],
    ['se', 'c']
  ])
  expect(markPieces(segments, []).map((piece) => piece.segment)).toEqual(segments)
})
