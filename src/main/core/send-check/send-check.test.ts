import { expect, test } from 'vitest'
import type { CheckContextRow, SendCheckRuleRow } from '../../../shared/contract/send-check-rows.ts'
import {
  type CheckLevel,
  defaultLevels,
  type SendCheckRule,
  sendCheckRules
} from '../../../shared/domain/send-check/rule.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox, withCustomer } from '../testing/outbox-steps.ts'

async function rules(core: TestCore): Promise<Map<string, SendCheckRuleRow>> {
  return new Map((await core.client.ask('sendCheck.rules', {})).map((row) => [row.id, row]))
}

async function context(core: TestCore, conversation: string): Promise<CheckContextRow> {
  const [row] = await core.client.ask('sendCheck.context', { conversation })
  if (!row) throw new Error('no context')
  return row
}

function setLevel(core: TestCore, rule: SendCheckRule, level: CheckLevel): Promise<null> {
  return core.client.run('sendCheck.setLevel', { rule, level })
}

test('levels begin as they come, are kept over a restart, and nonsense counts for nothing', async () => {
  await using core = await createTestCore()
  expect([...(await rules(core)).values()].map(({ id, level }) => [id, level])).toEqual(Object.entries(defaultLevels))
  await setLevel(core, 'voice', 'block')
  await setLevel(core, 'greeting', 'warn')
  await core.restart()
  expect((await rules(core)).get('voice')?.level).toBe('block')
  expect((await rules(core)).get('greeting')?.level).toBe('warn')
  core.tamper("UPDATE send_check_rule SET level = 'shout at them' WHERE rule = 'voice'")
  core.tamper("INSERT INTO send_check_rule (rule, level, updated_at) VALUES ('of a later version', 'block', 1)")
  await core.restart()
  expect((await rules(core)).get('voice')?.level).toBe(defaultLevels.voice)
  expect([...(await rules(core)).keys()]).toEqual(sendCheckRules)
  await expect(
    core.client.run('sendCheck.setLevel', { rule: 'voice', level: 'loud' as CheckLevel })
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('the voice list is edited word by word, each word once', async () => {
  await using core = await createTestCore()
  const { word } = await core.client.run('sendCheck.saveWord', { word: null, text: ' Sorry ', instead: '', why: '' })
  await core.client.run('sendCheck.saveWord', { word: null, text: 'as per', instead: 'as', why: 'Plain words.' })
  const again = { word: null, text: 'SORRY', instead: '', why: '' }
  await expect(core.client.run('sendCheck.saveWord', again)).rejects.toMatchObject({ code: 'conflict' })
  await expect(core.client.run('sendCheck.saveWord', { ...again, text: '  ' })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await core.client.run('sendCheck.saveWord', { word, text: 'sorry', instead: 'we regret', why: '' })
  await core.restart()
  expect(await core.client.ask('sendCheck.words', {})).toMatchObject([
    { word: 'as per', instead: 'as', why: 'Plain words.' },
    { id: word, word: 'sorry', instead: 'we regret' }
  ])
  await core.client.run('sendCheck.removeWord', { word })
  await expect(core.client.run('sendCheck.removeWord', { word })).rejects.toMatchObject({ code: 'not-found' })
  expect(await core.client.ask('sendCheck.words', {})).toHaveLength(1)
})

test('what the check knows: names, what waits for an answer, and whether this is the first reply', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana Silva', username: 'anas' })
  const ben = core.customer({ name: 'Ben Ito', username: 'benito' })
  core.say(ben, 'hello')
  core.say(ana, 'one?')
  core.say(ana, 'two?')
  await core.round()
  await core.client.run('team.add', { name: 'Chidi' })
  const key = core.keyOf(ana)
  expect(await context(core, key)).toMatchObject({
    customers: [{ name: 'Ana Silva', handle: 'anas' }],
    own: [{ name: core.world.brand.name, handle: core.world.brand.username }, { name: 'Me' }, { name: 'Chidi' }],
    others: [{ name: 'Ben Ito', handle: 'benito' }],
    theirs: ['one?', 'two?'],
    waiting: 2,
    first: true
  })
  core.clock.advance(1000)
  await core.reply(key, 'an answer')
  expect(await context(core, key)).toMatchObject({ waiting: 0, first: false })
  await core.sync()
  expect(await context(core, key)).toMatchObject({ waiting: 0, first: false })
  core.say(ana, 'three?')
  await core.round()
  expect(await context(core, key)).toMatchObject({ theirs: ['one?', 'two?', 'three?'], waiting: 1, first: false })
})

test('a conversation that has not begun is known as well', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana Silva' })
  core.say(ana, 'hello')
  await core.round()
  expect(await context(core, `${core.accountId}/${core.accountId}-999`)).toMatchObject({
    customers: [],
    others: [{ name: 'Ana Silva' }],
    theirs: [],
    first: true
  })
})

test('what warns passes; what blocks is refused from the console and the command line, and nothing is lost', async () => {
  await using core = await createTestCore()
  const { id, key } = await withCustomer(core)
  const text = 'Hi {{name}}, it left.'
  await setLevel(core, 'placeholder', 'warn')
  await core.client.run('thread.reply', { conversation: key, text })
  await setLevel(core, 'placeholder', 'block')
  const draft = { conversation: key, text, base: null, revision: 'r1' }
  await core.client.run('thread.saveDraft', draft)
  const refused = { code: 'not-allowed', message: expect.stringContaining('“{{name}}” is not filled in') as string }
  await expect(core.client.run('thread.reply', { conversation: key, text, draft: 'r1' })).rejects.toMatchObject(refused)
  await expect(core.client.run('thread.reply', { conversation: key, text, hold: false })).rejects.toMatchObject(refused)
  const overridden = ['placeholder' as const]
  await expect(core.client.run('thread.reply', { conversation: key, text, overridden })).rejects.toMatchObject(refused)
  await expect(core.client.run('thread.replyTo', { account: null, user: id, text })).rejects.toMatchObject(refused)
  expect(await outbox(core)).toHaveLength(1)
  expect((await core.client.ask('thread.draft', { conversation: key, mode: 'reply' }))[0]?.text).toBe(text)
  await core.client.run('thread.reply', { conversation: key, text: 'Hi Ana, it left.', draft: 'r1' })
  expect(await outbox(core)).toHaveLength(2)
})

test.each([
  '{{ customer.first_name }}, it left.',
  '{% if customer.name %}Hi',
  'Hi {{ ask "Name" }}',
  'Hi undefined, it left.'
])('what a canned reply left open does not leave, though nobody has decided anything: %s', async (text) => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await expect(core.client.run('thread.reply', { conversation: key, text })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  expect(await outbox(core)).toEqual([])
})

test.each([
  ['voice', 'That is nope.'],
  ['link', 'See http://example.com/a.'],
  ['personal-data', 'Your card 4111 1111 1111 1111.'],
  ['shouting', 'PLEASE READ THIS CAREFULLY'],
  ['greeting', 'It left this morning.'],
  ['length', 'word '.repeat(200)],
  ['unanswered-question', 'Thank you for your message!'],
  ['language', 'Ihr Paket ist heute Morgen bei uns losgegangen.'],
  ['other-customer', 'Hi Ben, it left.']
] as const)('a lead who blocks %s is heard, also after a restart', async (rule, text) => {
  await using core = await createTestCore()
  const ben = core.customer({ name: 'Ben Ito' })
  core.say(ben, 'hello')
  const { key } = await withCustomer(core, 'Where is my order? I am still waiting for it.')
  await core.client.run('sendCheck.saveWord', { word: null, text: 'nope', instead: '', why: '' })
  await setLevel(core, rule, 'block')
  await expect(core.client.run('thread.reply', { conversation: key, text })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  await core.restart()
  await expect(core.client.run('thread.reply', { conversation: key, text })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  await setLevel(core, rule, 'off')
  await core.client.run('thread.reply', { conversation: key, text })
})

test('what was sent anyway is counted by rule for a month, and not when it was taken back', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const sendAnyway = async (): Promise<string> => {
    const overridden = ['shouting' as const, 'link' as const, 'link' as const]
    return (await core.client.run('thread.reply', { conversation: key, text: 'http://a.example', overridden })).outboxId
  }
  const outboxId = await sendAnyway()
  expect((await rules(core)).get('link')?.sentAnyway).toBe(1)
  await core.client.run('outbox.undo', { outboxId })
  expect((await rules(core)).get('link')?.sentAnyway).toBe(0)
  await sendAnyway()
  await core.restart()
  expect((await rules(core)).get('link')?.sentAnyway).toBe(1)
  core.clock.advance(31 * 24 * 3_600_000)
  expect((await rules(core)).get('link')?.sentAnyway).toBe(0)
})
