import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import { createTestCore } from '../testing/create-test-core.ts'

test('a repeated id gives the recorded result, for transactions and for long work', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  const first = await core.client.run('sync.once', { maxCostUsd: null }, 'round-1')
  const requests = core.x.requests.length
  expect(await core.client.run('sync.once', { maxCostUsd: null }, 'round-1')).toEqual(first)
  expect(core.x.requests.length).toBe(requests)

  const conversations = [core.keyOf(ana)]
  expect(await core.client.run('inbox.resolve', { conversations }, 'resolve-1')).toEqual({ changed: 1 })
  await core.client.run('inbox.reopen', { conversations })
  expect(await core.client.run('inbox.resolve', { conversations }, 'resolve-1')).toEqual({ changed: 1 })
  expect((await core.client.ask('thread.head', { conversation: core.keyOf(ana) }))[0]?.status).toBe('open')
})

test('repeated while it is still running, long work is done once', async () => {
  await using core = await createTestCore()
  core.say(core.customer(), 'hello')
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: '/2/dm_events' })
  const first = core.client.run('sync.once', { maxCostUsd: null }, 'round-1')
  await held.hit
  const second = core.client.run('sync.once', { maxCostUsd: null }, 'round-1')
  // The same id for something else is a mistake of the caller, also meanwhile.
  await expect(core.client.run('sync.now', {}, 'round-1')).rejects.toMatchObject({ code: 'conflict' })
  held.release()
  expect(await second).toEqual(await first)
  expect(core.x.requests.filter((request) => request.startsWith('GET /2/dm_events'))).toHaveLength(2)
})

test('an id that was used for another command is a conflict', async () => {
  await using core = await createTestCore()
  await core.client.run('settings.set', { name: 'a', value: 1 }, 'id-1')
  const error = core.client.run('sync.now', {}, 'id-1')
  await expect(error).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('settings.set') })
})

test('what failed can be tried again with the same id', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const input = { conversation: core.keyOf(ana), text: 'hello', hold: false }
  core.world.createGroup([core.accountId])
  const group = { ...input, conversation: `${core.accountId}/1234567890123456789` }
  await expect(core.client.run('thread.reply', group, 'reply-1')).rejects.toMatchObject({ code: 'not-found' })
  expect(core.peek('SELECT * FROM receipt WHERE command_id = ?', 'reply-1')).toEqual([])
  expect(await core.client.run('thread.reply', input, 'reply-1')).toMatchObject({ state: 'queued' })
})

test('a command that fails half-way leaves nothing behind', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const conversations = [core.keyOf(ana), `${core.accountId}/1-2`]
  await expect(core.client.run('inbox.resolve', { conversations })).rejects.toMatchObject({ code: 'not-found' })
  expect((await core.client.ask('thread.head', { conversation: core.keyOf(ana) }))[0]?.status).toBe('open')
  expect(await core.client.ask('undo.next', {})).toEqual([])
})

test.each([
  ['thread.reply', { conversation: 'nonsense', text: 'x' }],
  ['thread.reply', { conversation: '1/1-2', text: '' }],
  ['thread.reply', { conversation: '1/1-2', text: 'x', surprise: true }],
  ['inbox.resolve', { conversations: [] }],
  ['accounts.add', { api: 'file:///etc/passwd', auth: 'x', clientId: 'x', accessToken: 'x' }],
  ['settings.set', { name: '__proto__', value: 1 }],
  ['sync.once', { maxCostUsd: -1 }],
  ['sync.once', null]
] as const)('%s with wrong input is refused (%#)', async (name, input) => {
  await using core = await createTestCore({ connected: false })
  await expect(core.client.run(name as 'sync.now', input as unknown as CommandInput<'sync.now'>)).rejects.toMatchObject(
    {
      code: 'invalid-input',
      message: expect.stringMatching(/.{5,}/)
    }
  )
})

test('receipts are kept for a month and then dropped', async () => {
  await using core = await createTestCore()
  await core.client.run('settings.set', { name: 'a', value: 1 }, 'old')
  core.clock.advance(31 * 24 * 3_600_000)
  await core.restart()
  await core.client.run('sync.now', {}, 'new')
  expect(core.peek('SELECT command_id FROM receipt')).toEqual([{ command_id: 'new' }])
})
