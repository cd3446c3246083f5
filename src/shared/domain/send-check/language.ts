import { checkedText, unspacedLetters, wordsOf } from './plain.ts'
import { type CheckContext, type CheckedText, type DetectLanguage, type Finding, finding } from './rule.ts'

/** Languages that short texts do not tell apart. */
const NEAR: readonly ReadonlySet<string>[] = [
  new Set(['es', 'pt', 'gl', 'ca', 'it', 'ro', 'eu']),
  new Set(['no', 'nb', 'nn', 'da', 'sv', 'is']),
  new Set(['nl', 'af', 'de', 'lb']),
  new Set(['ms', 'id', 'tl', 'jv']),
  new Set(['hr', 'sr', 'bs', 'sl', 'mk', 'bg']),
  new Set(['cs', 'sk', 'pl']),
  new Set(['ru', 'uk', 'be', 'bg', 'mk']),
  new Set(['ar', 'fa', 'ur']),
  new Set(['hi', 'mr', 'ne']),
  new Set(['zh', 'ja']),
  new Set(['tr', 'az'])
]

/** So much is needed before a language is believed: short messages are “ok”, names and numbers. */
const ENOUGH_WORDS = 4
const ENOUGH_LETTERS = 18
const ENOUGH_UNSPACED = 6
const LEAD = 0.06
/** Between near relations both sides must be long. */
const ENOUGH_FOR_NEAR = 80

interface Written {
  readonly language: string
  readonly letters: number
}

/** The language the customer writes now; null while that is not certain. */
export function customerLanguage({ theirs }: Pick<CheckContext, 'theirs'>, detect: DetectLanguage): string | null {
  return theirLanguage(theirs, usedLanguages(theirs, detect), detect)?.language ?? null
}

/**
 * A reply in another language than the customer's. Any language the customer has used will do, and so does one sentence
 * in it.
 */
export function languageRule(
  { theirs: texts }: CheckContext,
  detect: DetectLanguage
): (checked: CheckedText) => Finding[] {
  const used = usedLanguages(texts, detect)
  const theirs = theirLanguage(texts, used, detect)
  if (theirs === null) return () => []
  return ({ plain }) => {
    const ours = languageOf(plain, detect)
    if (ours === null || ours.language === theirs.language || used.some((other) => other.language === ours.language)) {
      return []
    }
    if (areNear(ours.language, theirs.language) && Math.min(ours.letters, theirs.letters) < ENOUGH_FOR_NEAR) return []
    if (sentencesOf(plain).some((sentence) => languageOf(sentence, detect)?.language === theirs.language)) return []
    return [finding('language', 'other-language', [], ours.language, { expected: theirs.language })]
  }
}

function usedLanguages(texts: readonly string[], detect: DetectLanguage): Written[] {
  return texts.flatMap((text) => languageOf(checkedText(text).plain, detect) ?? [])
}

/** The newest message that says enough for itself, else the last ones together. */
function theirLanguage(texts: readonly string[], used: readonly Written[], detect: DetectLanguage): Written | null {
  return used.at(-1) ?? languageOf(checkedText(texts.slice(-5).join('\n')).plain, detect)
}

function languageOf(plain: string, detect: DetectLanguage): Written | null {
  const prose = plain.replaceAll(/[^\p{L}\p{M}'’\s]+/gu, ' ').trim()
  const letters = prose.replaceAll(/\s+/gu, '').length
  const enough =
    unspacedLetters(prose) >= ENOUGH_UNSPACED || (letters >= ENOUGH_LETTERS && wordsOf(prose).length >= ENOUGH_WORDS)
  if (!enough) return null
  const found = detect(prose.slice(0, 2_000))
  if (found === null || (found.lead < LEAD && (found.next === null || !areNear(found.language, found.next))))
    return null
  return { language: found.language, letters }
}

function sentencesOf(plain: string): string[] {
  return plain.split(/[.!?…。！？؟\n]+/u).filter((sentence) => sentence.trim() !== '')
}

function areNear(first: string, second: string): boolean {
  return NEAR.some((family) => family.has(first) && family.has(second))
}
