import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { addReply, detailOf } from '../testing/library-fixtures.ts'
import { reportOf } from '../testing/report-fixtures.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The test clock starts on Monday, 23 November 2026, at 9:00 in UTC. */
const NINE = Date.UTC(2026, 10, 23, 9)

/** Goes on to a moment: `at` ms after nine. */
function until(core: TestCore, at: number): void {
  core.clock.advance(Math.max(0, NINE + at - core.clock.now()))
}

/** Writes at a moment, ms after nine, and is read from X at once. */
async function writes(core: TestCore, customer: ReturnType<TestCore['customer']>, text: string, at: number) {
  until(core, at - 1_000)
  core.say(customer, text)
  await core.round()
  return core.keyOf(customer)
}

async function answers(core: TestCore, conversation: string, at: number, text = 'On its way.'): Promise<void> {
  until(core, at)
  await core.reply(conversation, text)
  await core.round()
}

async function resolves(core: TestCore, conversation: string, at: number): Promise<void> {
  until(core, at)
  await core.client.run('inbox.resolve', { conversations: [conversation] })
}

test('a day that is worked: what came, what was answered, resolved and came back, and what is open', async () => {
  await using core = await createTestCore()
  const [ana, ben, eva] = [core.customer(), core.customer(), core.customer()]
  // Ana waits 10 minutes, Ben 30, Eva is not answered.
  const anas = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  const bens = await writes(core, ben, 'A question', 6 * MINUTE)
  await answers(core, anas, 15 * MINUTE)
  await answers(core, bens, 36 * MINUTE)
  await writes(core, eva, 'Hello?', 40 * MINUTE)
  // Resolved after 55 minutes; back for another 20 minutes later, and answered within 4.
  await resolves(core, anas, HOUR)
  await writes(core, ana, 'Still not here', 80 * MINUTE)
  await answers(core, anas, 84 * MINUTE)
  until(core, 2 * HOUR)
  const report = await reportOf(core)
  expect(report.figures).toMatchObject({
    messagesIn: 4,
    messagesOut: 3,
    conversations: 3,
    started: 3,
    resolved: 1,
    reopened: 1,
    kept: 0,
    broken: 0,
    backlog: 3
  })
  const near = (minutes: number): unknown => expect.closeTo(minutes * MINUTE, -4)
  expect(report.figures.first).toMatchObject({ count: 3, median: near(10), p90: near(30) })
  expect(report.figures.later.count).toBe(0)
  expect(report.figures.resolution).toMatchObject({ count: 1, median: near(55) })
  expect(report).toMatchObject({ unit: 'hour', hours: false, before: null, since: { promises: null } })
  expect(report.points.map((point) => [point.messagesIn, point.messagesOut]).slice(8, 12)).toEqual([
    [0, 0],
    [3, 2],
    [1, 1],
    [0, 0]
  ])
  // By the hour: none before anybody was here, then Ana, Ben and Eva; Ana is away from 10:00 to 10:20.
  expect(report.points.map(({ backlog }) => backlog).slice(8, 13)).toEqual([0, 3, 3, 3, null])
  expect(report.now.ages.map(({ from, waiting, open }) => [from / HOUR, waiting, open]).slice(0, 3)).toEqual([
    [0, 0, 1],
    [1, 1, 2],
    [4, 0, 0]
  ])
  expect(report.now.queues.find(({ id }) => id === 'waiting')?.conversations).toBe(1)
})

test('an undone resolve never was; one by hand that is reopened counts, and its second time begins then', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const key = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  await resolves(core, key, 10 * MINUTE)
  await core.client.run('undo.run', {})
  expect((await reportOf(core)).figures).toMatchObject({ resolved: 0, reopened: 0, backlog: 1 })
  await resolves(core, key, 20 * MINUTE)
  until(core, 30 * MINUTE)
  await core.client.run('inbox.reopen', { conversations: [key] })
  await resolves(core, key, 37 * MINUTE)
  const { figures } = await reportOf(core)
  expect(figures).toMatchObject({ resolved: 2, reopened: 1, backlog: 0 })
  expect(figures.resolution).toMatchObject({ median: 7 * MINUTE, p90: expect.closeTo(15 * MINUTE, -4) as number })
})

test('snoozed is still open, spam and requests are counted nowhere but as left out', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [core.customer(), core.customer()]
  const anas = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  const bens = await writes(core, ben, 'Buy followers', 6 * MINUTE)
  await core.client.run('inbox.snooze', { conversations: [anas], until: NINE + 5 * HOUR })
  await core.client.run('inbox.place', { conversations: [bens], place: 'spam' })
  const spam = await reportOf(core)
  expect(spam.figures).toMatchObject({ messagesIn: 1, conversations: 1, started: 1, backlog: 1 })
  expect(spam.leftOut).toEqual({ conversations: 1, messagesIn: 1 })
  await core.client.run('inbox.place', { conversations: [bens], place: 'requests' })
  await core.client.run('inbox.decline', { conversations: [bens] })
  expect((await reportOf(core)).figures).toMatchObject({ messagesIn: 1, resolved: 0, backlog: 1 })
  await core.client.run('inbox.place', { conversations: [bens], place: 'inbox' })
  expect((await reportOf(core)).figures).toMatchObject({ messagesIn: 2, started: 2, backlog: 2 })
})

test('the period before, days of another place, and what was there before the account', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  // Sunday evening in UTC, and before anybody answered here.
  core.say(ana, 'early', { at: NINE - 12 * HOUR })
  const key = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  await answers(core, key, 15 * MINUTE)
  const report = await reportOf(core, { compare: true })
  expect(report.before).toMatchObject({
    range: { from: '2026-11-22', to: '2026-11-22' },
    figures: { messagesIn: 1, messagesOut: 0, started: 1, backlog: null }
  })
  expect(report.figures).toMatchObject({ messagesIn: 1, started: 0 })
  // The wait began with what was not answered, before the account was connected.
  expect(report.figures.first.median).toBeGreaterThan(12 * HOUR)
  expect(report.since.states).toBe(NINE)
  // In Auckland that evening is Monday morning.
  const auckland = await reportOf(core, { zone: 'Pacific/Auckland' })
  expect(auckland.figures).toMatchObject({ messagesIn: 2, started: 1 })
})

test('answers by who gave them, also elsewhere; resolved by whose it was, else by who answered', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [core.customer(), core.customer()]
  const anas = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  const bens = await writes(core, ben, 'A question', 6 * MINUTE)
  await answers(core, anas, 15 * MINUTE)
  until(core, 20 * MINUTE)
  core.world.say(core.world.brand.id, ben.id, 'From the phone')
  await core.round()
  const { member: eva } = await core.client.run('team.add', { name: 'Eva' })
  await core.client.run('inbox.assign', { conversations: [bens], member: eva })
  await core.client.run('inbox.setCategory', { conversations: [bens], category: 'billing' })
  await resolves(core, anas, 30 * MINUTE)
  await resolves(core, bens, 31 * MINUTE)
  await core.client.run('inbox.setCategory', { conversations: [anas], category: 'technical' })
  const { agents, categories, accounts } = await reportOf(core)
  expect(agents.map(({ name, first, resolved }) => [name, first.count, resolved])).toEqual([
    ['Me', 1, 1],
    ['Eva', 0, 1],
    [null, 1, 0]
  ])
  expect(categories.map(({ id, first, resolved }) => [id, first.count, resolved])).toEqual([
    ['billing', 1, 1],
    ['technical', 1, 1]
  ])
  expect(accounts).toMatchObject([{ id: core.accountId, messagesIn: 2, messagesOut: 2, started: 2, resolved: 2 }])
  // Ben writes again about something else: what was about billing stays so.
  await writes(core, ben, 'It crashes', 40 * MINUTE)
  await answers(core, bens, 50 * MINUTE)
  await core.client.run('inbox.setCategory', { conversations: [bens], category: 'praise' })
  expect((await reportOf(core)).categories.map(({ id, first }) => [id, first.count])).toEqual([
    ['billing', 1],
    ['technical', 1],
    ['praise', 1]
  ])
})

test('promises: kept with the answer, broken when they were due, business hours alone', async () => {
  await using core = await createTestCore()
  await core.client.run('sla.save', { base: null, plan: startingPlan('UTC', 'everybody') })
  const [ana, ben, eva] = [core.customer(), core.customer(), core.customer()]
  const anas = await writes(core, ana, 'Hello?', 10 * MINUTE)
  await answers(core, anas, 13 * MINUTE)
  // Broken at 10:20, answered at eleven.
  const bens = await writes(core, ben, 'Hello?', 20 * MINUTE)
  await answers(core, bens, 2 * HOUR)
  // Half an hour before closing; answered a quarter of an hour after opening.
  const evas = await writes(core, eva, 'Hello?', 8 * HOUR + 30 * MINUTE)
  await answers(core, evas, DAY + 15 * MINUTE)
  const monday = await reportOf(core)
  expect(monday.figures).toMatchObject({ kept: 1, broken: 1 })
  expect(monday.points.map(({ kept, broken }) => `${kept}${broken}`).slice(9, 12)).toEqual(['10', '01', '00'])
  expect(monday.agents).toMatchObject([{ kept: 1, late: 1 }])
  expect(monday.policies).toEqual([{ id: 'everybody', name: 'Everybody', kept: 1, broken: 1 }])
  expect(monday.hours).toBe(true)
  const tuesday = await reportOf(core, { from: '2026-11-24', to: '2026-11-24' })
  expect(tuesday.figures).toMatchObject({ kept: 1, broken: 0 })
  const { median, openMedian } = tuesday.figures.first
  expect(median).toBeGreaterThan(15 * HOUR)
  expect(openMedian).toEqual(expect.closeTo(45 * MINUTE, -4))
})

test('canned replies: sent, changed before, and what became of it', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  const { approved } = await detailOf(core, reply)
  const sends = async (at: number, text: string): Promise<string> => {
    const conversation = await writes(core, core.customer(), 'Where is it?', at)
    await core.client.run('thread.reply', {
      conversation,
      text,
      hold: false,
      canned: [{ reply, version: approved?.id ?? '', text: 'Your refund is on its way.' }]
    })
    await core.round()
    return conversation
  }
  await sends(5 * MINUTE, 'Your refund is on its way.')
  const second = await sends(6 * MINUTE, 'Your refund is on its way today.')
  await resolves(core, second, 10 * MINUTE)
  expect((await reportOf(core)).replies).toEqual([
    {
      id: reply,
      title: 'Refund',
      sent: 2,
      edited: 1,
      editedOf: 2,
      resolved: 1,
      back: 0,
      csat: { count: 0, content: 0 }
    }
  ])
})

test('promo codes: given in the period, and redeemed by now', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const key = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  const conversation = key.split('/')[1] ?? ''
  core.tamper(`INSERT INTO promo_campaign (key, id, folded, created_by, created_at, updated_at, content)
    VALUES (1, 'spring', 'spring', 'me', 1, 1, '{"name":"Spring"}')`)
  for (const [nth, at] of [NINE, NINE + HOUR, NINE - DAY].entries()) {
    core.tamper(
      `INSERT INTO promo_hold (id, code_key, code, campaign_key, shared, state, account_id, conversation_id, member_id,
                               reserved_at, touched_at, given_at)
       VALUES (?, ?, ?, 1, 0, 'given', ?, ?, 'me', ?, ?, ?)`,
      `hold ${nth}`,
      nth,
      `CODE${nth}`,
      core.accountId,
      conversation,
      at,
      at,
      at
    )
  }
  core.tamper('INSERT INTO promo_redemption (code_key, times, as_of) VALUES (1, 1, 1), (2, 1, 1)')
  expect((await reportOf(core)).campaigns).toEqual([{ id: 'spring', name: 'Spring', given: 2, redeemed: 1 }])
})

test('surveys: those that were sent in the period, and what was said by now', async () => {
  await using core = await createTestCore()
  const key = await writes(core, core.customer(), 'Where is it?', 5 * MINUTE)
  const conversation = key.split('/')[1] ?? ''
  const reply = await addReply(core, { title: 'Late order' })
  const asked = (
    nth: number,
    kind: string,
    at: number,
    answer: readonly [state: string, score: number | null] | null,
    state = 'sent'
  ): void => {
    core.tamper(
      `INSERT INTO outbox (id, account_id, conversation_id, text, state, created_at, updated_at)
       VALUES (?, ?, ?, 'x', ?, 1, 1)`,
      `o${nth}`,
      core.accountId,
      conversation,
      state
    )
    core.tamper(
      `INSERT INTO survey_asked (id, survey_id, kind, account_id, conversation_id, outbox_id, user_id, member_id, asked_at,
                                 window_ms, automatic, reply_id)
       VALUES (?, 's', ?, ?, ?, ?, 'u', 'me', ?, 1, 0, ?)`,
      `a${nth}`,
      kind,
      core.accountId,
      conversation,
      `o${nth}`,
      at,
      nth === 0 ? reply : null
    )
    if (answer === null) return
    core.tamper(
      `INSERT INTO survey_answer (asked_id, account_id, state, at, score, category, updated_at)
       VALUES (?, ?, ?, 1, ?, ?, 1)`,
      `a${nth}`,
      core.accountId,
      ...answer,
      nth === 1 ? 'billing' : null
    )
  }
  asked(0, 'csat', NINE, ['score', 5])
  asked(1, 'csat', NINE + HOUR, ['score', 2])
  asked(2, 'csat', NINE + HOUR, null)
  asked(3, 'csat', NINE + HOUR, ['asking', null])
  asked(4, 'nps', NINE, ['score', 10])
  asked(5, 'nps', NINE, ['score', 7])
  asked(6, 'nps', NINE, ['score', 0])
  asked(7, 'open', NINE, ['words', null])
  asked(8, 'csat', NINE - DAY, ['score', 4])
  asked(9, 'csat', NINE, null, 'queued')
  const report = await reportOf(core, { compare: true })
  expect(report.figures.surveys).toEqual({
    sent: 8,
    answered: 6,
    csat: { count: 2, content: 1, mean: 3.5 },
    nps: { count: 3, value: 0 }
  })
  expect(report.before?.figures.surveys.csat).toEqual({ count: 1, content: 1, mean: 4 })
  expect(report.points.filter(({ csat }) => csat.count > 0).map(({ at, csat }) => [(at - NINE) / HOUR, csat])).toEqual([
    [0, { count: 1, content: 1 }],
    [1, { count: 1, content: 0 }]
  ])
  expect(report.categories.map(({ id, csat }) => [id, csat])).toEqual([
    ['billing', { count: 1, content: 0 }],
    [null, { count: 1, content: 1 }]
  ])
  expect(report.agents.map(({ id, csat }) => [id, csat])).toEqual([['me', { count: 2, content: 1 }]])
  expect(report.replies.map(({ title, sent, csat }) => [title, sent, csat])).toEqual([
    ['Late order', 0, { count: 1, content: 1 }]
  ])
  const file = join(core.dataDir, 'report.csv')
  const input = { from: '2026-11-23', to: '2026-11-23', zone: 'UTC', account: null, compare: false } as const
  await core.client.run('reports.export', { ...input, format: 'csv', file })
  const [row] = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]
  expect(row).toMatchObject({ surveys_sent: '8', last_score: '2', last_score_of: '5' })
  const page = join(core.dataDir, 'report.html')
  await core.client.run('reports.export', { ...input, format: 'html', file: page })
  expect(readFileSync(page, 'utf8')).toContain('4 or 5 of 5 from 1 of 2; 3.5 on average')
})

test.each([
  [{ zone: 'Mars/Olympus' }, 'There is no time zone “Mars/Olympus”. Choose one from the list, e.g. Europe/Berlin.'],
  [{ from: 'monday' }, 'A report goes from one day to another. Write both as year-month-day, e.g. 2026-11-30.'],
  [{ from: '2026-11-24' }, 'The last day lies before the first one. Choose a later last day.'],
  [{ from: '2001-01-01' }, 'A report covers at most 3660 days. Choose a later first day.']
])('refuses %o', async (given, message) => {
  await using core = await createTestCore({ connected: false })
  await expect(reportOf(core, given)).rejects.toMatchObject({ code: 'invalid-input', message })
  await expect(reportOf(core, { account: '1234' })).rejects.toMatchObject({ code: 'not-found' })
})

test('without an account nothing is reported, and nothing fails', async () => {
  await using core = await createTestCore({ connected: false })
  const report = await reportOf(core, { compare: true })
  expect(report.figures).toMatchObject({ messagesIn: 0, backlog: null, first: { median: null } })
  expect(report.since).toEqual({ states: null, promises: null })
})

test('the table has a row for each conversation in which something happened, and no cell is a formula', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: '=HYPERLINK("http://evil")' })
  const [ben, spammer] = [core.customer(), core.customer()]
  const anas = await writes(core, ana, 'Where is it?', 5 * MINUTE)
  const spam = await writes(core, spammer, 'Buy followers', 6 * MINUTE)
  await core.client.run('inbox.place', { conversations: [spam], place: 'spam' })
  await answers(core, anas, 15 * MINUTE)
  await resolves(core, anas, 20 * MINUTE)
  await writes(core, ben, 'the next day', DAY)
  const file = join(core.dataDir, 'report.csv')
  const input = { from: '2026-11-23', to: '2026-11-23', zone: 'UTC', account: null, compare: false } as const
  expect(await core.client.run('reports.export', { ...input, format: 'csv', file })).toEqual({ file, conversations: 1 })
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]
  expect(rows).toEqual([
    expect.objectContaining({
      customer: '\'=HYPERLINK("http://evil")',
      account: core.world.brand.username,
      state_now: 'resolved',
      started_in_period: 'yes',
      messages_in: '1',
      messages_out: '1',
      answers: '1',
      first_answer_seconds: expect.stringMatching(/^(599|60[01])$/) as string,
      first_answer_by: 'Me',
      times_resolved: '1',
      resolution_seconds: expect.stringMatching(/^(899|90[01])$/) as string,
      times_reopened: '0'
    })
  ])
})

test('the page to share holds totals alone: no customer, no script, nothing from elsewhere', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana Silva', username: 'anasilva' })
  const anas = await writes(core, ana, 'Where is my secret?', 5 * MINUTE)
  await answers(core, anas, 15 * MINUTE)
  await resolves(core, anas, 20 * MINUTE)
  await core.client.run('team.rename', {
    member: (await core.client.ask('team.list', {}))[0]?.id ?? '',
    name: '<b>Eva</b>'
  })
  const file = join(core.dataDir, 'report.html')
  const input = { from: '2026-11-17', to: '2026-11-23', zone: 'UTC', account: null, compare: true } as const
  expect(await core.client.run('reports.export', { ...input, format: 'html', file })).toEqual({
    file,
    conversations: null
  })
  const page = readFileSync(file, 'utf8')
  expect(page).not.toMatch(/Ana|anasilva|secret|<script|<b>Eva|https?:(?!\/\/www\.w3\.org)/)
  expect(page).toContain('&lt;b&gt;Eva&lt;/b&gt;')
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
  expect(page).toMatch(/<svg viewBox[\s\S]*<table>/)
  await expect(
    core.client.run('reports.export', { ...input, format: 'html', file: join(core.dataDir, 'no', 'such') })
  ).rejects.toMatchObject({ code: 'unreadable-file' })
})
