import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../testing/library-fixtures.ts'

const desk = () => createTestCore({ connected: false })

test('a broken template is saved as a draft, and neither submitted nor approved, with its line', async () => {
  await using core = await desk()
  const reply = await writeReply(core, { title: 'Broken', body: 'Hello\n{{ customer.frist_name }}' })
  const fine = await writeReply(core, { title: 'Fine' })
  expect(await core.client.ask('library.list', {})).toMatchObject([
    { title: 'Broken', broken: true },
    { title: 'Fine', broken: false }
  ])
  expect((await detailOf(core, reply)).problems).toMatchObject([
    { code: 'unknown-placeholder', line: 2, instead: 'customer.first_name', language: null }
  ])
  const refusal = { code: 'not-allowed', message: expect.stringMatching(/“Broken”, line 2.*customer\.first_name/) }
  await expect(core.client.run('library.submit', { replies: [fine, reply] })).rejects.toMatchObject(refusal)
  await expect(core.client.run('library.approve', { replies: [fine, reply] })).rejects.toMatchObject(refusal)
  expect(await detailOf(core, fine)).toMatchObject({ stage: 'draft' })
})

test('a mistake in a variant counts, and says in which language', async () => {
  await using core = await desk()
  const reply = await writeReply(core, { variants: [{ language: 'de', body: 'Hallo {{ customer.name ' }] })
  expect((await detailOf(core, reply)).problems).toMatchObject([{ code: 'syntax', language: 'de' }])
  await expect(core.client.run('library.approve', { replies: [reply] })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('an attribute that is defined, and later deleted, makes a reply right and wrong again', async () => {
  await using core = await desk()
  const reply = await writeReply(core, { body: 'Your {{ customer.attribute.order_number }}' })
  expect((await detailOf(core, reply)).problems).toMatchObject([{ code: 'unknown-placeholder' }])
  const { attribute } = await core.client.run('attributes.create', { name: 'Order number', type: 'text', options: [] })
  expect((await detailOf(core, reply)).problems).toEqual([])
  await core.client.run('attributes.delete', { attribute })
  expect(await core.client.ask('library.list', {})).toMatchObject([{ broken: true }])
})

test('a shortcut leads to one reply: the second is refused by name, whatever its case and composition', async () => {
  await using core = await desk()
  const first = await addReply(core, { title: 'Coffee', shortcut: 'café' })
  const second = await writeReply(core, { title: 'Tea', shortcut: 'CAFE\u0301' })
  const refusal = {
    code: 'conflict',
    message: 'The shortcut /café belongs to “Coffee” already. Give “Tea” another one.'
  }
  await expect(core.client.run('library.approve', { replies: [second] })).rejects.toMatchObject(refusal)
  await core.client.run('library.retire', { replies: [first] })
  expect(await core.client.run('library.approve', { replies: [second] })).toEqual({ changed: 1 })
  await expect(core.client.run('library.unretire', { replies: [first] })).rejects.toMatchObject({ code: 'conflict' })
  const both = [await writeReply(core, { shortcut: 'a' }), await writeReply(core, { shortcut: 'a' })]
  await expect(core.client.run('library.approve', { replies: both })).rejects.toMatchObject({ code: 'conflict' })
})

test('a private reply that becomes everybody’s must not take a shortcut', async () => {
  await using core = await desk()
  await addReply(core, { title: 'Ours', shortcut: 'x' })
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  const [me] = await core.client.ask('team.list', {})
  await core.client.run('team.setMe', { member })
  const hers = await addReply(core, { title: 'Hers', shortcut: 'y' }, { scope: 'private' })
  await core.client.run('team.setMe', { member: me?.id ?? '' })
  await addReply(core, { title: 'Ours, too', shortcut: 'y' })
  await core.client.run('team.setMe', { member })
  await expect(
    core.client.run('library.setScope', { replies: [hers], scope: 'everyone', team: null })
  ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('“Ours, too”') })
})

test('fragments: what contains them is seen from both sides, and they are approved together', async () => {
  await using core = await desk()
  const sign = await writeReply(core, { title: 'Signature', shortcut: 'sign', body: 'Yours' }, { kind: 'fragment' })
  const reply = await writeReply(core, { title: 'Thanks', body: 'Thanks {{ fragment "sign" }} {{ fragment "gone" }}' })
  expect(await detailOf(core, reply)).toMatchObject({
    contains: [
      { id: null, shortcut: 'sign' },
      { id: null, shortcut: 'gone' }
    ],
    problems: [{ code: 'unknown-fragment' }, { code: 'unknown-fragment' }]
  })
  await saveOver(core, reply, { body: 'Thanks {{ fragment "sign" }}' })
  await core.client.run('library.approve', { replies: [reply, sign] })
  expect(await detailOf(core, reply)).toMatchObject({ contains: [{ id: sign, shortcut: 'sign' }], problems: [] })
  expect((await detailOf(core, sign)).containedIn).toEqual([{ id: reply, title: 'Thanks' }])
  expect(await core.client.ask('library.fragments', {})).toMatchObject([{ id: sign, shortcut: 'sign', body: 'Yours' }])
})

test('a fragment that others contain cannot go, change its shortcut or become private before they do', async () => {
  await using core = await desk()
  const sign = await addReply(core, { title: 'Signature', shortcut: 'sign', body: 'Yours' }, { kind: 'fragment' })
  const reply = await addReply(core, { title: 'Thanks', body: 'Thanks\n{{ fragment "sign" }}' })
  const refusal = { code: 'not-allowed', message: expect.stringMatching(/“Thanks” could not be sent.*line 2, sign/) }
  const replies = [sign]
  await expect(core.client.run('library.delete', { replies })).rejects.toMatchObject(refusal)
  await expect(core.client.run('library.retire', { replies })).rejects.toMatchObject(refusal)
  await expect(core.client.run('library.setScope', { replies, scope: 'private', team: null })).rejects.toMatchObject(
    refusal
  )
  await saveOver(core, sign, { shortcut: 'regards' })
  await expect(core.client.run('library.approve', { replies })).rejects.toMatchObject(refusal)
  expect(await detailOf(core, sign)).toMatchObject({ stage: 'approved', pending: 'draft' })
  await core.client.run('library.retire', { replies: [reply] })
  expect(await core.client.run('library.approve', { replies })).toEqual({ changed: 1 })
  expect(await core.client.run('library.delete', { replies: [sign, reply] })).toEqual({ changed: 2 })
})

test('fragments that contain each other in a circle are never approved', async () => {
  await using core = await desk()
  const kind = 'fragment' as const
  const a = await addReply(core, { title: 'A', shortcut: 'a', body: 'a' }, { kind })
  const b = await addReply(core, { title: 'B', shortcut: 'b', body: 'b {{ fragment "a" }}' }, { kind })
  await saveOver(core, a, { body: 'a {{ fragment "b" }}' })
  expect((await detailOf(core, a)).problems).toMatchObject([{ code: 'cycle' }])
  await expect(core.client.run('library.approve', { replies: [a] })).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('contains itself')
  })
  const self = await writeReply(core, { title: 'C', shortcut: 'c', body: '{{ fragment "c" }}' }, { kind })
  await expect(core.client.run('library.approve', { replies: [self] })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await detailOf(core, b)).stage).toBe('approved')
})

test('a fragment needs a shortcut, and nobody’s private one goes into what others send', async () => {
  await using core = await desk()
  const nameless = await writeReply(core, { title: 'Nameless' }, { kind: 'fragment' })
  await expect(core.client.run('library.approve', { replies: [nameless] })).rejects.toMatchObject({
    message: expect.stringContaining('“Nameless”')
  })
  await addReply(core, { shortcut: 'mine', body: 'Mine' }, { kind: 'fragment', scope: 'private' })
  const own = await writeReply(core, { body: '{{ fragment "mine" }}' }, { scope: 'private' })
  const shared = await writeReply(core, { body: '{{ fragment "mine" }}' })
  expect((await detailOf(core, own)).problems).toEqual([])
  expect((await detailOf(core, shared)).problems).toMatchObject([{ code: 'unknown-fragment' }])
})

test('somebody else’s private reply stands in nobody’s way, and its title is not told', async () => {
  await using core = await desk()
  const sign = await addReply(core, { title: 'Signature', shortcut: 'sign', body: 'Yours' }, { kind: 'fragment' })
  const [me] = await core.client.ask('team.list', {})
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('team.setMe', { member })
  const hers = await addReply(core, { title: 'Secret', body: 'Hm {{ fragment "sign" }}' }, { scope: 'private' })
  await core.client.run('team.setMe', { member: me?.id ?? '' })
  expect(await core.client.run('library.retire', { replies: [sign] })).toEqual({ changed: 1 })
  await core.client.run('team.setMe', { member })
  expect((await detailOf(core, hers)).problems).toMatchObject([{ code: 'unknown-fragment' }])
})

test('of a private and a shared fragment of one shortcut the shared one speaks, whoever sits here', async () => {
  await using core = await desk()
  const [me] = await core.client.ask('team.list', {})
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  const ours = await addReply(core, { title: 'Ours', shortcut: 'other', body: 'Ours' }, { kind: 'fragment' })
  await core.client.run('team.setMe', { member })
  await addReply(core, { title: 'Hers', shortcut: 'sign', body: 'Hers' }, { kind: 'fragment', scope: 'private' })
  expect(await core.client.ask('library.fragments', {})).toMatchObject([{ body: 'Ours' }, { body: 'Hers' }])
  await core.client.run('team.setMe', { member: me?.id ?? '' })
  await saveOver(core, ours, { shortcut: 'sign' })
  await core.client.run('library.approve', { replies: [ours] })
  await core.client.run('team.setMe', { member })
  expect(await core.client.ask('library.fragments', {})).toMatchObject([{ shortcut: 'sign', body: 'Ours' }])
})

test('what rests on one’s own fragment is not given away without it', async () => {
  await using core = await desk()
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await addReply(core, { title: 'Mine', shortcut: 'mine', body: 'Mine' }, { kind: 'fragment', scope: 'private' })
  const reply = await addReply(core, { title: 'Own', body: '{{ fragment "mine" }}' }, { scope: 'private' })
  await expect(core.client.run('library.setOwner', { replies: [reply], owner: member })).rejects.toMatchObject({
    code: 'not-allowed'
  })
})
