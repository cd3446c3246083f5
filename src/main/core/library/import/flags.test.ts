import { expect, test } from 'vitest'
import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'
import { flagReplies } from './flag-replies.ts'
import { read } from './testing/read.ts'

function flags(content: string, taken: readonly string[] = []): string[] {
  const { replies } = read({ 'c.json': [{ id: 1, short_code: 'r', content }] })
  return flagReplies(replies, new Set(taken)).map(({ code, detail }) => `${code}: ${detail}`)
}

test.each([
  ['Use 10YAY until 12/24 for 10 % off.', ['promo-code: 10YAY', 'date: until 12/24']],
  ['Your coupon is SUMMER-20.', ['promo-code: SUMMER-20']],
  [
    'Valid till 2026-03-01, or 24 December, or le 3 mars 2026?',
    ['date: 2026-03-01', 'date: 24 December', 'date: 3 mars']
  ],
  [
    'See http://shop.org/a and https://localhost/x.',
    ['dead-link: http://shop.org/a', 'dead-link: https://localhost/x']
  ],
  ['See www.shop.org, https://shop.org/AB12CD?code=ABC123', []],
  [
    'Order {{contact.custom_attribute.A1B2C3}} or the ISO 9001 norm, RFC 2616, iPhone 15 PRO MAX, A4, COVID-19, H&M',
    []
  ],
  ['{{ a | weird }}', ['unresolved-placeholder: {{ a | weird }}']],
  ['x'.repeat(MAX_TEXT_LENGTH + 1), [`too-long-for-x: ${MAX_TEXT_LENGTH + 1}`]]
])('%s', (content, expected) => {
  expect(flags(content)).toEqual(expected)
})

test('shortcuts that are there twice, or in the library already', () => {
  expect(flags('x', ['r'])).toEqual(['shortcut-taken: r'])
  const { replies } = read({
    'c.json': [
      { id: 1, short_code: 'R', content: 'x' },
      { id: 2, short_code: 'r', content: 'y' }
    ]
  })
  expect(flagReplies(replies, new Set())).toMatchObject([{ code: 'duplicate-shortcut', detail: 'r', reply: 'r' }])
})
