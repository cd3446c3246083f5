import { expect, test } from 'vitest'
import type { ReplyOutcomeRow } from '../../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'
import { sends } from '../../testing/outcome-fixtures.ts'
import { withCustomerInBackground } from '../../testing/outbox-steps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

async function outcome(core: TestCore, reply: string): Promise<ReplyOutcomeRow> {
  const [all] = await core.client.ask('library.outcome', { reply })
  if (!all) throw new Error('it was never sent')
  return all
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

test('what customers said in surveys after it counts for the version that was used', async () => {
  await using core = await createTestCore()
  const { survey } = await core.client.run('surveys.save', {
    survey: null,
    settings: {
      kind: 'csat',
      name: 'How did we do',
      texts: [{ language: 'en', text: 'How did we do, 1 to 5?' }],
      team: null,
      onResolve: 'off',
      everyDays: 30,
      windowHours: 72
    }
  })
  const reply = await addReply(core, { body: 'Your refund is on its way today.' })
  const shown = core.until('library.figures', {}, (rows) => rows.some(({ content }) => content.of === 3))
  async function scored(answer: string | null): Promise<void> {
    const { customer, conversation } = await sends(core, reply)
    core.clock.advance(MINUTE)
    await core.client.run('surveys.send', { conversation, survey, text: 'How did we do, 1 to 5?', hold: false })
    await core.round()
    core.clock.advance(MINUTE)
    if (answer !== null) core.say(customer, answer)
    await core.round()
    core.clock.advance(20)
    core.clock.advance(20)
  }
  await scored('5')
  await scored('2')
  await scored(null)
  await saveOver(core, reply, { body: 'Your refund left today.' })
  await core.client.run('library.approve', { replies: [reply] })
  await scored('4')
  const rows = await core.client.ask('library.outcome', { reply })
  expect(rows.map(({ id, number, content }) => [id === 'all' ? id : number, content])).toEqual([
    ['all', { count: 2, of: 3, average: 11 / 3 }],
    [2, { count: 1, of: 1, average: 4 }],
    [1, { count: 1, of: 2, average: 3.5 }]
  ])
  expect((await shown).find(({ id }) => id === reply)?.content).toEqual(rows[0]?.content)
})
