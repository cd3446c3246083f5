import { fold } from './fold.ts'
import { words } from './words.ts'
import { wordsOfOtherScripts } from './words-other-scripts.ts'

/** What a word does beside a score. */
export type Role =
  /** Says nothing about the score: thanks, a greeting, "I'd say". */
  | 'filler'
  /** Says that the number is a score: "rating", "I give". */
  | 'scoring'
  /** Counts a scale: stars, points. */
  | 'unit'
  | 'positive'
  | 'negative'
  /** "not", "never" */
  | 'negator'
  /** Makes a number no more than about right, or something else than a score: "almost", "please", "lol". */
  | 'hedge'
  /** "I meant", "sorry" */
  | 'correction'
  /** "because", "but": what follows explains the score. */
  | 'reason'
  /** What is counted: the number before it is no score. */
  | 'quantity'
  /** Before a number that is no score: "at 5", "order 5". */
  | 'before'
  /** "the 5": a date, or both of them; otherwise nothing. */
  | 'definite'
  /** "3 or 4", "3 to 4" */
  | 'or'
  /** "4 out of 5" */
  | 'of'
  /** "5点中4点" */
  | 'whole'
  | 'half'
  | 'and'
  /** A number from 0 to 10. */
  | 'number'
  /** One, or only "a". */
  | 'one'

export interface Entry {
  readonly role: Role
  readonly value: number
}

interface Lexicon {
  /** By the folded words, joined by one blank. */
  readonly entries: ReadonlyMap<string, Entry>
  /** How many words the longest entry has that begins with this one. */
  readonly longest: ReadonlyMap<string, number>
}

const lexicon = build()

/** The longest entry that begins at a word. Null: an unknown word. */
export function lookUp(list: readonly string[], at: number): { readonly entry: Entry; readonly length: number } | null {
  const first = list[at]
  if (first === undefined) return null
  const most = Math.min(lexicon.longest.get(first) ?? 0, list.length - at)
  for (let length = most; length > 0; length -= 1) {
    const entry = lexicon.entries.get(length === 1 ? first : list.slice(at, at + length).join(' '))
    if (entry !== undefined) return { entry, length }
  }
  return null
}

/** Letters of the longest word in a script without blanks. */
const LONGEST_UNSPACED = 12

/** Cuts a run of a script without blanks into known words and single signs. */
export function cutUnspaced(run: string): string[] {
  const cut: string[] = []
  for (let at = 0; at < run.length;) {
    let length = Math.min(LONGEST_UNSPACED, run.length - at)
    while (length > 1 && !lexicon.entries.has(run.slice(at, at + length))) length -= 1
    cut.push(run.slice(at, at + length))
    at += length
  }
  return cut
}

function build(): Lexicon {
  const entries = new Map<string, Entry>()
  const longest = new Map<string, number>()
  for (const list of [words, wordsOfOtherScripts]) {
    for (const [role, text] of Object.entries(list) as [Role, string][]) {
      for (const line of text.split(',')) {
        const [phrase = '', value = '0'] = fold(line).trim().split('=')
        if (phrase === '' || entries.has(phrase)) continue
        entries.set(phrase, { role, value: Number(value) })
        const parts = phrase.split(' ')
        const [first = ''] = parts
        longest.set(first, Math.max(longest.get(first) ?? 0, parts.length))
      }
    }
  }
  return { entries, longest }
}
