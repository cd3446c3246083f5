import { createRanker } from '../../src/main/core/library/suggest/ranker.ts'
import { termsOf } from '../../src/main/core/library/suggest/terms.ts'
import { createTextIndex } from '../../src/main/core/library/suggest/text-index.ts'
import type { Weights } from '../../src/main/core/library/suggest/weights.ts'
import type { Case, LibraryReply } from './cases.ts'

/** A way to rank. What it has not learned it does not know. */
export interface Method {
  learn(past: Case, number: number): void
  /** Ids, best first, of what anything speaks for. */
  rank(question: Case): readonly string[]
  /** Whether it would show its first three; a baseline always does. */
  speaks(question: Case): boolean
}

export type MakeMethod = (library: readonly LibraryReply[]) => Method

/** What was used most in the history. */
export const mostUsed: MakeMethod = () => {
  const uses = new Map<string, number>()
  return {
    learn({ answers: [answer] }) {
      if (answer !== undefined) uses.set(answer, (uses.get(answer) ?? 0) + 1)
    },
    rank: () => [...uses].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([id]) => id),
    speaks: () => true
  }
}

/** The customer's words in the texts of the replies. */
export const wordsAlone: MakeMethod = (library) => {
  const index = createTextIndex()
  const terms = (text: string): string[] => termsOf(text).map(({ term }) => term)
  for (const [number, { text }] of library.entries()) index.add(number, terms(text))
  return {
    learn: () => undefined,
    rank: ({ asked }) =>
      index
        .search([...new Set(terms(asked))])
        .toSorted((a, b) => b.score - a.score || a.document - b.document)
        .map(({ document }) => library[document]?.id ?? ''),
    speaks: () => true
  }
}

/** Backchannel's. */
export function suggester(weights: Weights): MakeMethod {
  return (library) => {
    const ranker = createRanker(weights)
    for (const { id, text } of library) ranker.put({ id, text, languages: [], category: null })
    const rank = ({ asked, first }: Case, limit: number) =>
      ranker.rank({ asked, first, language: null, category: null, me: '' }, () => true, limit)
    return {
      learn({ answers: [reply = null], asked, at, first }, number) {
        ranker.learn({ id: String(number), reply, asked, at, first, member: null })
      },
      rank: (question) => rank(question, library.length).map(({ id }) => id),
      speaks: (question) => rank(question, 1).some(({ score, telling }) => telling && score >= weights.silentBelow)
    }
  }
}
