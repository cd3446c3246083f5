import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NoticeRow } from '../../../shared/contract/attention-rows.ts'
import { type NoticePlan, type NoticeRule, startingNoticePlan } from '../../../shared/domain/notice-plan.ts'
import { type SlaPlan, startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000
/** The test clock starts at Monday, 9:00 in UTC. */
const plan = startingNoticePlan('UTC')

/** Two minutes for an answer, of which the last is at risk. */
const soon: SlaPlan = {
  ...startingPlan('UTC', 'all'),
  riskMinutes: 1,
  policies: startingPlan('UTC', 'all').policies.map((policy) => ({ ...policy, first: 2, next: 2, always: true }))
}

const rule = (when: Partial<NoticeRule['when']>, more: Partial<NoticeRule> = {}): NoticeRule => ({
  id: JSON.stringify(when),
  when: {
    event: null,
    queue: null,
    category: null,
    priority: null,
    tag: null,
    firstContact: false,
    keyword: '',
    ...when
  },
  tell: true,
  sound: 'none',
  ...more
})

/** A core that is up to date, and every notice it tells from now on. */
async function listening(): Promise<{ core: TestCore; told: NoticeRow[]; stop: () => void }> {
  const core = await createTestCore({ background: true })
  await core.pass(2 * MINUTE)
  const told: NoticeRow[] = []
  const stop = core.client.subscribe('attention.notice', {}, ({ rows }) => {
    if (rows[0] && rows[0].id !== told.at(-1)?.id) told.push(rows[0])
  })
  return { core, told, stop }
}

const save = (core: TestCore, changed: Partial<NoticePlan>) =>
  core.client.run('attention.save', { plan: { ...plan, ...changed } })

test('a keyword is found in all of the newest message, not only where the list shows it', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  await save(core, { rules: [rule({ keyword: 'lawyer' }, { sound: 'bell' })] })
  core.say(core.customer(), `${'I have waited for weeks. '.repeat(20)} My lawyer will write.`)
  await core.pass(MINUTE)
  expect(told).toMatchObject([{ kind: 'messages', sound: 'bell' }])
  stop()
})

test('the first rule that fits decides, and how it sounds', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  await save(core, {
    rules: [
      rule({ keyword: 'newsletter' }, { tell: false }),
      rule({ firstContact: true, event: 'message' }, { sound: 'bell' })
    ]
  })
  core.say(core.customer({ name: 'Ben' }), 'About your NEWSLETTER')
  await core.pass(MINUTE)
  expect(told).toEqual([])
  core.say(core.customer({ name: 'Ana' }), 'Where is it?')
  await core.pass(MINUTE)
  expect(told).toMatchObject([{ kind: 'messages', total: 1, customers: [{ name: 'Ana' }], sound: 'bell' }])
  stop()
})

test('promises, follow-ups and failed replies are told with what they are', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  await core.client.run('sla.save', { base: null, plan: soon })
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'hello')
  await core.pass(3 * MINUTE)
  expect(told.map(({ kind, total }) => [kind, total])).toEqual([
    ['messages', 1],
    ['at-risk', 1],
    ['broken', 1]
  ])
  core.x.faults.add(
    { kind: 'status', status: 400, body: { title: 'Invalid Request', detail: 'No.', status: 400 } },
    { method: 'POST', path: /with|conversations/ }
  )
  await core.reply(core.keyOf(ana), 'sorry')
  await core.pass(MINUTE)
  expect(told.slice(3)).toMatchObject([{ kind: 'needs-eye', total: 1, customers: [{ name: 'Ana' }] }])
  stop()
})

test('no name leaves where only the number may be shown, whatever happens', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  core.settings.set('notifications.show', 'count')
  await core.client.run('sla.save', { base: null, plan: soon })
  core.say(core.customer({ name: 'Ana Secret' }), 'private words')
  await core.pass(3 * MINUTE)
  await core.client.run('attention.pause', { until: core.clock.now() + MINUTE })
  core.say(core.customer({ name: 'Ben Secret' }), 'private words')
  await core.pass(2 * MINUTE)
  expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['messages', 'at-risk', 'broken', 'digest']))
  expect(JSON.stringify(told)).not.toMatch(/Secret|private/)
  stop()
})

test('a pause is silent, also for what is urgent, and one digest ends it; also when somebody ends it early', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'one')
  await core.pass(MINUTE)
  await core.client.run('inbox.setPriority', { conversations: [core.keyOf(ana)], priority: 'urgent' })
  await core.client.run('attention.pause', { until: core.clock.now() + 3 * MINUTE })
  for (let count = 0; count < 3; count += 1) {
    core.say(ana, 'again')
    await core.pass(40_000)
  }
  expect(told).toHaveLength(1)
  await core.pass(2 * MINUTE)
  expect(told.slice(1)).toMatchObject([{ kind: 'digest', total: 1 }])
  await core.client.run('attention.pause', { until: core.clock.now() + 10 * MINUTE })
  core.say(ana, 'once more')
  await core.pass(MINUTE)
  await core.client.run('attention.pause', { until: null })
  expect(told.slice(2)).toMatchObject([{ kind: 'digest' }])
  await core.pass(MINUTE)
  expect(told).toHaveLength(3)
  stop()
})

test('rules that swallow everything or contradict are refused in words, and the ones before stay', async () => {
  await using core = await createTestCore()
  await save(core, { rules: [rule({ queue: 'mine' })] })
  for (const [rules, words] of [
    [[rule({})], /Rule 1 has no condition/],
    [[rule({ tag: 'a' }), rule({ tag: 'a' }, { tell: false })], /Rules 1 and 2 contradict/],
    [[rule({ event: 'broken', keyword: 'x' })], /can never fit/]
  ] as const) {
    await expect(save(core, { rules: [...rules] })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(words)
    })
  }
  await expect(core.client.run('attention.pause', { until: core.clock.now() })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await core.restart()
  const [row] = await core.client.ask('attention.plan', {})
  expect(row?.plan.rules).toMatchObject([{ when: { queue: 'mine' } }])
})

test('no storm: whatever comes, notices are half a minute apart; in quiet hours nothing, then one digest', async () => {
  const burst = fc.record({ after: fc.integer({ min: 0, max: 60 }), messages: fc.integer({ min: 1, max: 8 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: 2, maxLength: 6 }), async (bursts) => {
      const { core, told, stop } = await listening()
      await using _core = core
      // Quiet from 9:04 to 9:06.
      const [from, to] = [Date.UTC(2026, 10, 23, 9, 4), Date.UTC(2026, 10, 23, 9, 6)]
      const monday = [
        { from: 0, to: 544 },
        { from: 546, to: 1440 }
      ]
      await save(core, { hours: { ...plan.hours, on: true, days: plan.hours.days.with(0, monday) } })
      const customers = Array.from({ length: 4 }, (_, index) => core.customer({ name: `Customer ${index}` }))
      for (const { after, messages } of bursts) {
        await core.pass(after * 1_000)
        for (let count = 0; count < messages; count += 1) {
          const customer = customers[count % customers.length]
          if (customer) core.world.say(customer.id, core.accountId, 'hello')
        }
      }
      await core.pass(Math.max(0, to - core.clock.now()) + 2 * MINUTE)
      for (const [index, notice] of told.entries()) {
        expect(notice.at < from || notice.at >= to).toBe(true)
        const before = told[index - 1]
        if (before) expect(notice.at - before.at).toBeGreaterThanOrEqual(30_000)
      }
      expect(told.length).toBeGreaterThan(0)
      expect(told.filter(({ kind }) => kind === 'digest').length).toBeLessThanOrEqual(1)
      stop()
    }),
    { numRuns: 3 }
  )
}, 120_000)

test('in quiet hours only what is urgent is told, and the rest afterwards, at once', async () => {
  const { core, told, stop } = await listening()
  await using _core = core
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'one')
  await core.pass(MINUTE)
  await core.client.run('inbox.setPriority', { conversations: [core.keyOf(ana)], priority: 'urgent' })
  const monday = [
    { from: 0, to: 540 },
    { from: 546, to: 1440 }
  ]
  await save(core, { hours: { ...plan.hours, on: true, days: plan.hours.days.with(0, monday) } })
  core.say(core.customer({ name: 'Ben' }), 'hello')
  await core.pass(MINUTE)
  expect(told).toHaveLength(1)
  core.say(ana, 'burning')
  await core.pass(MINUTE)
  expect(told.slice(1)).toMatchObject([{ kind: 'messages', total: 1, customers: [{ name: 'Ana' }] }])
  await core.pass(2 * MINUTE)
  expect(told.slice(2)).toMatchObject([{ kind: 'digest', total: 2 }])
  stop()
})
