import { describe, expect, test } from 'vitest'
import { parseMoment } from './parse-moment.ts'
import { fromFieldValue, scheduleChoices, scheduleProblem, toFieldValue } from './schedule-choices.ts'

/** A Thursday afternoon, by the local clock of whoever runs this. */
const now = new Date(2026, 10, 26, 15, 20).getTime()
const local = (at: number | null): string => (at === null ? 'not understood' : toFieldValue(at))

describe('choices', () => {
  test('are ahead, soonest first, each once', () => {
    for (let hour = 0; hour < 24 * 8; hour += 1) {
      const at = now + hour * 3_600_000
      const choices = scheduleChoices(at)
      expect(choices.length).toBeGreaterThanOrEqual(5)
      expect(choices.map((choice) => choice.at)).toEqual(
        [...new Set(choices.map((choice) => choice.at))].toSorted((a, b) => a - b)
      )
      for (const choice of choices) expect(scheduleProblem(choice.at, at)).toBeNull()
    }
  })

  test('name what they are', () => {
    const named = Object.fromEntries(scheduleChoices(now).map((choice) => [choice.label, local(choice.at)]))
    expect(named).toMatchObject({
      'In 1 hour': '2026-11-26T16:20',
      'This evening': '2026-11-26T18:00',
      'Tomorrow morning': '2026-11-27T09:00',
      'Monday morning': '2026-11-30T09:00'
    })
  })

  test('on a Sunday, Monday morning is tomorrow morning', () => {
    const sunday = new Date(2026, 10, 29, 12).getTime()
    const labels = scheduleChoices(sunday).map((choice) => choice.label)
    expect(labels).toContain('Tomorrow morning')
    expect(labels).not.toContain('Monday morning')
  })
})

test.each([
  ['tomorrow 9', '2026-11-27T09:00'],
  ['tomorrow at 9', '2026-11-27T09:00'],
  ['Tomorrow', '2026-11-27T09:00'],
  ['fri 14:30', '2026-11-27T14:30'],
  ['next monday', '2026-11-30T09:00'],
  ['monday 18', '2026-11-30T18:00'],
  ['3 dec', '2026-12-03T09:00'],
  ['dec 3, 10am', '2026-12-03T10:00'],
  ['2026-12-01 08:15', '2026-12-01T08:15'],
  ['in 2 hours', '2026-11-26T17:20'],
  ['in 30 min', '2026-11-26T15:50'],
  ['tomorrow morning', '2026-11-27T09:00'],
  ['tonight', '2026-11-26T20:00'],
  ['9', '2026-11-27T09:00'],
  ['18', '2026-11-26T18:00'],
  ['9:30', '2026-11-27T09:30'],
  ['5pm', '2026-11-26T17:00'],
  ['', 'not understood'],
  ['whenever', 'not understood'],
  ['30.11. 9:00', 'not understood'],
  ['tomorrow 25', 'not understood']
])('“%s” means %s', (text, expected) => {
  expect(local(parseMoment(text, now))).toBe(expected)
})

test('the field for date and time goes both ways, and an incomplete one means nothing', () => {
  expect(fromFieldValue(toFieldValue(now))).toBe(now)
  for (const value of ['', '2026-11-30', '2026-11-30T', '2026-13-40T09:00']) expect(fromFieldValue(value)).toBeNull()
})

test('the past and more than a year are told', () => {
  expect(scheduleProblem(now, now)).toBe('That time is over. Choose one in the future.')
  expect(scheduleProblem(now + 400 * 86_400_000, now)).toBe('A reply can wait a year at most.')
  expect(scheduleProblem(now + 60_000, now)).toBeNull()
})
