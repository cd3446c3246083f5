import { expect, test } from 'vitest'
import type { KnownPerson } from '../../../../../shared/contract/rows.ts'
import { choicesOf } from './choices.ts'

const person = (id: string, handle: string): KnownPerson => ({
  id,
  name: handle,
  handle,
  avatar: null,
  canReceiveDm: null,
  conversation: null,
  lastAt: null,
  nameMarks: [],
  handleMarks: []
})
const ids = (people: readonly KnownPerson[], typed: string) => choicesOf(people, typed).map((choice) => choice.id)

test('known people first, then the look-up; a handle typed as such comes before who resembles it', () => {
  const anabel = person('1', 'anabel')
  expect(ids([anabel], 'ana')).toEqual(['person-1', 'look-up'])
  expect(ids([anabel], '@ana')).toEqual(['look-up', 'person-1'])
  expect(ids([anabel], 'https://x.com/ana')).toEqual(['look-up', 'person-1'])
  expect(ids([], 'newcomer')).toEqual(['look-up'])
})

test('nothing is bought for somebody who is known, nor for what can be no handle', () => {
  expect(ids([person('1', 'Ana')], '@ana')).toEqual(['person-1'])
  expect(ids([], 'ana silva')).toEqual([])
  expect(ids([], '')).toEqual([])
})
