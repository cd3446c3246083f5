import { expect, test } from 'vitest'
import { startingPlan } from '../../../../shared/domain/sla.ts'
import { formatHours, parseHours } from '../../ui/HoursFields/hours-text.ts'
import { draftOf, isChanged, readDraft } from './plan-draft.ts'

const plan = startingPlan('UTC', 'a')

test.each([
  ['9-18', [{ from: 540, to: 1080 }]],
  [
    ' 9:00 – 12:30, 13.30 - 18 ',
    [
      { from: 540, to: 750 },
      { from: 810, to: 1080 }
    ]
  ],
  ['8 to 20', [{ from: 480, to: 1200 }]],
  ['0-24', [{ from: 0, to: 1440 }]],
  ['18-0', [{ from: 1080, to: 1440 }]],
  ['', []],
  ['closed', []],
  ['nine to five', null],
  ['9-25', null],
  ['9:75-18', null],
  ['9', null]
])('hours as people write them: %s', (text, hours) => {
  expect(parseHours(text)).toEqual(hours)
})

test('what is shown can be read again', () => {
  const hours = [
    { from: 810, to: 1440 },
    { from: 0, to: 750 }
  ]
  expect(formatHours(hours)).toBe('0:00–12:30, 13:30–24:00')
  expect(parseHours(formatHours(hours))).toEqual(hours.toReversed())
})

test('a draft keeps what is half written, and names the day', () => {
  const draft = { ...draftOf('1', plan), dayTexts: ['9-', '', '', '', '', '', ''] }
  expect(readDraft(draft).problem).toEqual({ kind: 'unreadable', day: 0 })
  expect(draft.dayTexts[0]).toBe('9-')
  expect(readDraft(draftOf('1', plan))).toEqual({ plan, problem: null })
})

test('only a change is one', () => {
  const draft = draftOf('1', plan)
  expect(isChanged(draft, plan)).toBe(false)
  expect(isChanged({ ...draft, plan: { ...plan, riskMinutes: 31 } }, plan)).toBe(true)
})
