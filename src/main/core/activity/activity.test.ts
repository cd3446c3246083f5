import { expect, test } from 'vitest'
import type { SyncRow } from '../../../shared/contract/rows.ts'
import { conversationKey, directConversationId } from '../../../shared/domain/ids.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const open = (options: Parameters<typeof createTestCore>[0] = {}): Promise<TestCore> =>
  createTestCore({ background: true, live: true, ...options })

function isLive(rows: readonly SyncRow[]): boolean {
  return rows.length > 0 && rows.every((row) => row.live.state === 'live')
}

async function live(core: TestCore): Promise<void> {
  await core.until('sync.status', {}, isLive)
  await core.quiet()
}

function reads(core: TestCore): number {
  return core.x.requests.filter((request) => request.startsWith('GET /2/dm_events')).length
}

async function arrives(core: TestCore, key: string, texts: readonly string[]): Promise<void> {
  await core.until('thread.messages', { conversation: key, window: { at: 'newest', older: 99 } }, (rows) =>
    texts.every((text) => rows.some((row) => row.kind === 'message' && row.text === text))
  )
}

test('messages arrive without a read: stored once, charged when delivered, and the cursor stays where reads left it', async () => {
  await using core = await open()
  await live(core)
  const before = reads(core)
  const cursor = core.peek('SELECT floor_id, last_sync_at FROM sync_cursor')
  const ana = core.customer({ name: 'Ana Silva', username: 'ana' })
  core.say(ana, 'hello', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
  const key = core.keyOf(ana)
  await core.until('inbox.list', { queue: 'inbox', account: null, limit: 9 }, (rows) => rows.length === 1)
  await core.quiet()
  expect(reads(core)).toBe(before)
  expect(core.peek('SELECT floor_id, last_sync_at FROM sync_cursor')).toEqual(cursor)
  expect(core.peek("SELECT units FROM cost_day WHERE kind = 'dm-received'")).toEqual([{ units: 1 }])
  // The profile came along: nobody has to be asked for it.
  const [row] = await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 9 })
  expect(row).toMatchObject({ title: 'Ana Silva', handle: 'ana', unread: 1 })
  expect((await core.messages(key))[0]).toMatchObject({ media: [{ kind: 'photo', width: 640 }] })

  // The next read meets it, pays for it as a read, and stores nothing twice.
  await core.sync()
  expect((await core.messages(key)).map((message) => message.media.length)).toEqual([1])
  expect(core.peek('SELECT read_at_x FROM message')).toEqual([{ read_at_x: 1 }])
})

test('duplicates, late and out-of-order deliveries are one message each, in the order of time', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer()
  core.x.activity.copies = 3
  core.x.activity.hold()
  for (const text of ['one', 'two', 'three']) core.say(ana, text)
  core.x.activity.release()
  await arrives(core, core.keyOf(ana), ['one', 'two', 'three'])
  await core.quiet()
  expect(await core.texts(core.keyOf(ana))).toEqual(['one', 'two', 'three'])
  expect(core.peek("SELECT units FROM cost_day WHERE kind = 'dm-received'")).toEqual([{ units: 3 }])
  await core.sync()
  expect(await core.texts(core.keyOf(ana))).toEqual(['one', 'two', 'three'])
})

test('what a colleague sends on x.com appears, and costs nothing', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer()
  core.say(ana, 'hello')
  core.world.say(core.accountId, ana.id, 'answered on x.com')
  await arrives(core, core.keyOf(ana), ['hello', 'answered on x.com'])
  expect(core.peek("SELECT units FROM cost_day WHERE kind = 'dm-received'")).toEqual([{ units: 1 }])
})

test('while live, polls are rare; when the connection breaks they are as before; each connection is followed by one read', async () => {
  await using core = await open({ x: { limits: 'x' } })
  await live(core)
  const before = reads(core)
  const ana = core.customer()
  for (let minute = 0; minute < 4; minute += 1) {
    for (let second = 0; second < 60; second += 10) {
      core.clock.advance(10_000)
      await core.quiet()
    }
  }
  expect(reads(core) - before).toBe(0)
  // Meanwhile X says something, and the connection is gone.
  core.network('down')
  core.x.activity.drop()
  await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'waiting')
  core.say(ana, 'while away')
  core.network('up')
  core.clock.advance(1000)
  await core.until('sync.status', {}, isLive)
  await arrives(core, core.keyOf(ana), ['while away'])
  expect(core.x.activity.connections).toBe(1)
})

test('without the token there is polling alone, and the status says so', async () => {
  await using core = await open({ live: false })
  await core.quiet()
  const [status] = await core.client.ask('sync.status', {})
  expect(status?.live).toEqual({ state: 'off', reason: null, since: null })
  expect(core.x.requests.some((request) => request.includes('/2/activity'))).toBe(false)

  // A token given later makes it live; taken away, nothing of it is left here or at X.
  await core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: ` Bearer ${core.x.appBearer} ` })
  await live(core)
  expect(core.x.activity.subscriptions.map((each) => each.type)).toEqual([
    'dm.received',
    'dm.sent',
    'dm.read',
    'dm.indicate_typing',
    'chat.received'
  ])
  await core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: null })
  await core.when(() => core.x.activity.connections === 0)
  expect(core.x.activity.subscriptions).toEqual([])
  expect(core.secrets.values.has(`x-app-bearer:${core.accountId}`)).toBe(false)
  expect((await core.client.ask('sync.status', {}))[0]?.live.state).toBe('off')
  await expect(
    core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: 'two words' })
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('no credits for the live connection: polling goes on, with the reason', async () => {
  await using core = await open({ live: false })
  core.x.faults.add({ kind: 'out-of-credits' }, { path: '/2/activity/stream', times: 9 })
  await core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: core.x.appBearer })
  const [row] = await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'refused')
  expect(row?.live.reason).toContain('credits')
  const ana = core.customer()
  core.say(ana, 'hello')
  core.clock.advance(60_000)
  await arrives(core, core.keyOf(ana), ['hello'])
})

test('subscriptions: any form of answer, none made twice, kept over a restart, gone with the account', async () => {
  for (const shape of ['list', 'flat', 'wrapped'] as const) {
    await using core = await open({ live: false })
    core.x.activity.answerShape = shape
    await core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: core.x.appBearer })
    await live(core)
    expect(core.x.activity.subscriptions).toHaveLength(5)
    await core.restart()
    await live(core)
    const created = core.x.requests.filter((request) => request === 'POST /2/activity/subscriptions')
    expect(created).toHaveLength(5)
    await core.client.run('accounts.remove', { account: core.accountId })
    expect(core.x.activity.subscriptions).toEqual([])
    expect([...core.secrets.values.keys()]).toEqual(['database-key'])
  }
})

test('a type that X refuses takes no other along; without received messages there is no point', async () => {
  await using core = await open({ live: false })
  core.x.faults.add(
    { kind: 'status', status: 400, body: { title: 'Invalid Request', type: '/invalid-request', detail: 'no' } },
    { method: 'POST', path: '/2/activity/subscriptions' }
  )
  await core.client.run('accounts.setAppBearer', { account: core.accountId, appBearer: core.x.appBearer })
  await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'refused')
  // Tried again after a minute.
  for (let second = 0; second < 70; second += 10) {
    core.clock.advance(10_000)
    await core.quiet()
  }
  await live(core)
  expect(core.x.activity.subscriptions).toHaveLength(5)
})

test('seen: under the last own message that the customer has read, also after a restart', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer()
  const key = core.keyOf(ana)
  core.say(ana, 'hello')
  const first = core.world.say(core.accountId, ana.id, 'first')
  core.clock.advance(2000)
  const second = core.world.say(core.accountId, ana.id, 'second')
  await arrives(core, key, ['first', 'second'])
  expect(await core.client.ask('activity.seen', { conversation: key })).toEqual([])
  const read = (eventId: string): void =>
    core.world.signal({ kind: 'read', readerId: ana.id, otherId: core.accountId, eventId })
  read(second.id)
  await core.until('activity.seen', { conversation: key }, (rows) => rows[0]?.messageId === second.id)
  // Late news of an earlier one changes nothing.
  core.x.activity.signalShape = 'flat'
  read(first.id)
  core.say(ana, 'later')
  await arrives(core, key, ['later'])
  expect(await core.client.ask('activity.seen', { conversation: key })).toMatchObject([{ messageId: second.id }])
  await core.restart()
  expect(await core.client.ask('activity.seen', { conversation: key })).toMatchObject([{ messageId: second.id }])
})

test('typing: shown with a name, gone after six seconds or with the message', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer({ name: 'Ana' })
  const key = core.keyOf(ana)
  core.say(ana, 'hello')
  await arrives(core, key, ['hello'])
  const typing = (): void => core.world.signal({ kind: 'typing', fromUserId: ana.id, toUserId: core.accountId })
  const none = (rows: readonly unknown[]): boolean => rows.length === 0

  typing()
  expect(await core.until('activity.typing', {}, (rows) => rows.length === 1)).toEqual([{ id: key, people: ['Ana'] }])
  core.clock.advance(5000)
  typing()
  await core.quiet()
  core.clock.advance(5000)
  expect(await core.client.ask('activity.typing', {})).toHaveLength(1)
  core.clock.advance(1000)
  expect(await core.client.ask('activity.typing', {})).toEqual([])

  typing()
  await core.until('activity.typing', {}, (rows) => rows.length === 1)
  core.say(ana, 'here it is')
  await core.until('activity.typing', {}, none)
  // The account itself, on another machine, is no news.
  core.world.signal({ kind: 'typing', fromUserId: core.accountId, toUserId: core.accountId })
  await core.quiet()
  expect(await core.client.ask('activity.typing', {})).toEqual([])
})

test('an encrypted X Chat message: a row that counts, survives a restart, and stays away once dismissed', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer({ name: 'Ana' })
  const ben = core.customer({ name: 'Ben' })
  core.say(ana, 'hello')
  await arrives(core, core.keyOf(ana), ['hello'])
  const chat = (from: { id: string }): void =>
    core.world.signal({ kind: 'encrypted-chat', fromUserId: from.id, toUserId: core.accountId })
  core.x.activity.copies = 2
  chat(ana)
  chat(ana)
  chat(ben)
  const rows = await core.until('activity.encryptedChats', {}, (all) => all.length === 2)
  const of = (id: string): unknown =>
    rows.find((row) => row.id === conversationKey(core.accountId, directConversationId(core.accountId, id)))
  expect(of(ana.id)).toMatchObject({ conversation: core.keyOf(ana), count: 2, from: { name: 'Ana' } })
  // X says nothing about who that is, and a bare number would be no name.
  expect(of(ben.id)).toMatchObject({ conversation: null, count: 1, from: null })
  expect(core.peek("SELECT units FROM cost_day WHERE kind = 'chat-received'")).toEqual([{ units: 3 }])

  await core.restart()
  await live(core)
  const [first] = await core.client.ask('activity.encryptedChats', {})
  await core.client.run('activity.dismissEncryptedChats', { ids: rows.map((row) => row.id) })
  expect(first).toBeDefined()
  expect(await core.client.ask('activity.encryptedChats', {})).toEqual([])
  await core.restart()
  await live(core)
  expect(await core.client.ask('activity.encryptedChats', {})).toEqual([])
  chat(ana)
  expect(await core.until('activity.encryptedChats', {}, (all) => all.length === 1)).toMatchObject([{ count: 1 }])
})

test('the doctor says whether X takes the token', async () => {
  await using core = await open()
  await live(core)
  const check = async (): Promise<unknown> =>
    (await core.client.ask('doctor.checks', {})).find((row) => row.id.startsWith('live:'))
  expect(await check()).toMatchObject({ state: 'ok', detail: expect.stringContaining('dm.indicate_typing') })
  core.x.faults.add({ kind: 'token-refused' }, { path: '/2/activity/subscriptions' })
  expect(await check()).toMatchObject({ state: 'warning', detail: expect.stringContaining('app bearer token') })
})

test('garbage on the connection changes nothing', async () => {
  await using core = await open()
  await live(core)
  const ana = core.customer()
  core.x.activity.write('{"data":\r\nnot json\r\n[]\r\n\u0000\r\n{"data":{"event_type":"new.thing"}}\r\n')
  core.say(ana, 'after the garbage')
  await arrives(core, core.keyOf(ana), ['after the garbage'])
  expect((await core.client.ask('sync.status', {}))[0]?.live.state).toBe('live')
})

test('two accounts of one X app share a connection, and each hears its own', async () => {
  await using core = await open()
  const other = core.world.addUser({ username: 'second_shop' })
  const { url: api, clientId, appBearer } = core.x
  await core.client.run('accounts.add', { api, auth: api, clientId, ...core.x.issueTokens(other.id), appBearer })
  await core.until('sync.status', {}, (rows) => rows.length === 2 && isLive(rows))
  await core.quiet()
  expect(core.x.activity.connections).toBe(1)
  const ana = core.customer()
  core.say(ana, 'to the first')
  core.world.say(ana.id, other.id, 'to the second')
  await arrives(core, core.keyOf(ana), ['to the first'])
  await arrives(core, conversationKey(other.id, directConversationId(other.id, ana.id)), ['to the second'])
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(core.x.activity.connections).toBe(1)
  expect(new Set(core.x.activity.subscriptions.map((each) => each.userId))).toEqual(new Set([other.id]))
})
