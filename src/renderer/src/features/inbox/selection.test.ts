import { expect, test } from 'vitest'
import { MOST_CONVERSATIONS } from '../../../../shared/domain/conversation.ts'
import { chooseAll, emptySelection, extendChosen, targetsOf, toggleChosen } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const nothing = emptySelection('inbox')

test('a conversation is chosen, and no longer', () => {
  const chosen = toggleChosen(toggleChosen(nothing, 'b'), 'd')
  expect([...chosen.chosen]).toEqual(['b', 'd'])
  expect([...toggleChosen(chosen, 'b').chosen]).toEqual(['d'])
})

test('a range grows and shrinks from where it began, in both directions', () => {
  const first = extendChosen(nothing, rows, 'c', 'd')
  expect([...first.chosen]).toEqual(['c', 'd'])
  expect([...extendChosen(first, rows, 'd', 'e').chosen]).toEqual(['c', 'd', 'e'])
  expect([...extendChosen(first, rows, 'd', 'a').chosen]).toEqual(['a', 'b', 'c'])
})

test('a range adds to what was chosen otherwise', () => {
  const chosen = extendChosen(toggleChosen(toggleChosen(nothing, 'a'), 'c'), rows, null, 'd')
  expect([...chosen.chosen]).toEqual(['a', 'c', 'd'])
})

test('a range whose beginning has left the list begins at the open conversation', () => {
  const chosen = toggleChosen(nothing, 'gone')
  expect([...extendChosen(chosen, rows, 'b', 'c').chosen]).toEqual(['gone', 'b', 'c'])
})

test('never more than one command takes', () => {
  const many = Array.from({ length: MOST_CONVERSATIONS + 5 }, (_, at) => String(at))
  const all = chooseAll(nothing, many)
  expect(all.chosen.size).toBe(MOST_CONVERSATIONS)
  expect(toggleChosen(all, 'one more').chosen.size).toBe(MOST_CONVERSATIONS)
})

test('without a choice, a command is about the open conversation', () => {
  expect(targetsOf(nothing, 'a')).toEqual(['a'])
  expect(targetsOf(nothing, null)).toEqual([])
  expect(targetsOf(toggleChosen(nothing, 'b'), 'a')).toEqual(['b'])
})
