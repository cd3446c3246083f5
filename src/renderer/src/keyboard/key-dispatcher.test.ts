import { expect, test } from 'vitest'
import { keyDispatcher } from './key-dispatcher.ts'

function setUp(does: (keys: string) => boolean = () => true) {
  const ran: string[] = []
  const dispatch = keyDispatcher(
    ['g i', 'g u', 'g r', 'g w', 'r', 'u', '$mod+k'].map((keys) => [
      keys,
      () => {
        if (does(keys)) ran.push(keys)
        return does(keys)
      }
    ])
  )
  const press = (key: string, modifier?: string) => {
    let prevented = false
    dispatch({
      key,
      code: `Key${key.toUpperCase()}`,
      getModifierState: (name: string) => name === modifier,
      preventDefault: () => (prevented = true)
    } as unknown as KeyboardEvent)
    return prevented
  }
  return { ran, press }
}

test('sequences follow each other without a pause', () => {
  const { ran, press } = setUp()
  for (const key of 'gugwgigr') press(key)
  expect(ran).toEqual(['g u', 'g w', 'g i', 'g r'])
})

test('a sequence wins over the single key it ends in', () => {
  const { ran, press } = setUp()
  press('r')
  press('g')
  press('r')
  press('r')
  expect(ran).toEqual(['r', 'g r', 'r'])
})

test('a sequence that does nothing here leaves the key to the next', () => {
  const { ran, press } = setUp((keys) => keys === 'r')
  press('g')
  expect(press('r')).toBe(true)
  expect(ran).toEqual(['r'])
})

test('modifiers are exact, and a key that means nothing is left to the browser', () => {
  const { ran, press } = setUp()
  expect(press('k')).toBe(false)
  expect(press('r', 'Control')).toBe(false)
  expect(press('k', 'Control')).toBe(true)
  expect(ran).toEqual(['$mod+k'])
})
