import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixed, prepareSendCheck } from './check.ts'
import { detectLanguage } from './detect-language.ts'
import { type CheckLevels, defaultLevels, findingKey, sendCheckRules } from './rule.ts'

const context = {
  customers: [{ name: 'Ana Silva', handle: 'anas' }],
  own: [],
  others: [{ name: 'Ben Ito', handle: null }],
  theirs: ['Where is my order?'],
  waiting: 1,
  first: true
}
const all = Object.fromEntries(sendCheckRules.map((rule) => [rule, 'warn'])) as unknown as CheckLevels
const voice = [{ word: 'nope', instead: 'no', why: '' }]
const check = prepareSendCheck({ context, levels: all, voice, detectLanguage })

test('findings stand in the order of the text, those about the whole of it last', () => {
  const text = 'nope, http://example.com for {{name}}'
  expect(check(text).map((found) => found.rule)).toEqual(['voice', 'link', 'placeholder', 'greeting'])
})

test('a rule that is off says nothing, and an empty text has nothing', () => {
  const levels = { ...all, voice: 'off', greeting: 'off' } as const
  expect(prepareSendCheck({ context, levels, voice, detectLanguage })('nope, it left')).toEqual([])
  expect(check(' \n ')).toEqual([])
})

test('without a detector nothing is said about languages', () => {
  const reply = 'Su pedido salió esta mañana y llega mañana.'
  const levels = { ...defaultLevels, language: 'warn' } as const
  expect(prepareSendCheck({ context, levels, voice: [], detectLanguage: null })(reply)).toEqual([])
})

test('a finding keeps its key while text is written around it', () => {
  const [before] = check('Hi Ana, {{x}}')
  const [after] = check('Hi Ana, more words before {{x}} and behind')
  expect(findingKey(before!)).toBe(findingKey(after!))
})

test('whatever is written: spans lie inside the text, fixes make the finding go, and nothing throws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '{{name}}',
      'http://a.example.com/x',
      'nope',
      '4111 1111 1111 1111',
      'READ THIS LOUDLY NOW',
      'Hi Ben,',
      '(',
      '['
    )
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ')
      for (const found of check(text)) {
        for (const [start, end] of found.spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        if (found.fix !== null) expect(check(fixed(text, found)).length).toBeLessThan(check(text).length + 1)
      }
    })
  )
})
