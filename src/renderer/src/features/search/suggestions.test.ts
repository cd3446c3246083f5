import { expect, test } from 'vitest'
import { suggest, valueAt } from './suggestions.ts'

const sources = {
  tags: ['Späte Lieferung', 'refund'],
  members: ['Mira Chen'],
  views: ['My refunds'],
  accounts: ['acme_help'],
  people: [{ handle: 'anas', name: 'Ana Silva' }]
}
const terms = (text: string, caret = text.length): string[] =>
  suggest(text, caret, sources, (name) => `about ${name}`).list.map(({ term }) => term)

test.each([
  ['is:un', ['is:unread']],
  ['is:', ['is:unread', 'is:read', 'is:open', 'is:snoozed', 'is:resolved', 'is:waiting', 'is:answered', 'is:at-risk']],
  ['is:unread', []],
  ['tag:spat', ['tag:"Späte Lieferung"']],
  ['tag:lief', ['tag:"Späte Lieferung"']],
  ['assigned:m', ['assigned:me', 'assigned:"Mira Chen"']],
  ['in:my', ['in:"My refunds"']],
  ['in:@ac', ['in:@acme_help']],
  ['from:sil', ['from:anas']],
  ['before:y', ['before:yesterday']],
  ['fr', ['from:']],
  ['refund be', ['before:']],
  ['f', []],
  ['refund', []],
  ['bogus:x', []],
  ['', []]
])('“%s”', (text, wanted) => {
  expect(terms(text)).toEqual(wanted)
})

test('a suggestion takes the place of what is typed, with room for the next word', () => {
  const [first] = suggest('refund is:un late', 12, sources, () => '').list
  expect(first).toMatchObject({ text: 'refund is:unread late', caret: 17 })
  expect(suggest('refund is:un', 12, sources, () => '').list[0]).toMatchObject({ text: 'refund is:unread ', caret: 17 })
  expect(suggest('fr', 2, sources, (name) => `about ${name}`).list[0]).toMatchObject({
    text: 'from:',
    caret: 5,
    hint: 'about from'
  })
  expect(suggest('-is:op', 6, sources, () => '').list[0]).toMatchObject({ text: '-is:open ' })
})

test('Enter takes the first value, but never an operator that only begins like a word', () => {
  expect(suggest('is:un', 5, sources, () => '').eager).toBe(true)
  expect(suggest('from', 4, sources, () => '').eager).toBe(false)
})

test('the value that the cursor stands in', () => {
  expect(valueAt('refund from:an', 14)).toEqual({ operator: 'from', value: 'an' })
  expect(valueAt('refund from:an', 3)).toBeNull()
})
