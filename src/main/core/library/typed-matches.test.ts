import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { createReplyIndex, type IndexedReply, type ReplyIndex } from './reply-index.ts'
import type { ShelvedReply } from './shelf.ts'
import { typedMatches } from './typed-matches.ts'

function indexOf(titles: readonly string[]): ReplyIndex {
  const replies = titles.map((title, nth) => {
    const content = ReplyContent.parse({ title, body: 'Hello', language: null, variants: [] })
    const version = { id: `v${nth}`, number: 1, content, savedAt: 1, author: 'me', approvedBy: 'me', approvedAt: 1 }
    return {
      id: `r${nth}`,
      kind: 'reply',
      folder: [],
      tags: [],
      scope: 'everyone',
      team: null,
      owner: 'me',
      approved: version.id,
      newest: version.id,
      pending: null,
      retiredAt: null,
      newestVersion: version,
      approvedVersion: version
    } as unknown as ShelvedReply
  })
  const index = createReplyIndex()
  index.update({ replies: new Map(replies.map((reply) => [reply.id, reply])), attributes: [] })
  return index
}

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
