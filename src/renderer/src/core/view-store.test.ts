import { expect, test } from 'vitest'
import type { CoreClient, LiveState } from '../../../shared/core-client.ts'
import { ViewStore } from './view-store.ts'

interface Sub {
  name: string
  push: (state: LiveState<{ id: string }>) => void
  live: boolean
}

function setUp() {
  const subs: Sub[] = []
  const client = {
    subscribe: (name: string, _params: unknown, listener: Sub['push']) => {
      const sub: Sub = { name, push: listener, live: true }
      subs.push(sub)
      return () => void (sub.live = false)
    }
  } as unknown as CoreClient
  const timers = new Set<() => void>()
  const store = new ViewStore(client, (run) => {
    timers.add(run)
    return () => void timers.delete(run)
  })
  const elapse = () => {
    for (const run of [...timers]) {
      timers.delete(run)
      run()
    }
  }
  return { subs, store, elapse, timers }
}

const params = { conversation: '1/1-2', mode: 'reply' } as const

test('two users share one subscription, whatever the order of the parameters', () => {
  const { subs, store } = setUp()
  let calls = 0
  store.use('inbox.list', { queue: 'inbox', account: null, limit: 200 }, () => (calls += 1))
  store.use('inbox.list', { limit: 200, account: null, queue: 'inbox' }, () => (calls += 1))
  expect(subs).toHaveLength(1)
  subs[0]?.push({ status: 'ready', rows: [] })
  expect(calls).toBe(2)
})

test('a view lingers after its last user and is there at once when one comes back', () => {
  const { subs, store, elapse } = setUp()
  store.use('thread.draft', params, () => undefined)()
  subs[0]?.push({ status: 'ready', rows: [{ id: '1/1-2' }] })
  expect(store.peek('thread.draft', params).status).toBe('ready')
  const leave = store.use('thread.draft', params, () => undefined)
  elapse()
  expect(subs[0]?.live).toBe(true)
  leave()
  elapse()
  expect(subs[0]?.live).toBe(false)
  expect(store.peek('thread.draft', params)).toEqual({ status: 'loading', rows: [] })
})

test('only so many views linger: the longest unused one is closed', () => {
  const { subs, store } = setUp()
  for (let index = 0; index < 41; index += 1) store.prefetch('thread.head', { conversation: `1/1-${index}` })
  expect(subs.filter((sub) => sub.live)).toHaveLength(40)
  expect(subs[0]?.live).toBe(false)
})

test('leaving twice counts once', () => {
  const { subs, store, elapse } = setUp()
  const leave = store.use('settings.list', {}, () => undefined)
  store.use('settings.list', {}, () => undefined)
  leave()
  leave()
  elapse()
  expect(subs[0]?.live).toBe(true)
})

test('equal rows of a fresh snapshot keep their identity', () => {
  const { subs, store } = setUp()
  store.use('settings.list', {}, () => undefined)
  subs[0]?.push({ status: 'ready', rows: [{ id: 'a' }, { id: 'b' }] })
  const before = store.peek('settings.list', {}).rows
  subs[0]?.push({ status: 'ready', rows: [{ id: 'b' }, { id: 'c' }] })
  const after = store.peek('settings.list', {}).rows
  expect(after[0]).toBe(before[1])
  expect(after.map((row) => row.id)).toEqual(['b', 'c'])
})
