import { tokenise } from './fold.ts'

/** A run of words that must stand side by side; the last one may be unfinished. */
export interface Phrase {
  readonly words: readonly string[]
  readonly prefix: boolean
}

/** One letter alone matches half the index and costs 36 ms (data-perf.md B1). */
const SINGLE_LETTER = /^[\p{Script=Latin}\p{N}]$/u

/**
 * Words as the index has them. One that splits into several (CJK, `l'arbre`) becomes a run of its own.
 * @returns null when nothing is left to look for, or so little that half of everything has it.
 */
export function parsePhrase(text: string, prefix: boolean): Phrase | null {
  const words = tokenise(text).map((token) => token.word)
  const [first, second] = words
  if (first === undefined || (prefix && second === undefined && SINGLE_LETTER.test(first))) return null
  return { words, prefix }
}

/** The words of a name, each of which may be unfinished. One letter is enough: there are fewer names than messages. */
export function parseNames(text: string): Phrase[] {
  return text
    .replaceAll('@', ' ')
    .split(/\s+/u)
    .flatMap((part) => {
      const words = tokenise(part).map((token) => token.word)
      return words.length === 0 ? [] : [{ words, prefix: true }]
    })
}

/** In FTS5's language. Every word is quoted, so nothing typed is ever taken for an operator. */
export function phraseMatch({ words, prefix }: Phrase): string {
  return `"${words.map((word) => word.replaceAll('"', '')).join(' ')}"${prefix ? '*' : ''}`
}

/** All of them, wherever they stand. */
export function allPhrases(phrases: readonly Phrase[]): string {
  return phrases.map(phraseMatch).join(' AND ')
}
