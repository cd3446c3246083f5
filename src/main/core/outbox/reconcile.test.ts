import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { outbox, SEND, sentTexts, stateOf, withCustomer } from '../testing/outbox-steps.ts'

test.each(['before', 'after'] as const)(
  'a crash while sending (%s it took effect): looked for, and X has it at most once',
  async (when) => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    const id = await core.reply(key, 'only once')
    const held = core.x.faults.add({ kind: 'hang', when }, { method: 'POST', path: SEND })
    const sending = core.sync().catch(() => undefined)
    await held.hit
    expect(await stateOf(core, id)).toBe('sending')
    await core.crash()
    await sending
    expect(await stateOf(core, id)).toBe('unknown')
    for (let look = 0; look < 4; look += 1) {
      core.clock.advance(30_000)
      await core.sync()
    }
    expect(await stateOf(core, id)).toBe(when === 'after' ? 'sent' : 'needs-attention')
    expect(sentTexts(core)).toEqual(when === 'after' ? ['only once'] : [])
    if (when === 'after') {
      expect(await outbox(core)).toEqual([expect.objectContaining({ eventId: core.world.sent[0]?.id })])
      expect(await core.texts(key)).toEqual(['Where is my order?', 'only once'])
    }
  }
)

test('closing in the middle of sending waits a moment for the answer', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await core.reply(key, 'in time')
  const held = core.x.faults.add({ kind: 'hang', when: 'after' }, { method: 'POST', path: SEND })
  const sending = core.sync().catch(() => undefined)
  await held.hit
  const restarted = core.restart()
  held.release()
  await sending
  await restarted
  expect(await stateOf(core, id)).toBe('sent')
})

test('closing does not wait for an answer that does not come', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await core.reply(key, 'lost')
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { method: 'POST', path: SEND })
  const sending = core.sync().catch(() => undefined)
  await held.hit
  const restarted = core.restart()
  await core.clock.advanceAsync(3_000)
  await restarted
  await sending
  expect(await stateOf(core, id)).toBe('unknown')
})

test.each([
  ['reset before', { kind: 'reset', when: 'before' }, 0],
  ['reset after', { kind: 'reset', when: 'after' }, 1],
  ['503 before', { kind: 'status', status: 503, when: 'before' }, 0],
  ['503 after', { kind: 'status', status: 503, when: 'after' }, 1],
  ['408 after', { kind: 'status', status: 408, when: 'after' }, 1],
  ['HTML instead of an answer', { kind: 'html' }, 0],
  ['a cut-off answer', { kind: 'truncated' }, 1],
  ['an answer without an id', { kind: 'rewrite', change: () => ({ data: {} }) }, 1]
] as const)('%s: exactly once, or visibly in need of an eye', async (_name, fault, effects) => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add(fault, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'the answer')
  await core.sync()
  const seen: (string | undefined)[] = [await stateOf(core, id)]
  const started = core.clock.now()
  let looks = 0
  while (seen.at(-1) === 'unknown' && looks < 20) {
    core.clock.advance(10_000)
    await core.sync()
    looks += 1
    seen.push(await stateOf(core, id))
  }
  expect(core.world.sent).toHaveLength(effects)
  if (effects === 1) expect(seen.at(-1)).toBe('sent')
  else {
    expect(seen.at(-1)).toBe('needs-attention')
    expect(looks).toBeGreaterThanOrEqual(3)
    expect(core.clock.now() - started).toBeGreaterThanOrEqual(60_000)
    expect((await outbox(core))[0]?.reason).toMatch(/does not show it after \d+ looks/)
    // The agent says: send. Then, and only then, it is sent.
    await core.client.run('outbox.retry', { outboxId: id })
    await core.sync()
    expect(await stateOf(core, id)).toBe('sent')
  }
  expect(sentTexts(core)).toEqual(['the answer'])
})

test('one look proves nothing, however long it took', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'the answer')
  await core.sync()
  for (const expected of ['unknown', 'unknown', 'needs-attention']) {
    core.clock.advance(100_000)
    await core.sync()
    expect(await stateOf(core, id)).toBe(expected)
  }
})

test('a time-out: nobody knows, so X is asked', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const held = core.x.faults.add({ kind: 'hang', when: 'after' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'slow')
  const running = core.sync()
  await held.hit
  core.clock.advance(31_000)
  await running
  expect(await stateOf(core, id)).toBe('unknown')
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(sentTexts(core)).toEqual(['slow'])
})

test('X may show a lost reply late: also when the agent was asked already, it is sent, not sent again', async () => {
  await using core = await createTestCore()
  const { key, id: userId } = await withCustomer(core)
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'late')
  await core.sync()
  const attemptedAt = core.clock.now()
  for (let look = 0; look < 4; look += 1) {
    core.clock.advance(30_000)
    await core.sync()
  }
  expect(await stateOf(core, id)).toBe('needs-attention')
  core.world.say(core.accountId, userId, 'late', { at: attemptedAt + 200, viaApi: true })
  // Offline, the agent presses “Retry”; when the network is back, it turns out to be there.
  core.network('down')
  await core.client.run('outbox.retry', { outboxId: id })
  await core.sync()
  expect(await stateOf(core, id)).toBe('queued')
  core.network('up')
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(sentTexts(core)).toEqual(['late'])
})

test('the same text twice in a row is two replies, also when an answer is lost', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.reply(key, 'thanks')
  const second = await core.reply(key, 'thanks')
  core.x.faults.add({ kind: 'rewrite', change: (body) => body }, { method: 'POST', path: SEND })
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
  await core.sync()
  expect(await stateOf(core, second)).toBe('unknown')
  await core.sync()
  const rows = await outbox(core)
  expect(rows.map((row) => row.state)).toEqual(['sent', 'sent'])
  expect(rows.map((row) => row.eventId)).toEqual(core.world.sent.map((event) => event.id))
  expect(sentTexts(core)).toEqual(['thanks', 'thanks'])
})

test('the first “thanks” does not stand in for a second that never arrived', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.reply(key, 'thanks')
  await core.sync()
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  const second = await core.reply(key, 'thanks')
  await core.sync()
  await core.sync()
  expect(await stateOf(core, second)).toBe('unknown')
})

test.each([
  ['a link', 'See https://www.example.com/help/late-orders?ref=dm for more.'],
  ['two links and white space', '  https://example.com/a \n\n and https://example.com/b/  '],
  ['signs that X escapes', 'a < b && c > d'],
  ['emoji and accents', 'Voilà 👩‍💻 café ☕️ naïve']
])('a lost reply is found again with %s', async (_name, text) => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, text)
  await core.sync()
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(core.world.sent).toHaveLength(1)
})

test('X’s reads lag its writes: a lost reply is found although the list does not show it yet', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.readLagMs = 600_000
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
  const id = await core.reply(key, 'lagging')
  await core.sync()
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('a lost reply to a group that can no longer be read stops nothing else', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const group = core.world.createGroup([core.accountId, ana.id, core.customer().id])
  core.say(ana, 'hello all', { in: group.id })
  await core.round()
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  const id = await core.reply(`${core.accountId}/${group.id}`, 'hello group')
  await core.sync()
  const forbidden = { title: 'Forbidden', detail: 'You are not permitted to read this conversation.', status: 403 }
  core.x.faults.add(
    { kind: 'status', status: 403, body: forbidden },
    { path: `/2/dm_conversations/${group.id}/dm_events`, times: 9 }
  )
  const ben = await withCustomer(core)
  await core.reply(ben.key, 'for Ben')
  const { accounts, outbox: counts } = await core.sync()
  expect(accounts[0]?.problem).toBeNull()
  expect(counts).toMatchObject({ sent: 1, unknown: 1 })
  for (let look = 0; look < 4; look += 1) {
    core.clock.advance(30_000)
    await core.sync()
  }
  expect(await stateOf(core, id)).toBe('needs-attention')
})
