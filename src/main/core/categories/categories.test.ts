import { expect, test } from 'vitest'
import type { Category } from '../../../shared/domain/conversation.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { wordsOf } from './seed-words.ts'

async function conversation(core: TestCore, text: string): Promise<string> {
  const customer = core.customer()
  core.say(customer, text)
  await core.round()
  return core.keyOf(customer)
}

async function choose(core: TestCore, text: string, category: Category): Promise<string> {
  const key = await conversation(core, text)
  await core.client.run('inbox.setCategory', { conversations: [key], category })
  return key
}

function suggested(core: TestCore, key: string) {
  return core.client.ask('categories.suggestion', { conversation: key })
}

test('before anything was learned, a few words of several languages are known, and nothing else is guessed', async () => {
  await using core = await createTestCore()
  const invoice = await conversation(core, 'My invoice is wrong, I want a refund')
  expect(await suggested(core, invoice)).toEqual([
    { id: invoice, category: 'billing', words: expect.arrayContaining(['invoice', 'refund']) }
  ])
  const german = await conversation(core, 'Die Tasse kam kaputt an, ich bin enttäuscht')
  expect(await suggested(core, german)).toMatchObject([{ category: 'complaint' }])
  const japanese = await conversation(core, '返金してください')
  expect(await suggested(core, japanese)).toMatchObject([{ category: 'billing' }])
  expect(await suggested(core, await conversation(core, 'Hello, are you there? Order 12345'))).toEqual([])
})

test('what people choose is learned, explained by its words, and never applied by itself', async () => {
  await using core = await createTestCore()
  for (const colour of ['blue', 'green', 'white', 'black']) {
    await choose(core, `The ${colour} kettle makes a strange noise when boiling`, 'technical')
    await choose(core, `Is the ${colour} teapot back in stock before christmas`, 'other')
  }
  const kettle = await conversation(core, 'Strange noise from my kettle again')
  const [suggestion] = await suggested(core, kettle)
  expect(suggestion).toMatchObject({ category: 'technical' })
  expect(suggestion?.words.every((word) => ['strange', 'noise', 'kettle'].includes(word))).toBe(true)
  const [row] = await core.client.ask('thread.head', { conversation: kettle })
  expect(row?.category).toBeNull()
  await core.restart()
  expect(await suggested(core, kettle)).toEqual([suggestion])
  await core.client.run('inbox.setCategory', { conversations: [kettle], category: 'technical' })
  expect(await suggested(core, kettle)).toEqual([])
})

test('a choice that is changed or undone counts no longer, also when the customer has written on', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'wobbly handle')
  await core.round()
  const key = core.keyOf(customer)
  const counted = () => core.peek('SELECT word, category FROM category_word WHERE examples <> 0 ORDER BY word')
  await core.client.run('inbox.setCategory', { conversations: [key], category: 'technical' })
  expect(counted()).toEqual([
    { word: 'handle', category: 'technical' },
    { word: 'wobbly', category: 'technical' }
  ])
  core.say(customer, 'and refund please')
  await core.round()
  await core.client.run('inbox.setCategory', { conversations: [key], category: 'complaint' })
  expect(counted()).toHaveLength(5)
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(counted()).toEqual([])
})

test('a choice for very many at once is no lesson', async () => {
  await using core = await createTestCore()
  const keys: string[] = []
  for (let index = 0; index < 51; index += 1) {
    const customer = core.customer()
    core.say(customer, 'hello')
    keys.push(core.keyOf(customer))
  }
  await core.round()
  await core.client.run('inbox.setCategory', { conversations: keys, category: 'praise' })
  expect(core.peek('SELECT 1 FROM category_example')).toEqual([])
})

test('words: folded, each once, signs in pairs, no numbers', () => {
  expect(wordsOf('Café CAFE 4711 of ab12 返金です')).toEqual(['cafe', '返金', '金で', 'です'])
})
