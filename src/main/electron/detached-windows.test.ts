import { expect, test } from 'vitest'
import { besideOthers, conversationOfUrl, conversationUrl, rememberedConversations } from './detached-windows.ts'
import { CONSOLE_URL, isConsolePage } from './origin.ts'

test('a conversation has a page of the console, and no other origin', () => {
  const url = conversationUrl(CONSOLE_URL, '12/12-34')
  expect(isConsolePage(url)).toBe(true)
  expect(conversationOfUrl(url)).toBe('12/12-34')
  expect(conversationOfUrl(CONSOLE_URL)).toBeNull()
  expect(conversationOfUrl(`${CONSOLE_URL}#/conversation/nonsense`)).toBeNull()
})

test.each([[undefined], ['12/12-34'], [{ 0: '12/12-34' }], [[7, null, 'x', '../..']]])(
  'nothing is opened for %j',
  (stored) => {
    expect(rememberedConversations(stored)).toEqual([])
  }
)

test('each conversation is opened once, and not more than a handful', () => {
  expect(rememberedConversations(['1/1-2', '1/1-2', '1/1-3'])).toEqual(['1/1-2', '1/1-3'])
  expect(rememberedConversations(Array.from({ length: 50 }, (_, at) => `1/1-${at + 2}`))).toHaveLength(12)
})

test('windows do not hide each other', () => {
  expect(besideOthers({ x: 10, y: 20, width: 700 }, 2)).toEqual({ x: 66, y: 76, width: 700 })
})
