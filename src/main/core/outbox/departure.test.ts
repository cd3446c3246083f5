import { describe, expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { outbox, sentTexts, stateOf, withCustomer, withCustomerInBackground } from '../testing/outbox-steps.ts'

const MINUTE = 60_000

describe('the customer wrote', () => {
  test('the agent is asked, with the messages; “send anyway” sends it', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    core.world.addUser({ ...core.world.user(customer), name: 'Ana Silva' })
    const id = (await core.client.run('thread.reply', { conversation: key, text: 'You get a new one.' })).outboxId
    core.clock.advance(10_000)
    const first = core.world.say(customer, core.accountId, 'Never mind')
    core.clock.advance(1_000)
    const second = core.world.say(customer, core.accountId, 'It came, see https://example.com/photo')
    await core.sync()
    const row = (await outbox(core)).find((each) => each.id === id)
    expect(row?.state).toBe('needs-attention')
    expect(row?.changes).toEqual([
      {
        kind: 'customer-wrote',
        at: first.at,
        count: 2,
        messages: [
          expect.objectContaining({ id: first.id, text: 'Never mind' }),
          expect.objectContaining({ id: second.id, text: 'It came, see example.com/photo' })
        ]
      }
    ])
    expect(row?.reason).toContain('wrote 2 messages after this reply was written.')
    const [shown] = (await core.messages(key)).slice(-1)
    expect(shown).toMatchObject({ outboxId: id, changes: row?.changes })
    expect(sentTexts(core)).toEqual([])
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(sentTexts(core)).toEqual(['You get a new one.'])
  })

  test('“send anyway” counts for what was there: what comes after it asks again', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await core.reply(key, 'Answer')
    core.clock.advance(1_000)
    core.world.say(customer, core.accountId, 'one')
    await core.sync()
    expect(await stateOf(core, id)).toBe('needs-attention')
    core.network('down')
    await core.client.run('outbox.retry', { outboxId: id })
    core.clock.advance(MINUTE)
    core.world.say(customer, core.accountId, 'two')
    core.network('up')
    await core.sync()
    expect((await outbox(core))[0]?.changes).toEqual([
      expect.objectContaining({ count: 1, messages: [expect.objectContaining({ text: 'two' })] })
    ])
  })

  test('in the same second as what the agent had read: X’s numbers tell', async () => {
    await using core = await createTestCore()
    const ana = core.customer()
    core.say(ana, 'first')
    await core.round()
    const id = (await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'Answer' })).outboxId
    core.clock.advance(200)
    core.world.say(ana.id, core.accountId, 'second')
    core.clock.advance(10_000)
    await core.sync()
    expect(await stateOf(core, id)).toBe('needs-attention')
  })

  test('before the reply, but unknown to the agent, also without an undo window', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    await core.client.run('settings.set', { name: 'outbox.undoSeconds', value: 0 })
    core.clock.advance(MINUTE)
    core.world.say(customer, core.accountId, 'I have found it')
    core.clock.advance(MINUTE)
    // Offline, the agent does not see it.
    const id = (await core.client.run('thread.reply', { conversation: key, text: 'We are looking' })).outboxId
    await core.sync()
    expect(await stateOf(core, id)).toBe('needs-attention')
  })
})

test('somebody answered on x.com: asked; another reply of this outbox is no news', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const first = (await core.client.run('thread.reply', { conversation: ana.key, text: 'mine' })).outboxId
  await core.reply(ben.key, 'one')
  const own = (await core.client.run('thread.reply', { conversation: ben.key, text: 'two' })).outboxId
  core.clock.advance(10_000)
  const theirs = core.world.say(core.accountId, ana.id, 'Already on its way')
  await core.sync()
  expect((await outbox(core)).find((row) => row.id === first)?.changes).toEqual([
    expect.objectContaining({ kind: 'answered', count: 1, messages: [expect.objectContaining({ id: theirs.id })] })
  ])
  expect(await stateOf(core, own)).toBe('sent')
})

describe('the state of the conversation', () => {
  test('resolved while the reply waited: asked; and only once', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const id = (await core.client.run('thread.reply', { conversation: key, text: 'late' })).outboxId
    core.clock.advance(MINUTE)
    await core.client.run('inbox.resolve', { conversations: [key] })
    await core.sync()
    expect((await outbox(core))[0]).toMatchObject({
      state: 'needs-attention',
      reason: 'The conversation was resolved after this reply was written.',
      changes: [{ kind: 'resolved', at: core.clock.now() }]
    })
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  })

  test('a reply that resolves does not trip over that, however late the resolving comes', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const id = (await core.client.run('thread.reply', { conversation: key, text: 'done', resolves: true })).outboxId
    core.clock.advance(MINUTE)
    await core.client.run('inbox.resolve', { conversations: [key] })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  })

  test('sending and then resolving is one gesture', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const id = (await core.client.run('thread.reply', { conversation: key, text: 'done' })).outboxId
    core.clock.advance(8_000)
    await core.client.run('inbox.resolve', { conversations: [key] })
    core.clock.advance(MINUTE)
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  })

  test('reopened by hand: asked; reopened by a message: the message is what is told', async () => {
    await using core = await createTestCore()
    const ana = await withCustomer(core)
    const ben = await withCustomer(core)
    await core.client.run('inbox.resolve', { conversations: [ana.key, ben.key] })
    await core.client.run('thread.reply', { conversation: ana.key, text: 'to Ana' })
    await core.client.run('thread.reply', { conversation: ben.key, text: 'to Ben' })
    core.clock.advance(MINUTE)
    await core.client.run('inbox.reopen', { conversations: [ana.key] })
    core.world.say(ben.id, core.accountId, 'again')
    await core.sync()
    expect((await outbox(core)).map((row) => row.changes.map((change) => change.kind))).toEqual([
      ['reopened'],
      ['customer-wrote']
    ])
  })
})

test('edited: the text comes back joined with what was typed since; discarded: it is gone', async () => {
  await using core = await createTestCore()
  const { key, id: customer } = await withCustomer(core)
  const first = await core.reply(key, 'first')
  const second = await core.reply(key, 'second')
  core.clock.advance(1_000)
  core.world.say(customer, core.accountId, 'news')
  await core.sync()
  expect(await stateOf(core, second)).toBe('needs-attention')
  await core.client.run('outbox.discard', { outboxId: first })
  await core.client.run('outbox.edit', { outboxId: second })
  expect((await core.client.ask('thread.draft', { conversation: key, mode: 'reply' }))[0]?.text).toContain('second')
  expect(await outbox(core)).toEqual([])
})

test('after a start nothing that waited leaves before X was read; what is written now does not wait', async () => {
  await using core = await createTestCore({ background: true })
  const { key, id: ana } = await withCustomerInBackground(core)
  core.network('down')
  const waited = await core.reply(key, 'written offline')
  await core.quiet()
  core.clock.advance(10 * MINUTE)
  core.world.say(ana, core.accountId, 'never mind')
  const slow = core.x.faults.add({ kind: 'hang', when: 'after' }, { path: '/2/dm_events' })
  await core.quiet()
  core.network('up')
  await core.restart()
  await slow.hit
  // What is written now does not wait for that.
  const ben = core.customer()
  await core.client.run('thread.replyTo', { account: null, user: ben.id, text: 'written now', hold: false })
  await core.when(() => sentTexts(core).length > 0)
  expect(sentTexts(core)).toEqual(['written now'])
  slow.release()
  await core.quiet()
  expect(await stateOf(core, waited)).toBe('needs-attention')
})

test.each(['restart', 'crash'] as const)('the undo window survives a %s to the millisecond', async (how) => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'held' })
  const until = core.clock.now() + 5_000
  core.clock.advance(2_000)
  await core[how]()
  expect((await outbox(core))[0]).toMatchObject({ state: 'held', heldUntil: until })
  core.clock.advance(2_999)
  await core.sync()
  expect(await stateOf(core, outboxId)).toBe('held')
  core.clock.advance(1)
  await core.sync()
  expect(sentTexts(core)).toEqual(['held'])
})

test('in the background, what is held when the process ends leaves after the next start', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomerInBackground(core)
  await core.client.run('thread.reply', { conversation: key, text: 'held' })
  await core.restart()
  await core.quiet()
  expect(sentTexts(core)).toEqual([])
  core.clock.advance(5_000)
  await core.until('outbox.list', { open: false }, (rows) => rows[0]?.state === 'sent')
  expect(sentTexts(core)).toEqual(['held'])
})
