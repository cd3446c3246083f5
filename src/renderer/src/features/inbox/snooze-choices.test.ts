import { expect, test } from 'vitest'
import { readSnooze, snoozeChoices, snoozeProblem } from './snooze-choices.ts'

/** A Thursday, 15:20 by the local clock. */
const NOW = new Date(2026, 10, 26, 15, 20).getTime()
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

test.each([
  ['tomorrow 9', at(27, 9)],
  ['in 3 h', at(26, 18, 20)],
  ['monday', at(30, 9)],
  ['when they reply', null],
  ['until they write', null],
  ['reply', null]
])('“%s” is understood', (text, expected) => {
  expect(readSnooze(text, NOW)?.at).toBe(expected)
})

test.each(['purple', 'when pigs fly', 'tomorrow purple'])('“%s” is not', (text) => {
  expect(readSnooze(text, NOW)).toBeNull()
})

test('a time that is over, or too far away, is refused with a word', () => {
  const past = readSnooze('yesterday', NOW)?.at ?? null
  expect(past).not.toBeNull()
  expect(snoozeProblem(past, NOW)).toMatch(/is over/)
  expect(snoozeProblem(NOW + 400 * 24 * 3_600_000, NOW)).toMatch(/a year/)
  expect(snoozeProblem(at(27, 9), NOW)).toBeNull()
  expect(snoozeProblem(null, NOW)).toBeNull()
})

test('waiting for the customer is always offered, last', () => {
  expect(snoozeChoices(NOW).at(-1)).toMatchObject({ at: null })
})
