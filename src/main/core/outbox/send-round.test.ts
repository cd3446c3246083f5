import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { outbox, SEND, sentTexts, stateOf, withCustomer } from '../testing/outbox-steps.ts'

test('a reply leaves with the next sync, and X’s event id is the proof', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await core.reply(key, 'It is on its way.')
  expect(await stateOf(core, id)).toBe('queued')
  const [waiting] = (await core.messages(key)).slice(-1)
  expect(waiting).toMatchObject({ id: `outbox:${id}`, text: 'It is on its way.', delivery: 'queued', us: true })
  const report = await core.sync()
  expect(report.outbox).toEqual({ sent: 1, queued: 0, unknown: 0, failed: 0, needs_attention: 0 })
  const [event] = core.world.sent
  expect(await outbox(core)).toEqual([expect.objectContaining({ id, state: 'sent', eventId: event?.id })])
  expect((await core.messages(key)).slice(-1)).toEqual([expect.objectContaining({ id: event?.id, delivery: 'sent' })])
  // Reading it at X shows nothing twice.
  await core.round()
  expect(await core.texts(key)).toEqual(['Where is my order?', 'It is on its way.'])
})

test('first in, first out within a conversation; a waiting one holds up no other', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const lost = core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  const first = await core.reply(ana.key, 'one')
  await core.reply(ana.key, 'two')
  await core.sync()
  expect(lost.hits).toBe(1)
  expect(await stateOf(core, first)).toBe('unknown')
  // Ana's second reply waits for the first; Ben's leaves.
  await core.reply(ben.key, 'for Ben')
  const { outbox: counts } = await core.sync()
  expect(counts).toMatchObject({ sent: 1, queued: 1, unknown: 1 })
  expect(sentTexts(core)).toEqual(['for Ben'])
})

test('several replies of one conversation leave in the order they were written', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  for (const text of ['one', 'two', 'three']) {
    await core.reply(ana.key, text)
    await core.reply(ben.key, `${text} for Ben`)
  }
  await core.sync()
  const of = (text: string): string[] => sentTexts(core).filter((each) => each.includes('Ben') === text.includes('Ben'))
  expect(of('')).toEqual(['one', 'two', 'three'])
  expect(of('Ben')).toEqual(['one for Ben', 'two for Ben', 'three for Ben'])
})

test('the undo window: nothing leaves, undo gives the text back to the draft in front of what was typed since', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { outboxId, state } = await core.client.run('thread.reply', { conversation: key, text: 'too early' })
  expect(state).toBe('held')
  expect((await core.sync()).outbox).toMatchObject({ sent: 0, queued: 1 })
  await core.client.run('thread.saveDraft', { conversation: key, text: 'next thought', base: null, revision: 'a' })
  expect(await core.client.run('outbox.undo', { outboxId })).toEqual({
    conversation: key,
    text: 'too early\n\nnext thought'
  })
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })).toEqual([
    expect.objectContaining({ text: 'too early\n\nnext thought' })
  ])
  expect(await outbox(core)).toEqual([])
  core.clock.advance(10_000)
  await core.sync()
  expect(sentTexts(core)).toEqual([])
})

test('after the undo window, or with “send now”, the reply leaves', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.client.run('thread.saveDraft', { conversation: key, text: 'hello', base: null, revision: 'b' })
  await core.client.run('thread.reply', { conversation: key, text: 'hello' })
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })).toEqual([])
  core.clock.advance(5_000)
  await core.sync()
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'at once' })
  await core.client.run('outbox.sendNow', { outboxId })
  await core.sync()
  expect(sentTexts(core)).toEqual(['hello', 'at once'])
  await expect(core.client.run('outbox.undo', { outboxId })).rejects.toMatchObject({ code: 'conflict' })
})

test('a length of the undo window that is set is used', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.client.run('settings.set', { name: 'outbox.undoSeconds', value: 0 })
  expect(await core.client.run('thread.reply', { conversation: key, text: 'at once' })).toMatchObject({
    state: 'queued'
  })
})

test('held and queued replies survive a restart', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  await core.client.run('thread.reply', { conversation: ana.key, text: 'held' })
  await core.reply(ben.key, 'queued')
  await core.crash()
  expect((await outbox(core)).map((row) => row.state)).toEqual(['held', 'queued'])
  core.clock.advance(5_000)
  await core.sync()
  expect(sentTexts(core).toSorted()).toEqual(['held', 'queued'])
})

test('a group gets its reply', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const group = core.world.createGroup([core.accountId, ana.id, core.customer().id])
  core.say(ana, 'hello all', { in: group.id })
  await core.round()
  const id = await core.reply(`${core.accountId}/${group.id}`, 'hello group')
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(core.world.sent.map((event) => event.conversationId)).toEqual([group.id])
})

test('the rate limit for sends: the rest waits for the reset and then leaves', async () => {
  await using core = await createTestCore({ x: { limits: 'x' } })
  const { key } = await withCustomer(core)
  for (let index = 0; index < 18; index += 1) await core.reply(key, `reply ${index}`)
  expect((await core.sync()).outbox).toMatchObject({ sent: 15, queued: 3, failed: 0 })
  const posts = (): number => core.x.requests.filter((request) => request.startsWith('POST /2/dm')).length
  expect(posts()).toBe(15)
  await core.sync()
  expect(posts()).toBe(15)
  core.clock.advance(901_000)
  expect((await core.sync()).outbox).toMatchObject({ sent: 3, queued: 0 })
  expect(sentTexts(core)).toEqual(Array.from({ length: 18 }, (_, index) => `reply ${index}`))
})

test('a 429 without numbers keeps the reply and asks again after a window', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add({ kind: 'rate-limited', rateHeaders: false }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'patient')
  expect((await core.sync()).outbox).toMatchObject({ sent: 0, queued: 1 })
  await core.sync()
  expect(await stateOf(core, id)).toBe('queued')
  core.clock.advance(901_000)
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('who does not take messages: failed with the reason; edit, discard and retry', async () => {
  await using core = await createTestCore()
  const closed = core.customer({ acceptsDms: false })
  core.say(closed, 'I wrote but take no answer')
  const open = await withCustomer(core)
  const key = core.keyOf(closed)
  const id = await core.reply(key, 'refused')
  await core.reply(open.key, 'fine')
  expect((await core.sync()).outbox).toMatchObject({ failed: 1, sent: 1 })
  const [row] = await core.client.ask('outbox.list', { open: true })
  expect(row).toMatchObject({ id, state: 'failed', reason: expect.stringMatching(/cannot be written to/) })
  const [shown] = (await core.messages(key)).slice(-1)
  expect(shown).toMatchObject({ delivery: 'failed', reason: expect.any(String), outboxId: id })

  await core.client.run('outbox.retry', { outboxId: id })
  await core.sync()
  expect(await stateOf(core, id)).toBe('failed')
  expect(await core.client.run('outbox.edit', { outboxId: id })).toEqual({ conversation: key, text: 'refused' })
  expect(await core.client.ask('outbox.list', { open: true })).toEqual([])
  const again = await core.reply(key, 'refused again')
  await core.sync()
  await core.client.run('outbox.discard', { outboxId: again })
  expect(await core.client.ask('outbox.list', { open: true })).toEqual([])
  await expect(core.client.run('outbox.discard', { outboxId: again })).rejects.toMatchObject({ code: 'not-found' })
  expect(sentTexts(core)).toEqual(['fine'])
})

test('written offline, and the customer had written again by then: the agent looks first, then says send', async () => {
  await using core = await createTestCore()
  const { key, id: userId } = await withCustomer(core)
  core.network('down')
  // X has this message before the agent writes, but nobody here has seen it.
  core.clock.advance(60_000)
  core.world.say(userId, core.accountId, 'It has arrived, forget it')
  core.clock.advance(60_000)
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'We will look into it' })
  core.clock.advance(60_000)
  core.network('up')
  expect((await core.sync()).outbox).toMatchObject({ sent: 0, needs_attention: 1 })
  expect((await outbox(core))[0]?.reason).toMatch(/wrote again/)
  await core.client.run('outbox.retry', { outboxId })
  expect((await core.sync()).outbox).toMatchObject({ sent: 1, needs_attention: 0 })
  expect(sentTexts(core)).toEqual(['We will look into it'])
})

test('written offline, and a colleague answered on x.com meanwhile', async () => {
  await using core = await createTestCore()
  const { key, id: userId } = await withCustomer(core)
  core.network('down')
  await core.client.run('thread.reply', { conversation: key, text: 'mine' })
  core.clock.advance(60_000)
  core.world.say(core.accountId, userId, 'from a colleague')
  core.network('up')
  expect((await core.sync()).outbox).toMatchObject({ sent: 0, needs_attention: 1 })
  expect((await outbox(core))[0]?.reason).toMatch(/Somebody else answered/)
})

test('nothing new: what was written offline leaves by itself, two replies in a row as well', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.network('down')
  await core.client.run('thread.reply', { conversation: key, text: 'one' })
  await core.client.run('thread.reply', { conversation: key, text: 'two' })
  core.clock.advance(60_000)
  const { accounts, outbox: counts } = await core.sync()
  expect(accounts[0]?.problem?.code).toBe('offline')
  expect(counts).toMatchObject({ sent: 0, queued: 2 })
  core.network('up')
  expect((await core.sync()).outbox).toMatchObject({ sent: 2, needs_attention: 0 })
  expect(sentTexts(core)).toEqual(['one', 'two'])
})

test('from the command line, only what comes after the reply was written is news', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'unread so far')
  const { outboxId, conversation } = await core.client.run('thread.replyTo', {
    account: null,
    user: customer.id,
    text: 'hello',
    hold: false
  })
  expect(conversation).toBe(core.keyOf(customer))
  await core.sync()
  expect(await stateOf(core, outboxId)).toBe('sent')
  expect(await core.texts(conversation)).toEqual(['unread so far', 'hello'])
})

test('a reply to somebody never heard of', async () => {
  await using core = await createTestCore()
  const customer = core.customer({ name: 'New One' })
  const { conversation } = await core.client.run('thread.replyTo', {
    account: core.accountId,
    user: customer.id,
    text: 'hello',
    hold: false
  })
  expect(await core.texts(conversation)).toEqual(['hello'])
  await core.sync()
  const list = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 10 })
  expect(list).toEqual([expect.objectContaining({ id: conversation, title: 'New One', lastBy: 'us', outbox: 'none' })])
  expect(sentTexts(core)).toEqual(['hello'])
  await expect(
    core.client.run('thread.replyTo', { account: null, user: core.accountId, text: 'me', hold: false })
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a command that is repeated, also after a restart, is one reply', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const run = (): Promise<{ outboxId: string }> =>
    core.client.run('thread.reply', { conversation: key, text: 'once', hold: false }, 'the same id')
  const [first, second] = await Promise.all([run(), run()])
  expect(second).toEqual(first)
  await core.crash()
  expect(await run()).toEqual(first)
  await core.sync()
  expect(await run()).toEqual(first)
  await core.sync()
  expect(sentTexts(core)).toEqual(['once'])
})

test('402 while sending: the reply waits, and the account says why', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add({ kind: 'out-of-credits' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'later')
  const { accounts } = await core.sync()
  expect(accounts[0]?.problem).toMatchObject({ code: 'out-of-credits' })
  expect(await stateOf(core, id)).toBe('queued')
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('a reply without text, too long, or into nowhere is refused with a sentence', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const run = (conversation: string, text: string): Promise<unknown> =>
    core.client.run('thread.reply', { conversation, text, hold: false })
  await expect(run(key, ' \n ')).rejects.toThrow('A reply needs some text.')
  await expect(run(key, 'x'.repeat(10_001))).rejects.toThrow('at most 10000 characters')
  await expect(run(`${core.accountId}/123456789012345678`, 'x')).rejects.toMatchObject({ code: 'not-found' })
  await expect(run('77/77-88', 'x')).rejects.toMatchObject({ code: 'not-found' })
  expect(await outbox(core)).toEqual([])
  // The longest text X takes arrives whole.
  await run(key, 'y'.repeat(10_000))
  await core.sync()
  expect(sentTexts(core)[0]).toHaveLength(10_000)
})
