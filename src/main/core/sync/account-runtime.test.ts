import { expect, test } from 'vitest'
import type { SyncRow } from '../../../shared/contract/rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

function polls(core: TestCore): number {
  return core.x.requests.filter((request) => request.startsWith('GET /2/dm_events')).length
}

/** Waits until a round is over and the next one is planned. */
async function rested(core: TestCore): Promise<SyncRow & { nextSyncAt: number }> {
  const [row] = await core.until('sync.status', {}, ([first]) => typeof first?.nextSyncAt === 'number')
  if (typeof row?.nextSyncAt !== 'number') throw new Error('nothing is planned')
  return { ...row, nextSyncAt: row.nextSyncAt }
}

/** Lets time pass to the next poll and waits until it is over. @returns the time that passed, in ms. */
async function nextRound(core: TestCore): Promise<number> {
  await core.quiet()
  const { nextSyncAt } = await rested(core)
  const delay = nextSyncAt - core.clock.now()
  core.clock.advance(delay)
  await rested(core)
  return delay
}

test('reads at once and then by itself; new messages appear without anybody asking', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer({ name: 'Ana' })
  await rested(core)
  core.say(ana, 'hello')
  await nextRound(core)
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
})

test('polls are spread over X’s window, and some are kept back', async () => {
  await using core = await createTestCore({ background: true, x: { limits: 'x' } })
  const started = core.clock.now()
  await rested(core)
  while (core.clock.now() - started < 3_600_000) await nextRound(core)
  // Four windows of 15; no 429 ever.
  expect(polls(core)).toBeLessThanOrEqual(60)
  expect(polls(core)).toBeGreaterThan(40)
  expect(core.log.text()).not.toContain('rate-limited')
  expect(await core.client.ask('sync.status', {})).toEqual([expect.objectContaining({ phase: 'idle', problem: null })])
})

test('our clock is set forward while the limit is used up: X is asked for its time, not for messages', async () => {
  await using core = await createTestCore({ x: { limits: 'x' } })
  for (let round = 0; round < 15; round += 1) await core.sync()
  const used = polls(core)
  expect((await core.round()).requests).toBe(0)
  core.clock.jump(89 * 60_000)
  core.setXAhead(-89 * 60_000)
  expect((await core.round()).requests).toBe(0)
  expect(polls(core)).toBe(used)
  expect(core.x.requests.at(-1)).toBe('HEAD /2/openapi.json')
  // When the window has ended by X's clock, too, it goes on.
  core.clock.jump(15 * 60_000)
  expect((await core.round()).requests).toBeGreaterThan(0)
  expect(core.log.text()).not.toContain('rate-limited')
})

test('our clock is set forward while replies are used up and reading tells nothing: none leaves before X’s clock allows it', async () => {
  await using core = await createTestCore({ x: { limits: 'x' } })
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.sync()
  for (let reply = 0; reply < 17; reply += 1) await core.reply(core.keyOf(ana), `reply ${reply}`)
  await core.sync()
  expect(core.world.sent).toHaveLength(15)
  core.clock.jump(89 * 60_000)
  core.setXAhead(-89 * 60_000)
  const mute = { kind: 'status', status: 429, rateHeaders: false, headers: { date: 'soon' } } as const
  const muted = core.x.faults.add(mute, { method: 'GET', times: 100 })
  await core.sync()
  expect(core.world.sent).toHaveLength(15)
  expect(core.x.requests.at(-1)).toBe('HEAD /2/openapi.json')
  muted.cancel()
  core.clock.jump(15 * 60_000)
  await core.sync()
  expect(core.world.sent).toHaveLength(17)
})

test('where more is allowed, it polls more often', async () => {
  await using core = await createTestCore({ background: true })
  await rested(core)
  for (let round = 0; round < 5; round += 1) {
    const delay = await nextRound(core)
    expect(delay).toBeGreaterThanOrEqual(2_000)
    expect(delay).toBeLessThanOrEqual(10_000)
  }
})

test('without the network: waits longer and longer, says so, and comes back by itself', async () => {
  await using core = await createTestCore({ background: true })
  await rested(core)
  core.network('down')
  const delays: number[] = []
  for (let round = 0; round < 10; round += 1) delays.push(await nextRound(core))
  const waits = delays.slice(1)
  expect(waits.slice(0, 3)).toEqual([3_750, 7_500, 15_000])
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect((await rested(core)).phase).toBe('offline')
  core.network('up')
  await nextRound(core)
  expect(await rested(core)).toMatchObject({ phase: 'idle', problem: null })
  // The next trouble starts with short waits again.
  core.network('down')
  await nextRound(core)
  expect(await nextRound(core)).toBe(3_750)
})

test('a reply written offline leaves when the network returns', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await core.client.run('sync.now', {})
  await core.until('inbox.list', { queue: 'all', account: null, limit: 9 }, (rows) => rows.length === 1)
  await rested(core)
  core.network('down')
  await nextRound(core)
  const id = await core.reply(core.keyOf(ana), 'from the train')
  await core.quiet()
  expect(core.world.sent).toEqual([])
  await nextRound(core)
  core.network('up')
  await nextRound(core)
  await core.when(() => core.world.sent.length > 0)
  await core.until('outbox.list', { open: false }, (rows) => rows.some((row) => row.id === id && row.state === 'sent'))
})

test('the network goes away while sending: nothing is sent twice', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await nextRound(core)
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST' })
  const id = await core.reply(core.keyOf(ana), 'once')
  const state = async (): Promise<string | undefined> =>
    (await core.client.ask('outbox.list', { open: false })).find((row) => row.id === id)?.state
  await core.when(() => core.world.sent.length === 1)
  await core.when(() => core.log.text().includes('reply not sent'))
  expect(await state()).toBe('unknown')
  for (let round = 0; (await state()) !== 'sent' && round < 10; round += 1) {
    await nextRound(core)
    await core.quiet()
  }
  expect(await state()).toBe('sent')
  expect(core.world.sent).toHaveLength(1)
})

test('a lost reply is looked for in time, whatever the polls do', async () => {
  await using core = await createTestCore({ background: true, x: { limits: 'x' } })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await nextRound(core)
  core.x.faults.add({ kind: 'status', status: 503 }, { method: 'POST' })
  await core.reply(core.keyOf(ana), 'lost')
  await core.when(() => core.log.text().includes('reply not sent'))
  const looks: number[] = []
  const started = core.clock.now()
  while (looks.length < 3 && core.clock.now() - started < 200_000) {
    await core.quiet()
    const seen = core.x.requests.filter((request) =>
      /^GET \/2\/dm_conversations\/[^/]+\/dm_events/.test(request)
    ).length
    if (seen > looks.length) looks.push(core.clock.now() - started)
    core.clock.advance((core.clock.nextAt() ?? 0) - core.clock.now())
  }
  expect(looks).toHaveLength(3)
  expect(looks[0]).toBeLessThanOrEqual(4_000)
  // After 2, 5 and 20 more seconds.
  expect(looks[2]).toBeLessThanOrEqual(30_000)
})

test('the undo window ends by itself', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await nextRound(core)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'after five seconds' })
  await core.quiet()
  await core.clock.advanceAsync(4_900)
  expect(core.world.sent).toEqual([])
  await core.clock.advanceAsync(100)
  await core.when(() => core.world.sent.length === 1)
})

test.each([
  ['out of credits', { kind: 'out-of-credits' }, 'out-of-credits', 900_000],
  ['a refused sign-in', { kind: 'token-refused' }, 'sign-in-needed', 60_000]
] as const)('%s: polling pauses, reading goes on', async (_name, fault, phase, pause) => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await nextRound(core)
  core.x.faults.add(fault, { method: 'GET', path: '/2/dm_events', times: 2 })
  await nextRound(core)
  const row = await rested(core)
  expect(row).toMatchObject({ phase, problem: expect.stringMatching(/\.$/) })
  expect(row.nextSyncAt - core.clock.now()).toBeGreaterThanOrEqual(pause)
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
  core.x.faults.clear()
  await nextRound(core)
  expect(await rested(core)).toMatchObject({ phase: 'idle' })
})

test('“read now” ends a pause', async () => {
  await using core = await createTestCore({ background: true })
  await rested(core)
  core.x.faults.add({ kind: 'out-of-credits' }, { path: '/2/dm_events' })
  await nextRound(core)
  expect((await rested(core)).phase).toBe('out-of-credits')
  const before = polls(core)
  await core.client.run('sync.now', {})
  await core.until('sync.status', {}, ([row]) => row?.phase === 'idle')
  expect(polls(core)).toBe(before + 1)
})

test('one timer each, however often it is asked', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await rested(core)
  await nextRound(core)
  for (let time = 0; time < 20; time += 1) {
    await core.client.run('sync.now', {})
    await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: `reply ${time}` })
  }
  await rested(core)
  await core.quiet()
  // The next read, the next send, the look at the clock, and a notice that is about to be told.
  expect(core.clock.pending()).toBeLessThanOrEqual(4)
  await core.clock.advanceAsync(5_000)
  await core.when(() => core.world.sent.length === 20)
  expect(core.world.sent.map((event) => event.text)).toEqual(Array.from({ length: 20 }, (_, time) => `reply ${time}`))
})

test('after closing, nothing is asked, nothing is planned, and nobody complains', async () => {
  await using core = await createTestCore({ background: true })
  await rested(core)
  await nextRound(core)
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: '/2/dm_events' })
  core.clock.advance((await rested(core)).nextSyncAt - core.clock.now())
  await held.hit
  await core.core.close()
  held.release()
  const before = core.x.requests.length
  expect(core.clock.pending()).toBe(0)
  await core.clock.advanceAsync(3_600_000)
  expect(core.x.requests.length).toBe(before)
  expect(core.log.entries.filter((entry) => entry.level === 'error')).toEqual([])
})

test('what goes wrong inside is logged and tried again, never an unhandled rejection', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  await rested(core)
  core.tamper('ALTER TABLE sync_cursor RENAME TO elsewhere')
  const errors = (): number => core.log.entries.filter((entry) => entry.message.includes('background')).length
  core.clock.advance(60_000)
  await core.when(() => errors() === 1)
  core.clock.advance(300_000)
  await core.when(() => errors() === 2)
  core.tamper('ALTER TABLE elsewhere RENAME TO sync_cursor')
  core.say(ana, 'still here')
  core.clock.advance(300_000)
  await core.until('inbox.list', { queue: 'all', account: null, limit: 9 }, (rows) => rows.length === 1)
  expect(await rested(core)).toMatchObject({ phase: 'idle' })
})

test('adding the account again replaces its connection and leaves one loop', async () => {
  await using core = await createTestCore({ background: true })
  await rested(core)
  await Promise.all([core.addAccount(), core.addAccount(), core.addAccount()])
  await rested(core)
  await core.quiet()
  expect(core.clock.pending()).toBeLessThanOrEqual(2)
  const before = polls(core)
  await nextRound(core)
  expect(polls(core)).toBe(before + 1)
  const paid = core.peek<{ units: number }>("SELECT units FROM cost_day WHERE kind = 'user-read'")
  expect(paid).toEqual([{ units: core.world.billing().users }])
})
