import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlaceOf, placeIn, wordsAround } from './fix-place.ts'

const text = 'Hi {{ customer.first_name }}, your refund takes 5 days. Sorry for the wait!'
const change = (words: string, put: string, of = text) => {
  const from = of.indexOf(words)
  return { from, to: from + words.length, put }
}
const made = (of: string, { from, to, put }: { from: number; to: number; put: string }): string =>
  of.slice(0, from) + put + of.slice(to)

/** The other text with the change made there; null where it has no place. */
function placed(other: string, one: { from: number; to: number; put: string }): string | null {
  const at = placeIn(text, other, one)
  return at === null ? null : made(other, { from: at, to: at + one.to - one.from, put: one.put })
}

describe('where a change belongs in another version', () => {
  test('in the same text at its very place, also where the words stand twice', () => {
    expect(placeIn('very very good', 'very very good', { from: 5, to: 9, put: 'so' })).toBe(5)
  })

  test('behind and before whatever else was changed', () => {
    const other = `Hello! ${text.replace('Sorry', 'So sorry')} Bye.`
    expect(placed(other, change('5', '10'))).toBe(other.replace('5', '10'))
    expect(placed(text.replace('5 ', '10 working '), change('Sorry', 'So sorry'))).toBe(
      text.replace('5 ', '10 working ').replace('Sorry', 'So sorry')
    )
  })

  test('nowhere, where its words were changed, taken out, or changed as it would', () => {
    expect(placed(text.replace('5', '7'), change('5', '10'))).toBeNull()
    expect(placed(text.replace(' takes 5 days', ''), change('5', '10'))).toBeNull()
    expect(placed('Another text altogether.', change('5', '10'))).toBeNull()
    const taken = change('5', '10')
    expect(placed(made(text, taken), taken)).toBeNull()
  })

  test('words that were put in are not put in twice', () => {
    const at = text.indexOf('days')
    const put = { from: at, to: at, put: 'working ' }
    expect(placed(text, put)).toBe(text.replace('days', 'working days'))
    expect(placed(`Hello! ${text.replace('days', 'working days')}`, put)).toBeNull()
    expect(placed(`Hello! ${text}`, put)).toBe(`Hello! ${text.replace('days', 'working days')}`)
  })

  test('nowhere in a text that has hardly a word of it', () => {
    const long = Array.from({ length: 500 }, (_, nth) => `word${nth}`).join(' ')
    expect(placed(long, change('5', '10'))).toBeNull()
  })

  test('whatever else changes: the words that stand there are those of the change', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', '. ', ', ')
    const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(words, words, fc.nat(12), fc.nat(6), (own, other, start, length) => {
        const from = Math.min(start, own.length)
        const to = Math.min(own.length, from + length)
        const at = placeIn(own, other, { from, to, put: 'x' })
        if (at !== null) expect(other.slice(at, at + to - from)).toBe(own.slice(from, to))
      })
    )
  })
})

describe('whether words tell of a place', () => {
  const { from, to } = change('Sorry', '')
  const words = wordsAround(text, { from, to })

  test('they do while one of the sides is as it was', () => {
    expect(isPlaceOf(words, text, { from, to })).toBe(true)
    const before = text.replace('5', '10')
    expect(isPlaceOf(words, before, change('Sorry', '', before))).toBe(true)
    const behind = text.replace('wait', 'trouble')
    expect(isPlaceOf(words, behind, change('Sorry', '', behind))).toBe(true)
  })

  test('they do not where both sides changed, the words changed, or too little stands there', () => {
    const both = text.replace('5', '10').replace('wait', 'trouble')
    expect(isPlaceOf(words, both, change('Sorry', '', both))).toBe(false)
    expect(isPlaceOf(words, text, change('wait', ''))).toBe(false)
    expect(isPlaceOf(words, 'Sorry', { from: 0, to: 5 })).toBe(false)
  })
})
