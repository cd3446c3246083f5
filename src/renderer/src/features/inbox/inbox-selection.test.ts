import { expect, test } from 'vitest'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import { afterLeaving, moveSelection, nextAnchor, withAnchor } from './inbox-selection.ts'

function row(id: string, change: Partial<InboxRow> = {}): InboxRow {
  return {
    id,
    accountId: '1',
    group: false,
    title: id,
    handle: id,
    avatar: null,
    status: 'open',
    snoozedUntil: null,
    assignee: null,
    priority: 'normal',
    category: null,
    place: 'inbox',
    placeReason: null,
    tags: [],
    followUpAt: null,
    due: null,
    unread: 1,
    preview: '',
    previewKind: 'text',
    lastBy: 'them',
    lastName: null,
    lastAt: 0,
    waitingSince: null,
    hasDraft: false,
    blocked: false,
    outbox: 'none',
    ...change
  }
}

const rows = [row('a'), row('b'), row('c')]
const ids = (list: readonly InboxRow[]) => list.map((one) => one.id)

test('moving stops at both ends and starts at the top', () => {
  expect(moveSelection(rows, null, 1)).toBe('a')
  expect(moveSelection(rows, 'a', 1)).toBe('b')
  expect(moveSelection(rows, 'c', 1)).toBe('c')
  expect(moveSelection(rows, 'a', -1)).toBe('a')
  expect(moveSelection(rows, 'a', Infinity)).toBe('c')
  expect(moveSelection(rows, null, Infinity)).toBe('c')
  expect(moveSelection([], null, 1)).toBeNull()
})

test('after resolving, the one below opens, at the end the one above', () => {
  expect(afterLeaving(rows, 'a')).toBe('b')
  expect(afterLeaving(rows, 'c')).toBe('b')
  expect(afterLeaving([row('a')], 'a')).toBeNull()
  expect(afterLeaving(rows, 'x')).toBeNull()
})

test('one that was resolved a key before does not open again, though the list still has it', () => {
  expect(afterLeaving(rows, 'c', new Set(['b']))).toBe('a')
  expect(afterLeaving(rows, 'a', new Set(['b']))).toBe('c')
  expect(afterLeaving(rows, 'c', new Set(['a', 'b']))).toBeNull()
})

test('an open conversation that leaves its queue keeps its place, read', () => {
  const anchor = nextAnchor(rows, null, 'b')
  const left = [row('a'), row('c')]
  const kept = nextAnchor(left, anchor, 'b')
  expect(ids(withAnchor(left, kept, 'b'))).toEqual(['a', 'b', 'c'])
  expect(withAnchor(left, kept, 'b')[1]?.unread).toBe(0)
  expect(moveSelection(withAnchor(left, kept, 'b'), 'b', 1)).toBe('c')
})

test('once another one is open, the kept row is gone', () => {
  const anchor = nextAnchor(rows, null, 'b')
  const left = [row('a'), row('c')]
  expect(ids(withAnchor(left, nextAnchor(left, anchor, 'c'), 'c'))).toEqual(['a', 'c'])
  expect(nextAnchor(left, anchor, 'x')).toBeNull()
})

test('the anchor keeps its identity while nothing moves', () => {
  const anchor = nextAnchor(rows, null, 'b')
  expect(nextAnchor(rows, anchor, 'b')).toBe(anchor)
})

test('rows that move take the selection with them', () => {
  const moved = [row('c'), row('a'), row('b')]
  expect(withAnchor(moved, nextAnchor(moved, nextAnchor(rows, null, 'b'), 'b'), 'b')).toBe(moved)
})
