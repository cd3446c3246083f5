import { expect, test } from 'vitest'
import { findMembers, triggerAt, writtenOut } from './trigger.ts'

const at = (text: string, members = true) => triggerAt(text, text.length, members)

test.each([
  [':ta', 'emoji', 'ta', 0],
  ['Great :tada', 'emoji', 'tada', 6],
  ['(:+1', 'emoji', '+1', 1],
  ['@', 'member', '', 0],
  ['Ask @Ana', 'member', 'Ana', 4],
  ['Ask @Ana Mar', 'member', 'Ana Mar', 4],
  ['Ask @Éric', 'member', 'Éric', 4]
])('%s', (text, kind, query, start) => {
  expect(at(text)).toEqual({ kind, query, start, end: text.length })
})

test.each(['10:30', 'https://ex', 'a :', 'a :t', 'Re: ok', 'mail me@here', 'done: yes', ''])(
  'nothing in: %s',
  (text) => {
    expect(at(text)).toBeNull()
  }
)

test('people are called in notes only', () => {
  expect(at('@Ana', false)).toBeNull()
})

test('what stands behind the cursor is left alone', () => {
  expect(triggerAt('see :tad now', 8, true)).toEqual({ kind: 'emoji', query: 'tad', start: 4, end: 8 })
})

test('a shortcode that was written out', () => {
  expect(writtenOut('Great :tada:', 12)).toEqual({ code: 'tada', start: 6 })
  expect(writtenOut('10:30:', 6)).toBeNull()
  expect(writtenOut('Great :tada', 11)).toBeNull()
})

test('members are found by any word of their name', () => {
  const members = [{ name: 'Ana María Ruiz' }, { name: 'Ben' }, { name: 'Éric' }]
  const names = (query: string): string[] => findMembers(members, query).map(({ name }) => name)
  expect(names('')).toHaveLength(3)
  expect(names('ana m')).toEqual(['Ana María Ruiz'])
  expect(names('maria')).toEqual(['Ana María Ruiz'])
  expect(names('eri')).toEqual(['Éric'])
  expect(names('na')).toEqual([])
})
