import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDatabase } from '../testing/temporary-database.ts'
import { ingest } from '../sync/ingest.ts'
import { newestKeys } from './newest-keys.ts'
import { allPhrases, parsePhrase, type Phrase } from './phrases.ts'
import { KEYS_BY_WORDS } from './sql.ts'

const ALL = { least: 0, most: Number.MAX_SAFE_INTEGER }
/** The later in the list, the rarer. */
const WORDS =
  'parcel paid party part refund return reply late later label l’arbre arbre Zoë zoo 確認 注文番号 👍🏽 straße STRASSE teapot'.split(
    ' '
  )

const { db, remove } = temporaryDatabase()

beforeAll(() => {
  let state = 7
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const word = (): string => WORDS[Math.floor(random() * random() * WORDS.length)] ?? ''
  const events = Array.from({ length: 3_000 }, (_, index) => ({
    id: String(1_790_000_000_000_000_000n + BigInt(index)),
    kind: 'message' as const,
    conversationId: `7-${1_000 + (index % 40)}`,
    at: Date.UTC(2026, 0, 1) + index * 1000,
    senderId: '7',
    text: Array.from({ length: 1 + Math.floor(random() * 6) }, word).join(' '),
    links: [],
    media: [],
    reactions: [],
    userIds: [],
    name: null
  }))
  db.write((tx) => ingest(tx, '7', events, { source: 'read', now: Date.UTC(2026, 0, 2) }))
})

afterAll(remove)

function byIndex(phrases: readonly Phrase[], range: typeof ALL, limit: number): { key: number }[] {
  return db.all(KEYS_BY_WORDS, allPhrases(phrases), BigInt(range.least), BigInt(range.most), limit)
}

function phrasesOf(texts: readonly string[], prefix = true): Phrase[] {
  return texts.flatMap((text) => parsePhrase(text, prefix) ?? [])
}

test('beginnings and words, common and rare, alone and together, are found as the index finds them', () => {
  const part = fc.constantFrom(...WORDS, 'par', 'part', 'ref', 'la', 'lab', 'tea', 'zzz', 'pa la', 'refund ret', '番号')
  const query = fc.array(fc.record({ text: part, prefix: fc.boolean() }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(query, fc.integer({ min: 1, max: 60 }), (parts, limit) => {
      const phrases = parts.flatMap(({ text, prefix }) => phrasesOf([text], prefix))
      expect(newestKeys(db, phrases, ALL, limit)).toEqual(byIndex(phrases, ALL, limit))
    }),
    { numRuns: 300 }
  )
})

test('a walk goes on below where it stopped, and ends', () => {
  const phrases = phrasesOf(['part', 'ref'])
  const all = byIndex(phrases, ALL, 5_000)
  const walked: { key: number }[] = []
  for (let most = ALL.most; ;) {
    const portion = newestKeys(db, phrases, { least: 0, most }, 10)
    walked.push(...portion)
    if (portion.length < 10) break
    most = (portion.at(-1)?.key ?? 0) - 1
  }
  expect(walked).toEqual(all)
  expect(all.length).toBeGreaterThan(30)
})
