import type { Case, LibraryReply, Talk } from './cases.ts'
import type { MakeMethod } from './methods.ts'

/** One library for each brand, or all replies in one, without a word about whose they are. */
export const scopes = ['brand', 'pooled'] as const
export type Scope = (typeof scopes)[number]

/** Where there are no more than these to choose from, the first three are always right. */
export const MOST_SHOWN = 3

/** What came of one case. */
export interface Outcome {
  readonly question: Case
  /** From 1; infinite: not ranked. */
  readonly rank: number
  /** Of the best placed of all replies that say nearly the same. */
  readonly rankOfAlike: number
  readonly spoke: boolean
  /** How many replies there are to choose from. */
  readonly choice: number
  readonly ms: number
}

/**
 * Ranks for each case. In training each case is asked with what came before it, and learned afterwards; held-out cases
 * are asked with the whole history and never learned.
 */
export function outcomes(talk: Talk, scope: Scope, part: 'training' | 'held-out', make: MakeMethod): Outcome[] {
  const groups: readonly { readonly library: readonly LibraryReply[]; readonly cases: readonly Case[] }[] =
    scope === 'pooled'
      ? [talk]
      : [...Map.groupBy(talk.library, ({ brand }) => brand)].map(([brand, library]) => ({
          library,
          cases: talk.cases.filter((one) => one.brand === brand)
        }))
  return groups.flatMap(({ library, cases }) => {
    const method = make(library)
    const ask = (question: Case): Outcome => {
      const start = performance.now()
      const ranked = method.rank(question)
      const ms = performance.now() - start
      const placeOf = (id: string | undefined): number => {
        const at = ranked.findIndex((one) => one === id)
        return at < 0 ? Infinity : at + 1
      }
      return {
        question,
        rank: placeOf(question.answers[0]),
        rankOfAlike: Math.min(Infinity, ...question.answers.map(placeOf)),
        spoke: method.speaks(question),
        choice: library.length,
        ms
      }
    }
    const asked: Outcome[] = []
    for (const [number, one] of cases.filter(({ held }) => !held).entries()) {
      if (part === 'training') asked.push(ask(one))
      method.learn(one, number)
    }
    return part === 'training' ? asked : cases.filter(({ held }) => held).map(ask)
  })
}
