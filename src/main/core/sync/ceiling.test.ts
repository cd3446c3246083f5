import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000
const LIST = { queue: 'all', account: null, limit: 100 } as const

async function ceiling(core: TestCore) {
  const [row] = await core.client.ask('costs.ceiling', {})
  if (!row) throw new Error('no ceiling row')
  return row
}

test('at the ceiling reading stops, replies wait for a word, and all of it outlives a restart', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'hello')
  await core.pass(MINUTE)
  expect((await core.client.ask('inbox.list', LIST)).length).toBe(1)
  expect((await ceiling(core)).stage).toBe('none')
  // 17 messages more: $0.20 of $0.249 are spent.
  core.tamper("UPDATE cost_day SET units = units + 17 WHERE kind = 'dm-read'")
  // Ten cents are kept for replies.
  await core.client.run('settings.set', { name: 'costs.ceilingDayUsd', value: 0.249 })
  await core.pass(MINUTE)
  expect((await core.client.ask('sync.status', {}))[0]).toMatchObject({ phase: 'cost-ceiling' })
  core.say(ana, 'anybody there?')
  const before = core.world.billing().events
  await core.pass(10 * MINUTE)
  expect(core.world.billing().events).toBe(before)

  for (const text of ['one', 'two', 'three', 'four', 'five']) await core.reply(core.keyOf(ana), text)
  await core.pass(MINUTE)
  expect(core.world.sent.map((event) => event.text)).toEqual(['one', 'two', 'three'])
  expect(await ceiling(core)).toMatchObject({ stage: 'reached', permitted: false, repliesWaiting: 2 })

  await core.restart()
  await core.pass(10 * MINUTE)
  expect(core.world.sent).toHaveLength(3)
  expect(await ceiling(core)).toMatchObject({ stage: 'reached', repliesWaiting: 2 })
  await core.client.run('costs.sendAnyway', {})
  await core.pass(MINUTE)
  expect(core.world.sent).toHaveLength(5)
  expect(await ceiling(core)).toMatchObject({ stage: 'reached', permitted: true, repliesWaiting: 0 })
  await core.restart()
  expect(await ceiling(core)).toMatchObject({ permitted: true })

  // A new day: everything goes on by itself.
  await core.pass(24 * 60 * MINUTE - (core.clock.now() % (24 * 60 * MINUTE)) + 5 * MINUTE)
  expect((await core.client.ask('sync.status', {}))[0]?.phase).not.toBe('cost-ceiling')
  expect(await core.texts(core.keyOf(ana))).toContain('anybody there?')
}, 60_000)

test('a higher ceiling holds at once', async () => {
  await using core = await createTestCore({ background: true })
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.pass(MINUTE)
  await core.client.run('settings.set', { name: 'costs.ceilingMonthUsd', value: 0.02 })
  core.say(ana, 'more')
  await core.pass(10 * MINUTE)
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
  await core.client.run('settings.set', { name: 'costs.ceilingMonthUsd', value: 50 })
  await core.pass(MINUTE)
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello', 'more'])
})

test('nothing to permit below the ceiling', async () => {
  await using core = await createTestCore()
  await expect(core.client.run('costs.sendAnyway', {})).rejects.toMatchObject({ code: 'conflict' })
})
