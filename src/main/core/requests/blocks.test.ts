import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox, sentTexts, withCustomer } from '../testing/outbox-steps.ts'

/** X's path for blocking anybody. */
const BLOCK = /\/dm\/block$/

const asked = (core: TestCore): string[] =>
  core.x.requests.flatMap((request) => /\/dm\/(block|unblock)$/.exec(request)?.[1] ?? [])

const requests = (core: TestCore) => core.client.ask('requests.list', {})
const blocked = async (core: TestCore, conversation: string): Promise<unknown> =>
  (await core.client.ask('thread.head', { conversation }))[0]?.block

function change(core: TestCore, command: 'customers.block' | 'customers.unblock', user: string): Promise<null> {
  return core.client.run(command, { account: core.accountId, user })
}

test('blocking shows at once everywhere, reaches X with the next round, and costs a cent', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await change(core, 'customers.block', id)
  expect(await blocked(core, key)).toEqual({ blocked: true, pending: true })
  const [row] = await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 1 })
  expect(row).toMatchObject({ blocked: true })
  const [card] = await core.client.ask('customers.card', { conversation: key })
  expect(card?.people[0]).toMatchObject({ block: { blocked: true, pending: true } })
  const [head] = await core.client.ask('thread.head', { conversation: key })
  expect(head).toMatchObject({ canReply: false, closed: 'blocked' })
  const round = await core.round()
  expect(asked(core)).toEqual(['block'])
  expect(core.world.isBlocked(core.accountId, id)).toBe(true)
  expect(await blocked(core, key)).toEqual({ blocked: true, pending: false })
  expect(await requests(core)).toEqual([])
  expect(core.world.billing()).toMatchObject({ privacy: 1 })
  expect(round.cost_usd).toBe(0.01)
  // Nothing is asked twice, and what they write now reaches nobody.
  core.say({ ...core.customer(), id }, 'Can you hear me?')
  await core.round()
  expect(asked(core)).toEqual(['block'])
  expect(await core.texts(key)).toEqual(['Where is my order?'])
})

test('offline only the last wish counts, and what cancels out is never asked', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  core.network('down')
  await change(core, 'customers.block', id)
  await core.sync()
  await change(core, 'customers.unblock', id)
  expect(await requests(core)).toEqual([])
  await change(core, 'customers.block', id)
  await core.restart()
  expect(await blocked(core, key)).toEqual({ blocked: true, pending: true })
  core.network('up')
  await core.sync()
  expect(asked(core)).toEqual(['block'])
  core.network('down')
  await change(core, 'customers.unblock', id)
  await change(core, 'customers.block', id)
  core.network('up')
  await core.sync()
  expect(asked(core)).toEqual(['block'])
})

test('a lost answer is asked again without harm; a wish changed meanwhile is what X knows in the end', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await change(core, 'customers.block', id)
  core.x.faults.add({ kind: 'reset', when: 'after' }, { path: BLOCK })
  await core.sync()
  expect(core.world.isBlocked(core.accountId, id)).toBe(true)
  expect(await requests(core)).toHaveLength(1)
  // X may have carried it out: taking it back has to be asked.
  await change(core, 'customers.unblock', id)
  await core.crash()
  await core.sync()
  expect(asked(core)).toEqual(['block', 'unblock'])
  expect(core.world.isBlocked(core.accountId, id)).toBe(false)
  expect(await blocked(core, key)).toEqual({ blocked: false, pending: false })
})

test('a wish that changes while X is answering stands', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await change(core, 'customers.block', id)
  const hanging = core.x.faults.add({ kind: 'hang', when: 'after' }, { path: BLOCK })
  const round = core.sync()
  await hanging.hit
  await change(core, 'customers.unblock', id)
  core.x.faults.clear()
  await round
  expect(await blocked(core, key)).toEqual({ blocked: false, pending: expect.any(Boolean) as boolean })
  await core.sync()
  expect(asked(core)).toEqual(['block', 'unblock'])
  expect(core.world.isBlocked(core.accountId, id)).toBe(false)
})

test('a reply that waits does not leave to somebody who is blocked, and none is taken', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await core.reply(key, 'Too late')
  await change(core, 'customers.block', id)
  await core.sync()
  expect(sentTexts(core)).toEqual([])
  expect(await outbox(core)).toEqual([
    expect.objectContaining({ state: 'needs-attention', reason: expect.stringContaining('You blocked') as string })
  ])
  await expect(core.reply(key, 'Again')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('undo takes back the last change of a block', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  await change(core, 'customers.block', id)
  await core.sync()
  const [next] = await core.client.ask('undo.next', {})
  expect(next?.label).toMatch(/^Blocked /)
  expect(await core.client.run('undo.run', {})).toMatchObject({ conversations: [key] })
  await core.sync()
  expect(core.world.isBlocked(core.accountId, id)).toBe(false)
})

test('at X’s limit the rest waits, and leaves when the window is over', async () => {
  await using core = await createTestCore({ x: { limits: 'x' } })
  const ids: string[] = []
  for (let index = 0; index < 12; index += 1) ids.push(core.customer({ username: `c${index}` }).id)
  for (const user of ids) await change(core, 'customers.block', user)
  await core.sync()
  expect(asked(core)).toHaveLength(10)
  await core.sync()
  expect(asked(core)).toHaveLength(10)
  core.clock.advance(15 * 60_000 + 1_000)
  await core.sync()
  expect(asked(core)).toHaveLength(12)
  expect(ids.every((user) => core.world.isBlocked(core.accountId, user))).toBe(true)
})

test('a refusal is seen, can be tried again or dropped, and the state is X’s', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  const scope = {
    kind: 'status',
    status: 403,
    body: { title: 'Forbidden', detail: 'You lack the required OAuth 2.0 scopes [dm.write].' }
  } as const
  core.x.faults.add(scope, { path: BLOCK, times: 2 })
  await change(core, 'customers.block', id)
  await core.sync()
  expect(await requests(core)).toEqual([
    expect.objectContaining({
      kind: 'block',
      state: 'failed',
      reason: expect.stringContaining('lacks a permission') as string
    })
  ])
  expect(await blocked(core, key)).toEqual({ blocked: false, pending: false })
  const [failed] = await requests(core)
  await core.client.run('requests.retry', { requestId: failed?.id ?? '' })
  await core.sync()
  expect(await requests(core)).toEqual([expect.objectContaining({ state: 'failed' })])
  await core.client.run('requests.discard', { requestId: failed?.id ?? '' })
  expect(await requests(core)).toEqual([])
  expect(await blocked(core, key)).toEqual({ blocked: false, pending: false })
})

test('in the background it leaves by itself, after an outage of that endpoint, too', async () => {
  await using core = await createTestCore({ background: true })
  const customer = core.customer()
  core.say(customer, 'Hello')
  await core.quiet()
  core.x.faults.add({ kind: 'status', status: 503 }, { path: BLOCK })
  await change(core, 'customers.block', customer.id)
  await core.quiet()
  expect(await requests(core)).toEqual([
    expect.objectContaining({ state: 'queued', notBefore: expect.any(Number) as number })
  ])
  core.clock.advance(60_000)
  await core.quiet()
  expect(core.world.isBlocked(core.accountId, customer.id)).toBe(true)
})
