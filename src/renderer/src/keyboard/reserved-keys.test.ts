import { expect, test } from 'vitest'
import { objectionTo, silentWhileTyping } from './reserved-keys.ts'

const tab = { native: false, mac: false }
const desktop = { native: true, mac: false }

test.each([
  ['$mod+w', tab, 'browser'],
  ['$mod+w', desktop, 'system'],
  ['$mod+t', tab, 'browser'],
  ['$mod+t', desktop, null],
  ['F5', tab, 'browser'],
  ['F5', desktop, null],
  ['$mod+c', tab, 'editing'],
  ['Tab', desktop, 'moving'],
  ['Escape', desktop, 'moving'],
  ['Alt+F4', desktop, 'system'],
  ['Meta+e', tab, 'system'],
  ['$mod+q', { native: false, mac: true }, 'system'],
  ['$mod+0', tab, 'browser'],
  ['$mod+k', tab, null],
  ['j', tab, null],
  ['Shift+ArrowDown', tab, null]
] as const)('%s (%j): %s', (press, where, expected) => {
  expect(objectionTo(press, {}, where)).toBe(expected)
})

test('select all belongs to the text while typing', () => {
  expect(objectionTo('$mod+a', { whileTyping: true }, tab)).toBe('editing')
  expect(objectionTo('$mod+a', {}, tab)).toBeNull()
})

test('a letter cannot do anything while typing', () => {
  expect(silentWhileTyping('s', { whileTyping: true }, false)).toBe(true)
  expect(silentWhileTyping('g s', { whileTyping: true }, false)).toBe(true)
  expect(silentWhileTyping('$mod+s', { whileTyping: true }, false)).toBe(false)
  expect(silentWhileTyping('s', {}, false)).toBe(false)
})
