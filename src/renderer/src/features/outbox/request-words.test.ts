import { expect, test } from 'vitest'
import { requestWords } from './request-words.ts'

test('a request says where it stands and what is left when X refuses', () => {
  expect(requestWords({ kind: 'delete-message', state: 'held', reason: null }, 4)).toMatchObject({
    text: 'Deleting in 4 s',
    steps: ['undo']
  })
  expect(requestWords({ kind: 'block', state: 'queued', reason: null }, 0)).toMatchObject({
    what: 'Block their messages',
    text: 'Waiting for X',
    steps: []
  })
  expect(requestWords({ kind: 'unblock', state: 'failed', reason: 'X does not allow this.' }, 0)).toMatchObject({
    text: 'X does not allow this. They are still blocked.',
    tone: 'trouble',
    steps: ['retry', 'discard']
  })
})
