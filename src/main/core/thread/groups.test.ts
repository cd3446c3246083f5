import { expect, test } from 'vitest'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox } from '../testing/outbox-steps.ts'

async function withGroup(core: TestCore): Promise<{ key: string; id: string; ana: string; ben: string }> {
  const ana = core.customer({ username: 'ana', name: 'Ana' })
  const ben = core.customer({ username: 'ben', name: 'Ben' })
  core.clock.advance(1_000)
  const { id } = core.world.createGroup([core.accountId, ana.id, ben.id])
  core.say(ana, 'Hello everybody', { in: id })
  core.say(ben, 'Hello Ana', { in: id })
  await core.round()
  return { key: conversationKey(core.accountId, id), id, ana: ana.id, ben: ben.id }
}

const head = async (core: TestCore, conversation: string) => (await core.client.ask('thread.head', { conversation }))[0]

test('members with their profiles, who said what, joins and leaves, and a reply to the group’s own address', async () => {
  await using core = await createTestCore()
  const { key, id, ben } = await withGroup(core)
  const cy = core.customer({ username: 'cy', name: 'Cy' })
  core.clock.advance(1_000)
  core.world.join(id, [cy.id], { byUserId: ben })
  core.clock.advance(1_000)
  core.world.leave(id, [ben])
  await core.round()
  expect(await head(core, key)).toMatchObject({ name: 'Ana, Cy', group: true, closed: null, block: null })
  const [card] = await core.client.ask('customers.card', { conversation: key })
  expect(card?.people.map((person) => person.handle)).toEqual(['ana', 'cy'])
  const rows = await core.client.ask('thread.messages', { conversation: key, window: { at: 'newest', older: 50 } })
  expect(
    rows.map((row) =>
      row.kind === 'member' ? row.change : row.kind === 'note' ? row.text : `${row.author.name}: ${row.text}`
    )
  ).toEqual(['Ana: Hello everybody', 'Ben: Hello Ana', 'join', 'leave'])
  await core.reply(key, 'Welcome, Cy')
  await core.sync()
  expect(core.x.requests).toContain(`POST /2/dm_conversations/${id}/messages`)
})

test('a group that this account left is closed, until somebody adds it again', async () => {
  await using core = await createTestCore()
  const { key, id, ana } = await withGroup(core)
  core.clock.advance(1_000)
  core.world.leave(id, [core.accountId])
  await core.round()
  expect(await head(core, key)).toMatchObject({ canReply: false, closed: 'left' })
  await expect(core.reply(key, 'Hello?')).rejects.toMatchObject({ code: 'not-allowed' })
  core.clock.advance(1_000)
  core.world.join(id, [core.accountId], { byUserId: ana })
  await core.round()
  expect(await head(core, key)).toMatchObject({ canReply: true, closed: null })
})

test('a group that X refuses closes with the reason; a retry that works opens it again', async () => {
  for (const status of [403, 404]) {
    await using core = await createTestCore()
    const { key, id } = await withGroup(core)
    const body =
      status === 403 ? { title: 'Forbidden', status, detail: 'You are not a participant of this conversation.' } : {}
    core.x.faults.add({ kind: 'status', status, body }, { method: 'POST', path: `/2/dm_conversations/${id}/messages` })
    const outboxId = await core.reply(key, 'Hello?')
    await core.sync()
    expect(await outbox(core)).toEqual([expect.objectContaining({ state: 'failed' })])
    expect(await head(core, key)).toMatchObject({ closed: 'left' })
    core.clock.advance(5_000)
    await core.client.run('outbox.retry', { outboxId })
    await core.sync()
    expect(await head(core, key)).toMatchObject({ closed: null })
  }
})
