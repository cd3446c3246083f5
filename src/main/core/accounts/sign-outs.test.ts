import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

function revocations(core: TestCore): number {
  return core.x.requests.filter((request) => request === 'POST /2/oauth2/revoke').length
}

function kept(core: TestCore): string[] {
  return [...core.secrets.values.keys()].filter((name) => name !== 'database-key')
}

async function usable(core: TestCore, accessToken: string): Promise<boolean> {
  return core.world.tokens.check(accessToken).ok
}

test('removed while X cannot be reached: gone here at once, told to X when it is back', async () => {
  await using core = await createTestCore({ background: true, live: true })
  await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'live')
  await core.quiet()
  const stored = JSON.parse(core.secrets.values.get(`x-tokens:${core.accountId}`) ?? '{}') as { accessToken: string }
  expect(await usable(core, stored.accessToken)).toBe(true)
  core.network('down')
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(await core.client.ask('accounts.list', {})).toEqual([])
  expect(revocations(core)).toBe(0)
  expect(kept(core)).toEqual([expect.stringMatching(/^x-sign-out:/)])
  expect(core.x.activity.subscriptions).toHaveLength(5)

  core.network('up')
  core.clock.advance(10 * 60_000)
  await core.when(() => kept(core).length === 0)
  expect(revocations(core)).toBe(2)
  expect(await usable(core, stored.accessToken)).toBe(false)
  expect(core.x.activity.subscriptions).toEqual([])
  expect(core.peek('SELECT id FROM pending_sign_out')).toEqual([])
})

test('it is told after a restart, too, and after a crash between removing and telling', async () => {
  for (const end of ['restart', 'crash'] as const) {
    await using core = await createTestCore({ background: true })
    await core.quiet()
    core.network('down')
    await core.client.run('accounts.remove', { account: core.accountId })
    await core[end]()
    await core.quiet()
    core.network('up')
    core.clock.advance(10 * 60_000)
    await core.when(() => kept(core).length === 0)
    // After the crash two cores live, on one secret store; whoever is second finds nothing left to say.
    await core.quiet()
    expect(revocations(core)).toBeGreaterThanOrEqual(2)
    expect(core.peek('SELECT id FROM pending_sign_out')).toEqual([])
  }
})

test('added again meanwhile: the old sign-in ends, the new one and its subscriptions stay', async () => {
  await using core = await createTestCore({ background: true, live: true })
  await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'live')
  await core.quiet()
  core.x.faults.add(
    { kind: 'status', status: 503 },
    { path: /^\/2\/(oauth2\/revoke|activity\/subscriptions)/, times: 3 }
  )
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(kept(core)).toHaveLength(1)
  core.x.faults.clear()
  await core.addAccount()
  await core.until('sync.status', {}, (rows) => rows[0]?.live.state === 'live')
  core.clock.advance(10 * 60_000)
  await core.when(() => revocations(core) >= 2 && kept(core).every((name) => !name.startsWith('x-sign-out')))
  await core.quiet()
  expect(core.x.activity.subscriptions).toHaveLength(5)
  core.say(core.customer(), 'hello')
  expect(await core.round()).toMatchObject({ problem: null })
})

test('what X will never take is not asked for ever', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  core.x.faults.add(
    { kind: 'status', status: 400, body: { error: 'invalid_request' } },
    { path: '/2/oauth2/revoke', times: 9 }
  )
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(kept(core)).toEqual([])
})
