import { expect, test } from 'vitest'
import { safeHref, shortened, textSegments as placedSegments } from './text-segments.ts'

/** What is shown, whatever its place. */
const textSegments = (...given: Parameters<typeof placedSegments>) =>
  placedSegments(...given).map(({ from: _from, to: _to, standsIn: _standsIn, ...shown }) => shown)

const order = { url: 'https://t.co/abc', expanded: 'https://shop.example/orders/77', display: 'shop.example/orders/77' }

test('a short link shows where it leads', () => {
  expect(textSegments('See https://t.co/abc please', [order], false)).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'shop.example/orders/77', href: 'https://shop.example/orders/77' },
    { kind: 'text', text: ' please' }
  ])
})

test('addresses without an entity are found, with their punctuation left out', () => {
  expect(textSegments('Look at www.example.com/a?b=1, ok', [], false)).toEqual([
    { kind: 'text', text: 'Look at ' },
    { kind: 'link', text: 'www.example.com/a?b=1', href: 'https://www.example.com/a?b=1' },
    { kind: 'text', text: ', ok' }
  ])
})

test('an address that is no web address stays text', () => {
  const evil = { url: 'https://t.co/abc', expanded: 'javascript:alert(1)', display: 'click me' }
  expect(textSegments('https://t.co/abc', [evil], false)).toEqual([{ kind: 'text', text: 'click me' }])
  expect(
    textSegments('javascript:alert(1) data:text/html,x ftp://a.example', [], false).map((part) => part.kind)
  ).toEqual(['text'])
  expect(safeHref('https://[broken')).toBeNull()
})

test('markup is text', () => {
  const text = '<img src=x onerror=alert(1)> & <b>'
  expect(textSegments(text, [], false)).toEqual([{ kind: 'text', text }])
})

test('the link to a message’s own picture is left out, other links stay', () => {
  const own = { url: 'https://t.co/pic', expanded: 'https://x.com/messages/media/1', display: 'pic.x.com/1' }
  expect(textSegments('Broken https://t.co/pic', [own], true)).toEqual([{ kind: 'text', text: 'Broken' }])
  expect(textSegments('Broken https://t.co/pic', [own], false)).toHaveLength(2)
})

test('the same link twice is two links', () => {
  const parts = textSegments('https://t.co/abc https://t.co/abc', [order], false)
  expect(parts.map((part) => part.kind)).toEqual(['link', 'text', 'link'])
})

test('null bytes become visible', () => {
  expect(textSegments('a\u0000b', [], false)).toEqual([{ kind: 'text', text: 'a�b' }])
})

test('long texts are cut between words, short ones are not', () => {
  expect(shortened('word '.repeat(100))).toBeNull()
  const cut = shortened('word '.repeat(600))
  expect(cut?.length).toBeLessThanOrEqual(700)
  expect(cut?.endsWith('word')).toBe(true)
  expect(shortened('x'.repeat(10_000))).toHaveLength(700)
  expect(shortened('line\n'.repeat(200))?.split('\n')).toHaveLength(14)
  expect(shortened('👍'.repeat(3_000))?.isWellFormed()).toBe(true)
})
