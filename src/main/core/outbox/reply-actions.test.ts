import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import { createTestCore } from '../testing/create-test-core.ts'

type Actions = CommandInput<'thread.reply'>['actions']

async function withConversation() {
  const core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'my refund, please')
  await core.round()
  const conversation = core.keyOf(ana)
  const { tag } = await core.client.run('tags.create', { name: 'refund', colour: 'blue', group: null })
  const [me] = await core.client.ask('team.list', {})
  const head = async () => {
    const [row] = await core.client.ask('thread.head', { conversation })
    if (!row) throw new Error('there is no conversation')
    return row
  }
  const send = (actions: Actions, more: Partial<CommandInput<'thread.reply'>> = {}) =>
    core.client.run('thread.reply', { conversation, text: 'Done.', actions, hold: true, ...more })
  return { core, ana, conversation, tag, me: me?.id ?? '', head, send }
}

const state = 'SELECT status, category, priority, assignee_id, snoozed_until FROM conversation_state'
const tags = 'SELECT tag_id FROM conversation_tag'

test('what goes with a reply is done with it, and taken back with it, in one', async () => {
  const { core, tag, me, send } = await withConversation()
  await using _ = core
  const { outboxId } = await send([
    { kind: 'resolve' },
    { kind: 'tag', tag },
    { kind: 'category', category: 'billing' },
    { kind: 'priority', priority: 'high' },
    { kind: 'assign', member: null }
  ])
  expect(core.peek(state)).toMatchObject([
    { status: 'resolved', category: 'billing', priority: 'high', assignee_id: me }
  ])
  expect(core.peek(tags)).toEqual([{ tag_id: tag }])
  expect(await core.client.ask('undo.next', {})).toMatchObject([{ label: 'Resolved' }])
  await core.client.run('outbox.undo', { outboxId })
  expect(core.peek(state)).toMatchObject([{ status: 'open', category: null, priority: 'normal', assignee_id: null }])
  expect(core.peek(tags)).toEqual([])
  expect(await core.client.ask('undo.next', {})).toEqual([])
  expect(core.peek('SELECT * FROM outbox')).toEqual([])
})

test('what somebody changed since stays when the reply is taken back', async () => {
  const { core, conversation, send } = await withConversation()
  await using _ = core
  const { outboxId } = await send([
    { kind: 'category', category: 'billing' },
    { kind: 'priority', priority: 'high' }
  ])
  await core.client.run('inbox.setPriority', { conversations: [conversation], priority: 'urgent' })
  await core.client.run('outbox.undo', { outboxId })
  expect(core.peek(state)).toMatchObject([{ category: null, priority: 'urgent' }])
})

test('what was undone by itself is not undone again with the reply', async () => {
  const { core, conversation, send } = await withConversation()
  await using _ = core
  const { outboxId } = await send([{ kind: 'category', category: 'billing' }])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Changed with a reply', count: 1 })
  await core.client.run('inbox.setCategory', { conversations: [conversation], category: 'billing' })
  await core.client.run('outbox.undo', { outboxId })
  expect(core.peek(state)).toMatchObject([{ category: 'billing' }])
})

test('a reply that resolves is sent without asking, and one that cannot resolve is not sent at all', async () => {
  const { core, send, ana } = await withConversation()
  await using _ = core
  core.settings.set('inbox.requiredToResolve', ['category'])
  await expect(send([{ kind: 'resolve' }], { hold: false })).rejects.toMatchObject({ code: 'not-allowed' })
  expect(core.peek('SELECT * FROM outbox')).toEqual([])
  await send([{ kind: 'resolve' }, { kind: 'category', category: 'billing' }], { hold: false })
  await core.round()
  expect(core.peek('SELECT state FROM outbox')).toEqual([{ state: 'sent' }])
  expect(core.peek(state)).toMatchObject([{ status: 'resolved' }])
  expect(await core.texts(core.keyOf(ana))).toContain('Done.')
})

test('a snooze counts from when the reply leaves; a tag and a colleague that are gone are passed over', async () => {
  const { core, tag, send } = await withConversation()
  await using _ = core
  await core.client.run('tags.delete', { tag })
  const sendAt = core.clock.now() + 3_600_000
  await send(
    [
      { kind: 'tag', tag },
      { kind: 'assign', member: 'gone' },
      { kind: 'snooze', minutes: 60 }
    ],
    { sendAt }
  )
  expect(core.peek(state)).toMatchObject([{ status: 'snoozed', snoozed_until: sendAt + 3_600_000, assignee_id: null }])
  expect(core.peek(tags)).toEqual([])
})

test('the canned replies that went into a reply are kept with it, and forgotten with it', async () => {
  const { core, conversation } = await withConversation()
  await using _ = core
  const content = { title: 'Thanks', body: 'Thanks' }
  const { reply, version } = await core.client.run('library.save', { reply: null, base: null, content, placement: {} })
  const send = () =>
    core.client.run('thread.reply', {
      conversation,
      text: 'Thanks, Ana',
      canned: [{ reply, version, text: 'Thanks' }]
    })
  await send()
  const { outboxId } = await send()
  expect(await core.client.ask('library.list', {})).toMatchObject([{ uses: 2, lastUsedAt: core.clock.now() }])
  expect(core.peek('SELECT inserted, sent FROM canned_use LIMIT 1')).toEqual([
    { inserted: 'Thanks', sent: 'Thanks, Ana' }
  ])
  await core.client.run('outbox.undo', { outboxId })
  expect(await core.client.ask('library.list', {})).toMatchObject([{ uses: 1 }])
})

test('a reply that waits for days takes what was done with it back whenever it is taken back', async () => {
  const { core, send } = await withConversation()
  await using _ = core
  const day = 86_400_000
  const actions: Actions = [{ kind: 'category', category: 'billing' }, { kind: 'resolve' }]
  const { outboxId } = await send(actions, { sendAt: core.clock.now() + 5 * day })
  core.clock.advance(3 * day)
  await core.restart()
  await core.client.run('outbox.undo', { outboxId })
  expect(core.peek(state)).toMatchObject([{ status: 'open', category: null }])
})
