/**
 * How it is decided what became of a reply whose answer was lost, case by case (docs/decisions/0005). Every test ends
 * with both sides compared: what X has, and what the screen says.
 */
import { describe, expect, test } from 'vitest'
import type { OutboxRow } from '../../../shared/contract/rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox, SEND, sentTexts, stateOf, withCustomer } from '../testing/outbox-steps.ts'

const PHRASE = 'Thanks, we are on it.'
const MINUTE = 60_000
const REFUSED = { title: 'Invalid Request', detail: 'One or more parameters was invalid.', status: 400 }
/** X's path for reading one conversation back. */
const LOOK = /dm_conversations\/.*\/dm_events$/

/** Sends a reply whose answer is lost, `before` or `after` it took effect. */
async function loseAnswer(core: TestCore, key: string, text: string, when: 'before' | 'after'): Promise<string> {
  core.x.faults.add({ kind: 'reset', when }, { method: 'POST', path: SEND })
  const id = await core.reply(key, text)
  await core.sync()
  expect(await stateOf(core, id)).toBe('unknown')
  return id
}

/** Looks until the reply is settled: sent, or the agent is asked. */
async function settle(core: TestCore, id: string): Promise<OutboxRow> {
  for (let look = 0; look < 8; look += 1) {
    core.clock.advance(30_000)
    await core.sync()
    const row = (await outbox(core)).find((each) => each.id === id)
    if (row && row.state !== 'unknown') return row
  }
  throw new Error('it was never settled')
}

function fromXCom(core: TestCore, customerId: string, text: string, at?: number): string {
  return core.world.say(core.accountId, customerId, text, at === undefined ? {} : { at }).id
}

describe('a message that was there before the attempt', () => {
  test('is never its result when it was known, however short the time between', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    core.clock.advance(1_000)
    fromXCom(core, customer, PHRASE)
    await core.sync()
    const id = await loseAnswer(core, key, PHRASE, 'before')
    const row = await settle(core, id)
    expect(row).toMatchObject({ state: 'needs-attention', changes: [{ kind: 'not-shown', messages: [] }] })
    expect(sentTexts(core)).toEqual([])
  })

  test('is never its result when X shows it only afterwards: by X’s clock it is older', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    // Nobody has read this yet when the reply is sent a minute later; X shows it first.
    core.clock.advance(1_000)
    fromXCom(core, customer, PHRASE)
    core.clock.advance(MINUTE)
    core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
    core.x.faults.add({ kind: 'rewrite', change: () => ({ meta: { result_count: 0 } }) }, { path: '/2/dm_events' })
    const id = await core.reply(key, PHRASE)
    await core.sync()
    expect(await stateOf(core, id)).toBe('unknown')
    expect(await settle(core, id)).toMatchObject({ state: 'needs-attention' })
    expect(await core.texts(key)).toContain(PHRASE)
  })

  test('from this outbox, with another id, does not stand in for it either', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const first = await core.reply(key, PHRASE)
    await core.sync()
    core.clock.advance(3 * MINUTE)
    const second = await loseAnswer(core, key, PHRASE, 'before')
    expect(await settle(core, second)).toMatchObject({ state: 'needs-attention' })
    expect(await stateOf(core, first)).toBe('sent')
    expect(sentTexts(core)).toEqual([PHRASE])
  })
})

describe('X’s clock is not ours', () => {
  test.each([
    ['seven minutes ahead', 7 * MINUTE],
    ['seven minutes behind', -7 * MINUTE],
    ['a day behind', -24 * 60 * MINUTE]
  ])('%s: what arrived is found', async (_name, xAheadMs) => {
    await using core = await createTestCore({ xAheadMs })
    const { key } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'after')
    expect(await settle(core, id)).toMatchObject({ state: 'sent', eventId: core.world.sent[0]?.id })
  })

  test.each([
    ['ahead', 7 * MINUTE],
    ['behind', -7 * MINUTE]
  ])('%s: the same text from a minute before is not taken for it', async (_name, xAheadMs) => {
    await using core = await createTestCore({ xAheadMs })
    const { key, id: customer } = await withCustomer(core)
    core.clock.advance(1_000)
    fromXCom(core, customer, PHRASE)
    core.clock.advance(MINUTE)
    core.x.faults.add({ kind: 'rewrite', change: () => ({ meta: { result_count: 0 } }) }, { path: '/2/dm_events' })
    const id = await loseAnswer(core, key, PHRASE, 'before')
    expect(await settle(core, id)).toMatchObject({ state: 'needs-attention' })
  })

  test('our clock was set after X’s last answer: the agent is asked and shown what may be it', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const id = await core.reply(key, PHRASE)
    const slow = core.x.faults.add({ kind: 'hang', when: 'after' }, { path: '/2/dm_events' })
    core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
    core.x.faults.add({ kind: 'reset', when: 'before' }, { path: LOOK })
    const sending = core.sync()
    await slow.hit
    // Ours goes forward by four minutes, X's does not; nothing that X has answered tells of it.
    core.setXAhead(-4 * MINUTE)
    core.clock.advance(4 * MINUTE)
    await sending
    expect(await stateOf(core, id)).toBe('unknown')
    const row = await settle(core, id)
    expect(row.state).toBe('needs-attention')
    expect(row.changes).toEqual([
      expect.objectContaining({
        kind: 'not-shown',
        readable: true,
        messages: [expect.objectContaining({ id: core.world.sent[0]?.id, text: PHRASE })]
      })
    ])
    expect(row.reason).toContain('the clocks do not tell')
    expect(sentTexts(core)).toEqual([PHRASE])
  })

  test('our clock was set after the attempt: what X’s clock was when it was made is not forgotten, and the agent is asked', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    // Only the conversation itself shows it, to the look that comes after our clock was set.
    core.x.faults.readLagMs = 60 * MINUTE
    core.x.faults.add({ kind: 'reset', when: 'before' }, { path: LOOK })
    const id = await loseAnswer(core, key, PHRASE, 'after')
    core.setXAhead(-4 * MINUTE)
    core.clock.advance(4 * MINUTE)
    expect(await settle(core, id)).toMatchObject({
      state: 'needs-attention',
      changes: [{ kind: 'not-shown', messages: [{ id: core.world.sent[0]?.id }] }]
    })
  })
})

describe('the agent typed the same on x.com', () => {
  test('after the attempt, which arrived as well: the reply is sent, and both messages are in the thread', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'after')
    core.clock.advance(5_000)
    const typed = fromXCom(core, customer, PHRASE)
    const row = await settle(core, id)
    expect(row).toMatchObject({ state: 'sent', eventId: core.world.sent[0]?.id })
    const messages = await core.messages(key)
    expect(messages.map((message) => message.id).slice(-2)).toEqual([core.world.sent[0]?.id, typed])
    expect(messages.some((message) => message.repeated)).toBe(false)
  })

  test('after the attempt, which did not arrive: the customer has it once, and that is what is shown', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'before')
    core.clock.advance(5_000)
    const typed = fromXCom(core, customer, PHRASE)
    expect(await settle(core, id)).toMatchObject({ state: 'sent', eventId: typed })
    expect(await core.texts(key)).toEqual(['Where is my order?', PHRASE])
  })

  test('an hour later, in answer to something else: that is not this reply', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'before')
    await settle(core, id)
    core.clock.advance(60 * MINUTE)
    fromXCom(core, customer, PHRASE)
    await core.sync()
    expect(await stateOf(core, id)).toBe('needs-attention')
  })
})

describe('two identical replies in a row', () => {
  test('the first did not arrive: the second waits until the agent is asked, then leaves with a proof of its own', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
    const first = await core.reply(key, PHRASE)
    const second = await core.reply(key, PHRASE)
    await core.sync()
    expect(await stateOf(core, second)).toBe('queued')
    expect(await settle(core, first)).toMatchObject({ state: 'needs-attention' })
    await core.sync()
    expect(sentTexts(core)).toEqual([PHRASE])
    expect(await outbox(core)).toEqual([
      expect.objectContaining({ id: first, state: 'needs-attention', eventId: null }),
      expect.objectContaining({ id: second, state: 'sent', eventId: core.world.sent[0]?.id })
    ])
  })

  test('the first arrived: each has its own message', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
    await core.reply(key, PHRASE)
    const second = await core.reply(key, PHRASE)
    await core.sync()
    await settle(core, second)
    expect((await outbox(core)).map((row) => row.eventId)).toEqual(core.world.sent.map((event) => event.id))
    expect(core.world.sent).toHaveLength(2)
  })

  test('both answers are lost and one arrived: one is sent, the agent is asked about the other', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const first = await loseAnswer(core, key, PHRASE, 'before')
    expect(await settle(core, first)).toMatchObject({ state: 'needs-attention' })
    const second = await loseAnswer(core, key, PHRASE, 'after')
    await settle(core, second).catch(() => undefined)
    const states = (await outbox(core)).map((row) => row.state).toSorted()
    expect(states).toEqual(['needs-attention', 'sent'])
    expect(sentTexts(core)).toEqual([PHRASE])
  })

  test('what is being sent at this moment is not taken for the lost one', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const first = await loseAnswer(core, key, PHRASE, 'before')
    await settle(core, first)
    const held = core.x.faults.add({ kind: 'hang', when: 'after' }, { method: 'POST', path: SEND })
    const second = await core.reply(key, PHRASE)
    const sending = core.sync()
    await held.hit
    // X shows the second before it has answered: another window asked for a reading.
    const reading = core.sync()
    await core.until('thread.messages', { conversation: key, window: { at: 'newest', older: 10 } }, (rows) =>
      rows.some((row) => row.id === core.world.sent[0]?.id)
    )
    expect(await stateOf(core, first)).toBe('needs-attention')
    held.release()
    await Promise.all([sending, reading])
    expect(await outbox(core)).toEqual([
      expect.objectContaining({ id: first, state: 'needs-attention', eventId: null }),
      expect.objectContaining({ id: second, state: 'sent', eventId: core.world.sent[0]?.id })
    ])
  })
})

describe('an answer outranks a finding', () => {
  const named = (eventId: string) => () => ({ data: { dm_conversation_id: '1-2', dm_event_id: eventId } })

  test('a message that was found for one reply and that X then names for another belongs to the other', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const first = await loseAnswer(core, key, PHRASE, 'after')
    const found = (await settle(core, first)).eventId ?? ''
    core.x.faults.add({ kind: 'rewrite', change: named(found) }, { method: 'POST', path: SEND })
    const second = await core.reply(key, PHRASE)
    await core.sync()
    await settle(core, first).catch(() => undefined)
    const rows = await outbox(core)
    expect(rows.map((row) => row.state)).toEqual(['sent', 'sent'])
    expect(rows.find((row) => row.id === second)?.eventId).toBe(found)
    expect(new Set(rows.map((row) => row.eventId)).size).toBe(2)
  })

  test('an answer that names the proof of another reply proves nothing, and X is looked at', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    await core.reply(key, PHRASE)
    await core.sync()
    const proof = core.world.sent[0]?.id ?? ''
    core.x.faults.add({ kind: 'rewrite', change: named(proof) }, { method: 'POST', path: SEND })
    await core.reply(key, PHRASE)
    await core.sync()
    expect(core.x.requests.filter((request) => LOOK.test(request.split('?')[0] ?? ''))).toHaveLength(1)
    expect((await outbox(core)).map((row) => row.eventId)).toEqual(core.world.sent.map((event) => event.id))
  })
})

describe('the agent sends it again', () => {
  test('and the first attempt shows up late: the reply is sent, and the thread says that the customer has it twice', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'before')
    const attemptedAt = core.clock.now()
    await settle(core, id)
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
    const late = core.world.say(core.accountId, customer, PHRASE, { at: attemptedAt + 300, viaApi: true })
    core.clock.advance(5_000)
    core.say({ ...core.customer(), id: customer }, 'Got it twice')
    await core.sync()
    const own = (await core.messages(key)).filter((message) => message.us)
    expect(own.map((message) => [message.id, message.repeated])).toEqual([
      [late.id, true],
      [core.world.sent.find((event) => event.id !== late.id)?.id, false]
    ])
  })

  test('and an equal reply is lost after it arrived: the message is the later one’s, and nothing is sent once more', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const first = await loseAnswer(core, key, PHRASE, 'before')
    await settle(core, first)
    await core.client.run('outbox.retry', { outboxId: first })
    await core.sync()
    expect(await stateOf(core, first)).toBe('sent')
    const second = await loseAnswer(core, key, PHRASE, 'after')
    expect((await settle(core, second)).state).toBe('sent')
    expect(sentTexts(core)).toEqual([PHRASE, PHRASE])
    expect((await core.messages(key)).filter((message) => message.repeated)).toEqual([])
  })

  test('X is looked at once more before that', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'before')
    const attemptedAt = core.clock.now()
    await settle(core, id)
    core.clock.advance(MINUTE)
    core.world.say(core.accountId, customer, PHRASE, { at: attemptedAt + 300, viaApi: true })
    // The list of everything lags; the conversation itself shows it.
    core.x.faults.readLagMs = 60 * MINUTE
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
    expect(sentTexts(core)).toEqual([PHRASE])
  })

  test('a second attempt that certainly had no effect leaves the first one open', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    const id = await loseAnswer(core, key, PHRASE, 'before')
    const attemptedAt = core.clock.now()
    await settle(core, id)
    core.x.faults.add({ kind: 'status', status: 400, body: REFUSED }, { method: 'POST', path: SEND })
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(await stateOf(core, id)).toBe('failed')
    core.world.say(core.accountId, customer, PHRASE, { at: attemptedAt + 300, viaApi: true })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  })
})

describe('other conversations', () => {
  test.each(['before', 'after'] as const)('a group, %s it took effect', async (when) => {
    await using core = await createTestCore()
    const ana = core.customer()
    const group = core.world.createGroup([core.accountId, ana.id, core.customer().id])
    core.say(ana, 'hello all', { in: group.id })
    await core.round()
    const id = await loseAnswer(core, `${core.accountId}/${group.id}`, PHRASE, when)
    // The same from another member is not ours.
    core.say(ana, PHRASE, { in: group.id })
    expect((await settle(core, id)).state).toBe(when === 'after' ? 'sent' : 'needs-attention')
    expect(core.world.sent).toHaveLength(when === 'after' ? 1 : 0)
  })

  test.each(['before', 'after'] as const)(
    'a new conversation that nobody has written in, %s it took effect',
    async (when) => {
      await using core = await createTestCore()
      const ana = core.customer()
      core.x.faults.add({ kind: 'reset', when }, { method: 'POST', path: SEND })
      const { outboxId } = await core.client.run('thread.replyTo', {
        account: null,
        user: ana.id,
        text: PHRASE,
        hold: false
      })
      await core.sync()
      expect((await settle(core, outboxId)).state).toBe(when === 'after' ? 'sent' : 'needs-attention')
    }
  )

  test('a new conversation that X answers 404 for: the agent is asked, and told that nothing could be read', async () => {
    await using core = await createTestCore()
    const ana = core.customer()
    core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
    core.x.faults.add({ kind: 'status', status: 404 }, { path: LOOK, times: 20 })
    const { outboxId } = await core.client.run('thread.replyTo', {
      account: null,
      user: ana.id,
      text: PHRASE,
      hold: false
    })
    await core.sync()
    const row = await settle(core, outboxId)
    expect(row).toMatchObject({ state: 'needs-attention', changes: [{ kind: 'not-shown', readable: false }] })
    expect(row.reason).toContain('does not let the conversation be read')
  })

  test('a busy one is read back until before the attempt', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    core.x.faults.readLagMs = 60 * MINUTE
    const id = await loseAnswer(core, key, PHRASE, 'after')
    for (let index = 0; index < 150; index += 1) {
      core.clock.advance(100)
      core.world.say(customer, core.accountId, `and another thing ${index}`)
    }
    expect(await settle(core, id)).toMatchObject({ state: 'sent', eventId: core.world.sent[0]?.id })
  })

  test('a look that X’s limit cuts short shows nothing, and does not count', async () => {
    await using core = await createTestCore()
    const { key, id: customer } = await withCustomer(core)
    core.x.faults.readLagMs = 60 * MINUTE
    const id = await loseAnswer(core, key, PHRASE, 'after')
    for (let index = 0; index < 60; index += 1) {
      core.clock.advance(100)
      core.world.say(customer, core.accountId, `and another thing ${index}`)
    }
    const refused = core.x.faults.add({ kind: 'rate-limited', rateHeaders: true }, { path: LOOK })
    await core.sync()
    expect(refused.hits).toBe(1)
    expect(await stateOf(core, id)).toBe('unknown')
    core.clock.advance(15 * MINUTE)
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  })
})

test('links that X names nowhere may stand for anything: the agent is asked and shown the message', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await loseAnswer(core, key, 'See https://example.com/help for more.', 'after')
  const withoutLinks = (body: unknown): unknown =>
    JSON.parse(
      JSON.stringify(body, (name, value: unknown) => (name === 'entities' || name === 'urls' ? undefined : value))
    )
  core.x.faults.add({ kind: 'rewrite', change: withoutLinks }, { method: 'GET', path: /dm_events$/, times: 40 })
  const row = await settle(core, id)
  expect(row.state).toBe('needs-attention')
  expect(row.changes).toEqual([
    expect.objectContaining({ messages: [expect.objectContaining({ id: core.world.sent[0]?.id })] })
  ])
})

describe('what certainly had no effect leaves nothing to look for', () => {
  test.each([
    ['429', { kind: 'rate-limited', rateHeaders: false }, 'queued'],
    ['402', { kind: 'out-of-credits' }, 'queued'],
    ['400', { kind: 'status', status: 400, body: REFUSED }, 'failed']
  ] as const)('%s', async (_name, fault, state) => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    core.x.faults.add(fault, { method: 'POST', path: SEND })
    const id = await core.reply(key, PHRASE)
    await core.sync()
    expect(await stateOf(core, id)).toBe(state)
    expect(core.peek('SELECT 1 FROM outbox_attempt')).toEqual([])
  })

  test('401: renewed and sent once', async () => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    core.x.faults.add({ kind: 'token-refused' }, { method: 'POST', path: SEND })
    const id = await core.reply(key, PHRASE)
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
    expect(sentTexts(core)).toEqual([PHRASE])
  })
})

test('one reply alone waits for its lost answer; what was written to others leaves', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  await loseAnswer(core, ana.key, PHRASE, 'before')
  await core.reply(ben.key, 'for Ben')
  await core.sync()
  expect(sentTexts(core)).toEqual(['for Ben'])
})

test('a process that died while sending knows X’s clock from before: found, also when that clock is another', async () => {
  await using core = await createTestCore({ xAheadMs: 7 * MINUTE })
  const { key } = await withCustomer(core)
  const held = core.x.faults.add({ kind: 'hang', when: 'after' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, PHRASE)
  const sending = core.sync().catch(() => undefined)
  await held.hit
  await core.crash()
  await sending
  expect(await settle(core, id)).toMatchObject({ state: 'sent', eventId: core.world.sent[0]?.id })
})
