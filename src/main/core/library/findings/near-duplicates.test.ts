import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Compared, nearDuplicates } from './near-duplicates.ts'

function groupsOf(texts: readonly Compared[]): string[][] {
  const steps = nearDuplicates(texts)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const groups = (...texts: string[]): string[][] =>
  groupsOf(texts.map((text, at) => ({ id: String.fromCharCode(97 + at), text })))

const REFUND =
  'Hi {{ customer.first_name }}, your refund is on its way. It takes five days until you see it at your bank.'

test('texts that differ in a word, in signs, capitals or placeholders say the same', () => {
  expect(
    groups(
      REFUND,
      'Please send us a picture of the broken part, and your order number.',
      REFUND.replace('five', 'seven'),
      `Hello! ${REFUND.replace('{{ customer.first_name }}', '').toUpperCase()}`,
      'Where shall we send the new one? Please write us your address.'
    )
  ).toEqual([['a', 'c', 'd']])
})

test('short texts are the same only when they are equal', () => {
  expect(groups('Thank you!', 'Thank them!', 'thank you', '', '{{ cursor }}', '')).toEqual([['a', 'c']])
})

test('texts without blanks between words are compared by their signs', () => {
  const text = 'ご注文の商品は明日お届けする予定です。少々お待ちください。'
  expect(
    groups(text, text.replace('明日', '本日'), 'お問い合わせありがとうございます。担当者が確認いたします。')
  ).toEqual([['a', 'b']])
})

test('a thousand that are all but the same are one group, in short steps', () => {
  const texts = Array.from({ length: 1_000 }, (_, at) => ({ id: `r${at}`, text: `${REFUND} Number ${at} of it.` }))
  expect(groupsOf(texts)).toEqual([texts.map(({ id }) => id).toSorted()])
  const steps = [...nearDuplicates(texts)].length
  // Reading, comparing (others get their turn while it lasts) and grouping each.
  expect(steps).toBeGreaterThan(3 * texts.length)
})

test('words and pairs are told apart, and their order counts', () => {
  const words = 'one two three four five six seven eight nine ten'.split(' ')
  expect(groups(words.join(' '), words.toReversed().join(' '))).toEqual([])
  expect(groups(words.join(' '), words.join(' - ').toUpperCase())).toEqual([['a', 'b']])
})

test('the groups do not depend on the order in which texts come, and are those of comparing all with all', () => {
  const word = fc.constantFrom(
    'order',
    'refund',
    'late',
    'box',
    'we',
    'send',
    'you',
    'a',
    'new',
    'one',
    'soon',
    'thanks'
  )
  const text = fc.array(word, { minLength: 5, maxLength: 14 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), fc.nat(), (texts, turn) => {
      const all = texts.map((each, at) => ({ id: `r${at}`, text: each }))
      const turned = [...all.slice(turn % (all.length || 1)), ...all.slice(0, turn % (all.length || 1))]
      const found = groupsOf(all)
      expect(groupsOf(turned)).toEqual(found)
      const together = (a: string, b: string): boolean => found.some((group) => group.includes(a) && group.includes(b))
      for (const one of all) {
        for (const other of all) {
          if (one.id < other.id && groupsOf([one, other]).length === 1) expect(together(one.id, other.id)).toBe(true)
        }
      }
    })
  )
})
