import { expect, test } from 'vitest'
import type { QueueId } from '../../../shared/domain/conversation.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function promises(core: TestCore, conversation: string) {
  return core.client.ask('followUps.list', { conversation })
}

async function due(core: TestCore, queue: QueueId = 'follow-ups'): Promise<string[]> {
  return (await core.client.ask('inbox.list', { queue, account: null, limit: 10 })).map((row) => row.id)
}

async function promised(core: TestCore, conversation: string, text = 'say when it leaves'): Promise<string> {
  const dueAt = core.clock.now() + DAY
  return (await core.client.run('followUps.add', { conversation, text, dueAt })).followUp
}

/** Writes a reply the way the console does: through a draft. */
async function write(core: TestCore, conversation: string, text: string): Promise<void> {
  await core.client.run('thread.saveDraft', { conversation, text, base: null, revision: text })
}

test('a promise is due when its time comes, also after a restart, and stays so until something is done', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomer(core)
  await core.quiet()
  await promised(core, key)
  expect(await due(core)).toEqual([])
  core.clock.advance(DAY - 1)
  expect(await due(core)).toEqual([])
  core.clock.advance(1)
  expect(await due(core)).toEqual([key])
  await core.restart()
  expect(await due(core)).toEqual([key])
})

test('what became due while the clock jumped is due at the next look', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomer(core)
  await promised(core, key)
  core.clock.jump(2 * DAY)
  await core.crash()
  expect(await due(core)).toEqual([key])
})

test('a later reply keeps the promise by itself, and nobody is told', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await promised(core, key)
  await core.reply(key, 'It has left!')
  expect(await promises(core, key)).toHaveLength(1)
  await core.round()
  expect(await promises(core, key)).toEqual([])
  core.clock.advance(DAY)
  await core.restart()
  expect(await due(core)).toEqual([])
  expect(core.peek('SELECT done_by FROM follow_up')).toEqual([{ done_by: 'reply' }])
})

test('the reply that was being written when it was promised does not keep it; the next one does', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await write(core, key, 'I will write by Friday')
  await promised(core, key)
  await core.client.run('thread.reply', { conversation: key, text: 'I will write by Friday', hold: false })
  await core.round()
  await core.round()
  expect(await promises(core, key)).toHaveLength(1)
  await core.reply(key, 'Here I am')
  await core.round()
  expect(await promises(core, key)).toEqual([])
})

test('a reply that is taken back and written anew is still the one in which it was promised', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await write(core, key, 'I will write by Friday')
  await promised(core, key)
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'I will write by Friday' })
  await core.client.run('outbox.undo', { outboxId })
  await core.reply(key, 'I will write by Friday, I promise')
  await core.round()
  expect(await promises(core, key)).toHaveLength(1)
})

test('what a colleague writes at X keeps it as well; what the customer writes does not', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await promised(core, key)
  core.clock.advance(HOUR)
  core.say({ id } as never, 'And?')
  await core.round()
  expect(await promises(core, key)).toHaveLength(1)
  core.clock.advance(HOUR)
  core.world.say(core.accountId, id, 'Written in the X app')
  await core.round()
  expect(await promises(core, key)).toEqual([])
})

test('a promise is changed, done and deleted, and each can be taken back, after a restart', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const followUp = await promised(core, key)
  const dueAt = core.clock.now() + 2 * DAY
  await core.client.run('followUps.change', { followUp, text: 'send the refund', dueAt })
  expect(await promises(core, key)).toEqual([{ id: followUp, text: 'send the refund', dueAt }])
  await core.client.run('followUps.done', { followUp })
  expect(await promises(core, key)).toEqual([])
  await core.crash()
  await core.client.run('undo.run', {})
  expect(await promises(core, key)).toMatchObject([{ text: 'send the refund' }])
  await core.client.run('followUps.delete', { followUp })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await promises(core, key)).toMatchObject([{ text: 'say when it leaves' }])
  await core.client.run('undo.run', {})
  expect(await promises(core, key)).toEqual([])
})

test.each(['change', 'done', 'delete'] as const)(
  'a %s that is taken back after the reply in which it was promised has left: the next one keeps it',
  async (command) => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    await write(core, key, 'I will write by Friday')
    const followUp = await promised(core, key)
    const dueAt = core.clock.now() + DAY
    if (command === 'change') await core.client.run('followUps.change', { followUp, text: 'write', dueAt })
    else await core.client.run(`followUps.${command}`, { followUp })
    await core.client.run('thread.reply', { conversation: key, text: 'I will write by Friday', hold: false })
    await core.round()
    await core.client.run('undo.run', {})
    expect(await promises(core, key)).toMatchObject([{ text: 'say when it leaves' }])
    await core.reply(key, 'Here I am')
    await core.round()
    expect(await promises(core, key)).toEqual([])
  }
)

test('a promise in the past, without words, or of a novel is refused with a word', async () => {
  await using core = await createTestCore()
  const { key: conversation } = await withCustomer(core)
  const dueAt = core.clock.now() + DAY
  for (const [input, message] of [
    [{ text: 'later', dueAt: core.clock.now() }, /is over/],
    [{ text: '  ', dueAt }, /Say what/],
    [{ text: 'x'.repeat(300), dueAt }, /at most 200/],
    [{ text: 'later', dueAt: dueAt + 400 * DAY }, /a year/]
  ] as const) {
    await expect(core.client.run('followUps.add', { conversation, ...input })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(message)
    })
  }
  expect(await promises(core, conversation)).toEqual([])
})

test('a promise to somebody who was never written to is due as well', async () => {
  await using core = await createTestCore({ background: true })
  const { id: user } = core.customer()
  const { conversation } = await core.client.run('thread.start', { account: core.accountId, user })
  const followUp = await promised(core, conversation)
  core.clock.advance(DAY)
  expect(await due(core)).toEqual([conversation])
  await core.client.run('followUps.done', { followUp })
  expect(await due(core, 'all')).toEqual([])
})
