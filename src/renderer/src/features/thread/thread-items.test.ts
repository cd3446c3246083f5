import { expect, test } from 'vitest'
import type { MessageRow, ThreadRow } from '../../../../shared/contract/rows.ts'
import { countNewer, showRows, threadItems } from './thread-items.ts'

const noon = new Date(2026, 10, 23, 12).getTime()
const minute = 60_000

function message(id: string, at: number, author = 'ana', us = false): MessageRow {
  return {
    kind: 'message',
    id,
    at,
    author: { id: author, name: author, handle: author, avatar: null },
    us,
    text: id,
    links: [],
    media: [],
    reactions: [],
    delivery: us ? 'sent' : 'received',
    outboxId: null,
    reason: null,
    heldUntil: null,
    deleting: null,
    scheduledAt: null,
    changes: [],
    repeated: false,
    upload: null,
    asks: null
  }
}

const joined: ThreadRow = { kind: 'member', id: 'm', at: noon, change: 'join', by: null, people: [], name: null }
const groups = (rows: ThreadRow[]) =>
  threadItems(rows).map((item) => `${item.startsGroup ? '[' : '-'}${item.row.id}${item.endsGroup ? ']' : '-'}`)

test('messages of one author within minutes stand together', () => {
  const rows = [
    message('a', noon),
    message('b', noon + minute),
    message('c', noon + 2 * minute, 'us', true),
    message('d', noon + 3 * minute),
    message('e', noon + 9 * minute)
  ]
  expect(groups(rows)).toEqual(['[a-', '-b]', '[c]', '[d]', '[e]'])
})

test('a member change parts a group', () => {
  expect(groups([message('a', noon), joined, message('b', noon + 1)])).toEqual(['[a]', '[m]', '[b]'])
})

test('what leaves later stands apart', () => {
  const later = { ...message('b', noon + minute, 'us', true), scheduledAt: noon + 60 * minute }
  expect(groups([message('a', noon, 'us', true), later])).toEqual(['[a]', '[b]'])
})

test('each day is announced once, above its first row', () => {
  const days = threadItems([message('a', noon - 86_400_000), message('b', noon), message('c', noon + minute)]).map(
    (item) => item.day !== null
  )
  expect(days).toEqual([true, true, false])
})

test('midnight parts a group', () => {
  const midnight = new Date(2026, 10, 24).getTime()
  expect(groups([message('a', midnight - 1_000), message('b', midnight + 1_000)])).toEqual(['[a]', '[b]'])
})

test('a sliding window keeps what is on the screen', () => {
  const first = showRows(null, [message('a', 1), message('b', 2)])
  const next = showRows(first, [message('b', 2), message('c', 3)])
  expect(next.rows.map((row) => row.id)).toEqual(['a', 'b', 'c'])
  expect(next.shift).toBe(false)
})

test('older messages in front hold the place from the end', () => {
  const first = showRows(null, [message('b', 2), message('c', 3)])
  const next = showRows(first, [message('a', 1), message('b', 2), message('c', 3)])
  expect(next.rows.map((row) => row.id)).toEqual(['a', 'b', 'c'])
  expect(next.shift).toBe(true)
})

test('an answer without any overlap replaces everything', () => {
  const first = showRows(null, [message('a', 1)])
  expect(showRows(first, [message('y', 8), message('z', 9)])).toMatchObject({ shift: false })
  expect(showRows(first, []).rows).toEqual([])
})

test('messages of others below the last seen one are counted', () => {
  const rows = [message('a', 1), message('b', 2), message('c', 3, 'us', true), message('d', 4)]
  expect(countNewer(rows, 'a')).toBe(2)
  expect(countNewer(rows, 'd')).toBe(0)
  expect(countNewer(rows, null)).toBe(0)
})
