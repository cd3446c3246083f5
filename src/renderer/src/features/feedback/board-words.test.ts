import { expect, test } from 'vitest'
import { splitWords, themeChangeWords, timeWords } from './board-words.ts'

test('what there is none of is not said', () => {
  expect(splitWords({ count: 8, positive: 1, negative: 5 })).toBe('5 negative · 2 neutral · 1 positive')
  expect(splitWords({ count: 2, positive: 2, negative: 0 })).toBe('2 positive')
  expect(splitWords({ count: 0, positive: 0, negative: 0 })).toBe('')
})

test('a time, and all of it', () => {
  expect([timeWords(90), timeWords(null)]).toEqual(['Last 90 days', 'All time'])
})

test.each([
  ['made', null, '“Late” was begun'],
  ['renamed', null, '“Late” got another name'],
  ['merged', 'Delivery', '“Late” went into “Delivery”'],
  ['merged', null, '“Late” went into “another theme”'],
  ['split', 'Delivery', '“Late” and “Delivery” were parted again'],
  ['retired', null, '“Late” was retired'],
  ['revived', null, '“Late” was brought back']
] as const)('%s', (kind, other, words) => {
  const said = themeChangeWords({ id: '1', kind, name: 'Late', other, by: 'me', at: 0 })
  // Names are set apart for the direction of what stands around them.
  expect(said.replaceAll(/[\u2066-\u2069]/gu, '')).toBe(words)
})
