import { expect, test } from 'vitest'
import {
  afterRefusal,
  afterReturn,
  afterTaking,
  afterWord,
  type CountedWindow,
  isOver,
  LOST_MARGIN,
  remaining,
  type ServerClock
} from './rate-window.ts'

const SPAN = 900_000
const START = 1_000_000_000
const unused: CountedWindow = { limit: 15, used: 0, own: 0, resetAt: 0, told: false }
const at = (time: number, seenAt = time): ServerClock => ({ seenAt, estimate: time })
const take = (window: CountedWindow, clock: ServerClock, late = 0): CountedWindow =>
  afterTaking(window, SPAN, clock, late, true)

test('without a word of X, the first request opens a window that is long enough for a late arrival', () => {
  const opened = take(unused, at(START))
  expect(opened).toEqual({ limit: 15, used: 1, own: 1, resetAt: START + SPAN + LOST_MARGIN, told: false })
  let window = opened
  for (let count = 1; count < 15; count += 1) window = take(window, at(START))
  expect(remaining(window, at(START), 0)).toBe(0)
})

test('X’s word on the end of the window holds', () => {
  const told = afterWord(
    take(unused, at(START)),
    { limit: 15, remaining: 14, resetAt: START + SPAN },
    SPAN,
    at(START),
    0
  )
  expect(told).toEqual({ limit: 15, used: 1, own: 1, resetAt: START + SPAN, told: true })
  // Another desk uses the same account.
  const others = afterWord(told, { limit: 15, remaining: 4, resetAt: START + SPAN }, SPAN, at(START), 0)
  expect(remaining(others, at(START), 0)).toBe(4)
  // An answer that was overtaken takes nothing back.
  expect(afterWord(others, { limit: 15, remaining: 9, resetAt: START + SPAN }, SPAN, at(START), 0).used).toBe(11)
  // Nor does one of the window before.
  expect(
    afterWord(others, { limit: 15, remaining: 15, resetAt: START - SPAN + 60_000 }, SPAN, at(START - SPAN), 0).used
  ).toBe(11)
})

test('our clock alone opens no new window while the old one has room; X’s does', () => {
  const told: CountedWindow = { limit: 15, used: 14, own: 14, resetAt: START + SPAN, told: true }
  const jumped = at(START + 2 * SPAN, START + 10_000)
  expect(remaining(told, jumped, 0)).toBe(1)
  expect(take(told, jumped)).toMatchObject({ used: 15, resetAt: START + SPAN })
  const sure = at(START + SPAN)
  expect(isOver(told, sure)).toBe(true)
  expect(take(told, sure)).toMatchObject({ used: 1, told: false })
})

test('a request that was lost at the end of a window counts in the next one, too', () => {
  const told: CountedWindow = { limit: 15, used: 15, own: 15, resetAt: START, told: true }
  expect(remaining(told, at(START), 2)).toBe(13)
  expect(take(told, at(START), 2).used).toBe(3)
})

test('an impossible time is not believed', () => {
  const opened = take(unused, at(START))
  for (const resetAt of [0, START - 1, START + 40 * SPAN]) {
    const window = afterWord(opened, { limit: 15, remaining: 3, resetAt }, SPAN, at(START), 0)
    expect(window).toMatchObject({ used: 12, resetAt: START + SPAN + LOST_MARGIN, told: false })
  }
})

test('a refusal without numbers empties the window; a request that never left is given back', () => {
  expect(remaining(afterRefusal(unused, START + SPAN), at(START), 0)).toBe(0)
  expect(afterReturn(take(unused, at(START))).used).toBe(0)
})
