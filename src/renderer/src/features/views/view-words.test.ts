import { expect, test } from 'vitest'
import { resolveKeymap } from '../../keyboard/keymap.ts'
import { slotChoices } from './view-words.ts'

test('the shortcuts of views are offered by the keys that hold now', () => {
  const { keys } = resolveKeymap({ 'go.view1': ['F7'], 'go.view2': [] }, false)
  const labels = slotChoices(false, keys, false).map(({ label }) => label)
  expect(labels.slice(0, 3)).toEqual(['F7', '2, which has no key', 'G then 3'])
  expect(labels.at(-1)).toBe('None')
})
