import { expect, test } from 'vitest'
import { ariaKeys, keyLabels, keyText } from './key-labels.ts'

test('keys are shown as the caps of the platform', () => {
  expect(keyLabels('$mod+Shift+Enter', true)).toEqual([['⌘', '⇧', '↵']])
  expect(keyLabels('$mod+Shift+Enter', false)).toEqual([['Ctrl', 'Shift', '↵']])
  expect(keyLabels('g i', false)).toEqual([['G'], ['I']])
  expect(keyLabels('$mod+Plus', false)).toEqual([['Ctrl', '+']])
  expect(keyText('g i', false)).toBe('G then I')
})

test('screen readers hear single presses only', () => {
  expect(ariaKeys(['$mod+Enter'], false)).toBe('Control+Enter')
  expect(ariaKeys(['$mod+Enter'], true)).toBe('Meta+Enter')
  expect(ariaKeys(['g i'], false)).toBeUndefined()
  expect(ariaKeys(['g s', '$mod+,', 'j'], false)).toBe('Control+, j')
})
