import { expect, test } from 'vitest'
import { reasonWords, shortReason } from './reason-words.ts'

test('each reason has its words, and a decision of a person, too', () => {
  expect(reasonWords('requests', 'first-contact')).toContain('First contact')
  expect(reasonWords('requests', 'not-chosen')).toContain('you chose')
  expect(reasonWords('requests', 'not-known')).toContain('X has not told')
  expect(reasonWords('requests', 'held')).toContain('on the list')
  expect(reasonWords('spam', 'keyword:crypto bonus')).toBe('It says “crypto bonus”.')
  expect(reasonWords('spam', null)).toContain('spam')
  expect(reasonWords('requests', null)).toContain('aside')
})

test('a row says it in a word or two', () => {
  expect((['first-contact', 'not-chosen', 'not-known', 'held', 'keyword:win'] as const).map(shortReason)).toEqual([
    'First contact',
    'Not chosen',
    'Not known yet',
    'Held back',
    '“win”'
  ])
})
