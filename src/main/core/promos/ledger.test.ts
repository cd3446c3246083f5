import { describe, expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { SEND, sentTexts, stateOf, withCustomer, withCustomerInBackground } from '../testing/outbox-steps.ts'
import { addCampaign, addPool, campaignRow, insertCode, sendDraft, writeDraft } from '../testing/promo-fixtures.ts'
import { DRAFT_HOLDS_MS, GRACE_MS, NEVER_USED_MS } from './settle.ts'

const CODES = ['PELICAN-0001', 'PELICAN-0002', 'PELICAN-0003']

interface Hold {
  readonly state: string
  readonly outbox_id: string | null
  readonly event_id: string | null
  readonly doubtful: number
}

function holdOf(core: TestCore, code: string): Hold | null {
  const sql = 'SELECT state, outbox_id, event_id, doubtful FROM promo_hold WHERE code = ?'
  return core.peek<Hold>(sql, code)[0] ?? null
}

function stateOfCode(core: TestCore, code: string): string | undefined {
  return core.peek<{ state: string }>('SELECT state FROM promo_code WHERE code = ?', code)[0]?.state
}

function events(core: TestCore, code: string): string[] {
  return core
    .peek<{ event: string }>(
      'SELECT l.event FROM promo_ledger l JOIN promo_code c ON c.key = l.code_key WHERE c.code = ? ORDER BY l.key',
      code
    )
    .map(({ event }) => event)
}

/** The keeper's turn. */
async function settled(core: TestCore, ms = 10): Promise<void> {
  core.clock.advance(ms)
  core.clock.advance(10)
  await core.client.ask('promos.list', {})
}

test('from the pool into the draft, with the reply to the customer, with X’s proof', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, key, campaign)
  expect(code).toBe(CODES[0])
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: null })
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 3, left: 2, reserved: 1, given: 0 })
  const outboxId = await sendDraft(core, key)
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: outboxId })
  await core.sync()
  const [sent] = core.world.sent
  expect(holdOf(core, code)).toMatchObject({ state: 'given', event_id: sent?.id })
  expect(sent?.text).toContain(code)
  expect(events(core, code)).toEqual(['reserved', 'given'])
  expect(await campaignRow(core, campaign)).toMatchObject({ left: 2, reserved: 0, given: 1 })
  const hits = await core.client.ask('search.messages', { text: `code:${code}`, limit: 10 })
  expect(hits.map(({ conversation }) => conversation)).toEqual([key])
})

test('inserted twice it is the same code; two customers never get one', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const reserve = (conversation: string) => core.client.run('promos.reserve', { conversation, campaign })
  const [one, again, other] = await Promise.all([reserve(ana.key), reserve(ana.key), reserve(ben.key)])
  expect(again).toEqual(one)
  expect(other.code).not.toBe(one.code)
})

test('undo brings it back into the draft with its text; taken out of the text it goes back after a moment', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, key, campaign)
  const outboxId = await sendDraft(core, key, true)
  await core.client.run('outbox.undo', { outboxId })
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: null })
  await settled(core, GRACE_MS * 2)
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved' })
  await writeDraft(core, key, 'Hello.')
  await settled(core, GRACE_MS - 5_000)
  expect(stateOfCode(core, code)).toBe('reserved')
  // Undo of the text within the moment.
  await writeDraft(core, key, `Hello ${code}.`)
  await settled(core, GRACE_MS * 2)
  expect(stateOfCode(core, code)).toBe('reserved')
  await writeDraft(core, key, 'Hello.')
  await settled(core, GRACE_MS + 5_000)
  expect(stateOfCode(core, code)).toBe('free')
  expect(events(core, code)).toEqual(['reserved', 'released'])
})

test('a reply that is discarded, or that X refuses, gives its code back; sent again it takes it again', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, key, campaign)
  await core.client.run('outbox.discard', { outboxId: await sendDraft(core, key, true) })
  await settled(core)
  expect(stateOfCode(core, code)).toBe('free')

  await insertCode(core, key, campaign)
  core.x.faults.add({ kind: 'status', status: 403 }, { path: SEND })
  const outboxId = await sendDraft(core, key)
  await core.sync()
  expect(await stateOf(core, outboxId)).toBe('failed')
  await settled(core)
  expect(stateOfCode(core, code)).toBe('free')
  core.x.faults.clear()
  await core.client.run('outbox.retry', { outboxId })
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: outboxId })
  await core.sync()
  expect(holdOf(core, code)).toMatchObject({ state: 'given' })
})

test('a refused reply whose code went to somebody else meanwhile cannot be sent again', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const campaign = await addPool(core, ['PELICAN-0001'])
  await insertCode(core, ana.key, campaign)
  core.x.faults.add({ kind: 'status', status: 403 }, { path: SEND })
  const outboxId = await sendDraft(core, ana.key)
  await core.sync()
  core.x.faults.clear()
  await settled(core)
  await insertCode(core, ben.key, campaign)
  await sendDraft(core, ben.key)
  await core.client.run('outbox.retry', { outboxId })
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  await core.sync()
  expect(sentTexts(core).filter((text) => text.includes('PELICAN-0001'))).toHaveLength(1)
})

test('while nobody knows whether a message arrived its code is nobody else’s; a lead decides when it is given up', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, ana.key, campaign)
  core.x.faults.add({ kind: 'reset', when: 'before' }, { path: SEND })
  const outboxId = await sendDraft(core, ana.key)
  await core.sync()
  const state = await stateOf(core, outboxId)
  expect(state).toBe('unknown')
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', doubtful: 1 })
  core.x.faults.clear()
  for (let round = 0; round < 6; round += 1) {
    core.clock.advance(60_000)
    await core.sync()
  }
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  await core.client.run('outbox.discard', { outboxId })
  await settled(core, DRAFT_HOLDS_MS * 3)
  expect(stateOfCode(core, code)).toBe('reserved')
  expect((await campaignRow(core, campaign)).doubtful).toBe(1)
  const [held] = await core.client.ask('promos.held', { conversation: ana.key })
  await core.client.run('promos.settle', { hold: held?.id ?? '', given: false })
  expect(stateOfCode(core, code)).toBe('free')
})

test('a code that never came into a draft, and one in a draft that nobody goes on with, go back', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const { code } = await core.client.run('promos.reserve', { conversation: key, campaign })
  await settled(core, NEVER_USED_MS + 1_000)
  expect(stateOfCode(core, code)).toBe('free')
  await insertCode(core, key, campaign)
  await settled(core, DRAFT_HOLDS_MS + 1_000)
  expect(stateOfCode(core, code)).toBe('free')
  // What is still in the text is not kept any more, and does not leave.
  await expect(sendDraft(core, key)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a code that is pasted to another customer does not leave, from the console or the command line', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, ana.key, campaign)
  const refused = { code: 'not-allowed', message: expect.stringContaining('another customer') as string }
  await expect(core.reply(ben.key, `Use ${code.toLowerCase()}!`)).rejects.toMatchObject(refused)
  await expect(
    core.client.run('thread.replyTo', { account: null, user: ben.id, text: `(${code})` })
  ).rejects.toMatchObject(refused)
  const free = await core.client.ask('promos.inText', { conversation: ben.key, words: ['pelican-0003', 'hello'] })
  expect(free).toMatchObject([{ id: 'PELICAN-0003', why: 'not-kept' }])
  await sendDraft(core, ana.key)
  await core.sync()
  // To whom it belongs it may be said again.
  await core.reply(ana.key, `Once more: ${code}`)
})

test('a code that was sent from x.com, or before this folder was restored, is found in the messages and never given', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const campaign = await addPool(core, ['PELICAN-0001', 'PELICAN-0002'])
  core.clock.advance(1_000)
  core.world.say(core.accountId, ana.id, 'Your code: *pelican-0001*.')
  await core.round()
  const ben = await withCustomer(core)
  expect(await insertCode(core, ben.key, campaign)).toBe('PELICAN-0002')
  expect(stateOfCode(core, 'PELICAN-0001')).toBe('given')
  expect((await core.client.ask('promos.held', { conversation: core.keyOf(ana) })).map((row) => row.code)).toEqual([
    'PELICAN-0001'
  ])
  await expect(core.client.run('promos.reserve', { conversation: core.keyOf(ana), campaign })).rejects.toMatchObject({
    code: 'not-allowed'
  })
})

test('what waits with a code that turns out to be with somebody else is stopped', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const ben = await withCustomer(core)
  const campaign = await addPool(core, ['PELICAN-0001'])
  await insertCode(core, ben.key, campaign)
  const outboxId = await sendDraft(core, ben.key, true)
  core.clock.advance(1_000)
  core.world.say(core.accountId, ana.id, 'Take PELICAN-0001')
  await core.round()
  await settled(core)
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  expect(holdOf(core, 'PELICAN-0001')).toMatchObject({ state: 'given' })
})

test('what ends is not given; a reply that waits with it asks first', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const other = await withCustomer(core)
  const until = new Date(core.clock.now() + 3_600_000).toISOString().slice(0, 16)
  const campaign = await addPool(core, CODES, { until })
  const inDraft = await insertCode(core, key, campaign)
  await insertCode(core, other.key, campaign)
  const [draft] = await core.client.ask('thread.draft', { conversation: other.key, mode: 'reply' })
  const { outboxId } = await core.client.run('thread.reply', {
    conversation: other.key,
    text: draft?.text ?? '',
    draft: draft?.revision ?? null,
    sendAt: core.clock.now() + 2 * 3_600_000
  })
  await settled(core, 3_600_000 + 1_000)
  expect(stateOfCode(core, inDraft)).toBe('expired')
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  await core.client.run('outbox.retry', { outboxId })
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  await expect(core.client.run('promos.reserve', { conversation: key, campaign })).rejects.toMatchObject({
    message: expect.stringContaining('ended on') as string
  })
  await expect(sendDraft(core, key)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('the ledger takes nothing back, and refuses a code that is not free', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  await insertCode(core, key, campaign)
  expect(() => core.tamper('DELETE FROM promo_ledger')).toThrow('only added to')
  expect(() => core.tamper("UPDATE promo_ledger SET event = 'released'")).toThrow('only added to')
  const again = `INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id)
    SELECT 1, 'reserved', code_key, 'another', '7', '7-8' FROM promo_hold`
  expect(() => core.tamper(again)).toThrow('not free')
})

test('revoked codes are given to nobody; a reply with one stops; what customers have is told', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const other = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const given = await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  const waiting = await insertCode(core, other.key, campaign)
  const outboxId = await sendDraft(core, other.key, true)
  const rows = await core.client.ask('promos.codes', { campaign, state: null, text: '', limit: 100 })
  expect(rows.map(({ state }) => state).toSorted()).toEqual(['free', 'given', 'reserved'])
  const result = await core.client.run('promos.revoke', { codes: rows.map((row) => row.key) })
  expect(result).toEqual({ revoked: 3, given: 1, stopped: 1 })
  expect(await stateOf(core, outboxId)).toBe('needs-attention')
  expect(events(core, given)).toEqual(['reserved', 'given', 'revoked'])
  expect(events(core, waiting)).toEqual(['reserved', 'revoked'])
  await expect(core.client.run('promos.reserve', { conversation: other.key, campaign })).rejects.toMatchObject({
    code: 'not-allowed'
  })
})

test('one code for all goes to everybody, is counted, and goes back like others', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const campaign = await addCampaign(core, { sharedCode: 'SUMMER', total: 2 })
  for (const { key } of [ana, ben]) {
    expect(await insertCode(core, key, campaign)).toBe('SUMMER')
  }
  await expect(
    core.client.run('promos.reserve', { conversation: (await withCustomer(core)).key, campaign })
  ).rejects.toMatchObject({ code: 'not-allowed' })
  await sendDraft(core, ana.key)
  await core.sync()
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 1, left: null, given: 1, reserved: 1 })
})

test('a removed account takes along whom it gave codes; what was given, or may have been, is given to nobody again', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const given = await insertCode(core, ana.key, campaign)
  await sendDraft(core, ana.key)
  await core.sync()
  const kept = await insertCode(core, ben.key, campaign)
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(stateOfCode(core, given)).toBe('given')
  expect(stateOfCode(core, kept)).toBe('free')
  expect(core.peek('SELECT key FROM promo_ledger WHERE account_id IS NOT NULL OR customer_id IS NOT NULL')).toEqual([])
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 3, left: 2, given: 1 })
})

test('a code that stands in two replies to its customer goes back when neither waits, and is given when one arrives', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const other = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, key, campaign)
  const first = await sendDraft(core, key, true)
  const { outboxId: second } = await core.client.run('thread.reply', { conversation: key, text: `Again: ${code}` })
  await core.client.run('outbox.discard', { outboxId: first })
  await settled(core, GRACE_MS * 2)
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: second })
  expect(await insertCode(core, other.key, campaign)).not.toBe(code)
  await core.client.run('outbox.discard', { outboxId: second })
  await settled(core)
  expect(stateOfCode(core, code)).toBe('free')
})

test('a refused reply whose code is kept for the draft again takes it from there when it is sent again', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, CODES)
  const code = await insertCode(core, key, campaign)
  core.x.faults.add({ kind: 'status', status: 403 }, { path: SEND })
  const outboxId = await sendDraft(core, key)
  await core.sync()
  core.x.faults.clear()
  await settled(core)
  expect((await core.client.run('promos.reserve', { conversation: key, campaign })).code).toBe(code)
  await core.client.run('outbox.retry', { outboxId })
  await settled(core, NEVER_USED_MS * 2)
  expect(holdOf(core, code)).toMatchObject({ state: 'reserved', outbox_id: outboxId })
})

describe('the departure check', () => {
  test.each([
    ['its campaign ended meanwhile', 'UPDATE promo_campaign SET valid_until = 1'],
    ['somebody ended the campaign', 'UPDATE promo_campaign SET ended_at = 1'],
    ['the code itself ended', 'UPDATE promo_code SET expires_at = 1'],
    ['it was revoked', "UPDATE promo_code SET state = 'revoked'"]
  ])('a reply does not leave when %s, also where no timer was in time to stop it', async (_, change) => {
    await using core = await createTestCore()
    const { key } = await withCustomer(core)
    await insertCode(core, key, await addPool(core, CODES))
    const outboxId = await sendDraft(core, key)
    core.tamper(change)
    await core.sync()
    const [row] = await core.client.ask('outbox.list', { open: false })
    expect(row).toMatchObject({ id: outboxId, state: 'needs-attention' })
    expect(row?.reason).toContain('The promo code in this reply cannot be given any more.')
    expect(sentTexts(core)).toEqual([])
  })

  test('the one code for all ends as well, and belongs to nobody', async () => {
    await using core = await createTestCore()
    const ana = await withCustomer(core)
    const ben = await withCustomer(core)
    const campaign = await addCampaign(core, { sharedCode: 'WELCOME10' })
    await insertCode(core, ana.key, campaign)
    await sendDraft(core, ana.key)
    await insertCode(core, ben.key, campaign)
    await sendDraft(core, ben.key)
    await core.sync()
    expect(sentTexts(core)).toEqual(['Use WELCOME10.', 'Use WELCOME10.'])
    const cleo = await withCustomer(core)
    await insertCode(core, cleo.key, campaign)
    const outboxId = await sendDraft(core, cleo.key)
    core.tamper('UPDATE promo_campaign SET ended_at = 1')
    await core.sync()
    expect(await stateOf(core, outboxId)).toBe('needs-attention')
    expect(sentTexts(core)).toHaveLength(2)
  })

  test('after a start, a reply with a code waits for what X shows, however new it is', async () => {
    await using core = await createTestCore({ background: true })
    const { key } = await withCustomerInBackground(core)
    const campaign = await addPool(core, CODES)
    const slow = core.x.faults.add({ kind: 'hang', when: 'after' }, { path: '/2/dm_events' })
    await core.restart()
    await slow.hit
    await insertCode(core, key, campaign)
    const outboxId = await sendDraft(core, key)
    await core.client.run('thread.reply', { conversation: core.keyOf(core.customer()), text: 'no code', hold: false })
    await core.when(() => sentTexts(core).length > 0)
    expect(await stateOf(core, outboxId)).toBe('queued')
    expect(sentTexts(core)).toEqual(['no code'])
    slow.release()
    await core.quiet()
    expect(sentTexts(core)).toEqual(['no code', 'Use PELICAN-0001.'])
  })
})
