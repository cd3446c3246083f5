import { expect, test } from 'vitest'
import { likelihood, type RankingFacts, reasons, typedPoints } from './ranking.ts'

const nothing: RankingFacts = {
  typed: null,
  words: { words: [], weight: 0 },
  usedByMe: 0,
  usedByTeam: 0,
  language: null,
  otherLanguage: false,
  category: null
}

test('what was typed outweighs all that is only likely, and the more it fits the more', () => {
  const likeliest = likelihood({
    ...nothing,
    words: { words: ['a'], weight: 1e9 },
    usedByMe: 1e9,
    usedByTeam: 1e9,
    language: 'en',
    category: 'billing'
  })
  const points = [
    typedPoints(null),
    typedPoints({ kind: 'words', score: 1 }),
    typedPoints({ kind: 'fuzzy', score: 1 }),
    typedPoints({ kind: 'shortcut-begins', score: 0.1 }),
    typedPoints({ kind: 'shortcut-begins', score: 0.9 }),
    typedPoints({ kind: 'exact-shortcut' })
  ]
  expect(points).toEqual(points.toSorted((a, b) => a - b))
  expect(typedPoints({ kind: 'shortcut-begins', score: 0.01 })).toBeGreaterThan(likeliest)
  expect(typedPoints({ kind: 'fuzzy', score: 0.5 })).toBeGreaterThan(typedPoints({ kind: 'fuzzy', score: 0.4 }))
})

test('words of the customer, use, language and category each make a reply likelier; another language less', () => {
  const none = likelihood(nothing)
  const better: Partial<RankingFacts>[] = [
    { words: { words: ['refund'], weight: 3 } },
    { usedByMe: 1 },
    { usedByTeam: 1 },
    { language: 'de' },
    { category: 'billing' }
  ]
  for (const facts of better) expect(likelihood({ ...nothing, ...facts })).toBeGreaterThan(none)
  expect(likelihood({ ...nothing, otherLanguage: true })).toBeLessThan(none)
  expect(likelihood({ ...nothing, usedByMe: 5 })).toBeGreaterThan(likelihood({ ...nothing, usedByTeam: 5 }))
})

test('reasons name what counted, the most telling first, and one’s own use in place of the team’s', () => {
  expect(reasons(nothing)).toEqual([])
  const facts = {
    ...nothing,
    words: { words: ['a', 'b', 'c', 'd'], weight: 50 },
    usedByMe: 2,
    usedByTeam: 9,
    language: 'en'
  }
  expect(reasons(facts)).toEqual([
    { kind: 'words', words: ['a', 'b', 'c'] },
    { kind: 'language', language: 'en' },
    { kind: 'used', times: 2, byMe: true }
  ])
  expect(reasons({ ...nothing, usedByTeam: 9 })).toEqual([{ kind: 'used', times: 9, byMe: false }])
})
