import { expect, test } from 'vitest'
import type { QuickKey } from '../../../../shared/domain/library/quick-key.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, saveOver, writeReply } from '../../testing/library-fixtures.ts'

const HOUR = 3_600_000
const desk = () => createTestCore({ connected: false })

const give = (core: TestCore, reply: string, key: QuickKey | null) =>
  core.client.run('library.setQuickKey', { reply, key })

async function keys(core: TestCore): Promise<string[]> {
  const rows = await core.client.ask('library.quickKeys', {})
  return rows.map(({ key, title, state }) => `${key} ${title ?? '–'}${state === 'ready' ? '' : ` ${state}`}`)
}

test('a reply has one key, a key one reply; what is taken moves, says so, and comes back', async () => {
  await using core = await desk()
  const refund = await addReply(core, { title: 'Refund' })
  const late = await addReply(core, { title: 'Late' })
  expect(await give(core, refund, 3)).toEqual({ changed: true, lost: null })
  expect(await give(core, refund, 3)).toEqual({ changed: false, lost: null })
  await give(core, late, 1)
  expect(await keys(core)).toEqual(['1 Late', '3 Refund'])

  expect(await give(core, late, 3)).toEqual({ changed: true, lost: refund })
  expect(await keys(core)).toEqual(['3 Late'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Gave Late the quick key 3', count: 1 })
  expect(await keys(core)).toEqual(['1 Late', '3 Refund'])

  expect(await give(core, late, null)).toEqual({ changed: true, lost: null })
  expect(await keys(core)).toEqual(['3 Refund'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Took its quick key from Late' })
  expect(await keys(core)).toEqual(['1 Late', '3 Refund'])
})

test('an undo gives back no key that was given on meanwhile, and no reply a second key', async () => {
  await using core = await desk()
  const [one, two] = [await addReply(core, { title: 'One' }), await addReply(core, { title: 'Two' })]
  await give(core, one, 1)
  const [given] = await core.client.ask('undo.next', {})
  await give(core, one, 2)
  await give(core, two, 1)
  await core.client.run('undo.run', { through: given?.id ?? '' })
  expect(await keys(core)).toEqual([])

  await give(core, one, 1)
  await give(core, two, 1)
  // Another way than undo: the entry that took the key from One is still there.
  core.tamper(`INSERT INTO quick_key (member_id, key, reply_id, updated_at)
               SELECT member_id, 5, '${one}', 1 FROM quick_key`)
  await core.client.run('undo.run', {})
  expect(await keys(core)).toEqual(['5 One'])
})

test('each member has keys of their own', async () => {
  await using core = await desk()
  const reply = await addReply(core, { title: 'Refund' })
  await give(core, reply, 3)
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('team.setMe', { member })
  expect(await keys(core)).toEqual([])
  await give(core, reply, 7)
  expect(await keys(core)).toEqual(['7 Refund'])
  const other = (await core.client.ask('team.list', {})).find((row) => !row.me)
  await core.client.run('team.setMe', { member: other?.id ?? '' })
  expect(await keys(core)).toEqual(['3 Refund'])
})

test('why a key inserts nothing', async () => {
  await using core = await desk()
  const { client, clock } = core
  const now = clock.now()
  const { member } = await client.run('team.add', { name: 'Bea' })
  const draft = await writeReply(core, { title: 'Draft' })
  const old = await addReply(core, { title: 'Old', expiresAt: now + HOUR })
  const soon = await addReply(core, { title: 'Soon', effectiveFrom: now + 2 * HOUR })
  const gone = await addReply(core, { title: 'Gone' })
  const rest = await addReply(core, { title: 'Rest' })
  const theirs = await addReply(core, { title: 'Theirs' })
  const team = await addReply(core, { title: 'Team' })
  await give(core, draft, 1)
  await give(core, old, 2)
  await give(core, soon, 3)
  await give(core, gone, 4)
  await give(core, rest, 5)
  await give(core, theirs, 6)
  await give(core, team, 7)
  await client.run('library.delete', { replies: [gone] })
  await client.run('library.retire', { replies: [rest] })
  core.tamper(`UPDATE canned_reply SET scope = 'private' WHERE id = '${theirs}'`)
  await client.run('library.setOwner', { replies: [theirs], owner: member })
  await client.run('library.setScope', { replies: [team], scope: 'team', team: 'Billing' })
  await client.run('team.setGroups', { member, groups: ['Billing'] })
  await saveOver(core, rest, {})
  clock.advance(HOUR)
  expect(await keys(core)).toEqual([
    '1 Draft not-approved',
    '2 Old expired',
    '3 Soon not-yet',
    '4 – deleted',
    '5 Rest retired',
    '6 – not-shared',
    '7 – not-shared'
  ])
})

test('a deleted reply comes back with its key, after a restart as well', async () => {
  await using core = await desk()
  const reply = await addReply(core, { title: 'Refund' })
  await give(core, reply, 9)
  await core.client.run('library.delete', { replies: [reply] })
  expect(await keys(core)).toEqual(['9 – deleted'])
  await core.restart()
  await core.client.run('undo.run', {})
  expect(await keys(core)).toEqual(['9 Refund'])
})

test('a fragment gets no key, a reply that is not there none either', async () => {
  await using core = await desk()
  const fragment = await addReply(core, { title: 'Sign', shortcut: 'sign' }, { kind: 'fragment' })
  await expect(give(core, fragment, 1)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(give(core, 'nothing', 1)).rejects.toMatchObject({ code: 'not-found' })
  expect(await keys(core)).toEqual([])
})

test('what is inserted is what is approved, in the language of the customer, and nothing that may not be', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'Bom dia, onde está a minha encomenda? Já espero há duas semanas e ninguém me responde.')
  await core.round()
  const conversation = core.keyOf(customer)
  const variants = [{ language: 'pt', body: 'Está a caminho.', outdated: false }]
  const reply = await addReply(core, { title: 'Late', body: 'On its way.', language: 'en', variants })
  const draft = await writeReply(core, { title: 'Draft' })
  await give(core, reply, 2)
  await give(core, draft, 3)
  await saveOver(core, reply, { body: 'A draft that nobody may insert.' })
  expect(await core.client.ask('library.quickReplies', { conversation })).toMatchObject([
    { id: reply, key: 2, body: 'Está a caminho.', language: 'pt' }
  ])
})
