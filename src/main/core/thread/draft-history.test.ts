import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterSave, type Fullest, lostCharacters } from './draft-history.ts'

const words = fc.string({ minLength: 0, maxLength: 60, unit: fc.constantFrom('a', 'b', ' ', '\n', 'ü') })

test('what grows loses nothing, wherever it grows', () => {
  fc.assert(
    fc.property(words, words, words, (start, end, more) => {
      expect(lostCharacters(start + end, start + more + end)).toBe(0)
    })
  )
})

test('what goes is counted', () => {
  expect(lostCharacters('Dear Ana, your parcel left', 'Dear Ana')).toBe(18)
  expect(lostCharacters('Dear Ana', 'Dear Ben')).toBe(3)
  expect(lostCharacters('abc', '')).toBe(3)
  expect(lostCharacters('aa', 'a')).toBe(1)
})

test('typing a long text letter by letter keeps no version, and clearing half of it one', () => {
  const text = 'Dear Ana, your parcel left this morning and arrives on Tuesday.'
  let fullest: Fullest = { text: 'D', at: 0 }
  const kept: string[] = []
  const save = (next: string, now: number): void => {
    const result = afterSave(fullest, next, now)
    fullest = result.fullest
    if (result.keep !== null) kept.push(result.keep)
  }
  for (let length = 2; length <= text.length; length += 1) save(text.slice(0, length), length)
  expect(kept).toEqual([])
  for (let length = text.length; length >= 20; length -= 1) save(text.slice(0, length), 200)
  expect(kept).toEqual([text, text.slice(0, 43)])
})

test('whatever is typed, no passage of twenty characters goes without a version that has it', () => {
  const saves = fc.array(fc.tuple(fc.nat(80_000), fc.string({ maxLength: 120 })), { maxLength: 30 })
  fc.assert(
    fc.property(saves, (steps) => {
      let now = 0
      let fullest: Fullest = { text: '', at: 0 }
      let before = ''
      for (const [wait, text] of steps) {
        now += wait
        const result = afterSave(fullest, text, now)
        const lost = lostCharacters(before, text)
        const holders = [result.keep ?? '', result.fullest.text]
        if (lost >= 40) expect(holders.some((holder) => lostCharacters(before, holder) < 20)).toBe(true)
        fullest = result.fullest
        before = text
      }
    })
  )
})
