import { expect, test } from 'vitest'
import { paletteGroups, readQuestion, sourcesFor } from './palette-groups.ts'
import { fuzzySearch, marksOf, type PaletteItem, scored } from './palette-source.ts'
import { afterUse, type PaletteUse, usedness } from './palette-use.ts'

const NOW = 1_800_000_000_000
const DAY = 24 * 60 * 60_000
const item = (title: string, hint?: string): PaletteItem => ({
  id: `test:${title}`,
  title,
  ...(hint === undefined ? {} : { hint }),
  run: () => undefined
})
const titles = (hits: readonly { item: PaletteItem }[]): string[] => hits.map((hit) => hit.item.title)

test('a few letters of the words find an action, the closest first', () => {
  const search = fuzzySearch(
    ['Next conversation', 'Resolved', 'Resolve, or reopen', 'Send and resolve', 'Show or hide queues'].map((title) =>
      item(title)
    )
  )
  expect(titles(search('resolve'))).toEqual(['Resolve, or reopen', 'Resolved', 'Send and resolve'])
  expect(titles(search('nx conv'))).toEqual(['Next conversation'])
  expect(titles(search('shq'))).toEqual(['Show or hide queues'])
  expect(search('zzz')).toEqual([])
  expect(search('')).toHaveLength(5)
})

test('accents and capitals do not matter, and the hint is searched, too', () => {
  const search = fuzzySearch([item('Chloé Dubois', '@chloe_d'), item('Ben Ito', '@benito')])
  expect(titles(search('CHLOE dub'))).toEqual(['Chloé Dubois'])
  expect(search('benito')[0]).toMatchObject({ item: { title: 'Ben Ito' }, hintMarks: [[1, 7]] })
})

test('matching letters are marked as ranges', () => {
  expect(marksOf([3, 4, 5, 9])).toEqual([
    [3, 6],
    [9, 10]
  ])
  expect(fuzzySearch([item('Go to Inbox')])('inbox')[0]?.titleMarks).toEqual([[6, 11]])
})

test('one of ten thousand entries is found, and no more than fit are shown', () => {
  const search = fuzzySearch(
    Array.from({ length: 10_000 }, (_, at) => item(`Refund of order ${at * 7} for late parcels`, `billing ${at % 50}`))
  )
  expect(titles(search('order 69993'))[0]).toBe('Refund of order 69993 for late parcels')
  expect(search('refund')).toHaveLength(12)
})

test('what the core has found stays, whatever the letters', () => {
  expect(scored('zzz', [item('Ana Silva')])).toMatchObject([{ titleMarks: [], score: 0.3 }])
})

test.each([
  ['', { prefix: null, text: '' }],
  [' ana ', { prefix: null, text: 'ana' }],
  ['> res', { prefix: '>', text: 'res' }],
  ['@ana', { prefix: '@', text: 'ana' }],
  ['a>b', { prefix: null, text: 'a>b' }]
])('“%s” is read', (typed, expected) => {
  expect(readQuestion(typed)).toEqual(expected)
})

test('a prefix leaves one source', () => {
  const sources = [{ id: 'a', prefix: '>' as const }, { id: 'b', prefix: '@' as const }, { id: 'c' }]
  expect(sourcesFor(readQuestion('>'), sources)).toEqual([sources[0]])
  expect(sourcesFor(readQuestion('x'), sources)).toEqual(sources)
})

const actions = { id: 'actions', title: 'Actions' }
const customers = { id: 'customers', title: 'Customers' }

test('without a text, what was used last comes first, and only once', () => {
  const search = fuzzySearch([item('One'), item('Two'), item('Three')])
  const use: PaletteUse = {
    'test:Two': { count: 1, at: NOW - DAY },
    'test:Three': { count: 9, at: NOW - 2 * DAY },
    'test:Gone': { count: 9, at: NOW }
  }
  const groups = paletteGroups(readQuestion(''), [[actions, search('')]], use, NOW)
  expect(groups.map((group) => [group.title, titles(group.hits)])).toEqual([
    ['Recently used', ['Two', 'Three']],
    ['Actions', ['One']]
  ])
})

test('with a text, the better match wins, and among like ones what is used', () => {
  const search = fuzzySearch([item('Go to Inbox'), item('Go to Index')])
  const plain = paletteGroups(readQuestion('go to in'), [[actions, search('go to in')]], {}, NOW)
  const first = titles(plain[0]?.hits ?? [])[0]
  const other = first === 'Go to Inbox' ? 'Go to Index' : 'Go to Inbox'
  const used = paletteGroups(
    readQuestion('go to in'),
    [[actions, search('go to in')]],
    { [`test:${other}`]: { count: 5, at: NOW } },
    NOW
  )
  expect(titles(used[0]?.hits ?? [])).toEqual([other, first])
})

test('the group with the best match stands first', () => {
  const hits = paletteGroups(
    readQuestion('ana'),
    [
      [actions, scored('ana', [item('Manage a name')])],
      [customers, scored('ana', [item('Ana')])]
    ],
    {},
    NOW
  )
  expect(hits.map((group) => group.id)).toEqual(['customers', 'actions'])
})

test('use fades with time, and the list of it does not grow for ever', () => {
  const use = afterUse(afterUse({}, 'a', NOW - 14 * DAY), 'a', NOW - 14 * DAY)
  expect(usedness(use, 'a', NOW)).toBeCloseTo(usedness(use, 'a', NOW - 14 * DAY) / 2)
  let much: PaletteUse = {}
  for (let at = 0; at < 100; at += 1) much = afterUse(much, `item ${at}`, NOW + at)
  expect(Object.keys(much)).toHaveLength(60)
  expect(much).toHaveProperty('item 99')
})
