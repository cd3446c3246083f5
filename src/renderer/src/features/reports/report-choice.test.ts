import { describe, expect, test } from 'vitest'
import { daysOf, readChoice, zoneOf } from './report-choice.ts'

describe('what was remembered', () => {
  test('nothing is the last seven days, compared', () => {
    expect(readChoice(null)).toMatchObject({ preset: 'last-7', compare: true, openHours: false, zone: null })
    expect(readChoice('nonsense')).toMatchObject({ preset: 'last-7' })
  })

  test('chosen days stay, also with the zone they were chosen in', () => {
    const kept = {
      preset: null,
      from: '2026-02-01',
      to: '2026-02-28',
      zone: 'Asia/Tokyo',
      compare: false,
      tables: true
    }
    expect(readChoice(kept)).toEqual({ ...kept, openHours: false })
  })

  test.each([
    ['days that no calendar has', { preset: null, from: '2026-02-30', to: '2026-03-01' }, { preset: 'last-7' }],
    ['days that end before they begin', { preset: null, from: '2026-03-02', to: '2026-03-01' }, { preset: 'last-7' }],
    ['a preset of a later version', { preset: 'last-century', compare: false }, { preset: 'last-7', compare: false }],
    ['a zone that is not known here', { preset: 'today', zone: 'Mars/Olympus' }, { preset: 'today', zone: null }]
  ])('%s are left, and the rest holds', (_what, kept, expected) => {
    expect(readChoice(kept)).toMatchObject(expected)
  })
})

test('a preset goes on with the days of its zone; the business hours’ zone holds until another is chosen', () => {
  const now = Date.UTC(2026, 10, 30, 12)
  const choice = readChoice({ preset: 'today' })
  expect(zoneOf(choice, 'Pacific/Auckland')).toBe('Pacific/Auckland')
  expect(zoneOf({ zone: 'Asia/Tokyo' }, 'Pacific/Auckland')).toBe('Asia/Tokyo')
  expect(daysOf(choice, 'Pacific/Auckland', now)).toEqual({ from: '2026-12-01', to: '2026-12-01' })
  expect(daysOf(choice, 'America/New_York', now)).toEqual({ from: '2026-11-30', to: '2026-11-30' })
})
