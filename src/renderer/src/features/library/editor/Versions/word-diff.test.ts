import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

test('words are compared, not letters', () => {
  expect(wordDiff('Your parcel is late.', 'Your order is late!')).toEqual([
    { text: 'Your ', kind: 'same' },
    { text: 'parcel', kind: 'removed' },
    { text: 'order', kind: 'added' },
    { text: ' is late', kind: 'same' },
    { text: '.', kind: 'removed' },
    { text: '!', kind: 'added' }
  ])
})

test('without what was added it is the text before, without what was removed the text after', () => {
  const word = fc.constantFrom('a', 'the', 'late', '{{ now }}', 'é', 'متأخر', '🙂', '\n', ' ', '.')
  const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      const of = (kind: string): string => parts.map((part) => (part.kind === kind ? '' : part.text)).join('')
      expect(of('added')).toBe(before)
      expect(of('removed')).toBe(after)
    })
  )
})
