import { expect, test } from 'vitest'
import type { NoticeRow } from '../../../shared/contract/attention-rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { sentTexts } from '../testing/outbox-steps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

async function notices(core: TestCore): Promise<readonly NoticeRow[]> {
  return core.client.ask('attention.notice', {})
}

/** The computer sleeps while the world goes on, and wakes up. */
async function sleep(core: TestCore, ms: number, meanwhile: (start: number) => void = () => undefined): Promise<void> {
  await core.quiet()
  const start = core.clock.now()
  core.clock.jump(ms)
  meanwhile(start)
  await core.pass(20_000)
}

async function awakeCore(options: Parameters<typeof createTestCore>[0] = {}): Promise<TestCore> {
  const core = await createTestCore({ background: true, ...options })
  await core.pass(2 * MINUTE)
  return core
}

test('the first sync and every start are silent, however much has come', async () => {
  await using core = await createTestCore({ background: true })
  const start = core.clock.now()
  for (let index = 0; index < 40; index += 1) {
    core.world.say(core.customer().id, core.accountId, `hello ${index}`, { at: start - index * MINUTE })
  }
  await core.pass(2 * MINUTE)
  expect(await notices(core)).toEqual([])
  await core.restart()
  core.say(core.customer(), 'while it was closed')
  await core.pass(2 * MINUTE)
  expect(await notices(core)).toEqual([])
})

test('a new message is told, with the name and no text', async () => {
  await using core = await awakeCore()
  const ana = core.customer({ name: 'Ana Silva' })
  core.say(ana, 'Where is my order?')
  await core.pass(MINUTE)
  expect(await notices(core)).toEqual([
    expect.objectContaining({
      kind: 'messages',
      total: 1,
      customers: [
        { conversation: core.keyOf(ana), name: 'Ana Silva', messages: 1, waitingSince: expect.any(Number), text: null }
      ]
    })
  ])
})

test('the setting decides: nothing, or the text as well', async () => {
  await using core = await awakeCore()
  const ana = core.customer({ name: 'Ana' })
  core.settings.set('notifications.show', 'off')
  core.say(ana, 'one')
  await core.pass(MINUTE)
  expect(await notices(core)).toEqual([])
  core.settings.set('notifications.show', 'text')
  core.say(ana, 'two')
  await core.pass(MINUTE)
  const [notice] = await notices(core)
  expect(notice?.customers).toEqual([expect.objectContaining({ messages: 1, text: 'two' })])
})

test('messages of many customers are one notice, and the next comes half a minute later at the earliest', async () => {
  await using core = await awakeCore()
  const told: NoticeRow[] = []
  const stop = core.client.subscribe('attention.notice', {}, ({ rows }) => {
    if (rows[0] && rows[0].id !== told.at(-1)?.id) told.push(rows[0])
  })
  const customers = Array.from({ length: 12 }, (_, index) => core.customer({ name: `Customer ${index}` }))
  for (let round = 0; round < 10; round += 1) {
    for (const customer of customers) core.world.say(customer.id, core.accountId, `round ${round}`)
    await core.pass(6_000)
  }
  await core.pass(MINUTE)
  stop()
  expect(told.length).toBeGreaterThanOrEqual(2)
  expect(told.length).toBeLessThanOrEqual(4)
  for (const [index, notice] of told.entries()) {
    expect(notice.total).toBe(12)
    expect(notice.customers).toHaveLength(5)
    const before = told[index - 1]
    if (before) expect(notice.at - before.at).toBeGreaterThanOrEqual(30_000)
  }
})

test('what was read, answered or resolved at once is not told', async () => {
  await using core = await awakeCore()
  const ana = core.customer({ name: 'Ana' })
  const ben = core.customer({ name: 'Ben' })
  core.say(ana, 'first')
  await core.pass(MINUTE)
  core.world.say(ana.id, core.accountId, 'second')
  core.world.say(ben.id, core.accountId, 'hello')
  const inbox = () => core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 })
  // Read as soon as it is there, before the notice.
  while ((await inbox()).length < 2) await core.pass(500)
  await core.client.run('inbox.markRead', { conversations: [core.keyOf(ana), core.keyOf(ben)] })
  const [before] = await notices(core)
  await core.pass(MINUTE)
  expect((await notices(core))[0]?.id).toBe(before?.id)
})

test('three days of sleep: everything is read from the cursor through X’s limits, and one digest tells who waits', async () => {
  await using core = await awakeCore({ x: { limits: 'x' } })
  const told = new Set<string>()
  const stop = core.client.subscribe('attention.notice', {}, ({ rows }) => rows.forEach(({ id }) => told.add(id)))
  const early = core.customer({ name: 'Early Bird' })
  core.say(early, 'before the sleep')
  await core.pass(3 * MINUTE)
  const before = told.size
  const customers = Array.from({ length: 30 }, (_, index) => core.customer({ name: `Customer ${index}` }))
  await sleep(core, 72 * HOUR, (start) => {
    for (let index = 0; index < 2_400; index += 1) {
      const customer = customers[index % customers.length]
      if (customer) core.world.say(customer.id, core.accountId, `m${index}`, { at: start + (index + 1) * 100_000 })
    }
  })
  await core.pass(20 * MINUTE)
  // So much at once costs money: the console asks first.
  const older = await core.client.ask('sync.backfill', {})
  expect(older).toMatchObject([{ state: 'asking', why: 'absence' }])
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'all', maxUsd: null })
  await core.pass(HOUR)
  const stored = core.peek<{ count: number }>('SELECT count(*) AS count FROM message')[0]?.count
  expect(stored).toBe(2_401)
  expect(core.log.text()).not.toContain('rate-limited')
  expect(told.size).toBe(before + 1)
  const [digest] = await notices(core)
  expect(digest).toMatchObject({ kind: 'digest', total: 31 })
  expect(digest?.customers.map(({ name }) => name).slice(0, 2)).toEqual(['Early Bird', 'Customer 0'])

  // Late at X, with a moment in the sleep: found by id, not by a window of time.
  const [first] = customers
  if (first) core.world.say(first.id, core.accountId, 'late', { at: core.clock.now() - 2 * HOUR })
  await core.pass(5 * MINUTE)
  expect(core.peek("SELECT 1 FROM message WHERE text = 'late'")).toHaveLength(1)
  stop()
})

test('a sleep in which nothing came is no news', async () => {
  await using core = await awakeCore()
  core.say(core.customer(), 'waits since yesterday')
  await core.pass(MINUTE)
  const [before] = await notices(core)
  await sleep(core, 10 * HOUR)
  await core.pass(2 * MINUTE)
  expect((await notices(core))[0]?.id).toBe(before?.id)
})

test('a reply that was due in the sleep does not leave before it is known what the customer wrote', async () => {
  await using core = await awakeCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'Where is it?')
  await core.pass(MINUTE)
  const { outboxId } = await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'On its way' })
  await sleep(core, 8 * HOUR, (start) => {
    core.world.say(ana.id, core.accountId, 'It has come, thank you', { at: start + HOUR })
  })
  await core.pass(MINUTE)
  expect(sentTexts(core)).toEqual([])
  const [entry] = await core.client.ask('outbox.list', { open: true })
  expect(entry).toMatchObject({ id: outboxId, state: 'needs-attention' })
})

test('a reply that was due in the sleep leaves after it when nothing has changed', async () => {
  await using core = await awakeCore()
  const ana = core.customer()
  core.say(ana, 'Where is it?')
  await core.pass(MINUTE)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'On its way' })
  await sleep(core, 8 * HOUR)
  await core.pass(10_000)
  expect(sentTexts(core)).toEqual(['On its way'])
})

test('the host may know first: reading starts at once, and the clock’s own notice changes nothing', async () => {
  await using core = await awakeCore({ x: { limits: 'x' } })
  const polls = (): number => core.x.requests.filter((request) => request.startsWith('GET /2/dm_events')).length
  await core.quiet()
  core.clock.jump(HOUR)
  const before = polls()
  core.core.resumed()
  await core.quiet()
  expect(polls()).toBe(before + 1)
  await core.pass(16_000)
  expect(polls()).toBe(before + 1)
})

test('a clock that is set back stops neither polling nor what is held', async () => {
  await using core = await awakeCore({ x: { limits: 'x' } })
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.pass(2 * MINUTE)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'held' })
  await core.quiet()
  core.clock.jump(-30 * HOUR)
  await core.pass(2 * MINUTE)
  expect(sentTexts(core)).toEqual(['held'])
  const requests = core.x.requests.length
  await core.pass(5 * MINUTE)
  expect(core.x.requests.length).toBeGreaterThan(requests)
  expect((await core.client.ask('sync.status', {}))[0]).toMatchObject({ phase: 'idle', problem: null })
})

test('a clock that is set back does not make a pause longer', async () => {
  await using core = await awakeCore()
  await core.pass(2 * MINUTE)
  const outage = core.x.faults.add({ kind: 'token-refused' }, { times: 1_000 })
  await core.pass(5 * MINUTE)
  expect((await core.client.ask('sync.status', {}))[0]).toMatchObject({ phase: 'sign-in-needed' })
  outage.cancel()
  core.clock.jump(-30 * HOUR)
  await core.pass(HOUR)
  expect((await core.client.ask('sync.status', {}))[0]).toMatchObject({ phase: 'idle', problem: null })
})

test('nor does one that was set back while the console was closed hold a reply for the whole jump', async () => {
  await using core = await awakeCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.pass(2 * MINUTE)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'held' })
  core.clock.jump(-30 * HOUR)
  await core.restart()
  await core.pass(2 * MINUTE)
  expect(sentTexts(core)).toEqual(['held'])
})
