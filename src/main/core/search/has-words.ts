import { type Link, readableText } from '../../../shared/domain/message.ts'
import { hasPhrases } from './highlight.ts'
import type { Phrase } from './phrases.ts'

const phrases = new Map<string, readonly Phrase[]>()
/** Searches that are remembered: what is typed now, not what was typed this week. */
const REMEMBERED = 50

/**
 * SQL's `has_words(text, links, has_media, phrase)`: whether the index would find this text. For single texts: the index
 * gathers every message that begins with the last word, each time it is asked about one of them.
 * @param links as the row has them, JSON or null
 * @param phrase a `Phrase` as JSON
 */
export function hasWords(text: unknown, links: unknown, hasMedia: unknown, phrase: unknown): number {
  if (typeof text !== 'string' || typeof phrase !== 'string') return 0
  const shown = typeof links === 'string' ? (JSON.parse(links) as Link[]) : []
  return Number(hasPhrases(readableText(text, shown, hasMedia === 1), phrasesOf(phrase)).every(Boolean))
}

function phrasesOf(json: string): readonly Phrase[] {
  let known = phrases.get(json)
  if (known === undefined) {
    if (phrases.size >= REMEMBERED) phrases.clear()
    known = [JSON.parse(json) as Phrase]
    phrases.set(json, known)
  }
  return known
}
