import type { ReplyReason } from '../../contract/library-rows.ts'

/** What speaks for a reply at one moment. */
export interface RankingFacts {
  /** How well what was typed fits; null: nothing was typed. */
  readonly typed: TypedMatch | null
  /** Words of the customer's last messages that the reply has, the rarest first. `weight`: how telling, as BM25 has it. */
  readonly words: { readonly words: readonly string[]; readonly weight: number }
  /** How often it was sent: by who sits here, and by everybody. */
  readonly usedByMe: number
  readonly usedByTeam: number
  /** The customer's language, when it is there in it. */
  readonly language: string | null
  /** It is there in a language, and not in the customer's. */
  readonly otherLanguage: boolean
  /** The conversation's category, when it is about that. */
  readonly category: string | null
}

/** `score`: from 0 to 1, how much of it fits. */
export type TypedMatch =
  | { readonly kind: 'exact-shortcut' }
  | { readonly kind: 'shortcut-begins'; readonly score: number }
  | { readonly kind: 'fuzzy'; readonly score: number }
  | { readonly kind: 'words'; readonly score: number }

/** How much each of them can count at most. What was typed outweighs what is only likely. */
const EXACT = 10_000
const BEGINS = 100
const FUZZY = 40
const BODY = 22
const WORDS = 14
const MINE = 6
const TEAM = 4
const LANGUAGE = 3
const CATEGORY = 5
/** A weight of words, and a count of uses, at which half of that is reached. */
const HALF_WEIGHT = 6
const HALF_USES = 8

/** How likely it is, whatever was typed. The greater the better; only good for comparing, added to `typedPoints`. */
export function likelihood(facts: Omit<RankingFacts, 'typed'>): number {
  return (
    WORDS * share(facts.words.weight, HALF_WEIGHT) +
    MINE * share(facts.usedByMe, HALF_USES) +
    TEAM * share(facts.usedByTeam, HALF_USES) +
    (facts.language === null ? 0 : LANGUAGE) -
    (facts.otherLanguage ? LANGUAGE : 0) +
    (facts.category === null ? 0 : CATEGORY)
  )
}

/** How well what was typed fits it; outweighs what is only likely. */
export function typedPoints(typed: TypedMatch | null): number {
  if (typed === null) return 0
  switch (typed.kind) {
    case 'exact-shortcut':
      return EXACT
    case 'shortcut-begins':
      return BEGINS + BEGINS * typed.score
    case 'fuzzy':
      return FUZZY * typed.score
    case 'words':
      return BODY * typed.score
  }
}

function share(value: number, half: number): number {
  return value / (value + half)
}

const SHOWN_WORDS = 3

/** Why it stands where it stands, most telling first. */
export function reasons(facts: RankingFacts): ReplyReason[] {
  const found: (readonly [number, ReplyReason])[] = []
  const { words, usedByMe, usedByTeam, language, category } = facts
  if (words.words.length > 0) {
    const shown = words.words.slice(0, SHOWN_WORDS)
    found.push([WORDS * share(words.weight, HALF_WEIGHT), { kind: 'words', words: shown }])
  }
  if (usedByMe > 0) {
    found.push([MINE * share(usedByMe, HALF_USES), { kind: 'used', times: usedByMe, byMe: true }])
  } else if (usedByTeam > 0) {
    found.push([TEAM * share(usedByTeam, HALF_USES), { kind: 'used', times: usedByTeam, byMe: false }])
  }
  if (language !== null) found.push([LANGUAGE, { kind: 'language', language }])
  if (category !== null) found.push([CATEGORY, { kind: 'category', category }])
  return found.toSorted(([a], [b]) => b - a).map(([, reason]) => reason)
}
