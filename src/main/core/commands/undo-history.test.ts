import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const DAY = 24 * 3_600_000

async function conversations(core: TestCore, count: number): Promise<string[]> {
  const customers = Array.from({ length: count }, (_, at) => core.customer({ name: `Customer ${at}` }))
  for (const customer of customers) core.say(customer, 'hello')
  await core.round()
  return customers.map((customer) => core.keyOf(customer))
}

async function labels(core: TestCore): Promise<string[]> {
  return (await core.client.ask('undo.list', {})).map((entry) => entry.label)
}

test('the history says what can be taken back, the newest first, also tomorrow and after a restart', async () => {
  await using core = await createTestCore()
  const [ana = '', ben = ''] = await conversations(core, 2)
  await core.client.run('inbox.resolve', { conversations: [ana] })
  core.clock.advance(1_000)
  await core.client.run('inbox.setPriority', { conversations: [ana, ben], priority: 'high' })
  await core.crash()
  core.clock.advance(DAY)
  expect(await core.client.ask('undo.list', {})).toMatchObject([
    { label: 'Priority changed', conversations: 2, title: 'Customer 0', at: core.clock.now() - DAY },
    { label: 'Resolved', conversations: 1, title: 'Customer 0' }
  ])
  core.clock.advance(7 * DAY)
  expect(await labels(core)).toEqual([])
})

test('going back to an older one takes what is newer with it, in their order', async () => {
  await using core = await createTestCore()
  const [ana = ''] = await conversations(core, 1)
  for (const priority of ['high', 'urgent', 'low'] as const) {
    await core.client.run('inbox.setPriority', { conversations: [ana], priority })
  }
  const [, middle] = await core.client.ask('undo.list', {})
  const undone = await core.client.run('undo.run', { through: middle?.id ?? '' })
  expect(undone).toMatchObject({ count: 2 })
  expect(await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 1 })).toMatchObject([
    { priority: 'high' }
  ])
  expect(await labels(core)).toEqual(['Priority changed'])
})

test('what another window has taken back already is left alone, and nothing else goes in its place', async () => {
  await using core = await createTestCore()
  const [ana = ''] = await conversations(core, 1)
  await core.client.run('inbox.setPriority', { conversations: [ana], priority: 'high' })
  await core.client.run('inbox.resolve', { conversations: [ana] })
  const [newest] = await core.client.ask('undo.list', {})
  const other = core.connect()
  const through = newest?.id ?? ''
  const done = await Promise.all([core.client.run('undo.run', { through }), other.run('undo.run', { through })])
  expect(done.map(({ count }) => count).toSorted()).toEqual([0, 1])
  expect(await labels(core)).toEqual(['Priority changed'])
})

test('a deleted tag comes back with all that carries it, under another name when its own is taken', async () => {
  await using core = await createTestCore()
  const keys = await conversations(core, 3)
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: keys, add: [tag] })
  expect(await core.client.ask('tags.usage', {})).toEqual([{ id: tag, conversations: 3 }])
  await core.client.run('tags.delete', { tag })
  expect(await core.client.ask('tags.list', {})).toEqual([])
  await core.client.run('tags.create', { name: 'Late', colour: 'blue', group: null })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Tag late deleted', conversations: [] })
  expect((await core.client.ask('tags.list', {})).map(({ name }) => name)).toEqual(['Late', 'late (2)'])
  const rows = await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 10 })
  expect(rows.map((row) => row.tags)).toEqual([[tag], [tag], [tag]])
})

test('what happened since to the rest of a conversation stays: who wrote is not put away by an undo', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const key = core.keyOf(ana)
  const inbox = async () => (await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 9 }))[0]
  await core.client.run('inbox.snooze', { conversations: [key], until: null })
  await core.client.run('inbox.setPriority', { conversations: [key], priority: 'high' })
  core.say(ana, 'are you there?')
  await core.round()
  await core.client.run('inbox.markRead', { conversations: [key] })
  await core.client.run('undo.run', {})
  expect(await inbox()).toMatchObject({ id: key, status: 'open', priority: 'normal', unread: 0 })
})

test('a conversation that was opened again stays open when its customer has written in the meantime', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const key = core.keyOf(ana)
  const status = async () =>
    (await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 })).map((row) => row.status)
  for (const put of ['inbox.resolve', 'inbox.snooze'] as const) {
    core.say(ana, 'hello')
    await core.round()
    if (put === 'inbox.resolve') await core.client.run(put, { conversations: [key] })
    else await core.client.run(put, { conversations: [key], until: null })
    await core.client.run('inbox.reopen', { conversations: [key] })
    await core.client.run('undo.run', {})
    expect(await status()).toEqual([put === 'inbox.resolve' ? 'resolved' : 'snoozed'])
    await core.client.run('inbox.reopen', { conversations: [key] })
    core.say(ana, 'one more thing')
    await core.round()
    await core.client.run('undo.run', {})
    expect(await status()).toEqual(['open'])
  }
})

test('an undo gives no work to somebody who has left the team, unless they are brought back first', async () => {
  await using core = await createTestCore()
  const [key = ''] = await conversations(core, 1)
  const { member: bea } = await core.client.run('team.add', { name: 'Bea' })
  const { member: kim } = await core.client.run('team.add', { name: 'Kim' })
  const assignee = async (): Promise<string | null | undefined> =>
    (await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 }))[0]?.assignee
  const handOver = async (): Promise<void> => {
    await core.client.run('inbox.assign', { conversations: [key], member: bea })
    await core.client.run('inbox.assign', { conversations: [key], member: kim })
    await core.client.run('team.remove', { member: bea })
  }
  await handOver()
  await core.client.run('undo.run', {})
  expect(await assignee()).toBe(kim)
  await core.client.run('undo.run', {})
  expect(await assignee()).toBe(bea)

  await handOver()
  // What can be undone is not kept for ever.
  core.tamper('DELETE FROM undo_entry WHERE rowid = (SELECT max(rowid) FROM undo_entry)')
  await core.client.run('undo.run', {})
  expect(await assignee()).toBeNull()
})

test('a window that shows a conversation hears that its person has left the team', async () => {
  await using core = await createTestCore()
  const [key = ''] = await conversations(core, 1)
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('inbox.assign', { conversations: [key], member })
  const released = core.until('thread.head', { conversation: key }, ([head]) => head?.assignee === null)
  await core.client.run('team.remove', { member })
  expect(await released).toMatchObject([{ id: key, assignee: null }])
})
