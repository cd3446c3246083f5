import { expect, test } from 'vitest'
import {
  addPartialErrors,
  dataAsObject,
  duplicateEvents,
  withoutData,
  withoutMeta,
  wrongTypes
} from '../../practice/fault-changes.ts'
import { poison, POISONS, type PoisonName, poisonUser } from '../../practice/world/poison.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const PATH = '/2/dm_events'

function storedIds(core: TestCore): string[] {
  return core.peek<{ id: string }>('SELECT event_id AS id FROM message ORDER BY event_number').map(({ id }) => id)
}

function worldIds(core: TestCore): string[] {
  return core.world.events().map((event) => event.id)
}

/** What the cost meter has counted, in USD, over all days. */
function metered(core: TestCore): number {
  const prices: Record<string, number> = { 'dm-read': 0.01, 'user-read': 0.01, 'dm-send': 0.015, 'dm-delete': 0.01 }
  const rows = core.peek<{ kind: string; units: number }>('SELECT kind, units FROM cost_day')
  return rows.reduce((sum, row) => sum + row.units * (prices[row.kind] ?? Number.NaN), 0)
}

test.each([
  ['old', false],
  ['old', true],
  ['new', false],
  ['new', true]
] as const)(
  'works with the %s field names (strict: %s), and the meter agrees with the bill',
  async (spelling, strict) => {
    await using core = await createTestCore({ x: { fieldSpelling: spelling, strictFields: strict } })
    const ana = core.customer({ username: 'ana', name: 'Ana' })
    const ben = core.customer({ username: 'ben', name: 'Ben' })
    const gone = core.customer({ username: 'gone', hidden: true })
    core.say(ana, 'see https://example.com/some/long/address?with=query please')
    core.say(ana, 'a picture', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
    core.say(gone, 'hello')
    const group = core.world.createGroup([core.accountId, ana.id, ben.id])
    core.world.join(group.id, [ben.id], { byUserId: ana.id })
    core.say(ben, 'in the group', { in: group.id })
    for (let index = 0; index < 15; index += 1) core.say(ana, `more ${index}`)

    const report = await core.round()
    expect(report).toMatchObject({ complete: true, problem: null, events_new: worldIds(core).length })
    expect(storedIds(core)).toEqual(worldIds(core))
    const list = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 10 })
    expect(list.map((row) => row.title).toSorted()).toEqual([
      'Ana',
      expect.stringMatching(/^(Ana, Ben|Ben, Ana)$/),
      `User ${gone.id}`
    ])
    const [first, second] = await core.messages(core.keyOf(ana))
    expect(first?.author.name).toBe('Ana')
    expect(first?.links).toEqual([
      expect.objectContaining({ expanded: 'https://example.com/some/long/address?with=query' })
    ])
    expect(second?.media).toEqual([expect.objectContaining({ kind: 'photo', src: expect.stringMatching(/^media\//) })])
    expect(metered(core)).toBeCloseTo(core.world.billing().usd, 6)

    core.clock.advance(24 * 3_600_000)
    await core.round()
    expect(metered(core)).toBeCloseTo(core.world.billing().usd, 6)
  }
)

test.each(['old', 'new'] as const)('max-cost holds with the %s field names', async (fieldSpelling) => {
  await using core = await createTestCore({ x: { fieldSpelling } })
  for (let index = 0; index < 40; index += 1) core.say(core.customer(), 'hello')
  const before = core.world.billing().usd
  for (let round = 0; round < 3; round += 1) {
    const start = core.world.billing().usd
    await core.round(0.25)
    expect(core.world.billing().usd - start).toBeLessThanOrEqual(0.2500001)
  }
  expect(core.world.billing().usd - before).toBeGreaterThan(0.6)
  expect(await core.round()).toMatchObject({ complete: true })
  expect(storedIds(core)).toEqual(worldIds(core))
  expect(metered(core)).toBeCloseTo(core.world.billing().usd, 6)
})

test('errors beside the data are no reason to lose the data', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'one')
  core.say(ana, 'two')
  core.x.faults.add({ kind: 'rewrite', change: addPartialErrors }, { path: PATH, times: 10 })
  expect(await core.round()).toMatchObject({ complete: true, problem: null, events_new: 2 })
})

test('an answer without data is an empty page', async () => {
  await using core = await createTestCore()
  expect(await core.round()).toMatchObject({ complete: true, events_new: 0, events_seen: 0, problem: null })
  expect(await core.client.ask('sync.status', {})).toEqual([expect.objectContaining({ phase: 'idle', problem: null })])
  core.say(core.customer(), 'hello')
  core.x.faults.add({ kind: 'rewrite', change: withoutData }, { path: PATH })
  await core.round()
  expect(await core.round()).toMatchObject({ complete: true })
  expect(storedIds(core)).toEqual(worldIds(core))
})

test('pages with events twice, without meta, and with wrong types', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  for (let index = 0; index < 6; index += 1) core.say(ana, `message ${index}`)
  core.x.faults.add({ kind: 'rewrite', change: duplicateEvents }, { path: PATH })
  core.x.faults.add({ kind: 'rewrite', change: withoutMeta }, { path: PATH })
  expect(await core.round()).toMatchObject({ complete: true, events_new: 6 })
  core.say(ana, 'later')
  core.say(ana, 'latest')
  core.x.faults.add({ kind: 'rewrite', change: wrongTypes }, { path: PATH })
  expect((await core.round()).complete).toBe(true)
  await core.round()
  expect(storedIds(core)).toEqual(worldIds(core))
  core.x.faults.add({ kind: 'rewrite', change: dataAsObject }, { path: PATH })
  await core.round()
  expect(storedIds(core)).toEqual(worldIds(core))
})

test('poisoned events are shown as text or skipped, and everything around them is kept', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const before = core.say(ana, 'before')
  const { id } = poisonUser(core.world)
  const poisoned = poison(core.world, ana.id)
  core.world.say(id, core.accountId, 'with a poisoned profile')
  const after = core.say(ana, 'after')
  expect(await core.round()).toMatchObject({ complete: true, problem: null })
  const ids = storedIds(core)
  expect(ids).toContain(before.id)
  expect(ids).toContain(after.id)
  const names = Object.keys(POISONS)
  const kept = (name: PoisonName): boolean => ids.includes(poisoned[names.indexOf(name)]?.id ?? '')
  expect(
    (['nullBytes', 'hugeText', 'scriptText', 'bidi', 'javascriptLink', 'badOffsets', 'extraKeys'] as const).map(kept)
  ).not.toContain(false)
  const texts = await core.texts(core.keyOf(ana))
  expect(texts.some((text) => text.includes('<script>globalThis.__poisoned'))).toBe(true)
  expect(core.log.entries.some((entry) => entry.level === 'warn' && entry.message.includes('skipped'))).toBe(true)
  // No customer's words in the log.
  expect(core.log.text()).not.toMatch(/poison |globalThis|long long|invoice_/)
  await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 100 })
  await core.client.ask('search.messages', { text: 'script', limit: 10 })
})

test('whole pages of nothing but poison end no reading, and are charged once a day like all others', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  for (let index = 0; index < 20; index += 1) core.say(ana, `good ${index}`)
  const names = Array.from({ length: 130 }, () => 'unknownType' as const)
  poison(core.world, ana.id, names)
  expect(await core.round()).toMatchObject({ complete: true, events_new: 20 })
  expect(metered(core)).toBeCloseTo(core.world.billing().usd, 6)
  // Known by their ids: the next poll does not dig through them again.
  expect(await core.round()).toMatchObject({ complete: true, pages: 3, cost_usd: 0 })
  core.say(ana, 'news')
  expect(await core.round()).toMatchObject({ complete: true, pages: 3, events_new: 1 })
  core.clock.advance(24 * 3_600_000)
  await core.round()
  expect(metered(core)).toBeCloseTo(core.world.billing().usd, 6)
})

test.each([
  ['401 once', { kind: 'token-refused' }, null],
  ['402', { kind: 'out-of-credits' }, 'out-of-credits'],
  ['HTML', { kind: 'html' }, 'offline'],
  ['a cut-off body', { kind: 'truncated' }, 'offline'],
  ['broken JSON', { kind: 'malformed' }, 'offline'],
  ['503', { kind: 'status', status: 503 }, 'offline'],
  ['a reset connection', { kind: 'reset', when: 'after' }, 'offline']
] as const)('%s loses nothing', async (_name, fault, code) => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  const handle = core.x.faults.add(fault, { path: PATH })
  const report = await core.round()
  expect(handle.hits).toBe(1)
  expect(report.problem?.code ?? null).toBe(code)
  if (code === null) expect(report).toMatchObject({ complete: true, events_new: 1 })
  else {
    expect(report).toMatchObject({ complete: false, events_new: 0 })
    expect(report.problem?.message).toMatch(/^[A-Z].*\.$/)
    expect(await core.round()).toMatchObject({ complete: true, events_new: 1, problem: null })
  }
  expect(storedIds(core)).toEqual(worldIds(core))
})

test('no network: offline with the last time of a sync, and reading goes on', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const at = core.clock.now()
  core.network('down')
  core.clock.advance(60_000)
  const report = await core.round()
  expect(report).toMatchObject({ complete: false, problem: { code: 'offline' } })
  expect(await core.client.ask('sync.status', {})).toEqual([
    expect.objectContaining({ phase: 'offline', lastSyncAt: at, problem: expect.stringContaining('reached') })
  ])
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
  core.network('up')
  expect(await core.round()).toMatchObject({ complete: true })
  expect(await core.client.ask('sync.status', {})).toEqual([expect.objectContaining({ phase: 'idle', problem: null })])
})

test('an expired sign-in is renewed by itself; a refused one asks for a new one and keeps everything', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  core.world.tokens.expireAccessTokens()
  core.say(ana, 'again')
  expect(await core.round()).toMatchObject({ complete: true, events_new: 1 })

  const outboxId = await core.reply(core.keyOf(ana), 'answer')
  core.world.tokens.expireAccessTokens()
  core.x.faults.add(
    { kind: 'status', status: 400, body: { error: 'invalid_request', error_description: 'no' } },
    { path: '/2/oauth2/token', times: 2 }
  )
  const { accounts, outbox } = await core.sync()
  expect(accounts[0]).toMatchObject({ complete: false, problem: { code: 'sign-in-needed' } })
  expect(outbox).toMatchObject({ sent: 0, queued: 1 })
  expect(await core.client.ask('sync.status', {})).toEqual([expect.objectContaining({ phase: 'sign-in-needed' })])
  expect(core.secrets.values.has(`x-tokens:${core.accountId}`)).toBe(true)
  expect((await core.client.ask('outbox.list', { open: true })).map((row) => row.id)).toEqual([outboxId])

  await core.addAccount()
  expect((await core.sync()).outbox).toMatchObject({ sent: 1 })
  expect(core.world.sent.map((event) => event.text)).toEqual(['answer'])
  // No token and no text in the log.
  for (const secret of core.secrets.values.values()) expect(core.log.text()).not.toContain(secret)
})

test('unknown users are fetched once, a hundred at a time; missing ones are not asked for again', async () => {
  await using core = await createTestCore()
  for (let index = 0; index < 130; index += 1) {
    core.say(core.customer({ username: `u${index}`, hidden: index % 13 === 0 }), 'hello')
  }
  expect(await core.round()).toMatchObject({ users_fetched: 120, complete: true })
  const asked = core.x.requests.filter((request) => request.startsWith('GET /2/users?'))
  expect(
    asked.map((request) => (new URL(request.slice(4), 'http://x').searchParams.get('ids') ?? '').split(',').length)
  ).toEqual([100, 30])
  core.say(core.customer(), 'one more')
  expect(await core.round()).toMatchObject({ users_fetched: 1 })
  await core.round()
  expect(core.x.requests.filter((request) => request.startsWith('GET /2/users?'))).toHaveLength(3)
})

test('groups accumulate their members from joins, leaves and who speaks', async () => {
  await using core = await createTestCore()
  const [ana, ben, cem, dea] = ['ana', 'ben', 'cem', 'dea'].map((username) =>
    core.customer({ username, name: username })
  )
  if (!ana || !ben || !cem || !dea) throw new Error('no customers')
  const group = core.world.createGroup([core.accountId, ana.id])
  const say = (from: { id: string }, text: string): void => {
    core.clock.advance(1000)
    core.world.say(from.id, group.id, text)
  }
  say(ana, 'hi all')
  core.clock.advance(1000)
  core.world.join(group.id, [ben.id, cem.id], { byUserId: ana.id })
  core.clock.advance(1000)
  core.world.leave(group.id, [ben.id])
  const conversation = `${core.accountId}/${group.id}`
  const members = async (): Promise<string[]> =>
    (await core.client.ask('thread.head', { conversation }))[0]?.members.map((member) => member.name).toSorted() ?? []
  await core.round()
  expect(await members()).toEqual(['ana', 'cem'])
  core.clock.advance(1000)
  core.world.join(group.id, [dea.id])
  core.clock.advance(1000)
  core.world.leave(group.id, [cem.id])
  await core.round()
  expect(await members()).toEqual(['ana', 'dea'])
  // Ben speaks again although nobody told of his return.
  say(ben, 'back')
  await core.round()
  expect(await members()).toEqual(['ana', 'ben', 'dea'])
  const rows = await core.client.ask('thread.messages', { conversation, window: { at: 'newest', older: 50 } })
  expect(
    rows.flatMap((row) =>
      row.kind === 'member' ? [`${row.change} ${row.people.map((person) => person.name).join(',')}`] : []
    )
  ).toEqual(['join ben,cem', 'leave ben', 'join dea', 'leave cem'])
})

test('members come out right whatever page their changes came with', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  const ben = core.customer({ name: 'Ben' })
  const group = core.world.createGroup([core.accountId, ana.id])
  const tick = (): void => core.clock.advance(1000)
  core.world.join(group.id, [ben.id])
  tick()
  core.world.say(ben.id, group.id, 'hello')
  tick()
  core.world.leave(group.id, [ben.id])
  for (let index = 0; index < 100; index += 1) {
    tick()
    core.world.say(ana.id, group.id, `talk ${index}`)
  }
  tick()
  core.world.join(group.id, [ben.id])
  tick()
  core.world.leave(group.id, [ben.id])
  await core.round()
  const [head] = await core.client.ask('thread.head', { conversation: `${core.accountId}/${group.id}` })
  expect(head?.members.map((member) => member.name)).toEqual(['Ana'])
})
