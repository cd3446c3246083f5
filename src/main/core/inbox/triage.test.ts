import { expect, test } from 'vitest'
import type { InboxRow } from '../../../shared/contract/rows.ts'
import type { QueueId } from '../../../shared/domain/conversation.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const HOUR = 3_600_000

async function queue(core: TestCore, id: QueueId): Promise<InboxRow[]> {
  return [...(await core.client.ask('inbox.list', { queue: id, account: null, limit: 100 }))]
}

/** A customer who has written; the key of the conversation. */
async function conversationWith(core: TestCore, text = 'hello'): Promise<string> {
  const customer = core.customer()
  core.say(customer, text)
  await core.round()
  return core.keyOf(customer)
}

test('a snoozed conversation comes back when its time comes, on top and unread, also after a restart', async () => {
  await using core = await createTestCore({ background: true })
  const ana = await conversationWith(core)
  core.clock.advance(HOUR)
  const ben = await conversationWith(core)
  const until = core.clock.now() + 2 * HOUR
  expect(await core.client.run('inbox.snooze', { conversations: [ana], until })).toEqual({ changed: 1 })
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ben }])
  expect(await queue(core, 'snoozed')).toMatchObject([
    { id: ana, status: 'snoozed', snoozedUntil: until, unread: 0, waitingSince: expect.any(Number) }
  ])
  await core.crash()
  core.clock.advance(HOUR)
  expect(await queue(core, 'snoozed')).toHaveLength(1)
  core.clock.advance(HOUR)
  expect(await queue(core, 'snoozed')).toEqual([])
  expect(await queue(core, 'inbox')).toMatchObject([
    { id: ana, status: 'open', snoozedUntil: null, unread: 1 },
    { id: ben }
  ])
})

test('what was due while the console was closed comes back at the start', async () => {
  await using core = await createTestCore()
  const ana = await conversationWith(core)
  await core.client.run('inbox.snooze', { conversations: [ana], until: core.clock.now() + HOUR })
  core.clock.advance(HOUR)
  expect(await queue(core, 'snoozed')).toHaveLength(1)
  await core.restart()
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ana }])
})

test('a customer who writes ends every snooze, and without a time only that does', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'one')
  await core.round()
  const ana = core.keyOf(customer)
  await core.client.run('inbox.snooze', { conversations: [ana], until: null })
  core.clock.advance(400 * 24 * HOUR)
  await core.restart()
  expect(await queue(core, 'snoozed')).toMatchObject([{ id: ana, snoozedUntil: null }])
  core.say(customer, 'two')
  await core.round()
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ana, status: 'open' }])
})

test('a message that crossed with our reply opens the conversation again, unread', async () => {
  await using core = await createTestCore({ background: true })
  core.settings.set('outbox.undoSeconds', 0)
  const customer = core.customer()
  core.say(customer, 'hello')
  await core.client.run('sync.now', {})
  await core.quiet()
  const ana = core.keyOf(customer)
  core.say(customer, 'wait, one more thing')
  core.clock.advance(1_000)
  await core.client.run('thread.reply', { conversation: ana, text: 'Done. Bye!' })
  await core.quiet()
  await core.client.run('inbox.resolve', { conversations: [ana] })
  expect(await core.texts(ana)).toEqual(['hello', 'Done. Bye!'])
  expect(await queue(core, 'resolved')).toMatchObject([{ id: ana }])
  await core.client.run('sync.now', {})
  await core.quiet()
  expect(await core.texts(ana)).toEqual(['hello', 'wait, one more thing', 'Done. Bye!'])
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ana, status: 'open', unread: 1 }])
  await core.client.run('inbox.markRead', { conversations: [ana] })
  expect(await queue(core, 'inbox')).toMatchObject([{ unread: 0 }])
})

test('an impossible snooze is refused with a word, and changes nothing', async () => {
  await using core = await createTestCore()
  const ana = await conversationWith(core)
  for (const until of [core.clock.now(), core.clock.now() - 1, core.clock.now() + 800 * 24 * HOUR]) {
    await expect(core.client.run('inbox.snooze', { conversations: [ana], until })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/Choose/)
    })
  }
  expect(await queue(core, 'snoozed')).toEqual([])
})

test('ten thousand that wake at once come back, more than go into one part', async () => {
  await using core = await createTestCore({ background: true })
  const ana = await conversationWith(core)
  const until = core.clock.now() + HOUR
  core.tamper(
    `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000)
     INSERT INTO conversation_state (account_id, conversation_id, status, status_at, snoozed_until, updated_at)
     SELECT '1', '1-' || n, 'snoozed', 0, ?, 0 FROM number`,
    until - 1
  )
  await core.client.run('inbox.snooze', { conversations: [ana], until })
  core.clock.advance(HOUR)
  expect(core.peek("SELECT 1 FROM conversation_state WHERE status = 'snoozed'")).toEqual([])
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ana, status: 'open' }])
})

test('assigning, priority, category and tags are seen at once, and one undo takes back the whole selection', async () => {
  await using core = await createTestCore()
  const keys = [await conversationWith(core), await conversationWith(core), await conversationWith(core)]
  const { member } = await core.client.run('team.add', { name: '  Bea   Kim ' })
  const { tag } = await core.client.run('tags.create', { name: 'Late parcel', colour: 'orange', group: null })
  expect(await core.client.run('inbox.assign', { conversations: keys, member })).toEqual({ changed: 3 })
  await core.client.run('inbox.setPriority', { conversations: keys, priority: 'urgent' })
  await core.client.run('inbox.setCategory', { conversations: keys, category: 'complaint' })
  expect(await core.client.run('inbox.tag', { conversations: keys, add: [tag] })).toEqual({ changed: 3 })
  expect(await core.client.run('inbox.tag', { conversations: keys, add: [tag] })).toEqual({ changed: 0 })
  const changed = { assignee: member, priority: 'urgent', category: 'complaint', tags: [tag] }
  expect(await queue(core, 'inbox')).toMatchObject([changed, changed, changed])
  expect(await queue(core, 'unassigned')).toEqual([])
  await core.crash()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Tagged Late parcel' })
  expect((await queue(core, 'inbox')).map((row) => row.tags)).toEqual([[], [], []])
  for (const label of ['Category changed', 'Priority changed', 'Assigned to Bea Kim']) {
    expect(await core.client.run('undo.run', {})).toMatchObject({ label })
  }
  const before = { assignee: null, priority: 'normal', category: null }
  expect(await queue(core, 'unassigned')).toMatchObject([before, before, before])
})

test('a state of one kind is taken back without the others', async () => {
  await using core = await createTestCore()
  const ana = await conversationWith(core)
  await core.client.run('inbox.resolve', { conversations: [ana] })
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [ana], add: [tag] })
  await core.client.run('undo.run', {})
  expect(await queue(core, 'resolved')).toMatchObject([{ id: ana, tags: [] }])
})

test('requests and spam stay out of the work; accepted, they are work again', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'hello')
  await core.round()
  const ana = core.keyOf(customer)
  await core.client.run('inbox.place', { conversations: [ana], place: 'requests' })
  expect(await queue(core, 'inbox')).toEqual([])
  expect(await queue(core, 'requests')).toMatchObject([{ id: ana }])
  await core.client.run('inbox.decline', { conversations: [ana] })
  expect(await queue(core, 'requests')).toEqual([])
  expect(await queue(core, 'resolved')).toMatchObject([{ id: ana }])
  core.say(customer, 'please')
  await core.round()
  expect(await queue(core, 'requests')).toMatchObject([{ id: ana }])
  await core.client.run('inbox.place', { conversations: [ana], place: 'spam' })
  expect(await queue(core, 'all')).toEqual([])
  await core.client.run('inbox.place', { conversations: [ana], place: 'inbox' })
  expect(await queue(core, 'inbox')).toMatchObject([{ id: ana, unread: 1 }])
})

test('names: blanks are trimmed, twins and giants are refused, and who has left leaves the work to all', async () => {
  await using core = await createTestCore()
  const ana = await conversationWith(core)
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await expect(core.client.run('team.add', { name: ' bea ' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(core.client.run('team.add', { name: '   ' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(
    core.client.run('tags.create', { name: 'x'.repeat(300), colour: 'red', group: null })
  ).rejects.toMatchObject({ code: 'invalid-input', message: 'A tag may have at most 40 characters.' })
  await core.client.run('tags.create', { name: 'Café', colour: 'red', group: null })
  await expect(core.client.run('tags.create', { name: 'cafe', colour: 'blue', group: null })).rejects.toMatchObject({
    code: 'conflict'
  })
  await core.client.run('inbox.assign', { conversations: [ana], member })
  await core.client.run('team.remove', { member })
  expect(await queue(core, 'unassigned')).toMatchObject([{ id: ana, assignee: null }])
  await expect(core.client.run('inbox.assign', { conversations: [ana], member })).rejects.toMatchObject({
    code: 'not-found'
  })
  await core.client.run('team.add', { name: 'Bea' })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Removed Bea from the team', conversations: [] })
  expect(await queue(core, 'all')).toMatchObject([{ id: ana, assignee: member }])
  expect(await core.client.ask('team.list', {})).toContainEqual({
    id: member,
    name: 'Bea (2)',
    me: false,
    left: false,
    groups: []
  })
  const [me] = await core.client.ask('team.list', {})
  await expect(core.client.run('team.remove', { member: me?.id ?? '' })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a mention calls somebody once, until it is read; the next one calls again', async () => {
  await using core = await createTestCore()
  const ana = await conversationWith(core)
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('team.add', { name: 'Bea Kim' })
  const { note } = await core.client.run('notes.add', { conversation: ana, text: 'Could you look, @bea?' })
  expect(await queue(core, 'mentions')).toEqual([])
  await core.client.run('team.setMe', { member })
  const mentioned = async () =>
    (await core.client.ask('inbox.counts', { account: null })).find((row) => row.id === 'mentions')
  expect(await queue(core, 'mentions')).toMatchObject([{ id: ana }])
  expect(await mentioned()).toEqual({ id: 'mentions', total: 1, unread: 1 })
  await core.client.run('inbox.markRead', { conversations: [ana] })
  expect(await mentioned()).toEqual({ id: 'mentions', total: 1, unread: 0 })
  await core.client.run('notes.edit', { note, text: 'Could you look again, @Bea?', before: 'Could you look, @bea?' })
  expect(await mentioned()).toMatchObject({ unread: 0 })
  core.clock.advance(1_000)
  await core.client.run('notes.add', { conversation: ana, text: '@Bea and @Bea Kim!' })
  expect(await mentioned()).toMatchObject({ unread: 1 })
  await core.client.run('undo.run', {})
  await core.client.run('notes.delete', { note })
  expect(await queue(core, 'mentions')).toEqual([])
})
