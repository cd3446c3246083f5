import { expect, test } from 'vitest'
import { beginChoice, chosenSpan, moveChoice, type WordChoice } from './word-steps.ts'

const text = 'The box, 😡 it broke!'

function words(choice: WordChoice | null): string {
  const { start, end } = choice === null ? { start: 0, end: 0 } : chosenSpan(choice)
  return text.slice(start, end)
}

test('one steps from word to word, and takes more of them', () => {
  const first = beginChoice('7', text)
  if (first === null) throw new Error('there are words')
  expect(words(first)).toBe('The')
  expect(words(moveChoice(first, -1, false))).toBe('The')
  const box = moveChoice(first, 1, false)
  expect(words(box)).toBe('box')
  const more = moveChoice(moveChoice(box, 1, true), 1, true)
  expect(words(more)).toBe('box, 😡 it')
  // Back over where it began.
  expect(words(moveChoice(more, -3, true))).toBe('The box')
  expect(words(moveChoice(more, Infinity, true))).toBe('box, 😡 it broke')
  expect(words(moveChoice(more, -Infinity, false))).toBe('The')
  expect(beginChoice('7', ' … ')).toBeNull()
})
