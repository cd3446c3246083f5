export interface Emoji {
  readonly emoji: string
  /** What it shows, in a few words. */
  readonly label: string
  /** Without the colons; the first is the usual one. */
  readonly shortcodes: readonly string[]
  readonly tags: readonly string[]
  readonly group: number
}

/** A row of the data set (emojibase, compact); parts of emoji that are none by themselves have no group. */
export interface EmojiRow {
  readonly unicode: string
  readonly label: string
  readonly hexcode: string
  readonly tags?: readonly string[]
  readonly group?: number
}

/** The groups as people look for them, each shown by one of its own. The data set's group 2 holds parts of emoji. */
export const emojiGroups = [
  { id: 0, emoji: '😀' },
  { id: 1, emoji: '👋' },
  { id: 3, emoji: '🐻' },
  { id: 4, emoji: '🍎' },
  { id: 5, emoji: '🚗' },
  { id: 6, emoji: '⚽' },
  { id: 7, emoji: '💡' },
  { id: 8, emoji: '❤️' },
  { id: 9, emoji: '🏁' }
] as const

export function emojiList(
  rows: readonly EmojiRow[],
  shortcodes: Readonly<Record<string, string | readonly string[]>>
): Emoji[] {
  return rows.flatMap(({ unicode, label, hexcode, tags, group }) => {
    if (group === undefined || group === 2) return []
    const codes = shortcodes[hexcode]
    const own = codes === undefined ? [] : typeof codes === 'string' ? [codes] : codes
    return [{ emoji: unicode, label, shortcodes: own, tags: tags ?? [], group }]
  })
}

/** What somebody means who types a few letters: shortcodes first, then words of the description, then related words. */
export function findEmoji(list: readonly Emoji[], query: string, most: number): Emoji[] {
  const wanted = query
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')
  if (wanted === '') return []
  return list
    .map((emoji) => ({ emoji, rank: rankOf(emoji, wanted) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ emoji }) => emoji)
}

const NONE = 9

function rankOf({ shortcodes, label, tags }: Emoji, wanted: string): number {
  const codes = shortcodes.map((code) => code.replaceAll(/[_-]+/gu, ' '))
  if (codes.includes(wanted)) return 0
  if (codes.some((code) => code.startsWith(wanted))) return 1
  if (label === wanted) return 2
  if (label.startsWith(wanted)) return 3
  if (tags.includes(wanted)) return 4
  if (` ${label}`.includes(` ${wanted}`) || codes.some((code) => code.includes(` ${wanted}`))) return 5
  return tags.some((tag) => tag.startsWith(wanted)) ? 6 : NONE
}

/** The emoji with exactly this shortcode. */
export function emojiOf(list: readonly Emoji[], shortcode: string): string | null {
  return list.find(({ shortcodes }) => shortcodes.includes(shortcode))?.emoji ?? null
}

const MOST_RECENT = 18

/** Those used last, each once, the newest first. */
export function withRecent(recent: readonly string[], emoji: string): string[] {
  return [emoji, ...recent.filter((other) => other !== emoji)].slice(0, MOST_RECENT)
}
