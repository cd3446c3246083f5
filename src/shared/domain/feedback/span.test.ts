import { expect, test } from 'vitest'
import { placeSpan, snapSpan, wordSpans } from './span.ts'

const words = (text: string): string[] => wordSpans(text).map(({ start, end }) => text.slice(start, end))

function chosen(text: string, start: number, end: number): string | null {
  const span = snapSpan(text, { start, end })
  return span === null ? null : text.slice(span.start, span.end)
}

test.each([
  ['as it is', 'the box was broken', 4, 7, 'box'],
  ['without blanks at its ends', 'the box was broken', 3, 8, 'box'],
  ['half an emoji is the whole of it', 'so 😡 now', 4, 5, '😡'],
  ['a family is one sign', 'we 👨‍👩‍👧 are', 5, 6, '👨‍👩‍👧'],
  ['with its skin', 'ok 👍🏽!', 3, 5, '👍🏽'],
  ['a flag', '🇧🇷🇵🇹', 1, 2, '🇧🇷'],
  ['a letter with its accent', 'cafe\u0301 bar', 0, 4, 'cafe\u0301'],
  ['Arabic with its vowel signs', 'الطَّرْد', 0, 3, 'الطَّ'],
  ['as far as the text goes', 'short', 2, 99, 'ort'],
  ['nothing but blanks', 'a   b', 1, 4, null],
  ['nothing', 'abc', 1, 1, null],
  ['of nothing', '', 0, 0, null],
  ['behind the end', 'abc', 7, 9, null]
])('what is chosen: %s', (_what, text, start, end, wanted) => {
  expect(chosen(text, start, end)).toBe(wanted)
})

function placed(text: string, start: number, quote: string): number | null {
  return placeSpan(text, { start, end: start + quote.length, quote })?.start ?? null
}

test.each([
  ['where it stood', 'late box, late bus', 10, 'late', 10],
  ['the nearest one before', 'late box, or late bus', 10, 'late', 13],
  ['the nearest one behind', 'late, and a bus that was late', 4, 'late', 0],
  ['in front of which something was put', 'Hi! the box was broken', 4, 'box', 8],
  ['nowhere any more', 'all is well', 4, 'box', null],
  ['not a part of another emoji', 'ok 👍🏽 fine', 3, '👍', null],
  ['the same emoji elsewhere', '👍🏽 and 👍', 0, '👍', 9],
  ['Arabic', 'مرحبا، وصل الطرد متأخرا', 5, 'الطرد', 11],
  ['no words at all', 'abc', 0, '', null]
])('the words are found %s', (_what, text, start, quote, wanted) => {
  expect(placed(text, start, quote)).toBe(wanted)
})

test('words are those that one would step through, in every script', () => {
  expect(words('The box, it arrived late 😡!')).toEqual(['The', 'box', 'it', 'arrived', 'late', '😡'])
  expect(words('وصل الطرد متأخرا')).toEqual(['وصل', 'الطرد', 'متأخرا'])
  expect(words('荷物が壊れた').join('')).toBe('荷物が壊れた')
  expect(words('👨‍👩‍👧 🇧🇷')).toEqual(['👨‍👩‍👧', '🇧🇷'])
  expect(words('… ?!')).toEqual([])
})
