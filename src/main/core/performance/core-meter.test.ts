import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'

test('what windows ask all the time and searches are timed, each for itself', async () => {
  await using desk = await createTestCore()
  const count = async (id: string): Promise<number> =>
    (await desk.client.ask('performance.core', {})).find((row) => row.id === id)?.count ?? -1
  expect([await count('hot'), await count('search')]).toEqual([0, 0])
  await desk.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 50 })
  await desk.client.ask('inbox.counts', { account: null })
  await desk.client.ask('search.messages', { text: 'parcel', limit: 50 })
  await desk.client.ask('accounts.list', {})
  expect([await count('hot'), await count('search')]).toEqual([2, 1])
})

test('a live list is timed again with each commit that touches it', async () => {
  await using desk = await createTestCore()
  await desk.until('inbox.list', { queue: 'inbox', account: null, limit: 50 }, (rows) => rows.length === 0)
  const stop = desk.client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 50 }, () => undefined)
  const before = (await desk.client.ask('performance.core', {}))[0]?.count ?? 0
  desk.say(desk.customer(), 'Hello')
  await desk.sync()
  expect((await desk.client.ask('performance.core', {}))[0]?.count).toBeGreaterThan(before)
  stop()
})
