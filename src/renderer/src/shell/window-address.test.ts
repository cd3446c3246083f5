import { expect, test } from 'vitest'
import { conversationHash, conversationOf } from './window-address.ts'

test('a window keeps its conversation in its address', () => {
  expect(conversationOf(conversationHash('12/12-34'))).toBe('12/12-34')
  expect(conversationOf(conversationHash('12/1578398451921985538'))).toBe('12/1578398451921985538')
})

test.each(['', '#', '#/conversation/', '#/conversation/../../x', '#/conversation/12/12-34/56', '#/settings'])(
  '“%s” is the console itself',
  (hash) => {
    expect(conversationOf(hash)).toBeNull()
  }
)
