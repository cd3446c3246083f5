import { expect, test } from 'vitest'
import { startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const MINUTE = 60_000

async function writes(core: TestCore, name: string, text = 'hello') {
  const customer = core.customer({ name, username: name.toLowerCase() })
  core.say(customer, text)
  await core.round()
  return customer
}

const card = async (core: TestCore, conversation: string) =>
  (await core.client.ask('customers.card', { conversation }))[0]

test('two X accounts of one person become one customer, with everything of both, and can be split again', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  const anna = await writes(core, 'Anna', 'it is me again')
  await core.client.run('customers.addNote', { user: anna.id, text: 'Prefers email' })
  await core.client.run('customers.merge', { user: ana.id, other: anna.id })
  const merged = {
    people: [{ name: 'Ana' }, { name: 'Anna' }],
    received: 2,
    others: [{ key: core.keyOf(anna), title: 'Anna', account: 'brand', status: 'open' }]
  }
  expect(await card(core, core.keyOf(ana))).toMatchObject(merged)
  expect(await card(core, core.keyOf(anna))).toMatchObject({ people: [{ name: 'Anna' }, { name: 'Ana' }], received: 2 })
  expect(await core.client.ask('customers.notes', { user: ana.id })).toMatchObject([{ text: 'Prefers email' }])
  await core.crash()
  expect(await card(core, core.keyOf(ana))).toMatchObject(merged)
  await core.client.run('customers.split', { user: anna.id })
  expect(await card(core, core.keyOf(ana))).toMatchObject({ people: [{ name: 'Ana' }], received: 1, others: [] })
  expect(await core.client.ask('customers.notes', { user: ana.id })).toEqual([])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Split off Anna' })
  expect(await card(core, core.keyOf(ana))).toMatchObject(merged)
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Merged Ana and Anna' })
  expect(await card(core, core.keyOf(ana))).toMatchObject({ people: [{ name: 'Ana' }] })
})

test('a third account joins those who are one already; splitting one leaves the others together', async () => {
  await using core = await createTestCore()
  const [ana, ben, cleo] = [await writes(core, 'Ana'), await writes(core, 'Ben'), await writes(core, 'Cleo')]
  await core.client.run('customers.merge', { user: ana.id, other: ben.id })
  await core.client.run('customers.merge', { user: cleo.id, other: ben.id })
  expect((await card(core, core.keyOf(ana)))?.people).toHaveLength(3)
  await core.client.run('customers.split', { user: ben.id })
  expect((await card(core, core.keyOf(ana)))?.people.map(({ name }) => name)).toEqual(['Ana', 'Cleo'])
  expect((await card(core, core.keyOf(ben)))?.people).toHaveLength(1)
})

test('what cannot be merged says why, and nothing is changed', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  const ben = await writes(core, 'Ben')
  const merge = (user: string, other: string) => core.client.run('customers.merge', { user, other })
  await expect(merge(ana.id, ana.id)).rejects.toMatchObject({ code: 'invalid-input', message: /same X account/ })
  await expect(merge(ana.id, core.accountId)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(merge(ana.id, '999')).rejects.toMatchObject({ code: 'not-found' })
  await expect(core.client.run('customers.split', { user: ana.id })).rejects.toMatchObject({ code: 'conflict' })
  expect(core.peek('SELECT * FROM customer_link')).toEqual([])
  await merge(ana.id, ben.id)
  await expect(merge(ben.id, ana.id)).rejects.toMatchObject({ message: 'Ben and Ana are one customer already.' })
})

test('notes about a customer stand before those of the conversations; each change can be taken back', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  await core.client.run('notes.add', { conversation: core.keyOf(ana), text: 'asked about parcels' })
  const { note } = await core.client.run('customers.addNote', { user: ana.id, text: 'VIP' })
  const notes = async () => (await core.client.ask('customers.notes', { user: ana.id })).map(({ text }) => text)
  expect(await notes()).toEqual(['VIP', 'asked about parcels'])
  core.clock.advance(MINUTE)
  await core.client.run('customers.editNote', { note, text: 'VIP since 2020' })
  expect((await core.client.ask('customers.notes', { user: ana.id }))[0]).toMatchObject({
    text: 'VIP since 2020',
    editedAt: core.clock.now(),
    conversation: null
  })
  await core.client.run('customers.deleteNote', { note })
  expect(await notes()).toEqual(['asked about parcels'])
  await core.client.run('undo.run', {})
  expect(await notes()).toEqual(['VIP since 2020', 'asked about parcels'])
  await core.client.run('undo.run', {})
  expect(await notes()).toEqual(['VIP', 'asked about parcels'])
  await core.client.run('undo.run', {})
  expect(await notes()).toEqual(['asked about parcels'])
  await expect(core.client.run('customers.editNote', { note, text: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(core.client.run('customers.addNote', { user: ana.id, text: ' ' })).rejects.toMatchObject({
    code: 'invalid-input'
  })
})

test('tags and promises of all conversations with a person, of merged ones, too', async () => {
  await using core = await createTestCore()
  const [ana, anna, ben] = [await writes(core, 'Ana'), await writes(core, 'Anna'), await writes(core, 'Ben')]
  const tag = async (name: string, ...people: { id: string }[]) => {
    const { tag: id } = await core.client.run('tags.create', { name, colour: 'red', group: null })
    await core.client.run('inbox.tag', { conversations: people.map(core.keyOf), add: [id] })
    return id
  }
  const promise = async (person: { id: string }, text: string, hours: number) => {
    const dueAt = core.clock.now() + hours * 60 * MINUTE
    return (await core.client.run('followUps.add', { conversation: core.keyOf(person), text, dueAt })).followUp
  }
  const [late, refund] = [await tag('late', ana, anna), await tag('refund', anna)]
  await tag('other', ben)
  await promise(ana, 'write again', 5)
  const first = await promise(anna, 'send the mug', 2)
  await promise(ben, 'not for Ana', 1)
  const tags = () => core.client.ask('customers.tags', { user: ana.id })
  const promises = async () => (await core.client.ask('customers.followUps', { user: ana.id })).map(({ text }) => text)
  expect(await tags()).toEqual([{ id: late, conversations: [core.keyOf(ana)] }])
  await core.client.run('customers.merge', { user: ana.id, other: anna.id })
  expect(await tags()).toEqual([
    { id: late, conversations: [core.keyOf(anna), core.keyOf(ana)] },
    { id: refund, conversations: [core.keyOf(anna)] }
  ])
  expect((await core.client.ask('customers.followUps', { user: ana.id }))[0]).toMatchObject({
    id: first,
    text: 'send the mug',
    conversation: core.keyOf(anna),
    title: 'Anna'
  })
  expect(await promises()).toEqual(['send the mug', 'write again'])
  await core.client.run('followUps.done', { followUp: first })
  expect(await promises()).toEqual(['write again'])
  await core.client.run('undo.run', {})
  expect(await promises()).toEqual(['send the mug', 'write again'])
  await core.client.run('tags.delete', { tag: late })
  expect((await tags()).map(({ id }) => id)).toEqual([refund])
})

test('the panel learns of a promise and a tag as soon as they are given, in whichever conversation', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  const tagged = core.until('customers.tags', { user: ana.id }, (rows) => rows.length === 1)
  const promised = core.until('customers.followUps', { user: ana.id }, (rows) => rows.length === 1)
  await core.client.run('inbox.tag', { conversations: [core.keyOf(ana)], add: [tag] })
  const dueAt = core.clock.now() + MINUTE
  await core.client.run('followUps.add', { conversation: core.keyOf(ana), text: 'write', dueAt })
  expect((await tagged)[0]?.id).toBe(tag)
  expect((await promised)[0]?.dueAt).toBe(dueAt)
})

test('how quickly a customer was answered: as it was measured, with what came later than promised', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  const plan = startingPlan('UTC', 'everybody')
  await core.client.run('sla.save', { base: null, plan })
  const ana = core.customer({ name: 'Ana' })
  // From three days of business on.
  const start = core.clock.now()
  core.clock.advance(72 * 60 * MINUTE)
  for (const [index, minutes] of [1, 2, 3, 4, 400].entries()) {
    core.world.say(ana.id, core.accountId, 'q', { at: start + (index * 10 + 1) * MINUTE })
    core.world.say(core.accountId, ana.id, 'a', { at: start + (index * 10 + 1 + minutes) * MINUTE })
  }
  const measured = core.until('customers.responses', { user: ana.id }, (rows) => rows[0]?.answers === 5)
  await core.sync()
  core.clock.advance(50)
  await core.quiet()
  const [row] = await measured
  expect(row).toMatchObject({ answers: 5, medianMs: 3 * MINUTE, p90Ms: 400 * MINUTE, openMedianMs: null, late: 1 })
  expect(row?.latest.map(({ ms, first, late }) => [ms / MINUTE, first, late])).toEqual([
    [1, true, false],
    [2, false, false],
    [3, false, false],
    [4, false, false],
    [400, false, true]
  ])
  expect(await core.client.ask('customers.responses', { user: core.customer().id })).toEqual([])
  await core.crash()
  expect(await core.client.ask('customers.responses', { user: ana.id })).toEqual([row])
})

test('what is noted of customers goes with the account they wrote to', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  const ben = await writes(core, 'Ben')
  await core.client.run('customers.merge', { user: ana.id, other: ben.id })
  await core.client.run('customers.addNote', { user: ana.id, text: 'private' })
  const { attribute } = await core.client.run('attributes.create', { name: 'Plan', type: 'text' })
  await core.client.run('attributes.set', { user: ana.id, attribute, value: 'Gold' })
  await core.client.run('accounts.remove', { account: core.accountId })
  for (const table of ['customer_link', 'customer_note', 'attribute_value']) {
    expect(core.peek(`SELECT 1 FROM ${table}`)).toEqual([])
  }
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Added Plan' })
})
