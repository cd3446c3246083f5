import { expect, test } from 'vitest'
import { matchOptions } from './match-options.ts'

const tags = ['Delivery', 'Late delivery', 'Übergabe', 'Refund', 'Very important', 'Invoice'].map((label) => ({
  id: label,
  label,
  group: label === 'Refund' || label === 'Invoice' ? 'Billing' : null
}))

function found(typed: string): string[] {
  return matchOptions(tags, typed).map((tag) => tag.label)
}

test('without a text all are there, in their order', () => {
  expect(found('  ')).toEqual(tags.map((tag) => tag.label))
})

test('the beginning comes before the beginning of a word, and that before letters in their order', () => {
  expect(found('del')).toEqual(['Delivery', 'Late delivery'])
  expect(found('dvy')).toEqual(['Delivery', 'Late delivery'])
  expect(found('vi')).toEqual(['Very important', 'Invoice'])
})

test('case and accents do not matter', () => {
  expect(found('UBER')).toEqual(['Übergabe'])
})

test('the name of a group finds what is in it', () => {
  expect(found('bill')).toEqual(['Refund', 'Invoice'])
})

test('nothing that does not fit', () => {
  expect(found('xyz')).toEqual([])
})

test('another word finds somebody as well, before a worse fit', () => {
  const people = [
    { id: '1', label: 'James' },
    { id: '2', label: 'Ana', also: 'me' }
  ]
  expect(matchOptions(people, 'me').map((one) => one.id)).toEqual(['2', '1'])
})
