import { expect, test } from 'vitest'
import { actionIds, actionOf } from './actions.ts'
import { ariaKeys, keyLabels, keyText } from './key-labels.ts'

test('keys are shown as the caps of the platform', () => {
  expect(keyLabels('$mod+Shift+Enter', true)).toEqual([['⌘', '⇧', '↵']])
  expect(keyLabels('$mod+Shift+Enter', false)).toEqual([['Ctrl', 'Shift', '↵']])
  expect(keyLabels('g i', false)).toEqual([['G'], ['I']])
  expect(keyLabels('[Shift]+?', false)).toEqual([['?']])
  expect(keyLabels('BracketLeft', false)).toEqual([['[']])
  expect(keyText('g i', false)).toBe('G then I')
})

test('screen readers hear single presses only', () => {
  expect(ariaKeys('$mod+Enter', false)).toBe('Control+Enter')
  expect(ariaKeys('g i', false)).toBeUndefined()
  expect(ariaKeys('[Shift]+?', true)).toBe('?')
})

test('no two actions share a key, and no action fires on a key that a sequence begins with', () => {
  const keys = actionIds.flatMap((id) => [...actionOf(id).keys])
  expect(new Set(keys).size).toBe(keys.length)
  const starts = new Set(keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]))
  expect(keys.filter((key) => starts.has(key))).toEqual([])
})

test('sequences stand before the single key they end in', () => {
  const keys = actionIds.flatMap((id) => [...actionOf(id).keys])
  for (const [index, key] of keys.entries()) {
    const last = key.split(' ')[1]
    if (last !== undefined && keys.includes(last)) expect(index).toBeLessThan(keys.indexOf(last))
  }
})
