import { expect, test } from 'vitest'
import { keyDispatcher } from './key-dispatcher.ts'

function setUp(does: (keys: string) => boolean = () => true) {
  const ran: string[] = []
  const dispatch = keyDispatcher(
    ['r', 'g i', 'g u', 'g r', 'g w', 'u', '$mod+k', 'a b c'].map((keys) => [
      keys,
      () => {
        if (does(keys)) ran.push(keys)
        return does(keys)
      }
    ])
  )
  let now = 0
  return { ran, press: (...readings: string[]) => dispatch(readings, (now += 100)), wait: (ms: number) => (now += ms) }
}

test('sequences follow each other without a pause', () => {
  const { ran, press } = setUp()
  for (const key of 'gugwgigr') press(key)
  expect(ran).toEqual(['g u', 'g w', 'g i', 'g r'])
})

test('a sequence wins over the single key it ends in', () => {
  const { ran, press } = setUp()
  for (const key of 'rgrr') press(key)
  expect(ran).toEqual(['r', 'g r', 'r'])
})

test('a sequence that does nothing here leaves the key to the next', () => {
  const { ran, press } = setUp((keys) => keys === 'r')
  press('g')
  expect(press('r')).toBe(true)
  expect(ran).toEqual(['r'])
})

test('a key that means nothing is left to the browser', () => {
  const { ran, press } = setUp()
  expect(press('k')).toBe(false)
  expect(press()).toBe(false)
  expect(press('$mod+k')).toBe(true)
  expect(ran).toEqual(['$mod+k'])
})

test('a sequence that is not finished in time is forgotten', () => {
  const { ran, press, wait } = setUp()
  press('g')
  wait(1_000)
  press('i')
  expect(ran).toEqual([])
})

test('another key in between ends a sequence', () => {
  const { ran, press } = setUp()
  for (const key of 'gxiabc') press(key)
  expect(ran).toEqual(['a b c'])
})

test('the second reading of a key counts when the first means nothing', () => {
  const { ran, press } = setUp()
  press('п', 'g')
  press('ш', 'i')
  press('r', 'u')
  expect(ran).toEqual(['g i', 'r'])
})
