import { expect, test } from 'vitest'
import type { CannedFixRow, ReplyOutcomeRow } from '../../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { withCustomerInBackground } from '../../testing/outbox-steps.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Sent {
  readonly customer: ReturnType<TestCore['customer']>
  readonly conversation: string
  readonly outboxId: string
}

/** A customer asks, and gets the reply as it is or as it was changed. */
async function sends(
  core: TestCore,
  reply: string,
  { waited = 10 * MINUTE, text, filled, hold = false }: SendOptions = {}
): Promise<Sent> {
  const customer = core.customer()
  core.say(customer, 'Where is my money?')
  await core.round()
  core.clock.advance(waited)
  const conversation = core.keyOf(customer)
  const { approved } = await detailOf(core, reply)
  const inserted = filled ?? approved?.content.body ?? ''
  const { outboxId } = await core.client.run('thread.reply', {
    conversation,
    text: text === undefined ? inserted : text(inserted),
    hold,
    canned: [{ reply, version: approved?.id ?? '', text: inserted }]
  })
  await core.round()
  return { customer, conversation, outboxId }
}

interface SendOptions {
  readonly waited?: number
  readonly text?: (inserted: string) => string
  readonly filled?: string
  readonly hold?: boolean
}

async function outcome(core: TestCore, reply: string): Promise<ReplyOutcomeRow> {
  const [all] = await core.client.ask('library.outcome', { reply })
  if (!all) throw new Error('it was never sent')
  return all
}

function fixes(core: TestCore): Promise<readonly CannedFixRow[]> {
  return core.client.ask('library.fixes', {})
}

function asInput({ reply, version, language, from, to, put }: CannedFixRow) {
  return { reply, version, language: language ?? '', from, to, put }
}

test('a reply that was never sent has no outcome, and what is taken back never was sent', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  expect(await core.client.ask('library.outcome', { reply })).toEqual([])
  const { outboxId } = await sends(core, reply, { hold: true })
  expect(await core.client.ask('library.outcome', { reply })).toEqual([])
  await core.client.run('outbox.undo', { outboxId })
  core.clock.advance(MINUTE)
  await core.round()
  expect(await core.client.ask('library.outcome', { reply })).toEqual([])
})

test('what was changed before sending, and how much, is told for all versions and for each', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund is on its way today.' })
  await sends(core, reply)
  await sends(core, reply, { text: (text) => `Good morning!\n\n${text}` })
  await sends(core, reply, { text: (text) => text.replace('today', 'tomorrow') })
  await saveOver(core, reply, { body: 'Your refund left today.' })
  await core.client.run('library.approve', { replies: [reply] })
  await sends(core, reply)
  const rows = await core.client.ask('library.outcome', { reply })
  expect(rows.map(({ id, number, sent, edited }) => [id === 'all' ? id : number, sent, edited])).toEqual([
    ['all', 4, { count: 1, of: 4, share: 0.143 }],
    [2, 1, { count: 0, of: 1, share: null }],
    [1, 3, { count: 1, of: 3, share: 0.143 }]
  ])
})

test('an old version is compared with a new one that was sent a thousand times', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund is on its way today.' })
  await sends(core, reply, { text: (text) => text.replace('today', 'tomorrow') })
  await saveOver(core, reply, { body: 'Your refund left today.' })
  await core.client.run('library.approve', { replies: [reply] })
  await sends(core, reply)
  for (const [table, columns, values] of [
    [
      'outbox',
      'id, account_id, conversation_id, text, state, created_at, updated_at',
      "account_id, conversation_id, 'x', 'sent', at, at"
    ],
    [
      'canned_use',
      'id, reply_id, version_id, outbox_id, account_id, conversation_id, member_id, inserted, sent, at, changed',
      "reply_id, version_id, 'n' || nth, account_id, conversation_id, member_id, inserted, sent, at + nth, 0"
    ]
  ] as const) {
    core.tamper(
      `WITH RECURSIVE n (nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM n WHERE nth < 1000)
       INSERT INTO ${table} (${columns})
       SELECT 'n' || nth, ${values} FROM n, (SELECT * FROM canned_use ORDER BY at DESC LIMIT 1)`
    )
  }
  await core.restart()
  const rows = await core.client.ask('library.outcome', { reply })
  expect(rows.map(({ sent, looked, edited }) => [sent, looked, edited.count, edited.of])).toEqual([
    [1_002, 500, 0, 500],
    [1_001, 500, 0, 500],
    [1, 1, 1, 1]
  ])
})

test('who answers is counted with how long it took, who still may answer is not counted yet', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  const { customer } = await sends(core, reply, { waited: 30 * MINUTE })
  await sends(core, reply, { waited: 10 * MINUTE })
  expect(await outcome(core, reply)).toMatchObject({ sent: 2, answered: { count: 0, of: 0, medianMs: null } })
  core.clock.advance(2 * HOUR)
  core.say(customer, 'Thank you')
  await core.round()
  const answered = await outcome(core, reply)
  expect(answered.answered).toMatchObject({ count: 1, of: 1 })
  expect(answered.answered.medianMs).toBeGreaterThanOrEqual(2 * HOUR)
  expect(answered.answered.medianMs).toBeLessThan(3 * HOUR)
  core.clock.advance(3 * DAY)
  expect((await outcome(core, reply)).answered).toMatchObject({ count: 1, of: 2 })
})

test('a conversation that was resolved with it and came back is counted, one that was resolved by mistake is not', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  const first = await sends(core, reply)
  const second = await sends(core, reply)
  const third = await sends(core, reply)
  for (const { conversation } of [first, second, third]) {
    core.clock.advance(MINUTE)
    await core.client.run('inbox.resolve', { conversations: [conversation] })
  }
  await core.client.run('undo.run', {})
  expect((await outcome(core, reply)).reopened).toEqual({ count: 0, of: 2 })
  core.clock.advance(HOUR)
  core.say(first.customer, 'It is still not there')
  await core.round()
  expect((await outcome(core, reply)).reopened).toEqual({ count: 1, of: 2 })
  core.clock.advance(8 * DAY)
  core.say(second.customer, 'Another question')
  await core.round()
  expect((await outcome(core, reply)).reopened).toEqual({ count: 1, of: 2 })
  await core.restart()
  expect((await outcome(core, reply)).reopened).toEqual({ count: 1, of: 2 })
})

test('how long customers had waited for it is told', async () => {
  await using core = await createTestCore({ background: true })
  const reply = await addReply(core)
  const { key } = await withCustomerInBackground(core)
  core.clock.advance(20 * MINUTE)
  const { approved } = await detailOf(core, reply)
  const text = approved?.content.body ?? ''
  await core.client.run('thread.reply', {
    conversation: key,
    text,
    hold: false,
    canned: [{ reply, version: approved?.id ?? '', text }]
  })
  await core.pass(3 * MINUTE)
  const all = await outcome(core, reply)
  expect(all.waited.of).toBe(1)
  expect(all.waited.medianMs).toBeGreaterThanOrEqual(20 * MINUTE)
  expect(all.waited.medianMs).toBeLessThan(25 * MINUTE)
})

test('a change that three customers got is proposed once, with the evidence; two are not enough', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Hi {{ customer.first_name }}, your refund takes 5 days.' })
  const change = {
    filled: 'Hi Ana, your refund takes 5 days.',
    text: (text: string) => text.replace('5 days', '10 working days')
  }
  await sends(core, reply, change)
  const { conversation } = await sends(core, reply, change)
  expect(await fixes(core)).toEqual([])
  await sends(core, reply, change)
  const [fix, ...others] = await fixes(core)
  expect(others).toEqual([])
  expect(fix).toMatchObject({
    reply,
    language: null,
    before: 'Hi {{ customer.first_name }}, your refund takes 5 days.',
    after: 'Hi {{ customer.first_name }}, your refund takes 10 working days.',
    times: 3,
    customers: 3,
    of: 3,
    members: 1
  })
  expect(fix?.examples).toHaveLength(3)
  expect(fix?.examples.map((example) => example.conversation)).toContain(conversation)
})

test('the same change to one customer again and again, or to what was filled in, is not proposed', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Hi {{ customer.first_name }}, your refund takes 5 days.' })
  for (let nth = 0; nth < 4; nth += 1) {
    await sends(core, reply, {
      filled: 'Hi Ana, your refund takes 5 days.',
      text: (text) => text.replace('Ana', 'my friend')
    })
  }
  expect(await fixes(core)).toEqual([])
})

test('one person who writes to two accounts, or with two, is one customer', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  const peers: string[] = []
  for (let nth = 0; nth < 3; nth += 1) {
    const { conversation } = await sends(core, reply, { text: (text) => text.replace('5', '10') })
    const [row] = core.peek<{ peer_id: string }>(
      `SELECT peer_id FROM conversation WHERE account_id || '/' || id = '${conversation}'`
    )
    peers.push(row?.peer_id ?? '')
  }
  expect(await fixes(core)).toHaveLength(1)
  await core.client.run('customers.merge', { user: peers[0] ?? '', other: peers[1] ?? '' })
  expect(await fixes(core)).toEqual([])
})

test('a proposed change becomes the draft, and is proposed no more', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days. Bye!' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  // A draft that was changed elsewhere takes it along.
  await saveOver(core, reply, { body: 'Hello, and thanks for waiting. Your refund takes 5 days. Bye!' })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.takeFix', asInput(fix))
  const detail = await detailOf(core, reply)
  expect(detail.newest.content.body).toBe('Hello, and thanks for waiting. Your refund takes 10 days. Bye!')
  expect(detail).toMatchObject({ pending: 'draft', approved: { content: { body: 'Your refund takes 5 days. Bye!' } } })
  expect(await fixes(core)).toEqual([])
  await expect(core.client.run('library.takeFix', asInput(fix))).rejects.toMatchObject({ code: 'conflict' })
  await core.client.run('library.approve', { replies: [reply] })
  expect(await fixes(core)).toEqual([])
})

test('a change that nobody wants is never proposed again, but for an undo', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.declineFix', asInput(fix))
  expect(await fixes(core)).toEqual([])
  await sends(core, reply, { text: (text) => text.replace('5', '10') })
  await core.restart()
  expect(await fixes(core)).toEqual([])
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '7') })
  expect(await fixes(core)).toMatchObject([{ put: '7' }])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Declined a change to Refund' })
  expect((await fixes(core)).map(({ put }) => put).toSorted()).toEqual(['10', '7'])
})

test('a change of a rare few is not proposed for all', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  for (let nth = 0; nth < 28; nth += 1) await sends(core, reply)
  expect(await fixes(core)).toEqual([])
})
