import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function withCustomer(core: TestCore, name = 'Ana'): Promise<string> {
  const customer = core.customer({ name, username: name.toLowerCase() })
  core.say(customer, 'hello')
  await core.round()
  return customer.id
}

const valuesOf = async (core: TestCore, user: string) =>
  Object.fromEntries((await core.client.ask('attributes.of', { user })).map(({ name, value }) => [name, value]))

test('values are read, kept in one form, and keep their history with who changed them', async () => {
  await using core = await createTestCore()
  const user = await withCustomer(core)
  const { attribute: plan } = await core.client.run('attributes.create', {
    name: ' Plan ',
    type: 'choice',
    options: ['Gold', 'Silver']
  })
  const { attribute: since } = await core.client.run('attributes.create', { name: 'Since', type: 'date' })
  await core.client.run('attributes.set', { user, attribute: plan, value: 'gold' })
  core.clock.advance(1_000)
  await core.client.run('attributes.set', { user, attribute: plan, value: 'Silver' })
  await core.client.run('attributes.set', { user, attribute: since, value: '2020-1-5' })
  await core.crash()
  expect(await valuesOf(core, user)).toEqual({ Plan: 'Silver', Since: '2020-01-05' })
  const [row] = await core.client.ask('attributes.of', { user })
  expect(row?.history).toEqual([{ at: expect.any(Number), value: 'Gold', by: 'Me' }])
  await core.client.run('undo.run', {})
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Changed Plan of Ana' })
  expect(await valuesOf(core, user)).toEqual({ Plan: 'Gold', Since: null })
  expect(await core.client.ask('attributes.usage', {})).toEqual([{ id: plan, customers: 1 }])
})

test('a value that does not fit is refused with a sentence, and the old one stays', async () => {
  await using core = await createTestCore()
  const user = await withCustomer(core)
  const { attribute } = await core.client.run('attributes.create', { name: 'Orders', type: 'number' })
  await core.client.run('attributes.set', { user, attribute, value: '12' })
  await expect(core.client.run('attributes.set', { user, attribute, value: 'a dozen' })).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'Orders: Write a number, like 12 or 3.5.'
  })
  await expect(core.client.run('attributes.set', { user: '999', attribute, value: '1' })).rejects.toMatchObject({
    code: 'not-found'
  })
  expect(await valuesOf(core, user)).toEqual({ Orders: '12' })
  await core.client.run('attributes.set', { user, attribute, value: ' 12 ' })
  expect(core.peek('SELECT 1 FROM attribute_value')).toHaveLength(1)
})

test('attributes: no twins, no empty or giant names, choices that can be told apart', async () => {
  await using core = await createTestCore()
  await core.client.run('attributes.create', { name: 'Café', type: 'text' })
  const create = (name: string, options?: string[]) =>
    core.client.run('attributes.create', { name, type: options ? 'choice' : 'text', ...(options ? { options } : {}) })
  await expect(create('cafe')).rejects.toMatchObject({ code: 'conflict' })
  await expect(create('  ')).rejects.toMatchObject({ message: 'An attribute needs a name.' })
  await expect(create('x'.repeat(41))).rejects.toMatchObject({ message: /at most 40/ })
  await expect(create('Plan', ['Gold'])).rejects.toMatchObject({ message: /at least two/ })
  await expect(create('Plan', ['Gold', 'gold'])).rejects.toMatchObject({ message: '“gold” is in the list twice.' })
  expect(await core.client.ask('attributes.list', {})).toHaveLength(1)
})

test('renamed, moved, deleted: values stay, and each can be taken back', async () => {
  await using core = await createTestCore()
  const user = await withCustomer(core)
  const ids: string[] = []
  for (const name of ['One', 'Two', 'Three']) {
    ids.push((await core.client.run('attributes.create', { name, type: 'text' })).attribute)
  }
  const [one = '', two = ''] = ids
  const names = async () => (await core.client.ask('attributes.list', {})).map(({ name }) => name)
  await core.client.run('attributes.set', { user, attribute: two, value: 'kept' })
  await core.client.run('attributes.move', { attribute: one, to: 2 })
  expect(await names()).toEqual(['Two', 'Three', 'One'])
  await core.client.run('attributes.change', { attribute: two, name: 'Second' })
  await core.client.run('attributes.delete', { attribute: two })
  expect(await names()).toEqual(['Three', 'One'])
  await core.client.run('attributes.create', { name: 'Second', type: 'number' })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await valuesOf(core, user)).toEqual({ Second: 'kept', Three: null, One: null })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await names()).toEqual(['One', 'Two', 'Three'])
})

test('merged customers show the value that was set last, and keep their own when they are split', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core, 'Ben')
  const { attribute } = await core.client.run('attributes.create', { name: 'Plan', type: 'text' })
  await core.client.run('attributes.set', { user: ana, attribute, value: 'Gold' })
  core.clock.advance(1_000)
  await core.client.run('attributes.set', { user: ben, attribute, value: 'Silver' })
  await core.client.run('customers.merge', { user: ana, other: ben })
  expect(await valuesOf(core, ana)).toEqual({ Plan: 'Silver' })
  await core.client.run('customers.split', { user: ana })
  expect(await valuesOf(core, ana)).toEqual({ Plan: 'Gold' })
})

test('a value that is set after the clock was set back holds', async () => {
  await using core = await createTestCore()
  const user = await withCustomer(core)
  const { attribute } = await core.client.run('attributes.create', { name: 'Plan', type: 'text' })
  await core.client.run('attributes.set', { user, attribute, value: 'gold' })
  core.tamper('UPDATE attribute_value SET id = ?', uuidv7({ msecs: Date.now() + 3_600_000 }))
  for (const value of ['silver', 'bronze']) {
    await core.client.run('attributes.set', { user, attribute, value })
    expect(await valuesOf(core, user)).toEqual({ Plan: value })
  }
})

test('a deleted attribute comes back also where its name, and the next one, were given away', async () => {
  await using core = await createTestCore()
  const { attribute } = await core.client.run('attributes.create', { name: 'Plan', type: 'text' })
  await core.client.run('attributes.delete', { attribute })
  core.tamper(`INSERT INTO attribute (id, name, folded, type, options, position, created_at, updated_at)
    VALUES ('a', 'Plan', 'plan', 'text', '[]', 1, 0, 0), ('b', 'Plan (2)', 'plan (2)', 'text', '[]', 2, 0, 0)`)
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Deleted Plan' })
  expect((await core.client.ask('attributes.list', {})).map(({ name }) => name).toSorted()).toEqual([
    'Plan',
    'Plan (2)',
    'Plan (3)'
  ])
})
