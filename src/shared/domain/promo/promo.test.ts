import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayStart, promoText } from './campaign.ts'
import { codeProblem, codeWords, hasCode, maskCode, trimCode } from './code-words.ts'
import { canBeApproved, promoRefusals, type PromoFacts, type PromoRules } from './eligibility.ts'
import { wilsonShare } from './share.ts'
import { stockForecast } from './stock.ts'

const DAY = 86_400_000

describe('codes in texts', () => {
  test.each([
    'ABC-123',
    'Use ABC-123.',
    'Use abc-123!',
    '(ABC-123)',
    '“ABC-123”',
    '*ABC-123*',
    'https://shop.example/?code=ABC-123&x=1',
    'الرمز ABC-123، شكرًا',
    'A\u200BBC-123',
    'one:ABC-123,two'
  ])('found in: %s', (text) => {
    expect(hasCode(text, 'ABC-123')).toBe(true)
  })

  test.each(['XABC-123', 'ABC-1234', 'ABC-12', 'ABC - 123', '', 'ABC-123-4'])('not found in: %s', (text) => {
    expect(hasCode(text, 'ABC-123')).toBe(false)
  })

  test('every code that may be one is found again, whatever stands around it', () => {
    const sign = fc.constantFrom(...'ABCxyz0189-_.+%!#$*@~^|éж')
    const code = fc.string({ unit: sign, minLength: 1, maxLength: 30 })
    const around = fc.constantFrom('', ' ', '\n', '(', '"', ', ', ': ', ' – ')
    fc.assert(
      fc.property(code, around, around, (text, before, after) => {
        fc.pre(codeProblem(text, false) === null)
        expect(hasCode(`${before}${text}${after}`, text)).toBe(true)
      })
    )
  })

  test('a long text costs little', () => {
    expect(codeWords('x'.repeat(100_000)).size).toBe(0)
    expect(codeWords('!*'.repeat(50_000)).size).toBe(0)
  })

  test.each([
    ['', 'blank'],
    ['two words', 'characters'],
    ['A"B1', 'characters'],
    ['x'.repeat(101), 'too-long'],
    ['ABC', 'too-short'],
    ['ABCD', null]
  ])('%j: %s', (code, problem) => {
    expect(codeProblem(code, true)).toBe(problem)
  })

  test('trimmed of what copying leaves, and masked', () => {
    expect(trimCode('\uFEFF ABC \u200E')).toBe('ABC')
    expect(maskCode('GULL-0001')).toBe('GU••••01')
    expect(maskCode('GULL-01')).toBe('••••')
  })
})

describe('who gets one', () => {
  const rules: PromoRules = {
    from: null,
    until: null,
    ended: false,
    giver: { kind: 'everyone' },
    once: 'no',
    firstContact: false,
    tags: [],
    minDays: null,
    daily: null,
    total: null
  }
  const facts: PromoFacts = {
    now: 100 * DAY,
    teams: [],
    left: 5,
    customerHadAt: null,
    conversationHadAt: null,
    lastCodeAt: null,
    isFirst: true,
    tags: [],
    givenToday: 0,
    givenInAll: 0,
    approved: false
  }
  test.each<[string, Partial<PromoRules>, Partial<PromoFacts>, readonly string[]]>([
    ['anybody', {}, {}, []],
    ['before it begins', { from: 101 * DAY }, {}, ['not-yet']],
    ['on the very moment', { from: 100 * DAY }, {}, []],
    ['in the last minute', { until: 100 * DAY + 59_000 }, {}, ['over']],
    ['after it was ended', { ended: true }, {}, ['ended']],
    ['with nothing left', {}, { left: 0 }, ['none-left']],
    ['with one code for all', {}, { left: null }, []],
    ['of another team', { giver: { kind: 'team', team: 'A' } }, { teams: ['B'] }, ['team']],
    ['of the team', { giver: { kind: 'team', team: 'A' } }, { teams: ['B', 'A'] }, []],
    ['who had one', { once: 'customer' }, { customerHadAt: 1 }, ['had-it']],
    ['who had one elsewhere', { once: 'conversation' }, { customerHadAt: 1 }, []],
    ['who had one here', { once: 'conversation' }, { conversationHadAt: 1 }, ['had-it-here']],
    ['too soon', { minDays: 2 }, { lastCodeAt: 98.5 * DAY }, ['too-soon']],
    ['late enough', { minDays: 2 }, { lastCodeAt: 98 * DAY }, []],
    ['not for the first time', { firstContact: true }, { isFirst: false }, ['not-first']],
    ['without the tag', { tags: ['a', 'b'] }, { tags: ['c'] }, ['tags']],
    ['with one of the tags', { tags: ['a', 'b'] }, { tags: ['b'] }, []],
    ['over the limits', { daily: 3, total: 9 }, { givenToday: 3, givenInAll: 9 }, ['daily-limit', 'total-limit']],
    ['approved', { giver: { kind: 'approval' }, once: 'customer' }, { customerHadAt: 1, approved: true }, []],
    ['approved, but over', { until: 1, once: 'customer' }, { customerHadAt: 1, approved: true }, ['over']]
  ])('%s', (_who, rule, fact, expected) => {
    const refusals = promoRefusals({ ...rules, ...rule }, { ...facts, ...fact })
    expect(refusals.map(({ kind }) => kind)).toEqual(expected)
  })

  test('nobody approves what cannot be given', () => {
    expect(canBeApproved({ kind: 'none-left' })).toBe(false)
    expect(canBeApproved({ kind: 'had-it', at: 1 })).toBe(true)
  })
})

test('a day begins at midnight of the zone, also on the day the clocks change', () => {
  expect(new Date(dayStart('Europe/Berlin', Date.UTC(2027, 2, 28, 20))).toISOString()).toBe('2027-03-27T23:00:00.000Z')
  expect(new Date(dayStart('America/New_York', Date.UTC(2027, 0, 1, 3))).toISOString()).toBe('2026-12-31T05:00:00.000Z')
})

test('the text of the customer’s language, else the one for all, with the code as it is', () => {
  const texts = [
    { language: '', text: 'Use {code}' },
    { language: 'pt', text: 'Usa {code}' }
  ]
  expect(promoText(texts, 'pt-BR', 'A$&1')).toBe('Usa A$&1')
  expect(promoText(texts, 'fr', 'A1')).toBe('Use A1')
  expect(promoText(texts, null, 'A1')).toBe('Use A1')
  expect(promoText([], 'fr', 'A1')).toBe('A1')
})

test('stock: how long it lasts, and when somebody should know', () => {
  const stock = { left: 100, size: 1_000, given: 0, days: 14, until: null, now: 0 }
  expect(stockForecast(stock)).toEqual({ emptyAt: null, level: 'low' })
  expect(stockForecast({ ...stock, left: 500, given: 140 })).toEqual({ emptyAt: 50 * DAY, level: 'enough' })
  expect(stockForecast({ ...stock, left: 500, given: 1_400 }).level).toBe('low')
  expect(stockForecast({ ...stock, left: 500, given: 1_400, until: 4 * DAY }).level).toBe('low')
  expect(stockForecast({ ...stock, left: 500, given: 140, days: 1 }).emptyAt).toBe(Math.round((500 / 140) * DAY))
  expect(stockForecast({ ...stock, left: 0 }).level).toBe('empty')
  expect(stockForecast({ ...stock, left: 0, size: 0 }).level).toBe('enough')
})

test('shares on small numbers are honest: Wilson’s published ranges', () => {
  expect(wilsonShare(0, 0)).toBeNull()
  const close = (share: ReturnType<typeof wilsonShare>) => [share?.low.toFixed(3), share?.high.toFixed(3)]
  expect(close(wilsonShare(0, 10))).toEqual(['0.000', '0.278'])
  expect(close(wilsonShare(1, 10))).toEqual(['0.018', '0.404'])
  expect(close(wilsonShare(81, 263))).toEqual(['0.255', '0.366'])
})
