import { describe, expect, test } from 'vitest'
import { indexOf } from '../testing/reply-index-fixtures.ts'
import { tellingWords, wordWeights } from './word-weights.ts'

/** Words as a customer writes them, by how they are looked for. */
const asked = (...words: string[]): ReadonlyMap<string, string> =>
  new Map(words.map((word) => [word.toLowerCase(), word]))

/** Places of the replies that have any of the words. */
const told = (weights: Float64Array): number[] => [...weights.keys()].filter((at) => weights[at] !== 0)

/** Twenty replies, from which size on words that are everywhere tell nothing. */
const twenty = [
  { title: 'Refund', body: 'The refund of your order leaves today.' },
  { title: 'Parcel', body: 'The parcel of your order is late.' },
  ...Array.from({ length: 18 }, (_, nth) => ({ title: `Other ${nth}`, body: 'The answer to your question.' }))
]

describe('how telling words are', () => {
  test('a reply without any of them has no weight', () => {
    const weights = wordWeights(indexOf(twenty), asked('refund'))
    expect(told(weights)).toEqual([0])
    expect(weights[0]).toBeGreaterThan(0)
    expect(told(wordWeights(indexOf(twenty), asked('banana')))).toHaveLength(0)
    expect(told(wordWeights(indexOf([]), asked('refund')))).toHaveLength(0)
  })

  test('a rare word tells more than one that two have, and what a fifth of all have tells nothing', () => {
    const index = indexOf(twenty)
    const [rare, shared] = [wordWeights(index, asked('late')), wordWeights(index, asked('order'))]
    expect(told(shared)).toHaveLength(2)
    expect(rare[1]).toBeGreaterThan(shared[1] ?? Infinity)
    expect(told(wordWeights(index, asked('the', 'your')))).toHaveLength(0)
  })

  test('a small library has no words to spare', () => {
    const index = indexOf([{ title: 'Refund' }, { title: 'Refund for parcels' }])
    expect(told(wordWeights(index, asked('refund')))).toHaveLength(2)
  })

  test('one or two letters tell nothing, but for scripts in which they are words', () => {
    const index = indexOf([{ title: 'ab 返 refund' }])
    expect(told(wordWeights(index, asked('ab')))).toHaveLength(0)
    expect(told(wordWeights(index, asked('返')))).toHaveLength(1)
  })

  test('weights of several words add up; a word again and again adds less each time, and long texts count less', () => {
    const index = indexOf([
      { title: 'A', body: 'refund late' },
      { title: 'B', body: 'refund refund refund refund' },
      { title: 'C', body: `refund ${'word '.repeat(60)}` },
      { title: 'D', body: 'refund' }
    ])
    const weights = wordWeights(index, asked('refund'))
    const of = (at: number): number => weights[at] ?? 0
    expect(of(1)).toBeGreaterThan(of(3))
    expect(of(1)).toBeLessThan(4 * of(3))
    expect(of(2)).toBeLessThan(of(3))
    const both = wordWeights(index, asked('refund', 'late'))
    expect(both[0]).toBeCloseTo(of(0) + (wordWeights(index, asked('late'))[0] ?? 0))
  })
})

test('the words that a reply has are told as the customer wrote them, the rarest first', () => {
  const index = indexOf(twenty)
  const [refund, parcel] = index.entries
  if (!refund || !parcel) throw new Error('they are in the index')
  const words = asked('The', 'Order', 'Refund', 'LATE')
  expect(tellingWords(index, refund, words)).toEqual(['Refund', 'Order'])
  expect(tellingWords(index, parcel, words)).toEqual(['LATE', 'Order'])
})
