import type { CheckedText } from './rule.ts'

const NOT_PROSE = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|@\w{1,20}/giu

/** Blanks out what is no prose; every place in the text stays where it was. */
export function checkedText(text: string): CheckedText {
  return { text, plain: text.replaceAll(NOT_PROSE, (found) => ' '.repeat(found.length)) }
}

/** Lower case without accents, for comparing words. Not of the same length as the text. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
}

export interface Word {
  readonly text: string
  readonly at: number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({ text: found[0], at: found.index }))
}

/** Scripts without spaces between words: there letters are counted instead. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

export function unspacedLetters(text: string): number {
  return text.match(UNSPACED)?.length ?? 0
}
