import { expect, test } from 'vitest'
import { valueWords } from './attribute-words.ts'

test('values are written as people read them', () => {
  expect(valueWords('number', '1200.5')).toBe('1,200.5')
  expect(valueWords('date', '2026-11-05')).toBe('Nov 5, 2026')
  expect(valueWords('yes-no', 'no')).toBe('No')
  expect(valueWords('link', 'https://example.com/order/12/')).toBe('example.com/order/12')
  expect(valueWords('text', 'https://')).toBe('https://')
})
