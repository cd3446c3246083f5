import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

/** `count` messages of ten customers, a minute apart, before now. */
function fill(core: TestCore, count: number, minutesAgo = count): void {
  const people = Array.from({ length: 10 }, (_, index) => core.customer({ username: `early${minutesAgo}_${index}` }))
  for (let index = 0; index < count; index += 1) {
    const from = people[index % people.length]
    if (!from) throw new Error('no customer')
    const at = core.clock.now() - (minutesAgo - index) * 60_000
    core.world.say(from.id, core.accountId, `early ${index}`, { at })
  }
}

function eventIds(core: TestCore): string[] {
  return core.peek<{ id: string }>('SELECT event_id AS id FROM message ORDER BY event_number').map(({ id }) => id)
}

function worldIds(core: TestCore): string[] {
  return core.world.events().map((event) => event.id)
}

function reads(core: TestCore): string[] {
  return core.x.requests.filter((request) => request.startsWith('GET /2/dm_events'))
}

test('every event of the first sync once, in full pages, then polls with small ones', async () => {
  await using core = await createTestCore()
  fill(core, 260)
  const first = await core.round()
  expect(first).toMatchObject({ pages: 4, events_new: 260, events_seen: 0, complete: true, problem: null })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(reads(core).every((request) => request.includes('max_results=100'))).toBe(true)

  const before = reads(core).length
  const second = await core.round()
  // Ten, and the three of the last two minutes: among those X may still show something late.
  expect(second).toMatchObject({ pages: 1, events_new: 0, events_seen: 13, cost_usd: 0, users_fetched: 0 })
  expect(reads(core).slice(before)).toEqual([expect.stringContaining('max_results=13&')])
})

test('a poll goes deeper only while it meets new events', async () => {
  await using core = await createTestCore()
  fill(core, 150)
  await core.round()
  const ana = core.customer({ username: 'ana' })
  for (let index = 0; index < 9; index += 1) core.say(ana, `new ${index}`)
  expect(await core.round()).toMatchObject({ pages: 1, events_new: 9 })
  for (let index = 0; index < 10; index += 1) core.say(ana, `newer ${index}`)
  // Ten and the unsettled ten, then twenty: what is new again on another day is never much more than what is new.
  expect(await core.round()).toMatchObject({ pages: 2, events_new: 10, events_seen: 30 })
  for (let index = 0; index < 130; index += 1) core.say(ana, `flood ${index}`)
  expect(await core.round()).toMatchObject({ pages: 4, events_new: 130 })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('an event that X shows a minute late is found below a crowd of newer ones', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ username: 'ana' })
  core.say(ana, 'first')
  await core.round()
  const late = core.clock.now() + 1
  for (let index = 0; index < 40; index += 1) core.say(ana, `newer ${index}`)
  await core.round()
  const event = core.world.say(ana.id, core.accountId, 'shown late', { at: late })
  expect(await core.round()).toMatchObject({ events_new: 1, complete: true })
  expect(eventIds(core)).toContain(event.id)
})

test('the cursor and what it speaks of are in the database together after every page', async () => {
  await using core = await createTestCore()
  fill(core, 250)
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: '/2/dm_events' })
  const running = core.round()
  await held.hit
  expect(core.peek('SELECT * FROM sync_cursor')).toEqual([])
  held.release()
  const second = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: '/2/dm_events' })
  await second.hit
  const walk = core.peek<{ walk_events: number; walk_token: string | null; walk_top_id: string }>(
    'SELECT walk_events, walk_token, walk_top_id FROM sync_cursor'
  )
  expect(walk).toEqual([
    { walk_events: 100, walk_token: expect.any(String), walk_top_id: core.world.events().at(-1)?.id }
  ])
  expect(eventIds(core)).toEqual(worldIds(core).slice(-100))
  second.release()
  await running
  expect(core.peek('SELECT floor_id, walk_token FROM sync_cursor')).toEqual([
    { floor_id: core.world.events().at(-1)?.id, walk_token: null }
  ])
})

test('a restart in the middle of a walk goes on from the stored token and pays for nothing twice', async () => {
  await using core = await createTestCore()
  fill(core, 450)
  await core.round(2)
  expect(core.world.billing().events).toBe(200)
  const stored = core.peek<{ walk_token: string }>('SELECT walk_token FROM sync_cursor')[0]?.walk_token
  await core.restart()
  // The next day X would charge again for whatever is read a second time.
  core.clock.advance(24 * 3_600_000)
  expect(await core.round()).toMatchObject({ complete: true, events_new: 250 })
  expect(reads(core).filter((request) => request.includes(`pagination_token=${stored}`))).toHaveLength(1)
  expect(eventIds(core)).toEqual(worldIds(core))
  // Only the look at the top met what was paid for the day before: one, and the three that were not settled.
  expect(core.world.billing().events - 450).toBe(4)
})

test('a crash in the middle of a walk loses nothing', async () => {
  await using core = await createTestCore()
  fill(core, 350)
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: /dm_events$/, times: 1 })
  const running = core.round().catch(() => undefined)
  await held.hit
  held.release()
  const second = core.x.faults.add({ kind: 'hang', when: 'after' }, { path: /dm_events$/, times: 1 })
  await second.hit
  await core.crash()
  second.release()
  await running
  expect(eventIds(core)).toHaveLength(100)
  expect(await core.round()).toMatchObject({ complete: true, events_new: 250 })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(core.world.billing().events).toBe(350)
})

test('new messages are read first while a walk is pending, and the walk goes on below', async () => {
  await using core = await createTestCore()
  fill(core, 300)
  expect(await core.round(1)).toMatchObject({ complete: false, events_new: 100 })
  const ana = core.customer({ username: 'ana', name: 'Ana' })
  for (let index = 0; index < 120; index += 1) core.say(ana, `meanwhile ${index}`)
  const report = await core.round(1.5)
  expect(report.complete).toBe(false)
  // All 120 new ones, and then 30 of the walk.
  expect(report).toMatchObject({ events_new: 150 })
  expect(await core.texts(core.keyOf(ana))).toHaveLength(120)
  expect(await core.round()).toMatchObject({ complete: true, events_new: 170 })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(core.world.billing().events).toBe(420)
})

test('a reading of the top that is interrupted above a pending walk leaves no gap', async () => {
  await using core = await createTestCore()
  fill(core, 300)
  await core.round(1)
  const ana = core.customer({ username: 'ana' })
  for (let index = 0; index < 250; index += 1) core.say(ana, `meanwhile ${index}`)
  expect(await core.round(1.2)).toMatchObject({ complete: false, events_new: 120 })
  await core.restart()
  expect(await core.round()).toMatchObject({ complete: true, events_new: 330 })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(core.world.billing().events).toBe(550)
})

test('the rate limit ends a round, says when to come back, and the next one goes on', async () => {
  await using core = await createTestCore({ x: { limits: 'x' } })
  fill(core, 1800)
  const first = await core.round()
  expect(first).toMatchObject({ complete: false, events_new: 1500, problem: null })
  const allowed = Date.parse(first.next_allowed_at ?? '')
  expect(allowed).toBeGreaterThan(core.clock.now())
  expect(allowed).toBeLessThanOrEqual(core.clock.now() + 901_000)
  const requests = reads(core).length
  expect(requests).toBe(15)

  // Before that time nothing is asked.
  expect(await core.round()).toMatchObject({ complete: false, requests: 0, next_allowed_at: first.next_allowed_at })
  expect(reads(core)).toHaveLength(requests)
  core.clock.advance(allowed - core.clock.now())
  expect(await core.round()).toMatchObject({ complete: true, events_new: 300 })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(core.world.billing().events).toBe(1800)
})

test.each([true, false])(
  'a 429 (with numbers: %s) stops politely and is remembered over a restart',
  async (headers) => {
    await using core = await createTestCore()
    fill(core, 20)
    core.x.faults.add({ kind: 'rate-limited', rateHeaders: headers }, { path: '/2/dm_events' })
    const report = await core.round()
    expect(report).toMatchObject({ complete: false, problem: null, requests: 1 })
    expect(Date.parse(report.next_allowed_at ?? '') - core.clock.now()).toBeGreaterThanOrEqual(899_000)
    await core.restart()
    expect(await core.round()).toMatchObject({ requests: 0, complete: false })
    core.clock.advance(901_000)
    expect(await core.round()).toMatchObject({ complete: true, events_new: 20 })
  }
)

test('max-cost is never exceeded, and the next run continues', async () => {
  await using core = await createTestCore()
  fill(core, 40)
  const atStart = core.world.billing().usd
  const first = await core.round(0.25)
  expect(first).toMatchObject({ complete: false, cost_usd: 0.25, events_new: 25 })
  expect(core.world.billing().usd - atStart).toBeCloseTo(0.25)
  expect(await core.round(0)).toMatchObject({ complete: false, cost_usd: 0, requests: 0 })
  const rest = await core.round()
  expect(rest).toMatchObject({ complete: true, events_new: 15, users_fetched: 10 })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('replies count for max-cost, too', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  await core.reply(core.keyOf(ana), 'first')
  await core.reply(core.keyOf(ana), 'second')
  const before = core.world.billing().usd
  const { accounts, outbox } = await core.sync(0.02)
  expect(outbox).toMatchObject({ sent: 1, queued: 1 })
  expect(accounts[0]?.cost_usd).toBeCloseTo(core.world.billing().usd - before)
  expect(accounts[0]?.cost_usd).toBeLessThanOrEqual(0.02)
})

test('a paging token that X refuses makes the walk start over, without a gap and without a complaint', async () => {
  await using core = await createTestCore()
  fill(core, 300)
  await core.round(1)
  core.tamper("UPDATE sync_cursor SET walk_token = 'AAAAAAAAAAAAAAAAAAAAAAAA'")
  expect(await core.round()).toMatchObject({ complete: true, problem: null, events_new: 200 })
  expect(eventIds(core)).toEqual(worldIds(core))
  expect(core.world.billing().events).toBe(300)
})

test('an X that refuses every token gets no endless questions', async () => {
  await using core = await createTestCore()
  fill(core, 300)
  await core.round(1)
  core.tamper("UPDATE sync_cursor SET walk_token = 'AAAAAAAAAAAAAAAAAAAAAAAA'")
  const forget = (body: unknown): unknown => ({
    ...(body as object),
    meta: { next_token: 'BBBBBBBBBBBBBBBBBBBBBBBB' }
  })
  core.x.faults.add({ kind: 'rewrite', change: forget }, { path: '/2/dm_events', times: 1 })
  core.x.faults.add({ kind: 'rewrite', change: (body) => body }, { path: '/2/dm_events', times: 1 })
  core.x.faults.add({ kind: 'rewrite', change: forget }, { path: '/2/dm_events', times: 1 })
  const report = await core.round()
  expect(report).toMatchObject({ complete: false, problem: { code: 'x-refused' } })
  expect(report.requests).toBeLessThan(6)
  expect(await core.round()).toMatchObject({ complete: true })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('late events, whose ids lie below what was read, are found', async () => {
  await using core = await createTestCore()
  fill(core, 60)
  await core.round()
  const ana = core.customer({ username: 'ana' })
  const late = core.world.say(ana.id, core.accountId, 'late', { at: core.clock.now() - 90_000 })
  expect(core.world.events().at(-1)?.id).not.toBe(late.id)
  expect(await core.round()).toMatchObject({ events_new: 1, complete: true })
  // More than a page of them, right below the newest one that is known.
  for (let index = 0; index < 30; index += 1) {
    core.world.say(ana.id, core.accountId, `late ${index}`, { at: core.clock.now() - 85_000 + index })
  }
  expect(await core.round()).toMatchObject({ events_new: 30, complete: true })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('on a new day a poll pays for one known event, not for a page of them', async () => {
  await using core = await createTestCore()
  fill(core, 50, 3_000)
  await core.round()
  core.clock.advance(24 * 3_600_000)
  const before = core.world.billing().events
  await core.round()
  await core.round()
  expect(core.world.billing().events - before).toBe(1)
  const ana = core.customer({ username: 'ana' })
  for (let index = 0; index < 12; index += 1) core.say(ana, `morning ${index}`)
  expect(await core.round()).toMatchObject({ events_new: 12, complete: true })
  expect(core.world.billing().events - before - 12).toBeLessThanOrEqual(2)
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('an event that X shows late is found below the newest known one, also on a new day', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ username: 'ana' })
  fill(core, 30, 3_000)
  await core.round()
  core.clock.advance(24 * 3_600_000)
  core.say(ana, 'in time')
  await core.round()
  // Written before, shown after: X's reads lag its writes.
  core.world.say(ana.id, core.accountId, 'straggler', { at: core.clock.now() - 20_000 })
  core.clock.advance(60_000)
  expect(await core.round()).toMatchObject({ events_new: 1 })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('an event that X shows late below the floor is found by a walk that took several rounds', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ username: 'ana' })
  const ben = core.customer({ username: 'ben' })
  for (let index = 0; index < 100; index += 1) core.say(ana, `before ${index}`)
  await core.round()
  // X shows it only now, a minute and a half below the newest that is known, and then a crowd comes.
  core.world.say(ben.id, core.accountId, 'late', { at: core.clock.now() - 90_500 })
  core.clock.advance(5 * 60_000)
  for (let index = 0; index < 130; index += 1) core.say(ana, `crowd ${index}`)
  expect(await core.round(0.3)).toMatchObject({ complete: false })
  core.clock.advance(5 * 60_000)
  core.say(ana, 'newest')
  expect(await core.round()).toMatchObject({ complete: true })
  expect(eventIds(core)).toEqual(worldIds(core))
})

test('while something is missing between new and known messages, that is said, and what has come so far', async () => {
  await using core = await createTestCore()
  fill(core, 30)
  await core.round()
  const ana = core.customer({ username: 'ana' })
  for (let index = 0; index < 90; index += 1) core.say(ana, `new ${index}`)
  await core.round(0.3)
  const progress = { events: 30, pages: 2, oldestAt: expect.any(Number) }
  expect(await core.client.ask('sync.status', {})).toMatchObject([{ phase: 'catching-up', progress }])
  await core.round()
  expect(await core.client.ask('sync.status', {})).toMatchObject([{ phase: 'idle', progress: null }])
})
