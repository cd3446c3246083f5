import { expect, test } from 'vitest'
import type { TemplateContextRow } from '../../../shared/contract/library-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function context(core: TestCore, conversation: string | null): Promise<TemplateContextRow> {
  const [row, ...others] = await core.client.ask('library.context', { conversation })
  if (!row || others.length > 0) throw new Error('there is not one context')
  return row
}

test('without a conversation only the agent is known', async () => {
  await using core = await createTestCore()
  expect(await context(core, null)).toEqual({
    id: 'none',
    customer: null,
    agent: { name: expect.any(String) as string },
    brand: null,
    conversation: null
  })
})

test('of a conversation: the customer, the account it was written to, and how it stands', async () => {
  await using core = await createTestCore()
  const customer = core.customer({ name: 'Ana Silva', username: 'anasilva' })
  const first = core.say(customer, 'Where is my parcel?')
  core.clock.advance(60_000)
  const last = core.say(customer, 'Hello?')
  await core.round()
  const key = core.keyOf(customer)
  const before = await context(core, key)
  expect(before).toMatchObject({
    id: key,
    customer: { name: 'Ana Silva', username: 'anasilva', attributes: {} },
    brand: { name: core.world.brand.name, username: core.world.brand.username },
    conversation: { startedAt: first.at, lastMessageAt: last.at }
  })
  await core.client.run('inbox.setCategory', { conversations: [key], category: 'praise' })
  expect((await context(core, key)).conversation?.category).toBe('praise')
})

test('attributes come as what they are: texts, numbers, yes and no; those without a value do not come', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'Hello')
  await core.round()
  const give = async (name: string, type: 'text' | 'number' | 'yes-no', value: string | null): Promise<void> => {
    const { attribute } = await core.client.run('attributes.create', { name, type, options: [] })
    if (value !== null) await core.client.run('attributes.set', { user: customer.id, attribute, value })
  }
  await give('City', 'text', 'Porto')
  await give('Orders', 'number', '12')
  await give('Member', 'yes-no', 'yes')
  await give('Blocked', 'yes-no', 'no')
  await give('Nothing', 'text', null)
  expect((await context(core, core.keyOf(customer))).customer?.attributes).toEqual({
    City: 'Porto',
    Orders: 12,
    Member: true,
    Blocked: false
  })
})

test('in a group nobody is the customer', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [core.customer(), core.customer()]
  const group = core.world.createGroup([core.world.brand.id, ana.id, ben.id])
  core.say(ana, 'Hello all', { in: group.id })
  await core.round()
  expect(await context(core, conversationKey(core.accountId, group.id))).toMatchObject({
    customer: null,
    brand: { username: core.world.brand.username },
    conversation: { lastMessageAt: expect.any(Number) as number }
  })
})

test('a conversation that nobody has read yet has neither times nor a customer with a name', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  expect(await context(core, core.keyOf(customer))).toMatchObject({
    customer: { name: '', username: '', attributes: {} },
    conversation: null
  })
})

test('who looks hears of another name, and of what is said', async () => {
  await using core = await createTestCore()
  const customer = core.customer({ name: 'Ana Silva' })
  core.say(customer, 'Hello')
  await core.round()
  const key = core.keyOf(customer)
  const before = (await context(core, key)).conversation?.lastMessageAt ?? 0
  const later = core.until('library.context', { conversation: key }, ([row]) => {
    return (row?.conversation?.lastMessageAt ?? 0) > before
  })
  core.clock.advance(60_000)
  core.say(customer, 'Are you there?')
  await core.round()
  expect(await later).toHaveLength(1)
})
