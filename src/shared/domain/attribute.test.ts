import { expect, test } from 'vitest'
import { type AttributeType, readAttribute } from './attribute.ts'

const read = (type: AttributeType, text: string, options: readonly string[] = []) =>
  readAttribute({ type, options }, text)

test.each([
  ['text', '  VIP   since 2020 ', 'VIP since 2020'],
  ['text', 'شركة النور', 'شركة النور'],
  ['number', '1 200,50', '1200.5'],
  ['number', '-3', '-3'],
  ['date', '2028-2-29', '2028-02-29'],
  ['yes-no', 'YES', 'yes'],
  ['link', 'example.com/a b', 'https://example.com/a%20b'],
  ['link', 'http://example.com', 'http://example.com/']
] as const)('%s: “%s” is kept as %s', (type, typed, value) => {
  expect(read(type, typed)).toEqual({ value })
})

test.each(['text', 'number', 'date', 'yes-no', 'choice', 'link'] as const)('an empty %s is none', (type) => {
  expect(read(type, '  ')).toEqual({ value: null })
})

test.each([
  ['number', 'twelve'],
  ['number', '1e999'],
  ['number', '1.2.3'],
  ['date', '2026-02-30'],
  ['date', '05.11.2026'],
  ['yes-no', 'maybe'],
  ['link', 'javascript:alert(1)'],
  ['link', 'no link'],
  ['link', 'localhost'],
  ['text', 'x'.repeat(501)]
] as const)('%s: “%s” is refused with a sentence', (type, typed) => {
  expect(read(type, typed)).toEqual({ problem: expect.stringMatching(/\.$/) })
})

test('a choice is one of its options, whatever the case', () => {
  expect(read('choice', 'gold', ['Gold', 'Silver'])).toEqual({ value: 'Gold' })
  expect(read('choice', 'Bronze', ['Gold', 'Silver'])).toEqual({ problem: 'Choose one of: Gold, Silver.' })
})
