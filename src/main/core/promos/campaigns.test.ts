import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'
import { addCampaign, addPool, campaignContent, campaignRow, insertCode, sendDraft } from '../testing/promo-fixtures.ts'

async function refusals(core: TestCore, conversation: string): Promise<string[]> {
  const [choice] = await core.client.ask('promos.choices', { conversation })
  return choice?.refusals.map(({ kind }) => kind) ?? ['nothing']
}

test('a campaign is written, changed against what was seen, ended, resumed and deleted, and each can be undone', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core, { name: '  Summer   sale ' })
  const first = await campaignRow(core, campaign)
  expect(first).toMatchObject({ content: { name: 'Summer sale' }, state: 'running', mine: true })
  const save = (base: number, name: string) =>
    core.client.run('promos.save', { campaign, base, content: campaignContent({ name }) })
  await save(first.updatedAt, 'Winter')
  await expect(save(first.updatedAt, 'Autumn')).rejects.toMatchObject({ code: 'conflict' })
  await expect(addCampaign(core, { name: 'WINTER' })).rejects.toMatchObject({ code: 'conflict' })
  await core.client.run('undo.run', {})
  expect((await campaignRow(core, campaign)).content.name).toBe('Summer sale')
  await core.client.run('promos.end', { campaign })
  expect((await campaignRow(core, campaign)).state).toBe('ended')
  await core.client.run('undo.run', {})
  expect((await campaignRow(core, campaign)).state).toBe('running')
  await core.client.run('promos.end', { campaign })
  await core.client.run('promos.resume', { campaign })
  await core.client.run('promos.delete', { campaign })
  expect(await core.client.ask('promos.list', {})).toEqual([])
  await core.client.run('undo.run', {})
  await core.restart()
  expect((await campaignRow(core, campaign)).content.name).toBe('Summer sale')
})

test.each([
  [{ name: ' ' }],
  [{ from: '2026-12-02T00:00', until: '2026-12-01T00:00' }],
  [{ zone: 'Mars/Olympus' }],
  [{ sharedCode: 'two words' }],
  [{ texts: [{ language: '', text: 'no place for it' }] }],
  [{ giver: { kind: 'approval' as const }, approvers: [] }],
  [{ gives: { kind: 'amount' as const, amount: '12,5', currency: 'EUR' } }],
  [{ daily: 0 }]
])('nonsense is refused in words: %j', async (content) => {
  await using core = await createTestCore({ connected: false })
  await expect(addCampaign(core, content)).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringMatching(/.{10,}/u) as string
  })
})

test('times are those of the campaign’s zone, also over a change of the clocks', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core, {
    zone: 'Europe/Berlin',
    from: '2027-03-27T12:00',
    until: '2027-03-29T12:00'
  })
  const row = await campaignRow(core, campaign)
  expect(new Date(row.from ?? 0).toISOString()).toBe('2027-03-27T11:00:00.000Z')
  expect(new Date(row.until ?? 0).toISOString()).toBe('2027-03-29T10:00:00.000Z')
  expect(row.state).toBe('planned')
})

test('once for each customer, also on their other X account; a code that went back does not count', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const other = await withCustomer(core)
  await core.client.run('customers.merge', { user: ana.id, other: other.id })
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002'], { once: 'customer' })
  await insertCode(core, ana.key, campaign)
  expect(await refusals(core, other.key)).toEqual(['had-it'])
  const [held] = await core.client.ask('promos.held', { conversation: ana.key })
  expect(await core.client.run('promos.release', { hold: held?.id ?? '' })).toEqual({ released: true })
  expect(await refusals(core, other.key)).toEqual([])
})

test('limits, tags, first contact, days between codes and teams are kept, and told', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const { tag } = await core.client.run('tags.create', { name: 'VIP', colour: 'blue', group: null })
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002', 'GULL-0003'], { daily: 1, minDays: 2 })
  await insertCode(core, ana.key, campaign)
  expect(await refusals(core, ben.key)).toEqual(['daily-limit'])
  core.clock.advance(24 * 3_600_000)
  expect(await refusals(core, ben.key)).toEqual([])
  const { updatedAt } = await campaignRow(core, campaign)
  const content = campaignContent({
    tags: [tag],
    firstContact: true,
    minDays: 2,
    giver: { kind: 'team', team: 'Sales' }
  })
  await core.client.run('promos.save', { campaign, base: updatedAt, content })
  await core.client.run('inbox.resolve', { conversations: [ben.key] })
  expect(await refusals(core, ben.key)).toEqual(['team', 'not-first', 'tags'])
  await core.client.run('inbox.tag', { conversations: [ben.key], add: [tag] })
  const [me] = await core.client.ask('team.list', {})
  await core.client.run('team.setGroups', { member: me?.id ?? '', groups: ['Sales'] })
  expect(await refusals(core, ben.key)).toEqual(['not-first'])
})

test('who may approve agrees once, and then it is given', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { member: lea } = await core.client.run('team.add', { name: 'Lea' })
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002'], { giver: { kind: 'approval' }, approvers: [lea] })
  const [choice] = await core.client.ask('promos.choices', { conversation: key })
  expect(choice).toMatchObject({ refusals: [{ kind: 'needs-approval' }], approvers: ['Lea'], mayApprove: false })
  await expect(core.client.run('promos.reserve', { conversation: key, campaign })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  await expect(core.client.run('promos.approve', { conversation: key, campaign })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  const me = (await core.client.ask('team.list', {})).find((member) => member.me)
  await core.client.run('team.setMe', { member: lea })
  await core.client.run('promos.approve', { conversation: key, campaign })
  await core.client.run('team.setMe', { member: me?.id ?? '' })
  await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  expect(await refusals(core, key)).toEqual(['needs-approval'])
})

test('codes are masked for those who may not give them; what a customer has is not', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, ['GULL-000001', 'GULL-000002'])
  await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  const { member } = await core.client.run('team.add', { name: 'New' })
  const { updatedAt, content } = await campaignRow(core, campaign)
  const team = { kind: 'team' as const, team: 'Sales' }
  await core.client.run('promos.save', {
    campaign,
    base: updatedAt,
    content: { ...campaignContent(), giver: team, approvers: [...content.approvers] }
  })
  await core.client.run('team.setMe', { member })
  const listed = await core.client.ask('promos.codes', { campaign, state: null, text: '', limit: 10 })
  expect(listed.map(({ code }) => code)).toEqual(['GU••••01', 'GU••••02'])
  expect((await core.client.ask('promos.held', { conversation: key }))[0]?.code).toBe('GULL-000001')
  await expect(core.client.run('promos.export', { campaign, file: '/tmp/no.csv' })).rejects.toMatchObject({
    code: 'not-allowed'
  })
})

test('a pool that runs out is told in time', async () => {
  await using core = await createTestCore()
  const campaign = await addPool(
    core,
    Array.from({ length: 20 }, (_, index) => `GULL-${1_000 + index}`)
  )
  expect(await core.client.ask('promos.notices', {})).toEqual([])
  for (let index = 0; index < 6; index += 1) await insertCode(core, (await withCustomer(core)).key, campaign)
  expect(await core.client.ask('promos.notices', {})).toMatchObject([{ campaign: 'Summer', kind: 'low', left: 14 }])
})
