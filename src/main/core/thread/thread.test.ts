import { expect, test } from 'vitest'
import type { ThreadRow } from '../../../shared/contract/rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function filled(core: TestCore, count: number): Promise<{ key: string; ids: string[] }> {
  const ana = core.customer({ name: 'Ana' })
  for (let index = 0; index < count; index += 1) core.say(ana, `message ${index}`)
  await core.round()
  return { key: core.keyOf(ana), ids: core.world.events().map((event) => event.id) }
}

function around(core: TestCore, key: string, id: string, older: number, newer: number): Promise<readonly ThreadRow[]> {
  return core.client.ask('thread.messages', { conversation: key, window: { at: 'message', id, older, newer } })
}

test('the newest messages, oldest first', async () => {
  await using core = await createTestCore()
  const { key, ids } = await filled(core, 50)
  const rows = await core.client.ask('thread.messages', { conversation: key, window: { at: 'newest', older: 20 } })
  expect(rows.map((row) => row.id)).toEqual(ids.slice(-20))
  expect(await core.client.ask('thread.head', { conversation: key })).toEqual([
    expect.objectContaining({ id: key, name: 'Ana', messageCount: 50, canReply: true, group: false })
  ])
})

test('a window around a message; replies on their way only where the thread ends', async () => {
  await using core = await createTestCore()
  const { key, ids } = await filled(core, 50)
  const outboxId = await core.reply(key, 'waiting')
  const at = (index: number): string => ids[index] ?? ''
  const idsOf = async (index: number, older: number, newer: number): Promise<string[]> =>
    (await around(core, key, at(index), older, newer)).map((row) => row.id)
  expect(await idsOf(25, 5, 5)).toEqual(ids.slice(20, 31))
  expect(await idsOf(2, 5, 5)).toEqual(ids.slice(0, 8))
  expect(await idsOf(44, 2, 5)).toEqual([...ids.slice(42), `outbox:${outboxId}`])
  expect(await idsOf(43, 2, 5)).toEqual(ids.slice(41, 49))
  expect(await idsOf(49, 1, 5)).toEqual([at(48), at(49), `outbox:${outboxId}`])
  // A message of elsewhere, or none at all: the newest.
  expect((await around(core, key, '123', 3, 3)).map((row) => row.id)).toEqual([...ids.slice(-3), `outbox:${outboxId}`])
  expect(
    await core.client.ask('thread.messages', { conversation: '1/1-2', window: { at: 'newest', older: 9 } })
  ).toEqual([])
})

test('messages of one moment stand in the order of X’s numbers, in every window', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const at = core.clock.now() - 60_000
  const ids = Array.from(
    { length: 40 },
    (_, index) => core.world.say(ana.id, core.accountId, `same ${index}`, { at }).id
  )
  await core.round()
  const key = core.keyOf(ana)
  expect(await core.texts(key)).toEqual(Array.from({ length: 40 }, (_, index) => `same ${index}`))
  expect((await around(core, key, ids[20] ?? '', 3, 3)).map((row) => row.id)).toEqual(ids.slice(17, 24))
  // The search index keeps the order of time, too: newest first.
  const hits = await core.client.ask('search.messages', { text: 'same', limit: 5 })
  expect(hits.map((hit) => hit.id)).toEqual(ids.slice(-5).toReversed())
})

test('the thread shows links, pictures, GIFs, videos and voice with addresses of our own', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'look', { media: { kind: 'picture', motif: 'mug', seed: 1 }, altText: 'a broken mug' })
  core.say(ana, '', { media: { kind: 'gif', motif: 'mug', seed: 1 } })
  core.say(ana, '', { media: { kind: 'video' } })
  core.say(ana, '', { media: { kind: 'voice', seconds: 2, seed: 1 } })
  await core.round()
  const items = (await core.messages(core.keyOf(ana))).flatMap((row) => row.media)
  expect(items.map((item) => item.kind)).toEqual(['photo', 'gif', 'video', 'voice'])
  expect(items[0]).toMatchObject({ alt: 'a broken mug', width: expect.any(Number), height: expect.any(Number) })
  for (const item of items) expect(item.src).toMatch(new RegExp(`^media/${core.accountId}/message/\\d+/0$`))
})

test('drafts: saved, shown in the list once, dropped when empty, kept over a crash', async () => {
  await using core = await createTestCore()
  const { key } = await filled(core, 1)
  await core.client.run('thread.saveDraft', { conversation: key, text: 'half a sen', base: null, revision: 'one' })
  await core.crash()
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })).toEqual([
    expect.objectContaining({ id: key, text: 'half a sen' })
  ])
  const [row] = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 1 })
  expect(row?.hasDraft).toBe(true)
  await core.client.run('thread.saveDraft', { conversation: key, text: '  \n', base: 'one', revision: 'two' })
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })).toEqual([])
})

test('the card of a customer', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana', location: 'Porto', followers: 7, verified: true })
  core.say(ana, 'hello')
  const group = core.world.createGroup([core.accountId, ana.id])
  core.say(ana, 'hello group', { in: group.id })
  await core.round()
  const [card] = await core.client.ask('customers.card', { conversation: core.keyOf(ana) })
  expect(card).toMatchObject({
    received: 1,
    sent: 0,
    people: [{ id: ana.id, name: 'Ana', location: 'Porto', followers: 7, verified: true, unknown: false }],
    others: [{ key: `${core.accountId}/${group.id}` }]
  })
})

test('what is open on the screen hears of new messages, states and names', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'hello')
  await core.round()
  const conversation = core.keyOf(ana)
  const texts: string[] = []
  core.client.subscribe('thread.messages', { conversation, window: { at: 'newest', older: 50 } }, (state) => {
    const last = state.rows.at(-1)
    texts.push(`${state.rows.length} ${last?.kind === 'message' ? `${last.text} ${last.delivery}` : ''}`)
  })
  await core.client.ask('jobs.list', {})
  core.say(ana, 'again')
  await core.round()
  await core.reply(conversation, 'answer')
  await core.sync()
  expect(texts).toEqual([
    '1 hello received',
    '2 again received',
    '3 answer queued',
    '3 answer sending',
    '3 answer sent'
  ])
})
