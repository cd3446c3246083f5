import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../testing/library-fixtures.ts'

const desk = () => createTestCore({ connected: false })

async function titles(core: TestCore): Promise<string[]> {
  return (await core.client.ask('library.list', {})).map((row) => row.title)
}

test('a reply is written, reviewed, approved, and survives a restart', async () => {
  await using core = await desk()
  const reply = await writeReply(core, { shortcut: '/Refund' }, { folder: ['Money'], tags: ['b', 'refund', 'B'] })
  expect(await core.client.ask('library.list', {})).toMatchObject([
    { id: reply, shortcut: 'refund', stage: 'draft', pending: null, folder: ['Money'], tags: ['b', 'refund'], uses: 0 }
  ])
  expect(await core.client.run('library.submit', { replies: [reply] })).toEqual({ changed: 1 })
  expect(await core.client.run('library.submit', { replies: [reply] })).toEqual({ changed: 0 })
  expect(await detailOf(core, reply)).toMatchObject({ stage: 'in-review' })
  expect(await core.client.run('library.approve', { replies: [reply, reply] })).toEqual({ changed: 1 })
  await core.restart()
  const detail = await detailOf(core, reply)
  expect(detail).toMatchObject({ stage: 'approved', pending: null, approved: { number: 1 }, newest: { number: 1 } })
  expect(detail.approved?.approvedAt).toBe(core.clock.now())
})

test('a newer version stands beside the approved one until it is approved, and every version is kept', async () => {
  await using core = await desk()
  const reply = await addReply(core)
  await saveOver(core, reply, { body: 'Second' })
  const third = await saveOver(core, reply, { body: 'Third', title: 'New name' })
  expect(await core.client.ask('library.list', {})).toMatchObject([
    { title: 'Refund', preview: 'Your refund is on its way.', stage: 'approved', pending: 'draft' }
  ])
  expect(await detailOf(core, reply)).toMatchObject({ approved: { number: 1 }, newest: { id: third, number: 3 } })
  const versions = await core.client.ask('library.versions', { reply, limit: 10 })
  expect(versions.map(({ number, content }) => [number, content.body])).toEqual([
    [3, 'Third'],
    [2, 'Second'],
    [1, 'Your refund is on its way.']
  ])
  await core.client.run('library.approve', { replies: [reply] })
  expect(await titles(core)).toEqual(['New name'])
})

test('who saves over a version that somebody else has saved meanwhile is told; the same text is no version', async () => {
  await using core = await desk()
  const reply = await writeReply(core)
  const { newest } = await detailOf(core, reply)
  const save = (body: string) =>
    core.client.run('library.save', { reply, base: newest.id, content: { title: 'Refund', body }, placement: {} })
  const mine = await save('Mine')
  expect(mine.version).not.toBe(newest.id)
  await expect(save('Theirs')).rejects.toMatchObject({ code: 'conflict' })
  expect((await detailOf(core, reply)).newest.content.body).toBe('Mine')
  expect(await saveOver(core, reply, {})).toBe(mine.version)
})

test('a reply that is sent back says why until it is submitted again; an edit takes it out of review', async () => {
  await using core = await desk()
  const reply = await writeReply(core)
  await expect(core.client.run('library.sendBack', { reply, why: 'Too long' })).rejects.toMatchObject({
    code: 'conflict'
  })
  await core.client.run('library.submit', { replies: [reply] })
  await core.client.run('library.sendBack', { reply, why: 'Too long' })
  expect(await detailOf(core, reply)).toMatchObject({ stage: 'draft', sentBack: 'Too long' })
  await saveOver(core, reply, { body: 'Short.' })
  expect(await detailOf(core, reply)).toMatchObject({ sentBack: 'Too long' })
  await core.client.run('library.submit', { replies: [reply] })
  expect(await detailOf(core, reply)).toMatchObject({ stage: 'in-review', sentBack: null })
  await saveOver(core, reply, { body: 'Shorter' })
  expect(await detailOf(core, reply)).toMatchObject({ stage: 'draft' })
})

test('a draft can be discarded, and an earlier version brought back, both with a way back', async () => {
  await using core = await desk()
  const reply = await addReply(core, { body: 'One' })
  await saveOver(core, reply, { body: 'Two' })
  await core.client.run('library.discardDraft', { reply })
  expect(await detailOf(core, reply)).toMatchObject({ pending: null, newest: { content: { body: 'One' } } })
  await core.client.run('undo.run', {})
  expect(await detailOf(core, reply)).toMatchObject({ pending: 'draft', newest: { content: { body: 'Two' } } })
  await core.client.run('library.approve', { replies: [reply] })
  const [, first] = await core.client.ask('library.versions', { reply, limit: 10 })
  const { version } = await core.client.run('library.rollBack', { reply, version: first?.id ?? '' })
  expect(await detailOf(core, reply)).toMatchObject({
    pending: 'draft',
    approved: { content: { body: 'Two' } },
    newest: { id: version, number: 3, content: { body: 'One' } }
  })
  await core.client.run('undo.run', {})
  expect(await detailOf(core, reply)).toMatchObject({ pending: null, newest: { content: { body: 'Two' } } })
  const other = await writeReply(core)
  await expect(core.client.run('library.discardDraft', { reply: other })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(core.client.run('library.rollBack', { reply: other, version })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('a variant is out of date when the text changes without it, until it is edited or said to hold', async () => {
  await using core = await desk()
  const variants = [
    { language: 'de', body: 'Hallo' },
    { language: 'es', body: 'Hola' }
  ]
  const reply = await writeReply(core, { body: 'Hello', language: 'en', variants })
  const marks = async () =>
    (await detailOf(core, reply)).newest.content.variants.map(({ language, outdated }) => [language, outdated])
  await saveOver(core, reply, { body: 'Hello!', variants: [{ language: 'de', body: 'Hallo!' }, ...variants.slice(1)] })
  expect(await marks()).toEqual([
    ['de', false],
    ['es', true]
  ])
  expect(await core.client.ask('library.list', {})).toMatchObject([{ outdated: true, languages: ['en', 'de', 'es'] }])
  const current = (await detailOf(core, reply)).newest.content.variants
  await saveOver(core, reply, { title: 'Greeting', variants: [...current] })
  expect((await marks())[1]).toEqual(['es', true])
  await saveOver(core, reply, { variants: current.map((variant) => ({ ...variant, outdated: false })) })
  expect((await marks())[1]).toEqual(['es', false])
})

test('a private reply is seen and changed by its owner alone, and what others have stays as it is', async () => {
  await using core = await desk()
  const mine = await addReply(core, { title: 'Mine', shortcut: 'x' }, { scope: 'private' })
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('team.setMe', { member })
  expect(await titles(core)).toEqual([])
  expect(await core.client.ask('library.reply', { reply: mine })).toEqual([])
  await expect(core.client.run('library.delete', { replies: [mine] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(core.client.ask('library.versions', { reply: mine, limit: 1 })).rejects.toMatchObject({
    code: 'not-found'
  })
  // A shortcut of somebody's private reply is free.
  await addReply(core, { title: 'Ours', shortcut: 'x' })
  expect(await titles(core)).toEqual(['Ours'])
})

test('folders come in their order, with titles of any script and pictures as they are', async () => {
  await using core = await desk()
  await writeReply(core, { title: '🎉 Party' }, { folder: ['B'] })
  await writeReply(core, { title: 'مرحبا بك' }, { folder: ['B', 'C'] })
  await writeReply(core, { title: 'Reply 10' })
  await writeReply(core, { title: 'Reply 9' })
  expect(await titles(core)).toEqual(['Reply 9', 'Reply 10', '🎉 Party', 'مرحبا بك'])
})

test('what was deleted is kept as long as undo reaches', async () => {
  await using core = await desk()
  const reply = await addReply(core)
  await core.client.run('library.delete', { replies: [reply] })
  await core.restart()
  await core.client.run('undo.run', {})
  expect(await titles(core)).toEqual(['Refund'])
  await core.client.run('library.delete', { replies: [reply] })
  core.clock.advance(8 * 24 * 3_600_000)
  await core.restart()
  expect(core.peek('SELECT id FROM canned_reply UNION ALL SELECT id FROM canned_version')).toEqual([])
})

test('teams within the team are names, each once', async () => {
  await using core = await desk()
  const [me] = await core.client.ask('team.list', {})
  await core.client.run('team.setGroups', { member: me?.id ?? '', groups: ['Billing', 'billing', 'Returns'] })
  expect(await core.client.ask('team.list', {})).toMatchObject([{ groups: ['Billing', 'Returns'] }])
  await core.client.run('team.setGroups', { member: me?.id ?? '', groups: [] })
  expect(await core.client.ask('team.list', {})).toMatchObject([{ groups: [] }])
})
