import { expect, test } from 'vitest'
import { importWords, skippedWords } from './import-words.ts'

const report = { conversations: 2, messages_new: 1, messages_seen: 0, member_events_new: 0, media: 0, skipped: [] }

test('a dry run promises, a run reports', () => {
  expect(importWords(report, true)).toEqual(['1 new message in 2 conversations can be imported.'])
  expect(importWords({ ...report, messages_new: 3, messages_seen: 4, media: 1 }, false)).toEqual([
    '3 new messages in 2 conversations imported.',
    '4 messages are here already and stay as they are.',
    '1 picture or clip.'
  ])
})

test('what was left out is counted', () => {
  expect(skippedWords(report)).toBeNull()
  expect(skippedWords({ ...report, skipped: [{ file: 'a', reason: 'b' }] })).toBe(
    '1 entry could not be read and is left out'
  )
})
