import { expect, test } from 'vitest'
import { readClock } from './clock-reading.ts'

const at = (date: string): Headers => new Headers({ date })
const TEN = Date.parse('2026-11-23T10:00:00Z')

test('an answer was written between the request and its arrival, in the second it names', () => {
  const reading = readClock(at('Mon, 23 Nov 2026 10:00:00 GMT'), TEN - 300, TEN + 200)
  expect(reading).toEqual({ seenAt: TEN, offset: { low: -200, high: 1_300 } })
})

test('a clock that was set back meanwhile tells no difference, and no date tells nothing', () => {
  expect(readClock(at('Mon, 23 Nov 2026 10:00:00 GMT'), TEN, TEN - 1)).toEqual({ seenAt: TEN, offset: null })
  expect(readClock(at('yesterday'), TEN, TEN)).toBeNull()
  expect(readClock(new Headers(), TEN, TEN)).toBeNull()
})
