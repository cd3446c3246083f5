import { expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { watchClock } from './clock-watch.ts'

test('tells a sleep and a clock that was set back from a busy computer', () => {
  const clock = createFakeClock()
  const jumps: number[] = []
  const stop = watchClock(clock, (by) => jumps.push(by))
  clock.advance(60_000)
  clock.jump(60_000)
  clock.advance(60_000)
  expect(jumps).toEqual([])
  clock.jump(3 * 3_600_000)
  clock.advance(60_000)
  expect(jumps).toEqual([3 * 3_600_000])
  clock.jump(-500)
  clock.advance(60_000)
  clock.jump(-86_400_000)
  clock.advance(60_000)
  expect(jumps).toEqual([3 * 3_600_000, -86_400_000])
  stop()
  expect(clock.pending()).toBe(0)
})
