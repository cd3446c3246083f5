import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox, SEND, sentTexts, stateOf, withCustomer, withCustomerInBackground } from '../testing/outbox-steps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function schedule(core: TestCore, conversation: string, text: string, inMs: number): Promise<string> {
  const sendAt = core.clock.now() + inMs
  return (await core.client.run('thread.reply', { conversation, text, sendAt })).outboxId
}

test('leaves at its time and not before, and tells when', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const at = core.clock.now() + HOUR
  const id = await schedule(core, key, 'Good morning', HOUR)
  expect((await outbox(core))[0]).toMatchObject({ state: 'held', scheduledAt: at, heldUntil: at })
  expect((await core.messages(key)).slice(-1)).toEqual([expect.objectContaining({ scheduledAt: at, delivery: 'held' })])
  core.clock.advance(HOUR - 1)
  await core.sync()
  expect(sentTexts(core)).toEqual([])
  core.clock.advance(1)
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('in the background it leaves by itself', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomerInBackground(core)
  await schedule(core, key, 'Later', 3 * MINUTE)
  await core.quiet()
  for (let step = 0; step < 40 && sentTexts(core).length === 0; step += 1) {
    core.clock.advance(5_000)
    await core.quiet()
  }
  expect(sentTexts(core)).toEqual(['Later'])
  expect((core.world.sent[0]?.at ?? 0) - (await core.messages(key))[0]!.at).toBeGreaterThanOrEqual(3 * MINUTE)
})

test('it is no answer yet: the customer goes on waiting, and other replies of the conversation leave', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await schedule(core, key, 'Tomorrow', 24 * HOUR)
  const [waiting] = await core.client.ask('inbox.list', { queue: 'waiting-on-us', account: null, limit: 9 })
  expect(waiting).toMatchObject({ id: key, outbox: 'scheduled', preview: 'Where is my order?' })
  await core.reply(key, 'Today')
  await core.sync()
  expect(sentTexts(core)).toEqual(['Today'])
  expect((await outbox(core)).map((row) => row.state)).toEqual(['held', 'sent'])
})

test('once due it queues behind those that wait already, whatever the clock says', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await schedule(core, key, 'third', 2 * MINUTE)
  core.clock.advance(MINUTE)
  core.network('down')
  await core.reply(key, 'first')
  core.clock.advance(2 * MINUTE)
  await core.reply(key, 'second')
  core.network('up')
  await core.sync()
  expect(sentTexts(core)).toEqual(['first', 'second', 'third'])
})

test('one whose answer was lost holds back the others of its conversation, like any', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const lost = await schedule(core, key, 'scheduled', MINUTE)
  core.clock.advance(MINUTE)
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  await core.sync()
  expect(await stateOf(core, lost)).toBe('unknown')
  await core.reply(key, 'written after')
  await core.sync()
  expect(sentTexts(core)).toEqual([])
})

test('the past and more than a year are refused with a sentence; nothing is kept', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await expect(schedule(core, key, 'x', 0)).rejects.toThrow('That time is over. Choose one in the future.')
  await expect(schedule(core, key, 'x', -HOUR)).rejects.toThrow('That time is over.')
  await expect(schedule(core, key, 'x', 400 * 24 * HOUR)).rejects.toThrow('A reply can wait a year at most.')
  expect(await outbox(core)).toEqual([])
})

test('can be moved, sent now, edited and discarded', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const moved = await schedule(core, key, 'moved', HOUR)
  await core.client.run('outbox.reschedule', { outboxId: moved, sendAt: core.clock.now() + 2 * HOUR })
  await expect(core.client.run('outbox.reschedule', { outboxId: moved, sendAt: core.clock.now() })).rejects.toThrow(
    'That time is over.'
  )
  const now = await schedule(core, key, 'now', HOUR)
  await core.client.run('outbox.sendNow', { outboxId: now })
  const edited = await schedule(core, key, 'edited', HOUR)
  await core.client.run('outbox.edit', { outboxId: edited })
  const discarded = await schedule(core, key, 'discarded', HOUR)
  await core.client.run('outbox.discard', { outboxId: discarded })
  core.clock.advance(HOUR)
  await core.sync()
  expect(sentTexts(core)).toEqual(['now'])
  core.clock.advance(HOUR)
  await core.sync()
  expect(sentTexts(core)).toEqual(['now', 'moved'])
  await expect(
    core.client.run('outbox.reschedule', { outboxId: moved, sendAt: core.clock.now() + HOUR })
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('a reply in its undo window can be put off', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'not yet' })
  await core.client.run('outbox.reschedule', { outboxId, sendAt: core.clock.now() + HOUR })
  core.clock.advance(10_000)
  await core.sync()
  expect((await outbox(core))[0]).toMatchObject({ state: 'held', scheduledAt: expect.any(Number) })
  expect(sentTexts(core)).toEqual([])
})

test.each(['restart', 'crash'] as const)('survives a %s; a time that passed meanwhile is made up for', async (how) => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await schedule(core, key, 'Good morning', HOUR)
  await core[how]()
  core.clock.advance(3 * HOUR)
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('what changed meanwhile is asked about, also when the time passed while nothing ran', async () => {
  await using core = await createTestCore()
  const { key, id: customer } = await withCustomer(core)
  const id = await schedule(core, key, 'Has it come?', HOUR)
  core.clock.advance(30 * MINUTE)
  core.world.say(customer, core.accountId, 'It came!')
  await core.crash()
  core.clock.advance(3 * HOUR)
  await core.sync()
  expect((await outbox(core))[0]).toMatchObject({
    id,
    state: 'needs-attention',
    scheduledAt: null,
    changes: [{ kind: 'customer-wrote', count: 1 }]
  })
  await core.client.run('outbox.retry', { outboxId: id })
  await core.sync()
  expect(sentTexts(core)).toEqual(['Has it come?'])
})
