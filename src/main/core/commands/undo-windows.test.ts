import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'

test('pressed in two windows at the same time, one undo runs once, and each window hears what became of it', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [core.customer(), core.customer()]
  core.say(ana, 'one')
  core.say(ben, 'two')
  await core.round()
  const other = core.connect()
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ben)] })
  const [offered] = await core.client.ask('undo.next', {})
  const entry = offered?.id ?? ''

  const [first, second] = await Promise.all([core.client.run('undo.run', { entry }), other.run('undo.run', { entry })])
  expect(first).toEqual({ label: 'Resolved', count: 1, conversations: [core.keyOf(ben)] })
  expect(second).toEqual({ label: null, count: 0, conversations: [], refused: { why: 'undone', label: 'Resolved' } })
  // The one before is untouched, and its own undo still works, from either window.
  expect((await core.client.ask('thread.head', { conversation: core.keyOf(ana) }))[0]?.status).toBe('resolved')
  const [next] = await other.ask('undo.next', {})
  expect(await other.run('undo.run', { entry: next?.id ?? '' })).toMatchObject({ conversations: [core.keyOf(ana)] })
})

test('what another window did in between goes first, and is named', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [core.customer(), core.customer()]
  core.say(ana, 'one')
  core.say(ben, 'two')
  await core.round()
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  const [offered] = await core.client.ask('undo.next', {})
  await core.connect().run('customers.block', { account: core.accountId, user: ben.id })
  const answer = await core.client.run('undo.run', { entry: offered?.id ?? '' })
  expect(answer).toMatchObject({ label: null, refused: { why: 'newer', label: expect.stringContaining('lock') } })
  expect((await core.client.ask('thread.head', { conversation: core.keyOf(ana) }))[0]?.status).toBe('resolved')
})

test('a held reply is taken back once, whichever window asks first', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const conversation = core.keyOf(ana)
  const other = core.connect()
  const sent = await core.client.run('thread.reply', { conversation, text: 'Too early' })
  const input = { outboxId: sent.outboxId }
  const answers = await Promise.allSettled([core.client.run('outbox.undo', input), other.run('outbox.undo', input)])
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected'])
  const [draft] = await other.ask('thread.draft', { conversation, mode: 'reply' })
  expect(draft?.text).toBe('Too early')
  expect(await core.client.ask('outbox.list', { open: true })).toEqual([])
})
