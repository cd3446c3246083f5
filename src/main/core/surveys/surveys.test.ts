import { expect, test } from 'vitest'
import type { AskedSurveyRow, SurveyChoiceRow } from '../../../shared/contract/survey-rows.ts'
import type { SurveySettings } from '../../../shared/domain/survey/survey-settings.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { addReply, detailOf } from '../testing/library-fixtures.ts'
import { outbox, sentTexts, stateOf, withCustomer } from '../testing/outbox-steps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const csat: SurveySettings = {
  kind: 'csat',
  name: 'How did we do',
  texts: [{ language: 'en', text: 'Hi {{ customer.first_name | default: "there" }}, how did we do, 1 to 5?' }],
  team: null,
  onResolve: 'off',
  everyDays: 30,
  windowHours: 72
}

async function addSurvey(core: TestCore, settings: Partial<SurveySettings> = {}): Promise<string> {
  return (await core.client.run('surveys.save', { survey: null, settings: { ...csat, ...settings } })).survey
}

type Customer = ReturnType<TestCore['customer']>

async function writing(core: TestCore, name = 'Ana Silva'): Promise<{ customer: Customer; conversation: string }> {
  const customer = core.customer({ name })
  core.say(customer, 'Where is my order?')
  await core.round()
  return { customer, conversation: core.keyOf(customer) }
}

/** A survey as the console sends it, and it has arrived. */
async function asked(core: TestCore, survey: string, conversation: string): Promise<string> {
  const id = (await ask(core, survey, conversation)).asked
  await core.round()
  return id
}

async function ask(core: TestCore, survey: string, conversation: string, hold = false) {
  const choice = await choiceOf(core, survey, conversation)
  return core.client.run('surveys.send', { conversation, survey, text: choice.text, hold })
}

async function choiceOf(core: TestCore, survey: string, conversation: string): Promise<SurveyChoiceRow> {
  const rows = await core.client.ask('surveys.choices', { conversation })
  const row = rows.find(({ id }) => id === survey)
  if (!row) throw new Error('this survey is not offered')
  return row
}

async function says(core: TestCore, customer: Customer, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) core.say(customer, text)
  await core.round()
  read(core)
}

/** What is committed is read a moment later. */
function read(core: TestCore): void {
  core.clock.advance(20)
  core.clock.advance(20)
}

async function inThread(core: TestCore, conversation: string): Promise<AskedSurveyRow> {
  const [row] = await core.client.ask('surveys.inThread', { conversation })
  if (!row) throw new Error('nothing was asked')
  return row
}

async function ofCustomer(core: TestCore, { id }: Customer) {
  const [row] = await core.client.ask('surveys.ofCustomer', { user: id })
  if (!row) throw new Error('there is no such row')
  return row
}

test('a survey goes out like any reply, filled in, and its answer is read and stays over a restart', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await core.client.run('inbox.setCategory', { conversations: [conversation], category: 'billing' })
  await asked(core, survey, conversation)
  expect(sentTexts(core)).toEqual(['Hi Ana, how did we do, 1 to 5?'])
  expect((await inThread(core, conversation)).answer).toBeNull()
  await says(core, customer, 'four, thanks')
  const row = await inThread(core, conversation)
  expect(row.answer).toMatchObject({ state: 'score', score: 4, decidedBy: null })
  const [message] = (await core.messages(conversation)).toReversed()
  expect(row.answer?.message).toBe(message?.id)
  expect(core.peek('SELECT category FROM survey_answer')).toEqual([{ category: 'billing' }])
  expect(await ofCustomer(core, customer)).toMatchObject({ optedOutAt: null, scores: [{ score: 4, conversation }] })
  await core.restart()
  read(core)
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 4 })
  expect(await core.client.ask('surveys.list', {})).toMatchObject([{ asked: 1, answered: 1, average: 4 }])
})

test('it is held back like any reply; taken back, nobody was asked', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { conversation } = await writing(core)
  const { outboxId } = await ask(core, survey, conversation, true)
  expect(await stateOf(core, outboxId)).toBe('held')
  expect(await inThread(core, conversation)).toMatchObject({ message: null, until: null })
  await core.client.run('outbox.undo', { outboxId })
  expect(await core.client.ask('surveys.inThread', { conversation })).toEqual([])
  expect((await choiceOf(core, survey, conversation)).refused).toBeNull()
})

test('the same command twice is one survey, also after a crash', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { conversation } = await writing(core)
  await ask(core, survey, conversation)
  await core.crash()
  await core.round()
  await core.round()
  expect(sentTexts(core)).toHaveLength(1)
  expect(core.peek('SELECT id FROM survey_asked')).toHaveLength(1)
})

test('nobody is asked who has not written, was asked lately, or is one with somebody who was', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const silent = core.customer()
  await core.client.run('thread.start', { account: core.accountId, user: silent.id })
  expect((await choiceOf(core, survey, core.keyOf(silent))).refused).toEqual({ why: 'not-written' })
  const { customer, conversation } = await writing(core)
  const other = await writing(core, 'Ana at work')
  await core.client.run('customers.merge', { user: customer.id, other: other.customer.id })
  await asked(core, survey, conversation)
  for (const place of [conversation, other.conversation]) {
    expect((await choiceOf(core, survey, place)).refused).toMatchObject({ why: 'asked' })
    await expect(ask(core, survey, place)).rejects.toMatchObject({ code: 'not-allowed' })
  }
  core.clock.advance(30 * DAY)
  expect((await choiceOf(core, survey, conversation)).refused).toEqual({ why: 'not-written' })
  await says(core, customer, 'Hello again')
  expect((await choiceOf(core, survey, conversation)).refused).toBeNull()
})

test('in a group nobody is asked', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const [a, b] = [core.customer(), core.customer()]
  const group = core.world.createGroup([core.accountId, a.id, b.id])
  core.say(a, 'Hi all', { in: group.id })
  await core.round()
  const [row] = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 5 })
  expect((await choiceOf(core, survey, row?.id ?? '')).refused).toEqual({ why: 'group' })
})

test('a doubtful answer asks the agent, whose word stands and can be undone', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  const id = await asked(core, survey, conversation)
  await says(core, customer, '3 or 4')
  expect((await inThread(core, conversation)).answer).toMatchObject({
    state: 'asking',
    candidates: [3, 4],
    why: 'range',
    score: null
  })
  await expect(core.client.run('surveys.decide', { asked: id, score: 7 })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await core.client.run('surveys.decide', { asked: id, score: 4 })
  const me = (await core.client.ask('team.list', {})).find((member) => member.me)
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 4, decidedBy: me?.id })
  await says(core, customer, 'I mean 2')
  await core.restart()
  read(core)
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 4 })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Score noted', conversations: [conversation] })
  read(core)
  expect((await inThread(core, conversation)).answer).toMatchObject({ decidedBy: null })
})

test('a score can be corrected, removed, and given by hand', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  const id = await asked(core, survey, conversation)
  await core.client.run('surveys.decide', { asked: id, score: 2 })
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 2, message: null })
  await core.client.run('undo.run', {})
  await says(core, customer, '5')
  await core.client.run('surveys.decide', { asked: id, score: 4 })
  await core.client.run('surveys.decide', { asked: id, score: null })
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'none', score: null })
  expect((await ofCustomer(core, customer)).scores).toEqual([])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Score removed' })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Score corrected' })
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 5, decidedBy: null })
})

test('who wants no more surveys gets none, until somebody of the team says otherwise', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core, { everyDays: 1 })
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  await says(core, customer, 'No surveys please')
  expect(await ofCustomer(core, customer)).toMatchObject({ optedOutByCustomer: true, scores: [] })
  core.clock.advance(2 * DAY)
  await says(core, customer, 'Where is my parcel?')
  expect((await choiceOf(core, survey, conversation)).refused).toEqual({ why: 'opted-out' })
  await core.client.run('surveys.setOptOut', { user: customer.id, out: false })
  expect((await choiceOf(core, survey, conversation)).refused).toBeNull()
  await core.restart()
  read(core)
  expect((await ofCustomer(core, customer)).optedOutAt).toBeNull()
  await core.client.run('undo.run', {})
  expect(await ofCustomer(core, customer)).toMatchObject({ optedOutByCustomer: true })
})

test('what comes after the window is no answer', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core, { windowHours: 2 })
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  core.clock.advance(2 * HOUR)
  await says(core, customer, '4')
  expect((await inThread(core, conversation)).answer).toBeNull()
})

test('a number that answers what was asked later is for an agent to say', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  await core.reply(conversation, 'How many parcels did you get?')
  await core.round()
  await says(core, customer, '2')
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'asking', candidates: [2], why: 'later' })
})

test('an earlier message that comes late is read in its place', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  core.clock.advance(MINUTE)
  const early = core.clock.now()
  core.clock.advance(MINUTE)
  await says(core, customer, 'Sorry, I meant 5')
  expect((await inThread(core, conversation)).answer).toMatchObject({ score: 5 })
  core.say(customer, '3', { at: early })
  await core.round()
  read(core)
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 5 })
})

test('a message that is corrected is read again; a score outlives its message, a question about it does not', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  await says(core, customer, '3 or 4')
  const { answer } = await inThread(core, conversation)
  const again = async (): Promise<void> => {
    await core.restart()
    read(core)
  }
  const message = answer?.message ?? ''
  core.tamper('UPDATE message SET text = ? WHERE event_id = ?', '4', message)
  await again()
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 4 })
  core.tamper('INSERT INTO deleted_event (account_id, event_id, deleted_at) VALUES (?, ?, 1)', core.accountId, message)
  core.tamper('DELETE FROM message WHERE event_id = ?', message)
  await again()
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 4, said: null })
  core.tamper("UPDATE survey_answer SET state = 'asking', score = NULL")
  await again()
  expect((await inThread(core, conversation)).answer).toBeNull()
})

test('answers that came while nobody looked are read at the start', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  core.say(customer, '5!')
  await core.round()
  await core.crash()
  expect((await inThread(core, conversation)).answer).toBeNull()
  read(core)
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'score', score: 5 })
})

test('an open question takes words, not the score in them', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core, { kind: 'open', name: 'One thing' })
  const { customer, conversation } = await writing(core)
  const id = await asked(core, survey, conversation)
  await says(core, customer, 'Faster delivery, 4 days is long')
  expect((await inThread(core, conversation)).answer).toMatchObject({ state: 'words', score: null })
  await expect(core.client.run('surveys.decide', { asked: id, score: 4 })).rejects.toMatchObject({
    code: 'invalid-input'
  })
})

test('the canned reply that was used last before it goes with the score', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const reply = await addReply(core, { body: 'Your refund is on its way.' })
  const { customer, conversation } = await writing(core)
  const version = (await detailOf(core, reply)).approved?.id ?? ''
  await core.client.run('thread.reply', {
    conversation,
    text: 'Your refund is on its way.',
    hold: false,
    canned: [{ reply, version, text: 'Your refund is on its way.' }]
  })
  await core.round()
  await asked(core, survey, conversation)
  await says(core, customer, '⭐⭐⭐⭐')
  expect(core.peek('SELECT reply_id, version_id FROM survey_asked')).toEqual([{ reply_id: reply, version_id: version }])
})

test('what is resolved is asked by itself, once, after undo has had its time', async () => {
  await using core = await createTestCore({ background: true })
  await addSurvey(core, { onResolve: 'automatic' })
  const first = await withCustomer(core)
  const second = await withCustomer(core)
  await core.client.run('inbox.resolve', { conversations: [first.key] })
  core.clock.advance(1)
  await core.client.run('inbox.resolve', { conversations: [second.key] })
  await core.client.run('undo.run', {})
  await core.pass(5_000)
  expect(await outbox(core)).toEqual([])
  await core.pass(MINUTE)
  expect(sentTexts(core)).toHaveLength(1)
  expect(
    (await core.client.ask('inbox.list', { queue: 'resolved', account: null, limit: 9 })).map(({ id }) => id)
  ).toEqual([first.key])
  await core.restart()
  await core.pass(30_000)
  expect(sentTexts(core)).toHaveLength(1)
})

test('nobody is asked for what was resolved before, by the dozen, or long ago', async () => {
  await using core = await createTestCore({ background: true })
  const before = await withCustomer(core)
  await core.client.run('inbox.resolve', { conversations: [before.key] })
  core.clock.advance(1_000)
  await addSurvey(core, { onResolve: 'automatic' })
  const many = []
  for (let nth = 0; nth < 21; nth += 1) {
    const customer = core.customer()
    core.say(customer, 'Hello')
    many.push(core.keyOf(customer))
  }
  await core.client.run('sync.now', {})
  await core.pass(MINUTE)
  await core.client.run('inbox.resolve', { conversations: many })
  await core.pass(30_000)
  expect(await outbox(core)).toEqual([])
})

test('a survey is offered for a while after its conversation was resolved', async () => {
  await using core = await createTestCore()
  await addSurvey(core, { onResolve: 'offer' })
  const { conversation } = await writing(core)
  expect(await core.client.ask('surveys.offers', {})).toEqual([])
  const offered = core.until('surveys.offers', {}, (rows) => rows.length > 0)
  await core.client.run('inbox.resolve', { conversations: [conversation] })
  expect(await offered).toMatchObject([{ conversation, title: 'Ana Silva', text: 'Hi Ana, how did we do, 1 to 5?' }])
  core.clock.advance(11 * MINUTE)
  expect(await core.client.ask('surveys.offers', {})).toEqual([])
})

test('a text in the customer’s language is taken when it is there', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core, {
    texts: [
      { language: 'en', text: 'How did we do?' },
      { language: 'de', text: 'Wie war es?' }
    ]
  })
  const customer = core.customer()
  core.say(customer, 'Guten Tag, wo bleibt denn meine Bestellung von letzter Woche? Ich warte noch immer darauf.')
  await core.round()
  const conversation = core.keyOf(customer)
  const [row] = await core.until('surveys.choices', { conversation }, ([choice]) => choice?.text === 'Wie war es?')
  expect(row?.id).toBe(survey)
})

test('a survey of a team is for its members', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core, { team: 'Billing' })
  const { conversation } = await writing(core)
  expect(await core.client.ask('surveys.choices', { conversation })).toEqual([])
  const me = (await core.client.ask('team.list', {})).find((member) => member.me)
  await core.client.run('team.setGroups', { member: me?.id ?? '', groups: ['billing'] })
  expect((await choiceOf(core, survey, conversation)).refused).toBeNull()
})

test('a survey is refused with a sentence, changed, deleted and brought back', async () => {
  await using core = await createTestCore()
  const save = (survey: string | null, settings: Partial<SurveySettings>) =>
    core.client.run('surveys.save', { survey, settings: { ...csat, ...settings } })
  await expect(save(null, { name: ' ' })).rejects.toThrow('A survey needs a name.')
  await expect(save(null, { everyDays: 0 })).rejects.toThrow('once a day')
  await expect(save(null, { texts: [{ language: 'en', text: 'Hi {{ ask "Name" }}' }] })).rejects.toThrow(
    '{{ ask "Name" }}'
  )
  const { survey } = await save(null, {})
  await expect(save(null, { name: 'how DID we do' })).rejects.toMatchObject({ code: 'conflict' })
  await save(survey, { name: 'Well?' })
  const { conversation } = await writing(core)
  await asked(core, survey, conversation)
  await expect(save(survey, { kind: 'nps' })).rejects.toMatchObject({ code: 'not-allowed' })
  await core.client.run('surveys.delete', { survey })
  expect(await core.client.ask('surveys.list', {})).toEqual([])
  await expect(save(survey, {})).rejects.toMatchObject({ code: 'not-found' })
  expect((await inThread(core, conversation)).name).toBe('Well?')
  await core.client.run('undo.run', {})
  expect(await core.client.ask('surveys.list', {})).toMatchObject([{ name: 'Well?' }])
})

test('no text of a customer gets into the log', async () => {
  await using core = await createTestCore()
  const survey = await addSurvey(core)
  const { customer, conversation } = await writing(core)
  await asked(core, survey, conversation)
  await says(core, customer, 'four, says Zaphod')
  expect(JSON.stringify(core.log)).not.toContain('Zaphod')
})
