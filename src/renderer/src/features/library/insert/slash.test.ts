import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slashAt } from './slash.ts'

const at = (text: string) => slashAt(text, text.length)

test.each([
  ['/', '', 0],
  ['/refund', 'refund', 0],
  ['Hello /ref', 'ref', 6],
  ['Hello\n/ref', 'ref', 6],
  ['مرحبا /رد', 'رد', 6],
  ['Hello /re-fund_2', 're-fund_2', 6]
])('%j calls a reply', (text, query, start) => {
  expect(at(text)).toEqual({ query, start, end: text.length })
})

test.each([
  'and/or',
  'https://example.com',
  'http:/',
  '1/2',
  '/usr/bin',
  '//',
  '/refund now',
  '/ ',
  'w/',
  '',
  `/${'x'.repeat(80)}`,
  `${'x'.repeat(20)}/${'y'.repeat(59)}`
])('%j calls nothing', (text) => {
  expect(at(text)).toBeNull()
})

test('what stands behind the cursor is left alone', () => {
  expect(slashAt('/ref and more', 4)).toEqual({ query: 'ref', start: 0, end: 4 })
})

test('only a slash after white space or nothing, with one word up to the cursor, ever calls', () => {
  const piece = fc.constantFrom('/', ' ', '\n', 'a', 'b', ':', 'é', '🙂')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(40), (pieces, place) => {
      const text = pieces.join('')
      const cursor = Math.min(place, text.length)
      const slash = slashAt(text, cursor)
      const word = /\S*$/u.exec(text.slice(0, cursor))?.[0] ?? ''
      const calls = word.startsWith('/') && !word.slice(1).includes('/')
      expect(slash).toEqual(calls ? { query: word.slice(1), start: cursor - word.length, end: cursor } : null)
    })
  )
})
