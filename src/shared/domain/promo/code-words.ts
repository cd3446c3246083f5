/** Longer is no code but a text that slipped into the column. In UTF-16 units. */
export const MAX_CODE = 100
/** Shorter ones of a pool could not be told from words in messages. */
export const MIN_POOL_CODE = 4

/** What a code may be made of: what neither ends a word nor belongs to an address or a quotation. */
const CODE = /^[\p{L}\p{M}\p{N}\-_.+%!#$*@~^|]+$/u
/** What words of a text are parted by. */
const PARTS = /[^\p{L}\p{M}\p{N}\-_.+%!#$*@~^|]+/u
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
/** What may stand around a code in a sentence: `Use ABC123!`, `*ABC123*.` */
const LEADING = /^[.\-*#@!_~]/u
const TRAILING = /[.\-*!_~%]$/u
/** So many signs are taken off each end at most. */
const MOST_TAKEN_OFF = 3

/** Why a text cannot be a code. */
export type CodeProblem = 'blank' | 'too-long' | 'too-short' | 'characters'

/** Without the blanks and invisible marks around and in it that copying leaves; case is kept. */
export function trimCode(text: string): string {
  return text.replaceAll(INVISIBLE, '').trim()
}

/** @param pool whether it is one of many, which are found in messages by themselves */
export function codeProblem(code: string, pool: boolean): CodeProblem | null {
  if (code === '') return 'blank'
  if (code.length > MAX_CODE) return 'too-long'
  if (!CODE.test(code)) return 'characters'
  return pool && code.length < MIN_POOL_CODE ? 'too-short' : null
}

/** Codes that differ in case alone are one: shops take either. As SQLite's NOCASE folds. */
export function foldCode(code: string): string {
  return code.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase())
}

/** Everything in a text that could be a code, folded; with and without the signs that sentences put around words. */
export function codeWords(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const part of text.replaceAll(INVISIBLE, '').split(PARTS)) {
    if (part === '' || part.length > MAX_CODE + 2 * MOST_TAKEN_OFF) continue
    let start = foldCode(part)
    for (let first = 0; first <= MOST_TAKEN_OFF && start !== ''; first += 1) {
      let word = start
      for (let last = 0; last <= MOST_TAKEN_OFF && word !== ''; last += 1) {
        words.add(word)
        if (!TRAILING.test(word)) break
        word = word.slice(0, -1)
      }
      if (!LEADING.test(start)) break
      start = start.slice(1)
    }
  }
  return words
}

/** Whether a text names a code, as a word of its own. */
export function hasCode(text: string, code: string): boolean {
  return codeWords(text).has(foldCode(code))
}

/** A code for those who need not know it: enough to tell it from others. */
export function maskCode(code: string): string {
  return code.length < 8 ? '••••' : `${code.slice(0, 2)}••••${code.slice(-2)}`
}
