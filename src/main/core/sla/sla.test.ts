import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { InboxRow } from '../../../shared/contract/rows.ts'
import { type SlaPlan, type SlaPolicy, startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Monday, 23 November 2026, 9:00 in UTC: the test clock's start. */
const plan = startingPlan('UTC', 'everybody')
const everybody = plan.policies[0] as SlaPolicy

async function awakeCore(): Promise<TestCore> {
  const core = await createTestCore({ background: true })
  await core.quiet()
  return core
}

async function save(core: TestCore, changed: SlaPlan): Promise<string> {
  const base = (await core.client.ask('sla.plan', {}))[0]?.id ?? null
  const { plan: id } = await core.client.run('sla.save', { base, plan: changed })
  core.clock.advance(1_000)
  return id
}

/** A customer who has written; the key of the conversation. */
async function asks(core: TestCore, customer = core.customer(), text = 'hello'): Promise<string> {
  core.say(customer, text)
  await core.sync()
  await settle(core)
  return core.keyOf(customer)
}

/** What the keeper does a moment later is done. */
async function settle(core: TestCore): Promise<void> {
  core.clock.advance(50)
  await core.quiet()
}

async function row(core: TestCore, id: string): Promise<InboxRow | undefined> {
  return (await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 100 })).find(
    (each) => each.id === id
  )
}

async function atRisk(core: TestCore): Promise<string[]> {
  const rows = await core.client.ask('inbox.list', { queue: 'at-risk', account: null, limit: 100 })
  const counts = await core.client.ask('inbox.counts', { account: null })
  expect(counts.find(({ id }) => id === 'at-risk')?.total).toBe(rows.length)
  return rows.map(({ id }) => id)
}

const breaches = (core: TestCore) => core.client.ask('sla.breaches', { limit: 100 })
const since = async (core: TestCore, id: string): Promise<number> => (await row(core, id))?.waitingSince ?? 0

test('nothing is promised until somebody starts it; then whoever waits is due, and who is answered is not', async () => {
  await using core = await awakeCore()
  const ana = await asks(core)
  expect(await row(core, ana)).toMatchObject({ due: null })
  await save(core, plan)
  const asked = await since(core, ana)
  expect(await row(core, ana)).toMatchObject({
    due: { policy: 'everybody', kind: 'first', dueAt: asked + HOUR, riskAt: asked + 30 * MINUTE }
  })
  expect(await core.client.ask('thread.head', { conversation: ana })).toMatchObject([{ due: { dueAt: asked + HOUR } }])
  expect(await core.client.ask('sla.plan', {})).toMatchObject([{ applied: true, plan }])
  await core.reply(ana, 'hello')
  expect(await row(core, ana)).toMatchObject({ due: null })
})

test('later answers have a target of their own; after a conversation was resolved the next is a first one again', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const customer = core.customer()
  const ana = await asks(core, customer)
  await core.reply(ana, 'hello')
  await settle(core)
  await asks(core, customer, 'and the other thing?')
  expect((await row(core, ana))?.due).toMatchObject({ kind: 'next', dueAt: (await since(core, ana)) + 4 * HOUR })
  await core.client.run('inbox.resolve', { conversations: [ana] })
  expect((await row(core, ana))?.due).toBeNull()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Resolved' })
  expect((await row(core, ana))?.due).toMatchObject({ kind: 'next' })
  await core.client.run('inbox.resolve', { conversations: [ana] })
  core.clock.advance(HOUR)
  const { at } = core.say(customer, 'a new matter')
  await core.sync()
  expect((await row(core, ana))?.due).toMatchObject({ kind: 'first', dueAt: at + HOUR })
})

test('the clock stands outside hours, and on holidays', async () => {
  await using core = await awakeCore()
  await save(core, { ...plan, hours: { ...plan.hours, holidays: [{ date: '2026-11-24', yearly: false, name: 'x' }] } })
  core.clock.advance(8 * HOUR + 40 * MINUTE)
  const ana = await asks(core)
  const asked = await since(core, ana)
  const monday = Date.UTC(2026, 10, 23, 18)
  const wednesday = Date.UTC(2026, 10, 25, 9)
  expect((await row(core, ana))?.due?.dueAt).toBe(wednesday + HOUR - (monday - asked))
})

test('the first policy that fits holds: category, priority, tag, account; and what changes them changes the promise', async () => {
  await using core = await awakeCore()
  const { tag } = await core.client.run('tags.create', { name: 'vip', colour: 'red', group: null })
  const policy = (id: string, when: Partial<SlaPolicy['when']>, first: number): SlaPolicy => ({
    ...everybody,
    id,
    name: id,
    first,
    when: { ...everybody.when, ...when }
  })
  await save(core, {
    ...plan,
    policies: [
      policy('vip', { tags: [tag] }, 5),
      policy('urgent', { priorities: ['urgent', 'high'], accounts: [core.accountId] }, 10),
      policy('bills', { categories: ['billing'] }, 20),
      everybody
    ]
  })
  const ana = await asks(core)
  const policyNow = async () => (await row(core, ana))?.due?.policy
  expect(await policyNow()).toBe('everybody')
  await core.client.run('inbox.setCategory', { conversations: [ana], category: 'billing' })
  expect(await policyNow()).toBe('bills')
  await core.client.run('inbox.setPriority', { conversations: [ana], priority: 'high' })
  expect(await policyNow()).toBe('urgent')
  await core.client.run('inbox.tag', { conversations: [ana], add: [tag] })
  expect(await policyNow()).toBe('vip')
  await core.client.run('undo.run', {})
  expect(await policyNow()).toBe('urgent')
  await core.client.run('inbox.tag', { conversations: [ana], add: [tag] })
  await core.client.run('tags.delete', { tag })
  await settle(core)
  expect(await policyNow()).toBe('urgent')
})

test('at risk: who has half of the time left, what breaks first on top, by the clock alone', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const ana = await asks(core)
  core.clock.advance(10 * MINUTE)
  const ben = await asks(core)
  expect(await atRisk(core)).toEqual([])
  const seen: number[] = []
  const stop = core.client.subscribe('inbox.list', { queue: 'at-risk', account: null, limit: 9 }, ({ rows }) => {
    seen.push(rows.length)
  })
  core.clock.advance(19 * MINUTE)
  await core.quiet()
  expect(await atRisk(core)).toEqual([])
  core.clock.advance(2 * MINUTE)
  await core.quiet()
  expect(seen.at(-1)).toBe(1)
  stop()
  await core.client.run('inbox.setPriority', { conversations: [ben], priority: 'urgent' })
  expect(await atRisk(core)).toEqual([ana])
  core.clock.advance(HOUR)
  expect(await atRisk(core)).toEqual([ana, ben])
  await core.client.run('inbox.resolve', { conversations: [ana] })
  expect(await atRisk(core)).toEqual([ben])
})

test('a snooze hides nobody who waits; where a policy says so, the clock stands meanwhile', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const ana = await asks(core)
  const asked = await since(core, ana)
  await core.client.run('inbox.snooze', { conversations: [ana], until: core.clock.now() + 2 * HOUR })
  expect((await row(core, ana))?.due?.dueAt).toBe(asked + HOUR)
  core.clock.advance(40 * MINUTE)
  expect(await atRisk(core)).toEqual([ana])
  await save(core, { ...plan, policies: [{ ...everybody, pausesSnoozed: true }] })
  await settle(core)
  expect((await row(core, ana))?.due).toBeNull()
  const before = core.clock.now()
  await core.client.run('inbox.reopen', { conversations: [ana] })
  const due = (await row(core, ana))?.due?.dueAt ?? 0
  const [pause] = core.peek<{ from_at: number; to_at: number }>('SELECT from_at, to_at FROM sla_pause')
  expect(due).toBe(asked + HOUR + ((pause?.to_at ?? 0) - (pause?.from_at ?? 0)))
  expect(due).toBeGreaterThanOrEqual(asked + HOUR + 40 * MINUTE)
  // A snooze that was taken back has paused nothing.
  await core.client.run('inbox.snooze', { conversations: [ana], until: core.clock.now() + HOUR })
  core.clock.advance(5 * MINUTE)
  await core.client.run('undo.run', {})
  expect((await row(core, ana))?.due?.dueAt).toBe(due)
  expect(before).toBeLessThan(due)
})

test('who is not let in, is spam, or is blocked was promised nothing', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const customer = core.customer()
  const ana = await asks(core, customer)
  const due = (await row(core, ana))?.due
  expect(due).not.toBeNull()
  await core.client.run('inbox.place', { conversations: [ana], place: 'requests' })
  expect((await row(core, ana))?.due).toBeNull()
  await core.client.run('inbox.place', { conversations: [ana], place: 'inbox' })
  expect((await row(core, ana))?.due).toMatchObject({ dueAt: core.clock.now() + HOUR })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect((await row(core, ana))?.due).toEqual(due)
  await core.client.run('customers.block', { account: core.accountId, user: customer.id })
  expect((await row(core, ana))?.due).toBeNull()
})

test('a request that waited for days breaks nothing when it is let in: its time begins then', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const answered: CommandInput<'screening.setRules'> = {
    audience: 'answered',
    following: false,
    followers: false,
    keywords: []
  }
  await core.client.run('screening.setRules', answered)
  await settle(core)
  const [ana, ben, zoe] = [await asks(core), await asks(core), await asks(core)]
  core.clock.advance(26 * HOUR)
  await core.client.run('screening.accept', { conversations: [ana] })
  await core.client.run('inbox.place', { conversations: [ben], place: 'inbox' })
  const from = core.clock.now()
  await settle(core)
  for (const id of [ana, ben]) expect((await row(core, id))?.due).toMatchObject({ kind: 'first', dueAt: from + HOUR })
  await core.reply(ana, 'hello')
  await core.sync()
  await settle(core)
  expect(await breaches(core)).toEqual([])
  core.clock.advance(HOUR)
  await core.client.run('screening.setRules', { ...answered, audience: 'everyone' })
  await settle(core)
  expect(await breaches(core)).toMatchObject([{ conversation: ben, dueAt: from + HOUR }])
  expect((await row(core, zoe))?.due?.dueAt).toBeGreaterThan(from + 2 * HOUR - MINUTE)
})

test('a broken promise is kept once: over restarts, undo and a plan that changes', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  const ana = await asks(core)
  const asked = await since(core, ana)
  core.clock.advance(HOUR + MINUTE)
  await core.quiet()
  const broken = { conversation: ana, kind: 'first', policy: 'Everybody', dueAt: asked + HOUR, answeredAt: null }
  expect(await breaches(core)).toMatchObject([broken])
  await core.crash()
  await settle(core)
  await core.client.run('inbox.snooze', { conversations: [ana], until: core.clock.now() + HOUR })
  await core.client.run('undo.run', {})
  await save(core, { ...plan, policies: [{ ...everybody, first: 5 }] })
  await settle(core)
  const { outboxId } = await core.client.run('thread.reply', { conversation: ana, text: 'sorry' })
  await core.client.run('outbox.undo', { outboxId })
  core.clock.advance(MINUTE)
  await settle(core)
  expect(await breaches(core)).toMatchObject([broken])
  await core.reply(ana, 'sorry')
  await core.sync()
  await settle(core)
  const [me] = await core.client.ask('team.list', {})
  expect(await breaches(core)).toMatchObject([{ ...broken, answeredAt: expect.any(Number), responder: me?.id }])
})

test('what broke while the console was closed is kept: still waiting, or answered late elsewhere', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  await save(core, plan)
  const ana = core.customer()
  const ben = core.customer()
  await asks(core, ana)
  await asks(core, ben)
  const asked = await since(core, core.keyOf(ben))
  core.client.close()
  await core.core.close()
  core.clock.advance(3 * HOUR)
  core.world.say(core.accountId, ben.id, 'from x.com')
  const answered = core.clock.now()
  await core.restart()
  await core.sync()
  await settle(core)
  await settle(core)
  const rows = await breaches(core)
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual(
    expect.objectContaining({
      conversation: core.keyOf(ben),
      dueAt: asked + HOUR,
      answeredAt: answered,
      responder: null
    })
  )
  expect(rows).toContainEqual(expect.objectContaining({ conversation: core.keyOf(ana), answeredAt: null }))
})

test('what was due before it was promised breaks nothing, but stands in At risk', async () => {
  await using core = await awakeCore()
  const ana = await asks(core)
  core.clock.advance(5 * HOUR)
  await save(core, plan)
  await settle(core)
  expect(await atRisk(core)).toEqual([ana])
  expect(await breaches(core)).toEqual([])
})

test('answers are measured once: by the wall and by business hours, first and later ones', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  core.clock.advance(8 * HOUR + 30 * MINUTE)
  const customer = core.customer()
  const ana = await asks(core, customer)
  const asked = await since(core, ana)
  core.clock.advance(16 * HOUR)
  await core.reply(ana, 'good morning')
  await settle(core)
  await asks(core, customer, 'thanks, and …')
  await core.reply(ana, 'yes')
  await settle(core)
  await core.crash()
  await settle(core)
  const times = core.peek<{ asked_at: number; answered_at: number; kind: string; wall_ms: number; open_ms: number }>(
    'SELECT asked_at, answered_at, kind, wall_ms, open_ms FROM response_time ORDER BY asked_at'
  )
  expect(times.map(({ kind }) => kind)).toEqual(['first', 'next'])
  const [first] = times
  expect(first?.asked_at).toBe(asked)
  expect(first?.wall_ms).toBe((first?.answered_at ?? 0) - asked)
  // Fifteen hours of it were night.
  expect(first?.open_ms).toBe((first?.wall_ms ?? 0) - 15 * HOUR)
})

test('an impossible table is refused in words, and the one before stays in force', async () => {
  await using core = await awakeCore()
  const id = await save(core, plan)
  const days = (first: { from: number; to: number }[]) => [first, ...plan.hours.days.slice(1)]
  const wrong: [SlaPlan, RegExp][] = [
    [{ ...plan, hours: { ...plan.hours, days: [[], [], [], [], [], [], []] } }, /nobody ever answers/],
    [{ ...plan, hours: { ...plan.hours, days: days([{ from: 600, to: 600 }]) } }, /Monday, hours end before/],
    [
      {
        ...plan,
        hours: {
          ...plan.hours,
          days: days([
            { from: 540, to: 700 },
            { from: 699, to: 800 }
          ])
        }
      },
      /two times overlap/
    ],
    [{ ...plan, hours: { ...plan.hours, zone: 'Nowhere' } }, /no time zone “Nowhere”/],
    [{ ...plan, policies: [] }, /Add one/],
    [{ ...plan, policies: [{ ...everybody, first: null, next: null }] }, /promises nothing/]
  ]
  for (const [bad, words] of wrong) {
    await expect(core.client.run('sla.save', { base: id, plan: bad })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(words)
    })
  }
  await expect(core.client.run('sla.save', { base: null, plan })).rejects.toMatchObject({ code: 'conflict' })
  expect(await core.client.ask('sla.plan', {})).toMatchObject([{ id, plan }])
})

test('a changed plan can be taken back, also after a restart', async () => {
  await using core = await awakeCore()
  await save(core, plan)
  await save(core, { ...plan, on: false })
  const ana = await asks(core)
  expect((await row(core, ana))?.due).toBeNull()
  await core.crash()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Answer times changed' })
  await settle(core)
  expect(await core.client.ask('sla.plan', {})).toMatchObject([{ plan: { on: true } }])
  expect((await row(core, ana))?.due).not.toBeNull()
})

test('a plan reaches thousands in parts', async () => {
  await using core = await awakeCore()
  const ana = await asks(core)
  core.tamper(
    `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)
     INSERT INTO conversation (key, account_id, id, is_group, waiting_since, last_at) SELECT 1000 + n, '7', '7-' || n, 0, 1, 1 FROM number`
  )
  core.tamper(
    `INSERT INTO inbox_entry (conversation_key, account_id, status, shelf, unread, waiting_since, last_at)
     SELECT key, account_id, 'open', 'open', 0, 1, 1 FROM conversation WHERE key > 1000`
  )
  core.tamper(
    `INSERT INTO message (account_id, conversation_key, event_id, event_number, kind, outbound, at, text)
     SELECT '7', key, key, key, 'message', 0, ?, 'x' FROM conversation WHERE key > 1000`,
    core.clock.now()
  )
  await core.client.run('sla.save', { base: null, plan })
  expect(await core.client.ask('sla.plan', {})).toMatchObject([{ applied: false }])
  core.clock.advance(5_000)
  expect(await core.client.ask('sla.plan', {})).toMatchObject([{ applied: true }])
  expect(core.peek('SELECT count(*) AS count FROM inbox_entry WHERE sla_due_at IS NOT NULL')).toEqual([
    { count: 3_001 }
  ])
  expect((await row(core, ana))?.due).not.toBeNull()
})
