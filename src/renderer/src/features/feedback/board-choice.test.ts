import { expect, test } from 'vitest'
import { filterOf, isFiltered, readBoardChoice } from './board-choice.ts'

const HOUR = 3_600_000

test('nothing remembered is the last thirty days of everything', () => {
  for (const kept of [null, undefined, 'nonsense', 7]) {
    expect(readBoardChoice(kept)).toEqual({
      days: 30,
      category: null,
      tag: null,
      product: null,
      sentiment: null,
      theme: null
    })
  }
})

test('what cannot be used is left, and the rest holds', () => {
  const kept = { days: 11, category: 'no such', tag: 7, product: 'p', sentiment: 'negative', theme: '' }
  expect(readBoardChoice(kept)).toEqual({
    days: 30,
    category: null,
    tag: null,
    product: 'p',
    sentiment: 'negative',
    theme: null
  })
  expect(readBoardChoice({ days: null, category: 'billing', theme: 't' })).toMatchObject({
    days: null,
    category: 'billing',
    theme: 't'
  })
})

test('the time ends with today, is as long as it says, and asks the same all day', () => {
  const choice = readBoardChoice({ days: 7, product: 'p' })
  const morning = new Date(2026, 10, 28, 0, 0, 0).getTime()
  const filter = filterOf(choice, morning, 0)
  expect(filter).toMatchObject({ product: 'p', category: null })
  expect(new Date(filter.to)).toEqual(new Date(2026, 10, 29))
  expect(new Date(filter.from)).toEqual(new Date(2026, 10, 22))
  expect(filterOf(choice, morning + 23 * HOUR, 0)).toEqual(filter)
})

test('all time begins with the day of the first entry', () => {
  const first = new Date(2026, 1, 3, 14, 30).getTime()
  const filter = filterOf(readBoardChoice({ days: null }), new Date(2026, 10, 28, 9).getTime(), first)
  expect(new Date(filter.from)).toEqual(new Date(2026, 1, 3))
  expect(filterOf(readBoardChoice({ days: null }), HOUR, 0).from).toBeGreaterThanOrEqual(0)
})

test('a theme and a time are no filter', () => {
  expect(isFiltered(readBoardChoice({ days: 7, theme: 't' }))).toBe(false)
  expect(isFiltered(readBoardChoice({ tag: 't' }))).toBe(true)
})
