import { tokenise } from './fold.ts'

/** A run of words that must stand side by side; the last one may be unfinished. */
export interface Phrase {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/**
 * Reads what was typed: words must all occur, "quoted words" stand together, and the last unquoted word matches
 * beginnings, because it is still being typed. A word that splits into several tokens (CJK, `l'arbre`) becomes a phrase.
 * @returns an empty list when there is nothing to search for.
 */
export function parseQuery(text: string): Phrase[] {
  const phrases: Phrase[] = []
  const parts = text.matchAll(/"([^"]*)"?|[^\s"]+/gu)
  for (const part of parts) {
    const quoted = part[1]
    const words = tokenise(quoted ?? part[0]).map((token) => token.word)
    if (words.length === 0) continue
    // An unfinished quotation is still being typed, too.
    const closed = quoted !== undefined && part[0].length > 1 && part[0].endsWith('"')
    phrases.push({ words, prefix: !closed })
  }
  return phrases
}

/** The query in FTS5's language. Every word is quoted, so nothing typed is ever taken for an operator. */
export function toFts(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) => `"${phrase.words.map((word) => word.replaceAll('"', '')).join(' ')}"${phrase.prefix ? '*' : ''}`)
    .join(' AND ')
}
