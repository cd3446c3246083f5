import { expect, test } from 'vitest'
import { encryptedChatWords } from './encrypted-chat-words.ts'

const from = (name: string, count = 1) => ({ count, from: { id: name, name, handle: null, avatar: null } })

test('how many encrypted messages wait, and from whom', () => {
  expect(encryptedChatWords([from('Ana')])).toBe('An encrypted X Chat message waits, from Ana.')
  expect(encryptedChatWords([from('Ana', 2), from('Ben')])).toBe('3 encrypted X Chat messages wait, from Ana and Ben.')
  expect(encryptedChatWords([from('Ana'), from('Ben'), from('Chloé')])).toContain('from 3 people')
  expect(encryptedChatWords([{ count: 1, from: null }])).toBe('An encrypted X Chat message waits.')
})
