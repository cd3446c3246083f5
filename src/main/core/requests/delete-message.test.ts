import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'

const DELETE = { method: 'DELETE', path: '/2/dm_events/*' } as const
const requests = (core: TestCore) => core.client.ask('requests.list', {})
const deletes = (core: TestCore): number => core.x.requests.filter((request) => request.startsWith('DELETE')).length

/** A customer, and two replies of ours that X has. */
async function withReplies(core: TestCore): Promise<{ id: string; key: string; message: string }> {
  core.settings.set('outbox.undoSeconds', 5)
  const { id, key } = await withCustomer(core)
  await core.reply(key, 'The wrong pelican answer')
  await core.sync()
  const message = core.world.sent[0]?.id ?? ''
  core.clock.advance(2_000)
  await core.reply(key, 'The right answer')
  await core.sync()
  return { id, key, message }
}

function remove(core: TestCore, conversation: string, message: string) {
  return core.client.run('thread.deleteMessage', { conversation, message })
}

test('held, then gone from thread, search, counters and outbox, then gone at X', async () => {
  await using core = await createTestCore()
  const { key, message } = await withReplies(core)
  const { requestId, heldUntil } = await remove(core, key, message)
  expect(heldUntil).toBe(core.clock.now() + 5_000)
  expect((await core.messages(key)).find((row) => row.id === message)?.deleting).toEqual({ requestId, at: heldUntil })
  await core.sync()
  expect(await core.texts(key)).toHaveLength(3)
  core.clock.advance(5_000)
  await core.sync()
  expect(await core.texts(key)).toEqual(['Where is my order?', 'The right answer'])
  expect(await core.client.ask('search.messages', { text: 'pelican', limit: 5 })).toEqual([])
  expect((await core.client.ask('thread.head', { conversation: key }))[0]).toMatchObject({ messageCount: 2 })
  for (const table of ['outbox', 'draft_version']) {
    expect(core.peek(`SELECT 1 FROM ${table} WHERE text LIKE '%pelican%'`)).toEqual([])
  }
  expect(core.world.event(message)?.deletedFor).toEqual([core.accountId])
  expect(await requests(core)).toEqual([])
  expect(core.world.billing()).toMatchObject({ deletes: 1 })
  // The customer has been answered and keeps the copy.
  expect((await core.client.ask('thread.head', { conversation: key }))[0]?.waitingSince).toBeNull()
})

test('undo keeps it; afterwards it is too late', async () => {
  await using core = await createTestCore()
  const { key, message } = await withReplies(core)
  const { requestId } = await remove(core, key, message)
  await core.restart()
  await core.client.run('requests.undo', { requestId })
  core.clock.advance(10_000)
  await core.sync()
  expect(await core.texts(key)).toHaveLength(3)
  expect(deletes(core)).toBe(0)
  const again = await remove(core, key, message)
  core.clock.advance(10_000)
  core.network('down')
  await core.sync()
  await expect(core.client.run('requests.undo', { requestId: again.requestId })).rejects.toMatchObject({
    code: 'conflict'
  })
})

test('offline it goes here at once and at X later; neither a read nor an archive brings it back, nor is it paid twice', async () => {
  await using core = await createTestCore({ background: true })
  const { key, message } = await withReplies(core)
  await core.quiet()
  core.network('down')
  await remove(core, key, message)
  core.clock.advance(5_000)
  await core.quiet()
  expect(await core.texts(key)).toEqual(['Where is my order?', 'The right answer'])
  expect(await requests(core)).toEqual([expect.objectContaining({ kind: 'delete-message', state: 'queued' })])
  await core.crash()
  expect(await core.texts(key)).toHaveLength(2)
  core.network('up')
  // X does not delete for a while, and still shows it.
  core.x.faults.add({ kind: 'status', status: 503 }, { ...DELETE, times: 3 })
  core.clock.advance(120_000)
  await core.quiet()
  expect(await core.texts(key)).toEqual(['Where is my order?', 'The right answer'])
  expect(core.x.requests.some((request) => request.startsWith('GET /2/dm_events'))).toBe(true)
  core.clock.advance(30 * 60_000)
  await core.quiet()
  expect(core.world.event(message)?.deletedFor).toEqual([core.accountId])
  expect(await requests(core)).toEqual([])
})

test('gone at X already counts as done, a refusal is seen', async () => {
  await using core = await createTestCore()
  const { key, message } = await withReplies(core)
  core.world.deleteFor(core.accountId, message)
  await remove(core, key, message)
  core.clock.advance(5_000)
  await core.sync()
  expect(await requests(core)).toEqual([])
  const second = core.world.sent[1]?.id ?? ''
  core.x.faults.add({ kind: 'status', status: 403 }, DELETE)
  await remove(core, key, second)
  core.clock.advance(5_000)
  await core.sync()
  const [failed] = await requests(core)
  expect(failed).toMatchObject({ kind: 'delete-message', state: 'failed' })
  expect(failed?.reason).toMatch(/^X does not allow this/)
  expect(await core.texts(key)).toEqual(['Where is my order?'])
  await core.client.run('requests.retry', { requestId: failed?.id ?? '' })
  await core.sync()
  expect(core.world.event(second)?.deletedFor).toEqual([core.accountId])
})

test('a deleted event that X returns is charged once a day and stored never', async () => {
  await using core = await createTestCore()
  const { key, message } = await withReplies(core)
  core.x.faults.add({ kind: 'status', status: 503 }, { ...DELETE, times: 100 })
  await remove(core, key, message)
  core.clock.advance(5_000)
  let cost = 0
  for (let round = 0; round < 3; round += 1) {
    core.clock.advance(60_000)
    cost += (await core.round()).cost_usd
  }
  expect(await core.texts(key)).toEqual(['Where is my order?', 'The right answer'])
  const bill = core.world.billing()
  const counted = core.peek<{ units: number }>("SELECT sum(units) AS units FROM cost_day WHERE kind = 'dm-read'")
  expect(counted).toEqual([{ units: bill.events }])
  expect(cost).toBeLessThan(0.05)
})

test('only what we sent ourselves', async () => {
  await using core = await createTestCore()
  const { key } = await withReplies(core)
  const theirs = (await core.messages(key))[0]?.id ?? ''
  await expect(remove(core, key, theirs)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(remove(core, key, '1234567890')).rejects.toMatchObject({ code: 'not-found' })
})

test('its picture goes with it, also from the disk', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const event = core.world.say(core.accountId, key.split('/')[1] ?? '', 'Like this', {
    media: { kind: 'picture', motif: 'mug', seed: 1 }
  })
  await core.round()
  const row = (await core.messages(key)).find((each) => each.id === event.id)
  const path = row?.media[0]?.src?.replace(/^media\//, '') ?? ''
  expect(await core.core.media(path, null)).not.toBeNull()
  const files = (): number => readdirSync(join(core.dataDir, 'media')).length
  const before = files()
  await remove(core, key, event.id)
  core.clock.advance(10_000)
  await core.sync()
  expect(files()).toBe(before - 1)
  expect(core.peek('SELECT 1 FROM media_file')).toEqual([])
  expect(await core.core.media(path, null)).toBeNull()
})
