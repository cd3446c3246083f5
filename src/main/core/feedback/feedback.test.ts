import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { FeedbackRow } from '../../../shared/contract/feedback-rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const DAY = 24 * 3_600_000

interface Said {
  readonly key: string
  readonly message: string
}

/** Somebody writes, and it is here. */
async function says(core: TestCore, text: string, name = 'Ana Silva'): Promise<Said> {
  const customer = core.customer({ name, username: name.toLowerCase().replace(/\W/gu, '_') })
  const event = core.say(customer, text)
  await core.sync()
  return { key: core.keyOf(customer), message: event.id }
}

function wordsOf(text: string, quote: string): { start: number; end: number; quote: string } {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

async function tag(
  core: TestCore,
  { key, message }: Said,
  input: Omit<CommandInput<'feedback.add'>, 'conversation'>
): Promise<string> {
  return (await core.client.run('feedback.add', { conversation: key, message, ...input })).feedback
}

const listed = (core: TestCore, { key }: Said): Promise<readonly FeedbackRow[]> =>
  core.client.ask('feedback.ofConversation', { conversation: key })

const themes = async (core: TestCore): Promise<Record<string, number>> =>
  Object.fromEntries((await core.client.ask('feedback.themes', {})).map(({ name, uses }) => [name, uses]))

const everything = (core: TestCore) => ({ from: core.clock.now() - 10 * DAY, to: core.clock.now() + 1 })

test('words are tagged, changed, removed and brought back, and it holds over a restart', async () => {
  await using core = await createTestCore()
  const text = 'The box was 😡 broken again'
  const said = await says(core, text)
  const id = await tag(core, said, {
    words: wordsOf(text, '😡 broken'),
    themes: ['Packaging', 'packaging', 'Damage'],
    product: 'Lamp',
    sentiment: 'negative',
    severity: 3,
    note: ' twice '
  })
  const first = (await listed(core, said))[0]
  expect(first).toMatchObject({
    id,
    message: said.message,
    words: { quote: '😡 broken', start: 12, end: 21 },
    themes: [{ name: 'Damage' }, { name: 'Packaging' }],
    product: 'Lamp',
    sentiment: 'negative',
    severity: 3,
    note: 'twice',
    erased: false
  })
  expect(await themes(core)).toEqual({ Packaging: 1, Damage: 1 })

  await core.client.run('feedback.change', { feedback: id, themes: ['Damage'], sentiment: 'neutral' })
  expect((await listed(core, said))[0]).toMatchObject({ themes: [{ name: 'Damage' }], product: null, severity: null })
  expect(await themes(core)).toEqual({ Damage: 1, Packaging: 0 })
  await core.client.run('feedback.remove', { feedback: id })
  expect(await listed(core, said)).toEqual([])
  expect(await themes(core)).toEqual({ Damage: 0, Packaging: 0 })
  await expect(core.client.run('feedback.remove', { feedback: id })).rejects.toMatchObject({ code: 'not-found' })

  await core.crash()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Feedback removed', conversations: [said.key] })
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Feedback changed' })
  expect((await listed(core, said))[0]).toEqual(first)
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Feedback tagged' })
  expect(await listed(core, said)).toEqual([])
  // Themes that were made for it are gone again.
  expect(await themes(core)).toEqual({})
})

test('a place in the middle of a sign is that of the whole sign, and words that are not there are refused', async () => {
  await using core = await createTestCore()
  const text = 'so 👨‍👩‍👧 sad'
  const said = await says(core, text)
  await tag(core, said, { words: { start: 3, end: 5, quote: text.slice(3, 5) }, themes: ['Family'] })
  expect((await listed(core, said))[0]?.words).toEqual({ start: 3, end: 11, quote: '👨‍👩‍👧' })
  await expect(tag(core, said, { words: { start: 0, end: 3, quote: 'xyz' }, themes: ['A'] })).rejects.toMatchObject({
    code: 'conflict',
    message: /Select them again/
  })
  // They stand elsewhere now.
  await tag(core, said, { words: { start: 0, end: 3, quote: 'sad' }, themes: ['Mood'] })
  expect((await listed(core, said)).at(-1)?.words).toEqual({ start: 12, end: 15, quote: 'sad' })
})

test('a whole message and a conversation are tagged by the same command', async () => {
  await using core = await createTestCore()
  const said = await says(core, 'وصل الطرد متأخرا', 'خالد العمري')
  await tag(core, said, { themes: ['Late'] })
  await tag(core, { ...said, message: null as never }, { themes: ['Late'], sentiment: 'negative' })
  expect(await listed(core, said)).toMatchObject([
    { message: said.message, words: null },
    { message: null, words: null, sentiment: 'negative' }
  ])
  const quotes = await core.client.ask('feedback.quotes', { filter: everything(core) as never, theme: null, limit: 9 })
  expect(quotes.map(({ quote, title, conversation }) => [quote, title, conversation])).toContainEqual([
    'وصل الطرد متأخرا',
    'خالد العمري',
    said.key
  ])
  await expect(tag(core, { ...said, message: '1' }, { themes: ['Late'] })).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    core.client.run('feedback.add', { conversation: `${core.accountId}/1-2`, themes: ['Late'] })
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('bad input is refused in words', async () => {
  await using core = await createTestCore()
  const said = await says(core, 'hello')
  const refused = (input: object): Promise<unknown> =>
    expect(tag(core, said, input as never)).rejects.toMatchObject({ code: 'invalid-input' })
  await refused({ themes: [] })
  await refused({ themes: ['   '] })
  await refused({ themes: ['x'.repeat(61)] })
  await refused({ themes: Array.from({ length: 11 }, (_, at) => `t${at}`) })
  await refused({ themes: ['a'], severity: 4 })
  await refused({ themes: ['a'], words: { start: -1, end: 2, quote: 'h' } })
  expect(await themes(core)).toEqual({})
})

test('the words of a deleted message go with it, the count stays', async () => {
  await using core = await createTestCore()
  const said = await says(core, 'hello')
  await core.reply(said.key, 'Your secret code is ABC')
  await core.sync()
  const reply = (await core.messages(said.key)).at(-1)?.id ?? ''
  const ours = { key: said.key, message: reply }
  const id = await tag(core, ours, { words: wordsOf('Your secret code is ABC', 'secret code'), themes: ['Codes'] })
  await core.client.run('feedback.change', { feedback: id, themes: ['Codes'], note: 'hm' })
  await core.client.run('thread.deleteMessage', { conversation: said.key, message: reply })
  core.clock.advance(60_000)
  await core.sync()
  expect((await core.messages(said.key)).map(({ text }) => text)).toEqual(['hello'])
  expect(await listed(core, ours)).toMatchObject([{ erased: true, words: { quote: '' }, themes: [{ name: 'Codes' }] }])
  expect(await themes(core)).toEqual({ Codes: 1 })
  expect(await core.client.ask('feedback.suggestions', { text: 'secret code' })).toEqual([])
  await core.client.run('undo.run', {})
  await core.client.run('feedback.remove', { feedback: id })
  await core.client.run('undo.run', {})
  expect(core.peek("SELECT 1 FROM feedback WHERE quote LIKE '%secret%'")).toEqual([])
  expect(core.peek("SELECT 1 FROM undo_entry WHERE payload LIKE '%secret%'")).toEqual([])
})

test('an account that is removed takes its feedback along', async () => {
  await using core = await createTestCore()
  const said = await says(core, 'hello')
  await tag(core, said, { themes: ['Hi'] })
  await core.client.run('accounts.remove', { account: core.accountId })
  for (const table of ['feedback', 'feedback_given', 'feedback_index']) {
    expect(core.peek(`SELECT 1 FROM ${table}`), table).toEqual([])
  }
  expect(await themes(core)).toEqual({ Hi: 0 })
})

test('themes are suggested from quotes like these, with the quote', async () => {
  await using core = await createTestCore()
  const texts = [
    'The parcel arrived broken',
    'parcels broken again',
    'love your colours',
    'الطرد مكسور',
    '荷物が壊れていた'
  ]
  for (const [at, text] of texts.entries()) {
    const said = await says(core, text, `C${at}`)
    await tag(core, said, { themes: [at === 2 ? 'Design' : 'Damage'] })
  }
  const ask = (text: string) => core.client.ask('feedback.suggestions', { text })
  expect(await ask('my parcel was broken')).toMatchObject([{ name: 'Damage', times: 2, like: 'parcels broken again' }])
  expect(await ask('such colours!')).toMatchObject([{ name: 'Design', times: 1, like: 'love your colours' }])
  expect(await ask('طرد مكسور')).toMatchObject([{ name: 'Damage' }])
  expect(await ask('壊れていた')).toMatchObject([{ name: 'Damage' }])
  expect(await ask('what time is it')).toEqual([])
  expect(await ask('"broken" AND (parcel*')).toMatchObject([{ name: 'Damage' }])
  const design = (await ask('colours'))[0]?.id ?? ''
  await core.client.run('feedback.retireTheme', { theme: design, retired: true })
  expect(await ask('colours')).toEqual([])
})

test('the board counts what was said in a time against the time before, and narrows it', async () => {
  await using core = await createTestCore()
  const start = core.clock.now()
  const early = await says(core, 'late once', 'Ana')
  core.clock.advance(10 * DAY)
  const [ben, cleo] = [await says(core, 'late, and the app is great', 'Ben'), await says(core, 'late again', 'Cleo')]
  await tag(core, early, { themes: ['Late'], severity: 3 })
  await tag(core, ben, { themes: ['Late', 'App'], sentiment: 'positive', product: 'App' })
  await tag(core, cleo, { themes: ['Late'], sentiment: 'negative', severity: 3 })
  await core.client.run('inbox.setCategory', { conversations: [cleo.key], category: 'complaint' })
  const { tag: vip } = await core.client.run('tags.create', { name: 'vip', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [ben.key], add: [vip] })
  const from = start + 5 * DAY
  const filter = { from, to: from + 6 * DAY, category: null, tag: null, product: null, sentiment: null }
  const board = async (narrow = {}) => {
    const rows = await core.client.ask('feedback.board', { filter: { ...filter, ...narrow } })
    return rows.map(({ name, count, before }) => `${name} ${count} ${before}`)
  }
  expect(await core.client.ask('feedback.board', { filter })).toMatchObject([
    {
      name: 'Late',
      count: 2,
      before: 1,
      positive: 1,
      negative: 1,
      severe: 1,
      trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]
    },
    { name: 'App', count: 1, before: 0, positive: 1, negative: 0, severe: 0 }
  ])
  expect(await core.client.ask('feedback.total', { filter })).toMatchObject([
    { count: 2, before: 1, positive: 1, negative: 1, since: expect.any(Number) }
  ])
  expect(await board({ category: 'complaint' })).toEqual(['Late 1 0'])
  expect(await board({ tag: vip })).toEqual(['Late 1 0', 'App 1 0'])
  expect(await board({ sentiment: 'negative' })).toEqual(['Late 1 0'])
  const product = (await core.client.ask('feedback.products', {}))[0]?.id ?? ''
  expect(await board({ product })).toEqual(['Late 1 0', 'App 1 0'])
  const quotes = async (narrow = {}, theme: string | null = null) =>
    (await core.client.ask('feedback.quotes', { filter: { ...filter, ...narrow }, theme, limit: 9 })).map(
      ({ quote }) => quote
    )
  expect(await quotes()).toEqual(['late again', 'late, and the app is great'])
  expect(await quotes({ tag: vip })).toEqual(['late, and the app is great'])
  expect(await quotes({ category: 'complaint' })).toEqual(['late again'])
  const app = (await core.client.ask('feedback.themes', {})).find(({ name }) => name === 'App')?.id ?? ''
  expect(await quotes({ product }, app)).toEqual(['late, and the app is great'])
})

test('a customer’s feedback is listed from all of their conversations', async () => {
  await using core = await createTestCore()
  const said = await says(core, 'the lamp is great')
  await tag(core, said, { themes: ['Design'], words: wordsOf('the lamp is great', 'lamp') })
  const user = said.key.split(/[/-]/u).find((id) => id !== core.accountId) ?? ''
  expect(await core.client.ask('feedback.ofCustomer', { user, limit: 9 })).toMatchObject([
    { quote: 'lamp', conversation: said.key, message: said.message }
  ])
})

test('quotes go out as a table without names, and without formulas', async () => {
  await using core = await createTestCore()
  const said = await says(core, '=Ana Silva here, write ana@x.org or @other, +1 555 123 4567')
  await tag(core, said, { themes: ['=cmd'], note: 'Ana asked', product: 'Lamp', severity: 2 })
  const file = join(core.dataDir, 'quotes.csv')
  const filter = { ...everything(core), category: null, tag: null, product: null, sentiment: null }
  expect(await core.client.run('feedback.export', { file, filter })).toEqual({ file, quotes: 1 })
  const [head, row] = readFileSync(file, 'utf8').split('\n')
  expect(head).toBe('said_on,themes,product,sentiment,severity,category,quote,note')
  expect(row).toContain(`,'=cmd,Lamp,neutral,2,,"'=[name] here, write [e-mail] or [handle], [number]",[name] asked`)
  expect(readFileSync(file, 'utf8')).not.toMatch(/Ana|Silva|555|x\.org|other|\d{6}/u)
  await expect(
    core.client.run('feedback.export', { file: join(core.dataDir, 'no', 'such.csv'), filter })
  ).rejects.toMatchObject({ code: 'unreadable-file' })
})
