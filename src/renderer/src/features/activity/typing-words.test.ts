import { expect, test } from 'vitest'
import { typingWords } from './typing-words.ts'

test('who is typing, in words', () => {
  expect(typingWords([])).toBe('')
  expect(typingWords(['Ana'])).toBe('Ana is typing…')
  expect(typingWords(['Ana', 'Ben'])).toBe('Ana and Ben are typing…')
  expect(typingWords(['Ana', 'Ben', 'Chloé'])).toBe('3 people are typing…')
  // A name may not turn the line around.
  expect(typingWords(['A\u202Ena'])).not.toContain('\u202E')
})
