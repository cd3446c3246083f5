import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../testing/library-fixtures.ts'

const desk = () => createTestCore({ connected: false })

test('what was moved, tagged, given away, retired, deleted or approved is taken back, with its name', async () => {
  await using core = await desk()
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  const reply = await writeReply(core, { title: 'Refund' }, { folder: ['A'], tags: ['one'] })
  const before = await detailOf(core, reply)
  const replies = [reply]
  const run = async (label: string, change: () => Promise<unknown>, after: object) => {
    await change()
    const changed = await core.client.ask('library.reply', { reply })
    if (Object.keys(after).length === 0) expect(changed).toEqual([])
    else expect(changed).toMatchObject([after])
    expect(await core.client.run('undo.run', {})).toMatchObject({ label, count: 1 })
    expect(await detailOf(core, reply)).toEqual(before)
  }
  const { client } = core
  await run('Moved Refund', () => client.run('library.move', { replies, folder: ['B', 'C'] }), { folder: ['B', 'C'] })
  await run('Changed the tags of Refund', () => client.run('library.tag', { replies, add: ['two'], remove: ['ONE'] }), {
    tags: ['two']
  })
  const team = { replies, scope: 'team' as const, team: 'Billing' }
  await run('Changed who may use Refund', () => client.run('library.setScope', team), {
    scope: 'team',
    team: 'Billing'
  })
  await run('Changed the owner of Refund', () => client.run('library.setOwner', { replies, owner: member }), {
    owner: member
  })
  await run('Retired Refund', () => client.run('library.retire', { replies }), { stage: 'retired' })
  await run('Deleted Refund', () => client.run('library.delete', { replies }), {})
  await run('Approved Refund', () => client.run('library.approve', { replies }), {
    stage: 'approved',
    approved: { number: 1 }
  })
})

test('what somebody changed later stays: a folder, a tag, a newer draft', async () => {
  await using core = await desk()
  const reply = await addReply(core, {}, { folder: ['A'], tags: ['one'] })
  const replies = [reply]
  await core.client.run('library.move', { replies, folder: ['B'] })
  // A save has no undo of its own, and moves as well.
  const { newest } = await detailOf(core, reply)
  const placement = { folder: ['C'], tags: ['one'] }
  await core.client.run('library.save', { reply, base: newest.id, content: newest.content, placement })
  await core.client.run('undo.run', {})
  expect(await detailOf(core, reply)).toMatchObject({ folder: ['C'] })

  await core.client.run('library.tag', { replies, add: ['two'], remove: ['one'] })
  const tagged = { folder: ['C'], tags: ['two', 'three'] }
  await core.client.run('library.save', { reply, base: newest.id, content: newest.content, placement: tagged })
  await core.client.run('undo.run', {})
  expect((await detailOf(core, reply)).tags.toSorted()).toEqual(['one', 'three'])

  await saveOver(core, reply, { body: 'Two' })
  await core.client.run('library.approve', { replies })
  const third = await saveOver(core, reply, { body: 'Three' })
  await core.client.run('undo.run', {})
  expect(await detailOf(core, reply)).toMatchObject({
    approved: { number: 1 },
    newest: { id: third },
    pending: 'draft'
  })
})

test('ten thousand at once: one transaction, one undo, and the list in time', async () => {
  await using core = await desk()
  const first = await writeReply(core, { title: 'First' })
  const { newest } = await detailOf(core, first)
  core.tamper(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
     INSERT INTO canned_reply (id, kind, folder, tags, scope, owner_id, newest_id, pending, created_at, updated_at)
     SELECT 'r' || i, 'reply', '[]', '[]', 'everyone', 'me', 'v' || i, 'draft', 1, 1 FROM n`
  )
  core.tamper(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
     INSERT INTO canned_version (id, reply_id, number, author_id, saved_at, content)
     SELECT 'v' || i, 'r' || i, 1, 'me', 1, json_set(?, '$.shortcut', 's' || i) FROM n`,
    JSON.stringify(newest.content)
  )
  await core.restart()
  const replies = (await core.client.ask('library.list', {})).map(({ id }) => id)
  expect(replies).toHaveLength(10_000)
  expect(await core.client.run('library.approve', { replies })).toEqual({ changed: 10_000 })
  expect(await core.client.run('library.retire', { replies })).toEqual({ changed: 10_000 })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Retired 10000 canned replies' })
  const rows = await core.client.ask('library.list', {})
  expect(rows.every(({ stage }) => stage === 'approved')).toBe(true)
  expect(await core.client.ask('library.find', { conversation: null, text: 's777', limit: 1 })).toMatchObject([
    { id: 'r777' }
  ])
  // One that is not there stops all of it.
  await expect(core.client.run('library.delete', { replies: [...replies, 'gone'] })).rejects.toMatchObject({
    code: 'not-found'
  })
  expect(await core.client.ask('library.list', {})).toHaveLength(10_000)
}, 60_000)
