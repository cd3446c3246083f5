import { expect, test } from 'vitest'
import { type Emoji, emojiList, emojiOf, findEmoji, withRecent } from './emoji.ts'
import { loadEmoji } from './load-emoji.ts'

const shown = (list: readonly Emoji[]): string[] => list.map(({ emoji }) => emoji)

test('parts of emoji are left out, and an emoji may have no shortcode', () => {
  const rows = [
    { unicode: '😄', label: 'grinning', hexcode: '1F604', tags: ['smile'], group: 0 },
    { unicode: '🏻', label: 'light skin tone', hexcode: '1F3FB', group: 2 },
    { unicode: '🇦', label: 'regional indicator A', hexcode: '1F1E6' },
    { unicode: '🫠', label: 'melting', hexcode: '1FAE0', group: 0 }
  ]
  const list = emojiList(rows, { '1F604': ['smile', 'happy'] })
  expect(shown(list)).toEqual(['😄', '🫠'])
  expect(list[0]?.shortcodes).toEqual(['smile', 'happy'])
  expect(list[1]?.shortcodes).toEqual([])
})

test('shortcodes come first, then descriptions, then related words', async () => {
  const list = await loadEmoji()
  expect(list.length).toBeGreaterThan(1_800)
  expect(shown(findEmoji(list, 'tada', 3))[0]).toBe('🎉')
  expect(shown(findEmoji(list, '+1', 3))[0]).toMatch(/^👍/u)
  expect(shown(findEmoji(list, 'heart_eyes', 3))[0]).toBe('😍')
  expect(shown(findEmoji(list, 'heart eyes', 3))[0]).toBe('😍')
  expect(shown(findEmoji(list, 'PACKAGE', 3))[0]).toMatch(/^📦/u)
  expect(shown(findEmoji(list, 'parcel', 5)).join(' ')).toContain('📦')
  expect(findEmoji(list, 'smi', 5)).toHaveLength(5)
  expect(findEmoji(list, '', 5)).toEqual([])
  expect(findEmoji(list, 'no such thing', 5)).toEqual([])
})

test('a whole shortcode names one', async () => {
  const list = await loadEmoji()
  expect(emojiOf(list, 'tada')).toBe('🎉')
  expect(emojiOf(list, 'tad')).toBeNull()
})

test('those used last stand first, each once', () => {
  expect(withRecent(['🎉', '📦'], '📦')).toEqual(['📦', '🎉'])
  const many = Array.from({ length: 30 }, (_, index) => String(index))
  expect(withRecent(many, 'x')).toHaveLength(18)
})
