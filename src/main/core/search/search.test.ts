import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageHit } from '../../../shared/contract/rows.ts'
import { temporaryDatabase } from '../testing/temporary-database.ts'
import { storeUsers } from '../customers/store-users.ts'
import { ingest } from '../sync/ingest.ts'
import { searchQueries } from './queries.ts'

const TEXTS = {
  late: 'Where is my order? It is three days late already.',
  refund: 'I would like a refund, please. The refund form does not work.',
  zoe: 'Zoë wrote that the café in Düsseldorf is closed',
  muller: 'Herr Müller fragt nach der Straße',
  arbre: "J'ai acheté l'arbre de Noël",
  arbreCurly: 'J’ai planté l’arbre hier',
  confirm: '注文番号を確認してください。ありがとうございます',
  korean: '배송이 언제 도착하나요?',
  thai: 'สินค้ายังไม่ถึง',
  arabic: 'أين طلبي؟ لم يصل بعد',
  vowels: 'شُكْرًا جَزِيلًا',
  hebrew: 'איפה ההזמנה שלי',
  russian: 'Где мой заказ? Ещё не пришёл',
  turkish: 'İstanbul’a teslimat var mı',
  greek: 'Πού είναι η παραγγελία μου',
  emoji: 'great service 🎉🎉 thank you ❤️',
  family: 'for the kids 👩‍👩‍👧 and me',
  number: 'Order #A-12345 / 2026',
  wide: 'ＡＢＣ　１２３ and ﬁne',
  operators: 'NEAR the shop AND NOT far OR close',
  mail: 'write to ana.silva@example.com',
  handle: '@support_team can you help',
  percent: '100% of 50_50',
  surrogate: '𝒳 𠮷野家 で 買いました',
  vietnamese: 'Tôi muốn trả hàng',
  hindi: 'मेरा ऑर्डर कहाँ है',
  halfWidth: 'ｶﾞﾗｽが割れました 1️⃣ ↔ 〰 ⁉️'
} as const
type Name = keyof typeof TEXTS
const NAMES = Object.keys(TEXTS) as Name[]
/** Words of the language itself find their texts in quotes only. */
const OWN_WORDS = /^(AND|OR|NOT)$/

const team = { me: () => 'me' }
const clock = { now: () => Date.UTC(2026, 0, 10) }
const { db, remove } = temporaryDatabase()

beforeAll(() => {
  const events = NAMES.map((name, index) => ({
    id: String(1_790_000_000_000_000_000n + (BigInt(index) << 30n)),
    kind: 'message' as const,
    conversationId: `7-${100 + (index % 5)}`,
    at: Date.UTC(2026, 0, 1) + index * 60_000,
    senderId: String(100 + (index % 5)),
    text: TEXTS[name],
    links: [],
    media: [],
    reactions: [],
    userIds: [],
    name: null
  }))
  const people: readonly (readonly [string, string, string])[] = [
    ['100', 'ana_silva', 'Ana Sílva'],
    ['101', 'benito', 'Ben Ito'],
    ['102', 'mueller99', 'Jörg Müller'],
    ['103', 'tanaka', '田中 花子'],
    ['104', 'anabel', 'Zoë O’Hara']
  ]
  db.write((tx) => {
    ingest(tx, '7', events, { source: 'read', now: Date.UTC(2026, 0, 2) })
    const users = people.map(([id, username, name]) => ({
      id,
      username,
      name,
      avatarUrl: null,
      description: null,
      location: null,
      verified: false,
      protected: false,
      followers: null,
      following: null,
      createdAt: null,
      canReceiveDm: null,
      connection: null
    }))
    storeUsers(tx, '1', users, 0)
  })
})

afterAll(remove)

function hits(text: string, limit = 50): readonly MessageHit[] {
  return searchQueries({ db, clock, team })['search.messages'].rows({ text, limit }) as readonly MessageHit[]
}

function found(text: string): Name[] {
  const nameOf = (hit: MessageHit): Name => {
    const index = Number((BigInt(hit.id) - 1_790_000_000_000_000_000n) >> 30n)
    return NAMES[index] ?? 'late'
  }
  return hits(text).map(nameOf).toSorted()
}

function customers(text: string): string[] {
  const rows = searchQueries({ db, clock, team })['search.customers'].rows({ text, limit: 20 }) as readonly {
    name: string
  }[]
  return rows.map((row) => row.name).toSorted()
}

test.each<[string, Name[]]>([
  // Beginnings, as one types.
  ['re', ['refund']],
  ['refun', ['refund']],
  ['ord', ['late', 'number']],
  ['order la', ['late']],
  // All words, in any order; letters in any case.
  ['LATE order', ['late']],
  ['late refund', []],
  // Words in quotes stand together, whole.
  ['"refund form"', ['refund']],
  ['"form refund"', []],
  ['"refun"', []],
  ['"three days', ['late']],
  ['"order" "late"', ['late']],
  // Accents, umlauts, apostrophes of both kinds.
  ['zoe', ['zoe']],
  ['Zoë', ['zoe']],
  ['cafe', ['zoe']],
  ['dusseldorf', ['zoe']],
  ['Müller', ['muller']],
  ['muller', ['muller']],
  ['straße', ['muller']],
  ["l'arbre", ['arbre', 'arbreCurly']],
  ['l’arbre', ['arbre', 'arbreCurly']],
  ['arbre', ['arbre', 'arbreCurly']],
  ['noel', ['arbre']],
  ['istanbul', ['turkish']],
  ['İSTANBUL', ['turkish']],
  ['παραγγελια', ['greek']],
  ['tra hang', ['vietnamese']],
  // Scripts without spaces: any part, from one character on.
  ['確', ['confirm']],
  ['確認', ['confirm']],
  ['番号を', ['confirm']],
  ['ありがとう', ['confirm']],
  ['認確', []],
  ['도착', ['korean']],
  ['ยังไม่', ['thai']],
  ['野家', ['surrogate']],
  ['𠮷', ['surrogate']],
  ['買い', ['surrogate']],
  // Right to left, with and without vowel signs.
  ['طلبي', ['arabic']],
  ['طلب', ['arabic']],
  ['شكرا', ['vowels']],
  ['ההזמנה', ['hebrew']],
  ['заказ', ['russian']],
  ['еще', ['russian']],
  ['ऑर्डर', ['hindi']],
  // Emoji.
  ['🎉', ['emoji']],
  ['❤️', ['emoji']],
  ['❤', ['emoji']],
  ['👩‍👩‍👧', ['family']],
  ['thank 🎉', ['emoji']],
  // Signs that mean something to SQLite, and nothing to people.
  ['A-12345', ['number']],
  ['#A-12345', ['number']],
  ['12345', ['number']],
  ['NEAR', ['operators']],
  ['near OR', ['operators']],
  ['refund OR flicker OR late', ['late', 'refund']],
  ['ana.silva@example.com', ['mail']],
  ['@support_team', ['handle']],
  ['50_50', ['percent']],
  ['order*', ['late', 'number']],
  ['^order', ['late', 'number']],
  ['(order', ['late', 'number']],
  ['order)', ['late', 'number']],
  ['order -late', ['number']],
  ['order -(late OR 12345)', []],
  ['order ‼️', ['late', 'number']],
  ['order ?', ['late', 'number']],
  // Full width and ligatures.
  ['abc', ['wide']],
  ['ＡＢＣ', ['wide']],
  ['fine', ['wide']],
  ['123', ['number', 'wide']],
  ['ガラス', ['halfWidth']],
  ['ｶﾞﾗｽ', ['halfWidth']],
  ['⁉️', []],
  ['割れ ⁉️ ↔', ['halfWidth']],
  // Nothing to look for.
  ['', []],
  ['   ', []],
  ['"', []],
  ['""', []],
  ['.', []],
  ['o', []]
])('“%s”', (text, names) => {
  expect(found(text)).toEqual(names.toSorted())
})

test.each<[string, string[]]>([
  ['ana', ['Ana Sílva', 'Zoë O’Hara']],
  ['a', ['Ana Sílva', 'Zoë O’Hara']],
  ['@ana_s', ['Ana Sílva']],
  ['ana_silva', ['Ana Sílva']],
  ['silva', ['Ana Sílva']],
  ['ito ben', ['Ben Ito']],
  ['muller', ['Jörg Müller']],
  ['花子', ['田中 花子']],
  ['田', ['田中 花子']],
  ['o’hara', ['Zoë O’Hara']],
  ["o'hara", ['Zoë O’Hara']],
  ['nobody', []]
])('customer “%s”', (text, names) => {
  expect(customers(text)).toEqual(names.toSorted())
})

test('whatever is typed: never an error, and marks are right', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '"',
            '*',
            '^',
            '(',
            ')',
            '+',
            '-',
            ':',
            ',',
            ' ',
            '\0',
            'NEAR(',
            'AND',
            'OR',
            'NOT',
            "'",
            '\\'
          ),
          fc.constantFrom(...Object.values(TEXTS).flatMap((text) => text.split(' ')), '\ud800', '\udc00')
        ),
        { maxLength: 8 }
      )
      .map((parts) => parts.join(''))
  )
  fc.assert(
    fc.property(typed, (text) => {
      for (const hit of hits(text)) expectMarksToFit(hit.snippet, hit.marks)
      for (const row of searchQueries({ db, clock, team })['search.customers'].rows({ text, limit: 9 }) as readonly {
        name: string
        nameMarks: MessageHit['marks']
      }[]) {
        expectMarksToFit(row.name, row.nameMarks)
      }
    }),
    { numRuns: 1500 }
  )
})

function expectMarksToFit(text: string, marks: MessageHit['marks']): void {
  let last = -1
  for (const [start, end] of marks) {
    expect(start).toBeGreaterThan(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    // No half of a surrogate pair.
    expect(text.slice(start, end).isWellFormed()).toBe(true)
    last = end
  }
}

test.each([
  ['refund', ['refund', 'refund']],
  ['zoe', ['Zoë']],
  ['mulle', ['Müller']],
  ['確認', ['確認']],
  ['ありが', ['ありが']],
  ['野家', ['野家']],
  ['𠮷野', ['𠮷野']],
  ["l'arbre", ["l'arbre", 'l’arbre']],
  ['🎉', ['🎉🎉']],
  ['طلبي', ['طلبي']]
])('the marks of “%s” cover what was found', (text, marked) => {
  expect(
    hits(text)
      .flatMap((hit) => hit.marks.map(([start, end]) => hit.snippet.slice(start, end)))
      .toSorted()
  ).toEqual(marked.toSorted())
})

test('every hit of whole words shows at least one mark', () => {
  for (const name of NAMES) {
    for (const word of TEXTS[name].split(/\s+/u)) {
      for (const hit of hits(word)) expect(hit.marks.length, `${word} in ${hit.snippet}`).toBeGreaterThan(0)
    }
  }
})

test('every word of every text finds its text', () => {
  for (const name of NAMES) {
    for (const word of TEXTS[name].split(/\s+/u)) {
      if (/^[\p{L}\p{N}]{2,}$/u.test(word) && !OWN_WORDS.test(word)) expect(found(word), word).toContain(name)
    }
  }
})

test('newest first, no more than asked for', () => {
  const times = hits('the').map((hit) => hit.at)
  expect(times.length).toBeGreaterThan(2)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(hits('the', 2).map((hit) => hit.at)).toEqual(times.slice(0, 2))
})

test('the snippet of a long text is short, whole at its ends, and around the hit', () => {
  const long = `${'🙂 lorem ipsum '.repeat(40)}needle ${'dolor 🙂 sit amet '.repeat(40)}`
  db.write((tx) =>
    ingest(
      tx,
      '7',
      [
        {
          id: '1799999999999999999',
          kind: 'message',
          conversationId: '7-100',
          at: Date.UTC(2026, 0, 3),
          senderId: '100',
          text: long,
          links: [],
          media: [],
          reactions: [],
          userIds: [],
          name: null
        }
      ],
      { source: 'read', now: Date.UTC(2026, 0, 3) }
    )
  )
  const [hit] = hits('needle')
  expect(hit?.snippet.length).toBeLessThan(200)
  expect(hit?.snippet.isWellFormed()).toBe(true)
  expect(hit?.snippet).toMatch(/^….*needle.*…$/u)
  const [mark] = hit?.marks ?? []
  expect(hit?.snippet.slice(mark?.[0], mark?.[1])).toBe('needle')
})
