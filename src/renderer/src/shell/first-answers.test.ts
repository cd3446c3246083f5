import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CoreClient, LiveState } from '../../../shared/core-client.ts'
import { ViewStore } from '../core/view-store.ts'
import { firstAnswers } from './first-answers.ts'
import { startingPlace } from './place-memory.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const push = new Map<string, (state: LiveState<{ id: string }>) => void>()
  const client = {
    subscribe: (name: string, _params: unknown, listener: (state: LiveState<{ id: string }>) => void) => {
      push.set(name, listener)
      return () => void push.delete(name)
    }
  } as unknown as CoreClient
  return { store: new ViewStore(client), push }
}

/** Whether it has ended by now. */
async function ended(work: Promise<void>): Promise<boolean> {
  let done = false
  void work.then(() => (done = true))
  await vi.advanceTimersByTimeAsync(0)
  return done
}

test('the picture waits for the last answer, which is then still there', async () => {
  const { store, push } = setUp()
  const work = firstAnswers(store, startingPlace)
  const names = [...push.keys()]
  expect(names).toContain('inbox.list')
  for (const name of names.slice(1)) push.get(name)?.({ status: 'ready', rows: [] })
  expect(await ended(work)).toBe(false)
  push.get(names[0] ?? '')?.({ status: 'ready', rows: [] })
  expect(await ended(work)).toBe(true)
  expect(store.peek('inbox.list', { queue: 'inbox', account: null, limit: 200 }).status).toBe('ready')
  expect(push.size).toBe(names.length)
})

test('a core that does not answer delays the frame no longer than a moment', async () => {
  const { store } = setUp()
  const work = firstAnswers(store, { ...startingPlace, conversation: '1/1-2' })
  await vi.advanceTimersByTimeAsync(140)
  expect(await ended(work)).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(await ended(work)).toBe(true)
})
