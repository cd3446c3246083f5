import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeness, lastingWords, piecesOf } from './closeness.ts'
import { createReplyMatcher } from './reply-matcher.ts'
import { termsOf } from './terms.ts'

const terms = (text: string): string[] => termsOf(text).map(({ term }) => term)

test.each([
  ['Where ARE my Parcels?', ['wher', 'are', 'my', 'parcel']],
  ['Café, updating / updated / updates', ['cafe', 'updat', 'updat', 'updat']],
  ['返金です', ['返金', '金で', 'です']],
  ['返', ['返']],
  ['iOS11の更新', ['ios11', 'の更', '更新']],
  ['والطلب الطلب طلب', ['طلب', 'طلب', 'طلب']],
  ['הֶחְזֵר כספי', ['החזר', 'כספי']],
  ['thanks 🙏👍🏽', ['thank', '🙏', '👍']],
  ['order 4711 and 123456789', ['order', '4711', 'and', '0']],
  ['@shop see https://t.co/abc and {{ customer.first_name | fallback: "there" }} {link} &amp; go', ['see', 'and', 'go']]
])('what %s is found by', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test('a term knows how it was written', () => {
  expect(termsOf('My Parcels, ПОСЫЛКА')).toEqual([
    { term: 'my', written: 'My' },
    { term: 'parcel', written: 'Parcels' },
    { term: 'посылка', written: 'ПОСЫЛКА' }
  ])
})

test('any text has terms, and none of them is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      for (const { term } of termsOf(text)) expect(term).not.toBe('')
      expect(lastingWords(text)).not.toContain('')
    })
  )
})

test('names, links, numbers, greeting and signature make no difference', () => {
  const same = ['your refund', 'is on its way'].join(' ')
  expect(lastingWords(`@ana Hi Ana! ${same} (order 4711): https://shop.example/r/1 -JK`)).toEqual(
    lastingWords(`Hello {{ customer.first_name }}, ${same} (order {{ ask "Order" }}): {link} ^AB`)
  )
})

test('texts are as close to each other in both directions, and nothing is closer than the same', () => {
  const near = (a: string, b: string): number => {
    const [left, right] = [piecesOf(lastingWords(a)), piecesOf(lastingWords(b))]
    return closeness([...left].filter((piece) => right.has(piece)).length, left.size, right.size)
  }
  const text = fc.array(fc.constantFrom('refund', 'sent', 'today', 'we', 'have', 'your'), { minLength: 1 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [a.join(' '), b.join(' ')]
      expect(near(left, right)).toBe(near(right, left))
      expect(near(left, left)).toBe(1)
      expect(near(left, right)).toBeLessThanOrEqual(1)
    })
  )
})

test('a text is taken for the reply that it nearly is, in any of its languages', () => {
  const matcher = createReplyMatcher()
  matcher.put('refund', [
    'Hi {{ customer.first_name }}, we have sent your refund today.',
    'Te hemos devuelto el dinero hoy mismo.'
  ])
  matcher.put('parcel', ['Your parcel left our warehouse this morning.'])
  expect(matcher.match('Hi Ana! We have sent your full refund today -JK')).toBe('refund')
  expect(matcher.match('Hola Ana, te hemos devuelto todo el dinero hoy mismo')).toBe('refund')
  expect(matcher.match('Where should we send your refund?')).toBeNull()
  expect(matcher.match('')).toBeNull()
  matcher.drop('refund')
  expect(matcher.match('We have sent your refund today')).toBeNull()
  expect(matcher.match('Your parcel left our warehouse this morning')).toBe('parcel')
})

test('looking at rare pieces alone finds the same as comparing with all', () => {
  const word = fc.constantFrom('we', 'your', 'refund', 'sent', 'today', 'parcel', 'sorry', 'for', 'the', 'wait')
  const text = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (replies, sent) => {
      const matcher = createReplyMatcher()
      for (const [at, reply] of replies.entries()) matcher.put(String(at).padStart(2, '0'), [reply])
      const pieces = piecesOf(lastingWords(sent))
      const near = replies.map((reply) => {
        const own = piecesOf(lastingWords(reply))
        const common = [...own].filter((piece) => pieces.has(piece)).length
        return own.size < 5 || pieces.size < 5 ? 0 : closeness(common, own.size, pieces.size)
      })
      const best = Math.max(0, ...near)
      const expected = best >= 0.6 ? String(near.indexOf(best)).padStart(2, '0') : null
      expect(matcher.match(sent)).toBe(expected)
    })
  )
})

test('a hostile text takes no longer than a long one', () => {
  const longest = 20_000
  for (const piece of ['.', '-', ' ', '- a', '-!', '{{', '{%', 'hi ', '@', 'https://', '&amp;', '返', '\u0301', '- ']) {
    const hostile = piece.repeat(longest / piece.length)
    const start = process.cpuUsage()
    lastingWords(hostile)
    termsOf(hostile)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500)
  }
})
