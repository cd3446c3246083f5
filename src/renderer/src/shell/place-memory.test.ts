import { expect, test } from 'vitest'
import { PlaceMemory, sameList, startingPlace } from './place-memory.ts'

function storage(first?: string) {
  let stored = first ?? null
  let writes = 0
  return {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value
      writes += 1
    },
    writes: () => writes
  }
}

test('the next start finds the place, and what did not change is not written', () => {
  const disk = storage()
  const memory = new PlaceMemory(disk)
  expect(memory.place).toEqual(startingPlace)
  memory.remember({ queue: 'resolved', view: 'orders', conversation: '1/1-2', scroll: 760 })
  memory.remember({ scroll: 760 })
  expect(disk.writes()).toBe(1)
  expect(new PlaceMemory(disk).place).toEqual({
    ...startingPlace,
    queue: 'resolved',
    view: 'orders',
    conversation: '1/1-2',
    scroll: 760
  })
})

test.each([
  ['no JSON', '{'],
  ['another shape', '7'],
  ['foreign values', '{"queue":"no-such","account":7,"conversation":"../x","mode":"shout","scroll":-5}']
])('%s is the beginning', (_what, stored) => {
  expect(new PlaceMemory(storage(stored)).place).toEqual(startingPlace)
})

test('one wrong value does not take the others along', () => {
  expect(new PlaceMemory(storage('{"queue":"all","scroll":"far"}')).place).toEqual({ ...startingPlace, queue: 'all' })
})

test('a storage that refuses changes nothing but the memory', () => {
  const refuses = {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    }
  }
  const memory = new PlaceMemory(refuses)
  memory.remember({ queue: 'all' })
  expect(memory.place.queue).toBe('all')
})

test('a list is another one in another queue, view or account', () => {
  const list = { queue: 'inbox', view: null, account: null } as const
  expect(sameList(list, { ...list })).toBe(true)
  expect(sameList(list, { ...list, view: 'orders' })).toBe(false)
  expect(sameList(list, { ...list, account: '7' })).toBe(false)
  expect(sameList(list, { ...list, queue: 'all' })).toBe(false)
})
