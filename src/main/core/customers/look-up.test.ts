import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { sentTexts, withCustomer } from '../testing/outbox-steps.ts'

const lookUps = (core: TestCore): number =>
  core.x.requests.filter((request) => request.includes('/2/users/by/username/')).length

function lookUp(core: TestCore, handle: string) {
  return core.client.run('customers.lookUp', { account: core.accountId, handle })
}

test('a handle is looked up once a day, and the profile says whether it takes our messages', async () => {
  await using core = await createTestCore()
  const open = core.customer({ username: 'OpenDoor', name: 'Open Door' })
  core.customer({ username: 'closed', name: 'Closed Door', acceptsDms: false, protected: true })
  expect(await lookUp(core, 'https://x.com/opendoor?s=20')).toEqual({ user: open.id, costUsd: 0.01 })
  expect(await lookUp(core, '@OPENDOOR')).toEqual({ user: open.id, costUsd: 0 })
  expect(lookUps(core)).toBe(1)
  const { user } = await lookUp(core, 'closed')
  const profile = { account: core.accountId, user }
  expect(await core.client.ask('customers.profile', profile)).toEqual([
    expect.objectContaining({ name: 'Closed Door', canReceiveDm: false, protected: true, conversation: null })
  ])
  // Besides that of the account itself, at its sign-in.
  expect(core.world.billing().users).toBe(3)
  // On the next day X may say something else.
  core.clock.advance(24 * 3_600_000)
  expect((await lookUp(core, 'opendoor')).costUsd).toBe(0.01)
})

test('impossible, unknown, suspended, oneself: one sentence each, and nothing is paid', async () => {
  await using core = await createTestCore()
  await expect(lookUp(core, 'ana silva')).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(lookUp(core, `@${core.world.brand.username}`)).rejects.toThrow(/cannot write to itself/)
  expect(lookUps(core)).toBe(0)
  await expect(lookUp(core, 'nobody')).rejects.toMatchObject({
    code: 'not-found',
    message: 'X knows nobody called @nobody. Check the spelling.'
  })
  const body = {
    errors: [
      {
        title: 'Forbidden',
        detail: 'User has been suspended: [troll].',
        type: 'https://api.twitter.com/2/problems/resource-not-found'
      }
    ]
  }
  core.x.faults.add({ kind: 'rewrite', change: () => body }, { path: '/2/users/by/username/*' })
  await expect(lookUp(core, 'troll')).rejects.toThrow('@troll is suspended at X and cannot be written to.')
  // That of the account itself, at its sign-in, is the only one.
  expect(core.world.billing()).toMatchObject({ users: 1 })
})

test('rate limit, credits, a cut line: the sentence says what can still be done', async () => {
  await using core = await createTestCore()
  core.customer({ username: 'ana' })
  const path = { path: '/2/users/by/username/*' }
  core.x.faults.add({ kind: 'out-of-credits' }, path)
  await expect(lookUp(core, 'ana')).rejects.toMatchObject({ code: 'out-of-credits' })
  core.network('down')
  await expect(lookUp(core, 'ana')).rejects.toThrow(/cannot be reached.*can be picked/)
  core.network('up')
  core.x.faults.add({ kind: 'rate-limited', rateHeaders: true }, path)
  await expect(lookUp(core, 'ana')).rejects.toMatchObject({ code: 'rate-limited' })
  // The pause is kept: X is not asked again before it is over.
  const before = lookUps(core)
  await expect(lookUp(core, 'ana')).rejects.toMatchObject({ code: 'rate-limited' })
  expect(lookUps(core)).toBe(before)
  core.clock.advance(16 * 60_000)
  expect(await lookUp(core, 'ana')).toMatchObject({ costUsd: 0.01 })
})

test('people known here are found by name and handle, the exact handle first', async () => {
  await using core = await createTestCore()
  for (const [username, name] of [
    ['anabel', 'Anabel Wu'],
    ['ana', 'Someone Else'],
    ['ben', 'Ana Björk']
  ]) {
    core.say(core.customer({ username: username ?? '', name: name ?? '' }), 'Hello')
  }
  await core.round()
  const find = async (text: string): Promise<(string | null)[]> =>
    (await core.client.ask('customers.find', { account: core.accountId, text, limit: 8 })).map((row) => row.handle)
  expect((await find('ana'))[0]).toBe('ana')
  expect(new Set(await find('ana'))).toEqual(new Set(['ana', 'anabel', 'ben']))
  expect(await find('https://x.com/anabel')).toEqual(['anabel'])
  expect(await find('bjork')).toEqual(['ben'])
  // Without a word: who wrote last.
  expect(await find('')).toEqual(['ben', 'ana', 'anabel'])
  expect(await find('nobody')).toEqual([])
})

test('a conversation that is started is in no list before something is written, and its draft keeps its place', async () => {
  await using core = await createTestCore()
  const { id: user } = core.customer({ username: 'ana', name: 'Ana' })
  await lookUp(core, 'ana')
  const account = core.accountId
  const { conversation, existed } = await core.client.run('thread.start', { account, user })
  expect(existed).toBe(false)
  const inbox = (): Promise<readonly { id: string; hasDraft: boolean }[]> =>
    core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 10 })
  expect(await inbox()).toEqual([])
  expect(await core.client.ask('thread.head', { conversation })).toEqual([
    expect.objectContaining({ name: 'Ana', canReply: true, messageCount: 0 })
  ])
  await core.client.run('thread.saveDraft', { conversation, text: 'Dear Ana', base: null, revision: 'a' })
  expect(await inbox()).toEqual([expect.objectContaining({ id: conversation, hasDraft: true })])
  await core.restart()
  expect(await core.client.ask('thread.draft', { conversation, mode: 'reply' })).toEqual([
    expect.objectContaining({ text: 'Dear Ana' })
  ])
  await core.client.run('thread.saveDraft', { conversation, text: '', base: 'a', revision: 'b' })
  expect(await inbox()).toEqual([])
  await core.reply(conversation, 'Dear Ana')
  await core.sync()
  expect(sentTexts(core)).toEqual(['Dear Ana'])
  expect(await core.client.run('thread.start', { account, user })).toEqual({ conversation, existed: true })
  const counts = await core.client.ask('inbox.counts', { account: null })
  expect(counts.find((row) => row.id === 'all')).toMatchObject({ total: 1 })
})

test('one does not write to oneself, nor for an account that is not here', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { accountId: account } = core
  await expect(core.client.run('thread.start', { account, user: account })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await expect(core.client.run('thread.start', { account: '99', user: '12' })).rejects.toMatchObject({
    code: 'not-found'
  })
  const [head] = await core.client.ask('thread.head', { conversation: key })
  const known = await core.client.run('thread.start', { account, user: head?.id.split('-').at(-1) ?? '' })
  expect(known.conversation).toMatch(new RegExp(`^${account}/`))
})
