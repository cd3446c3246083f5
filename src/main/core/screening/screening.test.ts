import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { InboxRow } from '../../../shared/contract/rows.ts'
import type { QueueId } from '../../../shared/domain/conversation.ts'
import type { WorldUser } from '../../practice/world/types.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

type Rules = CommandInput<'screening.setRules'>
const everyone: Rules = { audience: 'everyone', following: false, followers: false, keywords: [] }
const answered: Rules = { ...everyone, audience: 'answered' }

async function queue(core: TestCore, id: QueueId): Promise<InboxRow[]> {
  return [...(await core.client.ask('inbox.list', { queue: id, account: null, limit: 1_000 }))]
}

async function titles(core: TestCore, id: QueueId): Promise<string[]> {
  return (await queue(core, id)).map((row) => row.title).toSorted()
}

/** Rules, applied to everything that is here. */
async function rule(core: TestCore, rules: Partial<Rules>): Promise<void> {
  await core.client.run('screening.setRules', { ...everyone, ...rules })
  await applied(core)
}

async function applied(core: TestCore): Promise<void> {
  const applying = async (): Promise<boolean> => (await core.client.ask('screening.rules', {}))[0]?.applying !== null
  while (await applying()) core.clock.advance(1)
}

async function writes(core: TestCore, given: Partial<WorldUser>, text = 'hello'): Promise<WorldUser> {
  const customer = core.customer(given)
  core.say(customer, text)
  await core.round()
  return customer
}

test('without rules everybody reaches the inbox', async () => {
  await using core = await createTestCore()
  await writes(core, { name: 'Ana' })
  expect(await queue(core, 'inbox')).toMatchObject([{ title: 'Ana', place: 'inbox', placeReason: null }])
  expect(core.peek('SELECT 1 FROM conversation_state')).toEqual([])
})

test('first contact waits in Requests, silent; a reply lets in for ever, also past other rules', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = await writes(core, { name: 'Ana' })
  expect(await queue(core, 'inbox')).toEqual([])
  expect(await queue(core, 'requests')).toMatchObject([{ title: 'Ana', placeReason: 'first-contact', unread: 1 }])
  core.say(ana, 'please')
  await core.round()
  expect(await queue(core, 'requests')).toMatchObject([{ unread: 2 }])
  await core.reply(core.keyOf(ana), 'Hello Ana')
  await core.sync()
  expect(await titles(core, 'inbox')).toEqual(['Ana'])
  await rule(core, { audience: 'chosen', following: true })
  core.say(ana, 'thanks')
  await core.round()
  expect(await titles(core, 'inbox')).toEqual(['Ana'])
})

test('a message and the place its rule gives it are one commit', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const places: string[][] = []
  const stop = core.client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 10 }, ({ rows }) =>
    places.push(rows.map((row) => row.id))
  )
  await writes(core, { name: 'Ana' })
  stop()
  expect(places.every((rows) => rows.length === 0)).toBe(true)
})

test('people the account follows, and followers, as far as X has told; the rest wait and say why', async () => {
  await using core = await createTestCore()
  await rule(core, { audience: 'chosen', following: true })
  await writes(core, { name: 'Followed', username: 'followed', followedByBrand: true })
  await writes(core, { name: 'Fan', username: 'fan', followsBrand: true })
  await writes(core, { name: 'Gone', username: 'gone', hidden: true })
  expect(await titles(core, 'inbox')).toEqual(['Followed'])
  const waiting = await queue(core, 'requests')
  expect(waiting.map((row) => row.placeReason).toSorted()).toEqual(['not-chosen', 'not-known'])
  await rule(core, { audience: 'chosen', following: true, followers: true })
  expect(await titles(core, 'inbox')).toEqual(['Fan', 'Followed'])
  expect(await core.client.ask('screening.rules', {})).toMatchObject([{ connections: 2, applying: null }])
  // It costs nothing more than the profile that is read anyway.
  expect(core.x.requests.filter((request) => request.startsWith('GET /2/users?')).length).toBe(3)
})

test('keywords lead to Requests or Spam, in any case and accent, across words, and never those we know', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, { name: 'Ana' })
  await core.reply(core.keyOf(ana), 'Hello')
  await core.sync()
  await rule(core, {
    keywords: [
      { text: ' Crypto   bonus ', place: 'spam' },
      { text: 'café', place: 'requests' },
      { text: 'bonus', place: 'requests' }
    ]
  })
  await writes(core, { name: 'Ben' }, 'Get your CRYPTO bonus now')
  await writes(core, { name: 'Cleo' }, 'Your CAFE is closed?')
  await writes(core, { name: 'Dan' }, 'cryptobonus cafés')
  core.say(ana, 'crypto bonus')
  await core.round()
  expect(await queue(core, 'spam')).toMatchObject([{ title: 'Ben', placeReason: 'keyword:Crypto bonus' }])
  expect(await queue(core, 'requests')).toMatchObject([{ title: 'Cleo', placeReason: 'keyword:café' }])
  expect(await titles(core, 'inbox')).toEqual(['Ana', 'Dan'])
})

test('the list lets in whoever is on it, before and after X has told whose handle it is', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, { name: 'Ana', username: 'ana' })
  await rule(core, answered)
  await writes(core, { name: 'Ben', username: 'ben_ito' })
  expect(await titles(core, 'requests')).toEqual(['Ana', 'Ben'])
  const handles = ['@ANA', 'https://x.com/ben_ito', 'cleo', 'Cleo']
  expect(await core.client.run('screening.addPeople', { list: 'allowed', handles })).toEqual({ added: 3 })
  await applied(core)
  await writes(core, { name: 'Cleo', username: 'Cleo' })
  expect(await titles(core, 'inbox')).toEqual(['Ana', 'Ben', 'Cleo'])
  expect(await core.client.run('screening.addPeople', { list: 'allowed', handles })).toEqual({ added: 0 })
  const people = await core.client.ask('screening.people', { list: 'allowed', limit: 10 })
  expect(people.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Cleo'])
  const listed = people.find(({ user }) => user === ana.id)
  await core.client.run('screening.removePeople', { people: [listed?.id ?? ''] })
  await applied(core)
  expect(await titles(core, 'requests')).toEqual(['Ana'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Took somebody off a list' })
  await applied(core)
  expect(await titles(core, 'inbox')).toEqual(['Ana', 'Ben', 'Cleo'])
})

test('who is held always waits, even where everybody gets in', async () => {
  await using core = await createTestCore()
  await core.client.run('screening.addPeople', { list: 'held', handles: ['ana'] })
  await writes(core, { name: 'Ana', username: 'ana' })
  expect(await queue(core, 'requests')).toMatchObject([{ title: 'Ana', placeReason: 'held' }])
  await expect(
    core.client.run('screening.addPeople', { list: 'allowed', handles: ['ben', '@Ana'] })
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('@Ana is on the other list') })
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toEqual([])
})

test('current customers are those we have answered, and go on the list in one step', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, { name: 'Ana' })
  await writes(core, { name: 'Ben' })
  await core.reply(core.keyOf(ana), 'Hello')
  await core.sync()
  const input = { list: 'allowed' as const, handles: [], customers: true } satisfies CommandInput<'screening.addPeople'>
  expect(await core.client.run('screening.addPeople', input)).toEqual({ added: 1 })
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toMatchObject([{ name: 'Ana' }])
  await core.client.run('undo.run', {})
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toEqual([])
})

test('what a person decided stays, whatever the rules say later', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, { name: 'Ana' })
  const ben = await writes(core, { name: 'Ben' })
  await core.client.run('inbox.place', { conversations: [core.keyOf(ana)], place: 'spam' })
  await rule(core, answered)
  await core.client.run('inbox.place', { conversations: [core.keyOf(ben)], place: 'inbox' })
  await rule(core, { keywords: [{ text: 'hello', place: 'spam' }] })
  core.say(ben, 'hello again')
  core.say(ana, 'hello again')
  await core.round()
  expect(await titles(core, 'inbox')).toEqual(['Ben'])
  expect(await queue(core, 'spam')).toMatchObject([{ title: 'Ana', placeReason: null }])
})

test('accepted for good: the customer is on the list; one undo takes back both', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = await writes(core, { name: 'Ana' })
  const conversations = [core.keyOf(ana)]
  expect(await core.client.run('screening.accept', { conversations, remember: true })).toEqual({ changed: 1 })
  expect(await titles(core, 'inbox')).toEqual(['Ana'])
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toMatchObject([{ user: ana.id }])
  await core.crash()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Accepted for good', conversations })
  await applied(core)
  expect(await queue(core, 'requests')).toMatchObject([{ title: 'Ana', placeReason: 'first-contact' }])
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toEqual([])
})

test('blocked from the requests: X is asked, the conversation rests, and one undo takes back both', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = await writes(core, { name: 'Ana' })
  await core.client.run('customers.block', { account: core.accountId, user: ana.id, declines: true })
  expect(await titles(core, 'requests')).toEqual([])
  expect(await queue(core, 'resolved')).toMatchObject([{ title: 'Ana', blocked: true }])
  await core.client.run('undo.run', {})
  expect(await queue(core, 'requests')).toMatchObject([{ title: 'Ana', blocked: false, placeReason: 'first-contact' }])
})

test('changed rules: counted before, applied in parts that survive a crash, taken back as one', async () => {
  await using core = await createTestCore()
  for (let index = 0; index < 450; index += 1) {
    core.world.say(core.customer().id, core.accountId, 'hello', { at: core.clock.now() - index * 1_000 })
  }
  await core.round()
  const conversations = (await queue(core, 'inbox')).slice(0, 1).map((row) => row.id)
  await core.client.run('inbox.place', { conversations, place: 'inbox' })
  expect(await core.client.run('screening.preview', answered)).toEqual({
    looked: 450,
    inbox: 0,
    requests: 449,
    spam: 0
  })
  expect(await queue(core, 'requests')).toEqual([])
  await core.client.run('screening.setRules', answered)
  core.clock.advance(1)
  const part = (await queue(core, 'requests')).length
  expect(part).toBeGreaterThan(0)
  expect(part).toBeLessThan(449)
  await core.crash()
  await applied(core)
  expect(await queue(core, 'requests')).toHaveLength(449)
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Changed who reaches you' })
  await applied(core)
  expect(await queue(core, 'requests')).toEqual([])
  expect(await queue(core, 'inbox')).toHaveLength(450)
})

test('rules that cannot be meant are refused with a word, and the old ones hold', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const refused = async (rules: Partial<Rules>): Promise<string> => {
    const run = core.client.run('screening.setRules', { ...everyone, ...rules })
    const error: unknown = await run.then(
      () => null,
      (reason: unknown) => reason
    )
    expect(error).toMatchObject({ code: 'invalid-input' })
    return error instanceof Error ? error.message : ''
  }
  expect(await refused({ audience: 'chosen' })).toMatch(/^Nobody would reach your inbox/)
  expect(await refused({ keywords: [{ text: ' … ', place: 'spam' }] })).toMatch(/^A keyword is empty/)
  expect(await refused({ keywords: [{ text: 'x'.repeat(101), place: 'spam' }] })).toMatch(/at most 100/)
  const both = [
    { text: 'Win', place: 'spam' },
    { text: ' win', place: 'requests' }
  ] as const
  expect(await refused({ keywords: [...both] })).toMatch(/leads to Requests and to Spam/)
  await expect(core.client.run('screening.preview', { ...everyone, audience: 'chosen' })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await expect(
    core.client.run('screening.addPeople', { list: 'allowed', handles: ['ana', 'no handle!', ''.padEnd(20, 'x')] })
  ).rejects.toMatchObject({ message: expect.stringContaining('“no handle!”') })
  expect(await core.client.ask('screening.rules', {})).toMatchObject([{ rules: answered, allowed: 0 }])
})

test('the last one on the list stays while only the list lets anybody in', async () => {
  await using core = await createTestCore()
  await core.client.run('screening.addPeople', { list: 'allowed', handles: ['ana'] })
  await rule(core, { audience: 'chosen' })
  const [ana] = await core.client.ask('screening.people', { list: 'allowed', limit: 10 })
  await expect(core.client.run('screening.removePeople', { people: [ana?.id ?? ''] })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toHaveLength(1)
})

test('a group comes in with one member who may; an account that is removed takes what is known of people along', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = core.customer({ name: 'Ana' })
  const ben = core.customer({ name: 'Ben' })
  const group = core.world.createGroup([core.accountId, ana.id, ben.id])
  core.say(ana, 'hello all', { in: group.id })
  core.say(ben, 'me too', { in: group.id })
  await core.round()
  expect(await queue(core, 'requests')).toMatchObject([{ group: true, placeReason: 'first-contact' }])
  await core.client.run('screening.addPeople', { list: 'allowed', handles: [ben.username] })
  expect(await queue(core, 'inbox')).toMatchObject([{ group: true }])
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(core.peek('SELECT 1 FROM user_connection')).toEqual([])
  expect(await core.client.ask('screening.people', { list: 'allowed', limit: 10 })).toMatchObject([
    { name: `@${ben.username}` }
  ])
})

test('who was put away by a rule and wrote again gets in once everybody does', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = await writes(core, { name: 'Ana' })
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  await rule(core, everyone)
  core.say(ana, 'please')
  await core.round()
  expect(await titles(core, 'requests')).toEqual([])
  expect(await titles(core, 'inbox')).toEqual(['Ana'])
})

test('rules that are made after the clock was set back hold', async () => {
  await using core = await createTestCore()
  await rule(core, everyone)
  core.tamper('UPDATE screening_rules SET id = ?', uuidv7({ msecs: Date.now() + 3_600_000 }))
  await rule(core, answered)
  await writes(core, { name: 'Ana' })
  expect(await titles(core, 'requests')).toEqual(['Ana'])
})

test('an accept that is undone sets nothing else in motion', async () => {
  await using core = await createTestCore()
  await rule(core, answered)
  const ana = await writes(core, { name: 'Ana' })
  await core.client.run('screening.accept', { conversations: [core.keyOf(ana)] })
  await core.client.run('undo.run', {})
  expect(await titles(core, 'requests')).toEqual(['Ana'])
  expect(await core.client.ask('screening.rules', {})).toMatchObject([{ applying: null }])
})
