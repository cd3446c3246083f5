import { expect, test } from 'vitest'
import { hueOf, initials } from './initials.ts'

test('initials come from the first and the last word', () => {
  expect(initials('Ana Silva')).toBe('AS')
  expect(initials('  maría  del mar  ')).toBe('MM')
  expect(initials('ben')).toBe('B')
  expect(initials('(Dr.) Ito')).toBe('DI')
})

test('other scripts and emoji have initials too', () => {
  expect(initials('محمد علي')).toBe('مع')
  expect(initials('山田')).toBe('山')
  expect(initials('👩‍👧 ✨')).toBe('👩‍👧')
  expect(initials('')).toBe('?')
})

test('a person keeps the colour', () => {
  expect(hueOf('123')).toBe(hueOf('123'))
  expect(new Set(Array.from({ length: 200 }, (_, index) => hueOf(String(index)))).size).toBe(8)
})
