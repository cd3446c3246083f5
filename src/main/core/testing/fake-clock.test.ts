import { expect, test } from 'vitest'
import { createFakeClock } from './fake-clock.ts'

test('calls back in order of time, with the clock at each moment', () => {
  const clock = createFakeClock(1000)
  const seen: string[] = []
  const note = (name: string) => () => seen.push(`${name} ${clock.now()}`)
  clock.after(20, note('second'))
  clock.after(10, () => {
    note('first')()
    clock.after(5, note('planned meanwhile'))
  })
  clock.after(15, note('cancelled'))()
  clock.after(31, note('later'))
  clock.advance(30)
  expect(seen).toEqual(['first 1010', 'planned meanwhile 1015', 'second 1020'])
  expect([clock.now(), clock.pending(), clock.nextAt()]).toEqual([1030, 1, 1031])
})

test('meets what promises plan on the way', async () => {
  const clock = createFakeClock(0)
  const wait = (delay: number): Promise<void> => new Promise((resolve) => clock.after(delay, resolve))
  const times: number[] = []
  const loop = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await wait(10)
      times.push(clock.now())
    }
  }
  const done = loop()
  await clock.advanceAsync(30)
  await done
  expect(times).toEqual([10, 20, 30])
})
