import { expect, test } from 'vitest'
import { actionOf } from './actions.ts'
import { mayFire } from './may-fire.ts'

const plain = { typing: false, dialogOpen: false, widget: false }
const typing = { ...plain, typing: true }

test('letters belong to the text while typing, modified keys to the console', () => {
  expect(mayFire(actionOf('conversation.resolve'), { key: 'e', modified: false }, plain)).toBe(true)
  expect(mayFire(actionOf('conversation.resolve'), { key: 'e', modified: false }, typing)).toBe(false)
  expect(mayFire(actionOf('window.search'), { key: '/', modified: false }, typing)).toBe(false)
  expect(mayFire(actionOf('window.search'), { key: 'k', modified: true }, typing)).toBe(true)
  expect(mayFire(actionOf('reply.send'), { key: 'Enter', modified: true }, typing)).toBe(true)
  expect(mayFire(actionOf('conversation.list'), { key: 'Escape', modified: false }, typing)).toBe(true)
})

test('nothing fires behind an open dialog', () => {
  expect(mayFire(actionOf('conversation.next'), { key: 'j', modified: false }, { ...plain, dialogOpen: true })).toBe(
    false
  )
})

test('a focused button keeps Enter and the arrows, but not the letters', () => {
  const widget = { ...plain, widget: true }
  expect(mayFire(actionOf('conversation.open'), { key: 'Enter', modified: false }, widget)).toBe(false)
  expect(mayFire(actionOf('conversation.next'), { key: 'ArrowDown', modified: false }, widget)).toBe(false)
  expect(mayFire(actionOf('conversation.next'), { key: 'j', modified: false }, widget)).toBe(true)
})
