import { type Emoji, emojiList } from './emoji.ts'

/** All emoji with their names. They come with the console, as a part of their own, when somebody first wants one. */
export async function loadEmoji(): Promise<readonly Emoji[]> {
  const [{ default: rows }, { default: shortcodes }] = await Promise.all([
    import('emojibase-data/en/compact.json', { with: { type: 'json' } }),
    import('emojibase-data/en/shortcodes/github.json', { with: { type: 'json' } })
  ])
  return emojiList(rows, shortcodes)
}
