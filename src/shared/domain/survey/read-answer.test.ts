import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from './read-answer.ts'
import { isOnScale, type ScoreKind } from './survey.ts'

const sure = (value: number, correction = false) => ({ kind: 'score', value, confidence: 'sure', correction })
const asked = (why: string, ...candidates: number[]) => ({ kind: 'uncertain', candidates, why })

test.each([
  ['4', sure(4)],
  ['Four, thanks', sure(4)],
  ["I'd say a 4, thanks!", sure(4)],
  ['un 4 la verdad', sure(4)],
  ['4 von 5 Sternen', sure(4)],
  ['٤ من ٥', sure(4)],
  ['４です', sure(4)],
  ['४', sure(4)],
  ['۴', sure(4)],
  ['4️⃣', sure(4)],
  ['④', sure(4)],
  ['★★★☆☆', sure(3)],
  ['★☆☆☆☆', sure(1)],
  ['👍🏽', sure(5)],
  ['👎', sure(1)],
  ['Sorry, I meant 5', sure(5, true)],
  ['3 — no wait, 4', sure(4, true)],
  ['5 5 5!', sure(5)],
  ['5 out of 5 ⭐⭐⭐⭐⭐', sure(5)]
])('%s is a score of five points', (text, reading) => {
  expect(readAnswer('csat', text)).toEqual(reading)
})

test.each([
  ['3 or 4', asked('range', 3, 4)],
  ['3-4', asked('range', 3, 4)],
  ['4.5', asked('half', 4, 5)],
  ['four and a half', asked('half', 4, 5)],
  ['viereinhalb', asked('half', 4, 5)],
  ['8/10', asked('scale', 4)],
  ['7', asked('scale', 4)],
  ['0', asked('scale', 1)],
  ['not a 5', asked('negated', 5)],
  ['almost 5', asked('hedged', 5)],
  ['2, please', asked('contradiction', 2)],
  ['4?', asked('question', 4)],
  ['5. 2.', asked('several', 5, 2)],
  ['5, worst service ever', asked('contradiction', 5)],
  ['1, excellent', asked('contradiction', 1)],
  ['5 🙄', asked('hedged', 5)],
  ['5 stars for making me wait 3 weeks', asked('words', 5)],
  ['thank you 4 your help', asked('hedged', 4)],
  ['me 2', asked('hedged', 2)],
  ['the 2', asked('hedged', 2)],
  ['give me five', asked('hedged', 5)],
  ['2 was wrong', asked('words', 2)],
  ['⭐', asked('scale', 5, 1)],
  ['😍', asked('face', 5, 4)],
  ['😡', asked('face', 1, 2)]
])('%s is for an agent to decide', (text, reading) => {
  expect(readAnswer('csat', text)).toEqual(reading)
})

test.each([
  '2 parcels',
  'waited 4 days',
  'order 4',
  '#4',
  '5/12/2026',
  '4:30',
  'at 5',
  '5pm',
  '4,99',
  '€5',
  '5 €',
  '€ 5',
  '5 %',
  '5%',
  '+1 555 0100',
  'iPhone 5',
  'PS5',
  'the 4th',
  '24/7',
  '123.4',
  '2026-11-05',
  '5km',
  'https://t.co/a5',
  '@anna_5',
  '🎉',
  ''
])('%s is no score', (text) => {
  expect(readAnswer('csat', text)).toEqual({ kind: 'none' })
})

test('ten points are another scale than five', () => {
  expect(readAnswer('nps', '8/10')).toEqual(sure(8))
  expect(readAnswer('nps', '0')).toEqual(sure(0))
  expect(readAnswer('nps', '4/5')).toEqual(asked('scale', 8))
  expect(readAnswer('nps', '5 stars')).toEqual(asked('scale', 5, 10))
  expect(readAnswer('nps', '👍')).toEqual(asked('face', 10, 9))
})

test.each(['stop', 'STOP!', 'No surveys please', 'keine Umfragen bitte', 'pas de sondage svp', 'لا ترسلوا استبيانات'])(
  '%s is heard whatever was asked',
  (text) => {
    for (const kind of ['csat', 'nps', 'open'] as const) expect(readAnswer(kind, text)).toEqual({ kind: 'opt-out' })
  }
)

test.each(['please stop the delivery', 'I did not get a survey', 'stop being so slow', 'nobody rated me'])(
  '%s is no refusal',
  (text) => {
    expect(readAnswer('open', text)).toEqual({ kind: 'words' })
  }
)

test('an open question takes words, and nothing for nothing', () => {
  expect(readAnswer('open', 'Faster delivery, 4 days is long')).toEqual({ kind: 'words' })
  expect(readAnswer('open', ' \u200b ')).toEqual({ kind: 'none' })
})

test('a score in a long story is asked about', () => {
  expect(readAnswer('csat', '5, thanks!\n' + 'thanks '.repeat(200))).toEqual(asked('words', 5))
})

const kind = fc.constantFrom<ScoreKind>('csat', 'nps')

describe('whatever is written', () => {
  test('it is read without an error, and what it may mean is on the scale', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '5',
        ' 4',
        '/',
        '-',
        '⭐',
        '☆',
        '½',
        ' or ',
        ' not ',
        'un ',
        '点',
        'من',
        '٤',
        '👍',
        '\n',
        '.',
        ',',
        '10',
        '中'
      )
    )
    fc.assert(
      fc.property(kind, fc.array(piece, { maxLength: 12 }), (survey, pieces) => {
        const reading = readAnswer(survey, pieces.join(''))
        const values =
          reading.kind === 'score' ? [reading.value] : reading.kind === 'uncertain' ? reading.candidates : []
        expect(values.every((value) => isOnScale(survey, value))).toBe(true)
        expect(new Set(values).size).toBe(values.length)
        if (reading.kind === 'uncertain') expect(values.length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 }
    )
  })

  test('no digit within a longer number is a score', () => {
    const around = fc.constantFrom('', 'thanks ', 'order ', 'my rating: ', '!', ' stars', ' please', '٣')
    fc.assert(
      fc.property(kind, around, fc.bigInt({ min: 100n, max: 10n ** 30n }), around, (survey, before, number, after) => {
        expect(readAnswer(survey, `${before}${number}${after}`)).toEqual({ kind: 'none' })
      })
    )
  })

  test('ten thousand signs take no longer than their share', () => {
    const units = [
      '5',
      '5 ',
      '5-',
      '5/',
      '/5',
      "a'",
      'a.',
      'un ',
      'no ',
      'no more ',
      '⭐',
      '点',
      '5,',
      '1 or ',
      'i meant ',
      '\u0301',
      'stop sending '
    ]
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(10_000 / unit.length))
      const start = performance.now()
      for (const survey of ['csat', 'nps', 'open'] as const) readAnswer(survey, text)
      // Milliseconds are expected; anything quadratic takes seconds.
      expect(performance.now() - start).toBeLessThan(250)
    }
  })
})
