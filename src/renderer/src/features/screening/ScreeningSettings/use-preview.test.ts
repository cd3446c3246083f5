import { expect, test } from 'vitest'
import { previewWords } from './use-preview.ts'

test('what would move is said by place', () => {
  expect(previewWords({ looked: 9, inbox: 0, requests: 0, spam: 0 })).toBe('Nothing that is here would move.')
  expect(previewWords({ looked: 9, inbox: 1, requests: 2, spam: 3 })).toBe(
    '2 conversations would move to Requests. 3 conversations would move to Spam. 1 conversation would move to the inbox.'
  )
})
