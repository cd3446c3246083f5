import { expect, test } from 'vitest'
import type { ReplyChoiceRow } from '../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { addReply, saveOver, writeReply } from '../testing/library-fixtures.ts'

const desk = () => createTestCore({ connected: false })

async function find(core: TestCore, text: string, conversation: string | null = null): Promise<ReplyChoiceRow[]> {
  return [...(await core.client.ask('library.find', { conversation, text, limit: 20 }))]
}

async function found(core: TestCore, text: string, conversation: string | null = null): Promise<string[]> {
  return (await find(core, text, conversation)).map((row) => row.title)
}

test('an exact shortcut comes first, then shortcuts that begin so, then titles, tags and texts', async () => {
  await using core = await desk()
  await addReply(core, { title: 'In the text', body: 'We will ship tomorrow.' })
  await addReply(core, { title: 'Shipping costs' })
  await addReply(core, { title: 'Begins', shortcut: 'ship-late' })
  await addReply(core, { title: 'Exact', shortcut: 'ship' })
  await addReply(core, { title: 'Tagged' }, { tags: ['shipment'] })
  const all = await found(core, 'ship')
  expect(all.slice(0, 2)).toEqual(['Exact', 'Begins'])
  expect(all.toSorted()).toEqual(['Begins', 'Exact', 'In the text', 'Shipping costs', 'Tagged'])
  expect(await found(core, '/SHIP')).toEqual(all)
  expect((await found(core, 'shpng'))[0]).toBe('Shipping costs')
  expect(await found(core, 'tomorrow ship')).toContain('In the text')
  expect(await found(core, 'qqqq')).toEqual([])
})

test('pictures, accents and other scripts are found', async () => {
  await using core = await desk()
  await addReply(core, { title: 'مرحبا بك في المتجر', body: 'أهلا' })
  await addReply(core, { title: '🎉 Party', body: '確認しました' })
  await addReply(core, { title: 'Crème brûlée', body: 'x' })
  expect(await found(core, 'مرحبا')).toEqual(['مرحبا بك في المتجر'])
  expect(await found(core, '確認')).toEqual(['🎉 Party'])
  expect(await found(core, '🎉')).toEqual(['🎉 Party'])
  expect(await found(core, 'creme brulee')).toEqual(['Crème brûlée'])
})

test('only what may be inserted is found: approved, in use, in its time, by those it is for', async () => {
  await using core = await desk()
  await writeReply(core, { title: 'Draft' })
  await addReply(core, { title: 'Fragment', shortcut: 'f' }, { kind: 'fragment' })
  const retired = await addReply(core, { title: 'Retired' })
  await core.client.run('library.retire', { replies: [retired] })
  const now = core.clock.now()
  await addReply(core, { title: 'Sale', effectiveFrom: now + 60_000, expiresAt: now + 120_000 })
  await addReply(core, { title: 'Billing' }, { scope: 'team', team: 'Billing' })
  await addReply(core, { title: 'Mine' }, { scope: 'private' })
  const changed = await addReply(core, { title: 'Public' })
  await saveOver(core, changed, { title: 'Not yet' })
  expect((await found(core, '')).toSorted()).toEqual(['Mine', 'Public'])
  core.clock.advance(60_000)
  expect(await found(core, 'sale')).toEqual(['Sale'])
  core.clock.advance(60_000)
  expect(await found(core, 'sale')).toEqual([])
  const [me] = await core.client.ask('team.list', {})
  await core.client.run('team.setGroups', { member: me?.id ?? '', groups: ['BILLING'] })
  expect((await found(core, '')).toSorted()).toEqual(['Billing', 'Mine', 'Public'])
  const { member } = await core.client.run('team.add', { name: 'Bea' })
  await core.client.run('team.setMe', { member })
  expect(await found(core, '')).toEqual(['Public'])
})

test('what is changed, moved or deleted is found so at once', async () => {
  await using core = await desk()
  const reply = await addReply(core, { title: 'Parcel', body: 'It is late.' })
  expect(await found(core, 'late')).toEqual(['Parcel'])
  await saveOver(core, reply, { body: 'It is lost.' })
  await core.client.run('library.approve', { replies: [reply] })
  expect(await found(core, 'late')).toEqual([])
  expect(await found(core, 'lost')).toEqual(['Parcel'])
  await core.client.run('library.tag', { replies: [reply], add: ['courier'] })
  expect(await find(core, 'courier')).toMatchObject([{ title: 'Parcel', tags: ['courier'] }])
  await core.client.run('library.delete', { replies: [reply] })
  expect(await found(core, 'lost')).toEqual([])
  await core.client.run('undo.run', {})
  expect(await found(core, 'lost')).toEqual(['Parcel'])
})

test('the customer’s words, the category and what the team uses bring a reply up, and it says why', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'my invoice is wrong, please correct the Invoice')
  await core.round()
  const conversation = core.keyOf(ana)
  for (const title of ['Greeting', 'Parcel', 'Thanks']) await addReply(core, { title, body: `${title}.` })
  const invoice = await addReply(core, { title: 'Bill', body: 'We send a new invoice.' })
  expect((await find(core, '', conversation))[0]).toMatchObject({
    id: invoice,
    why: [{ kind: 'words', words: ['invoice'] }]
  })
  expect((await found(core, ''))[0]).not.toBe('Bill')
  const [thanks] = await find(core, 'thanks')
  const canned = [{ reply: thanks?.id ?? '', version: thanks?.version ?? '', text: 'Thanks.' }]
  await core.client.run('thread.reply', { conversation, text: 'Thanks.', hold: false, canned })
  expect((await find(core, ''))[0]).toMatchObject({ title: 'Thanks', why: [{ kind: 'used', times: 1, byMe: true }] })
  const category = 'billing' as const
  await core.client.run('inbox.setCategory', { conversations: [conversation], category })
  await addReply(core, { title: 'Money', body: 'x', actions: [{ kind: 'category', category }] })
  expect((await find(core, 'money', conversation))[0]?.why).toEqual([{ kind: 'category', category: 'billing' }])
})

test('the text is in the customer’s language where it is there and up to date', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'Hola, mi pedido todavía no ha llegado y necesito saber cuándo lo van a entregar en mi casa.')
  await core.round()
  const conversation = core.keyOf(ana)
  const reply = await addReply(core, {
    title: 'Late',
    body: 'It is late.',
    language: 'en',
    variants: [{ language: 'es-MX', body: 'Llega tarde.' }]
  })
  expect((await find(core, 'late', conversation))[0]).toMatchObject({
    body: 'Llega tarde.',
    language: 'es-MX',
    why: [{ kind: 'language', language: 'es-MX' }]
  })
  expect((await find(core, 'late'))[0]).toMatchObject({ body: 'It is late.', language: 'en' })
  await saveOver(core, reply, { body: 'It will be late.' })
  await core.client.run('library.approve', { replies: [reply] })
  expect((await find(core, 'late', conversation))[0]).toMatchObject({ body: 'It will be late.', language: 'en' })
})
