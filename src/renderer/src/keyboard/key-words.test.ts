import { expect, test } from 'vitest'
import { actionIds } from './actions.ts'
import { clashWords, findActions, objectionWords, problemWords } from './key-words.ts'
import { resolveKeymap } from './keymap.ts'

const keymap = resolveKeymap(undefined, false)

test('actions are found by title, group and key, in any case', () => {
  expect(findActions('  ', keymap, false)).toEqual(actionIds)
  expect(findActions('RESOLVE reopen', keymap, false)).toEqual(['conversation.resolve'])
  expect(findActions('g then i', keymap, false)).toContain('go.inbox')
  expect(findActions('ctrl+f', keymap, false)).toContain('window.search')
  expect(findActions('no such thing', keymap, false)).toEqual([])
  expect(findActions('reply refund', keymap, false, new Map([['quick.reply3', 'Refund']]))).toEqual(['quick.reply3'])
})

test('every problem and objection has a sentence', () => {
  expect(problemWords({ kind: 'taken', action: 'conversation.next', keys: 'j', by: 'window.undo' }, false)).toBe(
    '“Next conversation” has lost J to “Undo”.'
  )
  expect(problemWords({ kind: 'no-key', action: 'window.undo', keys: 'Hyper+q' }, false)).toContain(
    '“Hyper+q” is no key'
  )
  expect(objectionWords('browser', '$mod+w', false)).toBe(
    'Ctrl+W never arrives here: the browser takes it. Try another key.'
  )
})

test('several owners of a key are told briefly', () => {
  expect(clashWords(['go.inbox'])).toBe('“Inbox”')
  expect(clashWords(['go.inbox', 'go.unread'])).toBe('“Inbox” and “Unread”')
  expect(clashWords(['go.inbox', 'go.unread', 'go.all', 'go.outbox'])).toBe('“Inbox”, “Unread” and 2 more')
})
