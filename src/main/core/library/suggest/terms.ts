import { tokenise } from '../../search/fold.ts'
import { withoutNoise } from './noise.ts'
import { stemOf } from './stem.ts'

/** Signs that stand for words or parts of them: two together say something. */
const SIGN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
const LONE_LETTER = /^[a-zа-яα-ω]$/u
const NUMBER = /^\p{N}+$/u
/** A longer number names an order or a telephone; which one says nothing, that there is one does. */
const SAYING_DIGITS = 4
const LONG_NUMBER = '0'
/** Who writes a novel is understood by how it begins; UTF-16 units. */
const LONGEST = 2_000

/** A term as it is looked up, and how it was written. */
export interface Term {
  readonly term: string
  readonly written: string
}

/**
 * What a text is found by: folded, lightly stemmed words; of scripts without spaces each pair of signs; emoji. Handles,
 * links and placeholders are left out. In the order of the text, each as often as it is there. Never throws.
 */
export function termsOf(text: string): Term[] {
  const kept = withoutNoise(text.slice(0, LONGEST).toWellFormed())
  const tokens = tokenise(kept)
  const terms: Term[] = []
  for (const [at, { word, start, end }] of tokens.entries()) {
    if (UNSPACED.test(word)) {
      const next = tokens[at + 1]
      const before = tokens[at - 1]
      if (next && next.start === end && SIGN.test(next.word)) {
        terms.push({ term: word + next.word, written: kept.slice(start, next.end) })
      } else if (!(before && before.end === start && SIGN.test(before.word))) {
        terms.push({ term: word, written: kept.slice(start, end) })
      }
    } else if (NUMBER.test(word)) {
      terms.push(word.length > SAYING_DIGITS ? { term: LONG_NUMBER, written: '' } : { term: word, written: word })
    } else if (!LONE_LETTER.test(word)) {
      terms.push({ term: stemOf(word), written: kept.slice(start, end) })
    }
  }
  return terms
}
