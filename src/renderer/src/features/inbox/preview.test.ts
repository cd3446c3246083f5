import { expect, test } from 'vitest'
import { isLate, previewOf } from './preview.ts'

test('the preview says who wrote last', () => {
  const row = { preview: 'Where is\nmy  order?', previewKind: 'text', lastBy: 'them', lastName: null } as const
  expect(previewOf(row)).toEqual({ author: null, text: 'Where is my order?' })
  expect(previewOf({ ...row, lastBy: 'us' })).toEqual({ author: 'You', text: 'Where is my order?' })
  expect(previewOf({ ...row, lastName: 'Ben' })).toEqual({ author: 'Ben', text: 'Where is my order?' })
  expect(previewOf({ ...row, lastBy: 'system', lastName: 'Ben' }).author).toBeNull()
})

test('a message without words is named by its kind', () => {
  expect(previewOf({ preview: ' ', previewKind: 'voice', lastBy: 'them', lastName: null }).text).toBe('Voice message')
})

test('the link to its own picture is left out, any other stays', () => {
  const row = { preview: 'The box https://t.co/aB1', lastBy: 'them', lastName: null } as const
  expect(previewOf({ ...row, previewKind: 'photo' }).text).toBe('The box')
  expect(previewOf({ ...row, previewKind: 'text' }).text).toBe('The box https://t.co/aB1')
  expect(previewOf({ ...row, preview: 'https://t.co/aB1', previewKind: 'photo' }).text).toBe('Photo')
})

test('control characters are shown, not obeyed', () => {
  expect(previewOf({ preview: 'a\u0000b', previewKind: 'text', lastBy: 'them', lastName: null }).text).toBe('a�b')
})

test('a day of waiting is late', () => {
  expect(isLate(0, 24 * 3_600_000 - 1)).toBe(false)
  expect(isLate(0, 24 * 3_600_000)).toBe(true)
})
