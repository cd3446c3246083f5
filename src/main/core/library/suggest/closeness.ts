import { tokenise } from '../../search/fold.ts'
import { withoutNoise } from './noise.ts'

/** “Hi Ana!”, “Dear Mr Ito,”: at most four words, the first of them a greeting. */
const GREETING =
  /^\s*(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|bonjour|bonsoir|salut|hola|buenos días|buenas tardes|olá|oi|ciao|salve|buongiorno|مرحبا|أهلا|שלום)(?![\p{L}\p{N}])[^,!.:;\n–—-]{0,30}[,!.:;\n–—-]+/iu
/** “-AA”, “^JK”, “ – Yana”: how agents sign. */
const SIGNATURE = /(?:[-–—^~/*]|=\))\s*\p{L}[\p{L}.]{0,14}\s*[\p{P}\p{S}]*\s*$/u

/** A signature is short; in front of it nothing is looked for, because that would take long. */
const SIGNATURE_WITHIN = 40
/** More of a text is not compared; UTF-16 units. */
const LONGEST = 6_000

/** The words of a reply that stay the same each time it is sent: no names, links, numbers, placeholders, greeting and signature. */
export function lastingWords(text: string): string[] {
  const body = withoutNoise(text.slice(0, LONGEST).toWellFormed()).replace(GREETING, ' ').trimEnd()
  const end = body.slice(-SIGNATURE_WITHIN).replace(SIGNATURE, ' ')
  return tokenise(body.slice(0, -SIGNATURE_WITHIN) + end).flatMap(({ word }) => (/\p{N}/u.test(word) ? [] : [word]))
}

/** Words and pairs of words, each once; by them texts are compared. */
export function piecesOf(words: readonly string[]): Set<string> {
  const pieces = new Set<string>(words)
  for (let at = 1; at < words.length; at += 1) pieces.add(`${words[at - 1] ?? ''} ${words[at] ?? ''}`)
  return pieces
}

/** How much two texts have in common: 0 nothing, 1 all (Dice). */
export function closeness(common: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * common) / (a + b)
}
