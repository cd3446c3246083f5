import { expect, test } from 'vitest'
import { finding } from '../../../../shared/domain/send-check/rule.ts'
import { findingWords } from './finding-words.ts'

test('a word off the voice list says why, and what to say', () => {
  const fix = { span: [0, 3] as const, text: 'sadly' }
  const found = finding('voice', 'voice', [[0, 3]], 'unfortunately', { expected: 'sadly', why: 'Plain words.', fix })
  expect(findingWords(found)).toEqual({
    title: '“unfortunately” is not how we speak',
    advice: 'Plain words. Say “sadly”.',
    fix: 'Say “sadly”'
  })
  expect(findingWords(finding('voice', 'voice', [], 'as per')).advice).toBe('Say it another way.')
})

test('languages have names', () => {
  const found = finding('language', 'other-language', [], 'en', { expected: 'pt' })
  expect(findingWords(found)).toMatchObject({ title: 'This is English', advice: 'The customer writes Portuguese.' })
})

test('a question says what is missing', () => {
  const asked = (expected: string) =>
    findingWords(finding('unanswered-question', 'unanswered', [], 'When?', { expected })).advice
  expect([asked(''), asked('time'), asked('amount')]).toEqual([
    'The reply has no answer to it.',
    'They ask when, and the reply names no time.',
    'They ask how much, and the reply names no price.'
  ])
})
