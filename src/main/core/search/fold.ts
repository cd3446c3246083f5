/**
 * Texts and queries are folded the same way before they meet in the index: lower case, no accents, and every character
 * of a script without spaces (and every emoji) as a word of its own, so that a phrase finds any part of a Japanese or
 * Thai sentence, two characters included (data-perf.md B1: unicode61 alone finds half of Japanese).
 * @module
 */

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30FC`
/** Pictures that the index takes for words; a few (‼ ⁉ ↔ 〰) count as punctuation there. */
const PICTURE = String.raw`(?![\p{P}\p{Sm}])\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*`
const SINGLE = new RegExp(`[${UNSPACED}]\\p{M}*|${PICTURE}`, 'gu')
const ASCII = /^[\u0000-\u007F]*$/
/**
 * Latin, Greek and Cyrillic accents, Arabic vowel signs, Hebrew points, and what chooses between a picture in colour and
 * in black. Marks of other scripts carry meaning.
 */
const IGNORED_MARKS =
  /[\uFE0E\uFE0F\u0300-\u036F\u064B-\u065F\u0670\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640]/gu

/** The form a text has in the index. */
export function foldForIndex(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return foldMarks(text).replace(SINGLE, ' $& ')
}

/** The form in which names are compared: without case and accents, and without blanks at their ends. */
export function foldName(name: string): string {
  return foldForIndex(name).trim()
}

function foldMarks(text: string): string {
  return text.normalize('NFKD').replace(IGNORED_MARKS, '').normalize('NFC').toLowerCase()
}

/** A word of a text: its folded form and where it stands in the original, [start, end) in UTF-16 units. */
export interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** U+FF9E and U+FF9F are the voice marks of half-width katakana; folding joins them with their sign. */
const WORD = new RegExp(
  `[${UNSPACED}][\\p{M}\\uFF9E\\uFF9F]*|${PICTURE}|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{Mn}\\p{Mc}\\p{Co}])+`,
  'gu'
)

/** Splits a text as the index does, keeping the places, for highlighting. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = foldMarks(match[0])
    if (word.length > 0) tokens.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}
