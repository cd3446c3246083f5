import { expect, test } from 'vitest'
import { PromoCampaign } from '../../../../../shared/domain/promo/campaign.ts'
import { contentOf, formOf } from './campaign-form.ts'

test('what is saved is what was read, whatever it gives', () => {
  const base = contentOf({ ...formOf(null), name: 'Summer', zone: 'UTC' })
  for (const gives of [
    { kind: 'percent', percent: 12.5 },
    { kind: 'amount', amount: '5.00', currency: 'EUR' },
    { kind: 'free-shipping' },
    { kind: 'text', text: 'a lamp' }
  ] as const) {
    const content = PromoCampaign.parse({ ...base, gives, approvers: ['a'], daily: 3, until: '2027-01-01T00:00' })
    expect(contentOf(formOf(content))).toEqual(content)
  }
})

test('a comma is a point; what is no number is refused', () => {
  const form = { ...formOf(null), name: 'Summer', zone: 'UTC' }
  expect(contentOf({ ...form, gives: 'amount', amount: '12,50', currency: 'eur' }).gives).toEqual({
    kind: 'amount',
    amount: '12.50',
    currency: 'EUR'
  })
  expect(PromoCampaign.safeParse(contentOf({ ...form, daily: 'many' })).success).toBe(false)
})
