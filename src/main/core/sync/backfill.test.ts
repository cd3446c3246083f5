import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const DAY = 86_400_000

/** `count` messages of ten customers, spread over the last `days`. */
function history(core: TestCore, count: number, days: number): void {
  const people = Array.from({ length: 10 }, (_, index) => core.customer({ username: `early_${index}` }))
  for (let index = 0; index < count; index += 1) {
    const from = people[index % people.length]
    const at = core.clock.now() - days * DAY + Math.floor(((index + 1) * days * DAY) / (count + 1))
    if (from) core.world.say(from.id, core.accountId, `early ${index}`, { at })
  }
}

const stored = (core: TestCore): number =>
  core.peek<{ count: number }>('SELECT count(*) AS count FROM message')[0]?.count ?? 0

async function asked(core: TestCore) {
  const [row] = await core.client.ask('sync.backfill', {})
  if (!row) throw new Error('nobody asks')
  return row
}

/** An account with 600 messages of 29 days whose first page has come. */
async function connected(): Promise<TestCore> {
  const core = await createTestCore({ background: true, connected: false })
  history(core, 600, 29)
  await core.addAccount()
  await core.pass(60_000)
  return core
}

test('after the first page it asks, with an estimate near the truth, and reads what is new meanwhile', async () => {
  await using core = await connected()
  expect(stored(core)).toBe(100)
  const row = await asked(core)
  expect(row).toMatchObject({ state: 'asking', why: 'first', eventsSoFar: 100 })
  expect(row.all?.lowUsd).toBeLessThan(5)
  expect(row.all?.highUsd).toBeGreaterThan(5)
  expect(Math.abs((row.all?.events ?? 0) - 500)).toBeLessThan(60)
  expect(row.week?.events).toBeLessThan(row.all?.events ?? 0)
  const late = core.customer({ name: 'Late' })
  core.say(late, 'I am new')
  await core.pass(60_000)
  expect(await core.texts(core.keyOf(late))).toEqual(['I am new'])
  await core.restart()
  await core.pass(10 * 60_000)
  expect((await asked(core)).state).toBe('asking')
  expect(stored(core)).toBe(101)
})

test('“all” reads everything, over a restart, and leaves nothing to choose', async () => {
  await using core = await connected()
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'all', maxUsd: null })
  await core.restart()
  await core.pass(30 * 60_000)
  expect(stored(core)).toBe(600)
  expect(await core.client.ask('sync.backfill', {})).toEqual([])
})

test('“last seven days” stops there, and the rest can be fetched later', async () => {
  await using core = await connected()
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'week', maxUsd: null })
  await core.pass(30 * 60_000)
  const week = stored(core)
  expect(week).toBeGreaterThanOrEqual(140)
  expect(week).toBeLessThanOrEqual(300)
  expect(await asked(core)).toMatchObject({ state: 'resumable', choice: 'week', week: null })
  await core.restart()
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'all', maxUsd: null })
  await core.pass(30 * 60_000)
  expect(stored(core)).toBe(600)
  expect(core.world.billing().events).toBe(600)
  expect(await core.client.ask('sync.backfill', {})).toEqual([])
})

test('“only new” reads nothing older, and a limit in USD is kept', async () => {
  await using core = await connected()
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'new', maxUsd: null })
  await core.pass(30 * 60_000)
  expect(stored(core)).toBe(100)
  expect(await asked(core)).toMatchObject({ state: 'resumable', choice: 'new' })
  await core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'all', maxUsd: 2 })
  await core.pass(30 * 60_000)
  expect(stored(core)).toBe(300)
  expect(await asked(core)).toMatchObject({ state: 'resumable' })
})

test('the command line reads everything and asks nothing; practice neither', async () => {
  await using core = await createTestCore({ connected: false })
  history(core, 300, 20)
  await core.addAccount()
  expect(await core.round()).toMatchObject({ complete: true, events_new: 300 })
  expect(await core.client.ask('sync.backfill', {})).toEqual([])
  await expect(
    core.client.run('sync.chooseBackfill', { account: core.accountId, choice: 'all', maxUsd: null })
  ).rejects.toMatchObject({ code: 'conflict' })
})
