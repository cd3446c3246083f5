import { expect, test } from 'vitest'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'
import { canDelete, moveChosen, whyNotDeleted } from './message-steps.ts'

function message(id: string, given: Partial<MessageRow> = {}): MessageRow {
  return {
    kind: 'message',
    id,
    at: 1,
    author: { id: 'us', name: 'us', handle: null, avatar: null },
    us: true,
    text: id,
    links: [],
    media: [],
    reactions: [],
    delivery: 'sent',
    outboxId: null,
    reason: null,
    heldUntil: null,
    deleting: null,
    scheduledAt: null,
    changes: [],
    repeated: false,
    upload: null,
    asks: null,
    ...given
  }
}

test('only own messages that X has can be deleted, once', () => {
  expect(canDelete(message('1'))).toBe(true)
  expect(canDelete(message('1', { us: false, delivery: 'received' }))).toBe(false)
  expect(canDelete(message('outbox:1', { delivery: 'held', outboxId: '1' }))).toBe(false)
  expect(canDelete(message('1', { deleting: { requestId: 'r', at: 2 } }))).toBe(false)
  expect(whyNotDeleted(message('1', { us: false }))).toMatch(/sent yourself/)
  expect(whyNotDeleted(message('outbox:1'))).toMatch(/not with X yet/)
  expect(whyNotDeleted(message('1', { deleting: { requestId: 'r', at: 2 } }))).toBeNull()
})

test('the choice begins at the newest, stops at the ends and passes over members', () => {
  const joined: ThreadRow = { kind: 'member', id: 'm', at: 1, change: 'join', by: null, people: [], name: null }
  const rows = [message('1'), joined, message('2'), message('3')]
  expect(moveChosen(rows, null, 0)).toBe('3')
  expect(moveChosen(rows, '2', -1)).toBe('1')
  expect(moveChosen(rows, '1', -1)).toBe('1')
  expect(moveChosen(rows, '3', 1)).toBe('3')
  expect(moveChosen(rows, '2', -Infinity)).toBe('1')
  expect(moveChosen(rows, 'gone', 1)).toBe('3')
  expect(moveChosen([], null, 1)).toBeNull()
})
