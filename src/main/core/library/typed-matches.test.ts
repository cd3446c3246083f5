import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOf as indexOfReplies } from '../testing/reply-index-fixtures.ts'
import type { IndexedReply, ReplyIndex } from './reply-index.ts'
import { typedMatches } from './typed-matches.ts'

const indexOf = (titles: readonly string[]): ReplyIndex => indexOfReplies(titles.map((title) => ({ title })))

const usableOf = (index: ReplyIndex): IndexedReply[] => index.entries.filter((entry) => entry !== null)

test('of thousands whose names have the words the likeliest are compared, and never more than a thousand', () => {
  const index = indexOf(Array.from({ length: 3_000 }, (_, nth) => `Refund ${nth}`))
  const usable = usableOf(index)
  const found = typedMatches(index, usable, 'refu', (entry) => entry.at)
  const fuzzy = [...found.keys()].filter((at) => found[at]?.kind === 'fuzzy')
  expect(fuzzy).toHaveLength(300)
  expect(Math.min(...fuzzy)).toBeGreaterThanOrEqual(1_900)
  // The others are found by the word, and stand behind.
  expect(found.filter((match) => match !== undefined)).toHaveLength(3_000)
})

test('of thousands a name that is just what was typed is compared, however seldom it is used', () => {
  const index = indexOf([...Array.from({ length: 2_000 }, (_, nth) => `Refund for parcel ${nth}`), 'Refund'])
  const usable = usableOf(index)
  const likely = ({ at }: IndexedReply): number => (at < 2_000 ? 18 : 0)
  const found = typedMatches(index, usable, 'refund', likely)
  const exact = usable.find(({ content }) => content.title === 'Refund')
  expect(found[exact?.at ?? -1]).toEqual({ kind: 'fuzzy', score: 1 })
})

test('where few names have the words, letters that are strewn over a name are found as well', () => {
  const index = indexOf([...Array.from({ length: 2_000 }, (_, nth) => `Parcel ${nth}`), 'Refund of the day'])
  const found = typedMatches(index, usableOf(index), 'rfnd', () => 0)
  expect(
    usableOf(index)
      .filter(({ at }) => found[at])
      .map((entry) => entry.content.title)
  ).toContain('Refund of the day')
})

test('names with a word for each that was typed are told by their places, in any number and order', () => {
  const words = ['late', 'later', 'order', 'refund', 'box', 'été']
  const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 15 }),
      fc.array(fc.constantFrom('l', 'late', 'ord', 'refund', 'x', 'ete'), { minLength: 1, maxLength: 3 }),
      (titles, typed) => {
        const index = indexOf(titles)
        const hits = index.named(typed)
        for (const entry of usableOf(index)) {
          const own = entry.content.title.replaceAll('é', 'e').split(' ')
          const all = typed.every((word) => own.some((name) => name.startsWith(word)))
          expect(hits[entry.at] === typed.length).toBe(all)
        }
      }
    )
  )
})
