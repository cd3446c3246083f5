import { expect, test } from 'vitest'
import { actionOf } from './actions.ts'
import { mayFire } from './may-fire.ts'

const plain = { typing: false, dialogOpen: false, widget: false, reading: false }
const typing = { ...plain, typing: true }

test('letters belong to the text while typing, modified keys to the console', () => {
  expect(mayFire(actionOf('conversation.resolve'), 'e', plain)).toBe(true)
  expect(mayFire(actionOf('conversation.resolve'), 'e', typing)).toBe(false)
  expect(mayFire(actionOf('window.search'), '/', typing)).toBe(false)
  expect(mayFire(actionOf('window.search'), '$mod+k', typing)).toBe(true)
  expect(mayFire(actionOf('reply.send'), '$mod+Enter', typing)).toBe(true)
  expect(mayFire(actionOf('conversation.list'), 'Escape', typing)).toBe(true)
})

test('nothing fires behind an open dialog', () => {
  expect(mayFire(actionOf('conversation.next'), 'j', { ...plain, dialogOpen: true })).toBe(false)
})

test('a focused button keeps Enter and the arrows, but not the letters', () => {
  const widget = { ...plain, widget: true }
  expect(mayFire(actionOf('conversation.open'), 'Enter', widget)).toBe(false)
  expect(mayFire(actionOf('conversation.next'), 'ArrowDown', widget)).toBe(false)
  expect(mayFire(actionOf('conversation.next'), 'j', widget)).toBe(true)
})

test('a thread that is read keeps the keys that scroll it, and no more', () => {
  const reading = { ...plain, widget: true, reading: true }
  expect(mayFire(actionOf('conversation.open'), 'Enter', reading)).toBe(false)
  expect(mayFire(actionOf('conversation.next'), 'ArrowDown', reading)).toBe(false)
  expect(mayFire(actionOf('selection.down'), 'Shift+ArrowDown', reading)).toBe(false)
  expect(mayFire(actionOf('window.detach'), 'Shift+Enter', reading)).toBe(true)
  expect(mayFire(actionOf('window.detach'), 'Shift+Enter', { ...reading, reading: false })).toBe(false)
})
