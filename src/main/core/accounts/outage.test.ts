import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000

/** Lets time pass in steps (ms) in which everything that is due can happen. */
async function pass(core: TestCore, minutes: number, step = MINUTE): Promise<void> {
  for (let passed = 0; passed < minutes * MINUTE; passed += step) {
    core.clock.advance(step)
    await core.quiet()
  }
}

function refreshes(core: TestCore): number {
  return core.x.requests.filter((request) => request === 'POST /2/oauth2/token').length
}

test('X answers 401 to everything for two hours, renewals too: nothing is wiped, and it goes on by itself', async () => {
  await using core = await createTestCore({ background: true, live: true })
  await core.quiet()
  const before = new Map(core.secrets.values)
  const outage = core.x.faults.add({ kind: 'token-refused' }, { times: 100_000 })
  core.x.activity.drop()
  await pass(core, 120)
  expect((await core.client.ask('sync.status', {}))[0]?.phase).toBe('sign-in-needed')
  expect(new Map(core.secrets.values)).toEqual(before)
  // Asked now and then, not at every chance: X ends a sign-in whose dead token is shown again and again.
  expect(refreshes(core)).toBeLessThan(30)
  expect(outage.hits).toBeLessThan(300)

  const ana = core.customer()
  core.say(ana, 'written during the outage')
  outage.cancel()
  // Heartbeats need their time.
  await pass(core, 16, MINUTE / 6)
  const [status] = await core.client.ask('sync.status', {})
  expect(status).toMatchObject({ problem: null, live: { state: 'live' } })
  expect(await core.texts(core.keyOf(ana))).toEqual(['written during the outage'])
})

test('two accounts of one app renew each for itself, once, however many ask at the same time', async () => {
  await using core = await createTestCore()
  const other = core.world.addUser({ username: 'second_shop' })
  const { url: api, clientId } = core.x
  await core.client.run('accounts.add', { api, auth: api, clientId, ...core.x.issueTokens(other.id), appBearer: null })
  core.say(core.customer(), 'hello')
  await core.sync()
  core.world.tokens.expireAccessTokens()
  const clients = [core.connect(), core.connect(), core.connect()]
  await Promise.all(clients.map((client) => client.run('sync.once', { maxCostUsd: null })))
  expect(refreshes(core)).toBe(2)
  // A refresh token that was used twice would have ended the sign-in.
  for (const { problem } of (await core.sync()).accounts) expect(problem).toBeNull()
  for (const client of clients) client.close()
})

test('a crash between the renewal and its saving: nothing is wiped, the reason is said, a new sign-in mends it', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.sync()
  const before = new Map(core.secrets.values)
  core.world.tokens.expireAccessTokens()
  await core.sync()
  // As the disk was before the new token reached it.
  for (const [name, value] of before) core.secrets.values.set(name, value)
  await core.crash()
  core.clock.advance(1000)
  const report = await core.sync()
  expect(report.accounts[0]?.problem).toMatchObject({ code: 'sign-in-needed' })
  expect(core.secrets.values.get(`x-tokens:${core.accountId}`)).toBe(before.get(`x-tokens:${core.accountId}`))
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
  await core.addAccount()
  expect(await core.round()).toMatchObject({ problem: null, complete: true })
})
