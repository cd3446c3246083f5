import { type Category, categories } from '../../../shared/domain/conversation.ts'
import { seedOf } from './seed-words.ts'

/** What the team's choices say about a word: in how many conversations of each category it stands. */
export type WordCounts = Readonly<Partial<Record<Category, number>>>

export interface Learned {
  /** How many conversations of each category were learned from. */
  readonly examples: WordCounts
  readonly words: ReadonlyMap<string, WordCounts>
}

export interface Suggestion {
  readonly category: Category
  /** The words that speak for it, the strongest first. */
  readonly words: readonly string[]
}

/** As if a word that is known beforehand had been met this often where it belongs. */
const SEED_WEIGHT = 3
/** Examples that each category is thought to begin with: one choice alone must not decide. */
const PRIOR = 4
/** One word alone never says more than this; log odds. */
const MOST = 2.5
/** Words that say less than this for a category do not count. */
const LEAST = 0.4
/** How far the best must be ahead of the second, and what its words must say together: else nothing is suggested. */
const LEAD = 0.8
const ENOUGH = 1.2
const SHOWN = 3

/**
 * The category that the words of a conversation speak for, from what the team has chosen before and from a few words of
 * several languages that are known beforehand. The same words always give the same answer; null when it is not clear.
 * @param words of the customer, folded, each once
 */
export function suggestCategory(words: readonly string[], learned: Learned): Suggestion | null {
  const ranked = categories
    .map((category) => ({ category, ...scoreOf(category, words, learned) }))
    .toSorted((a, b) => b.score - a.score || categories.indexOf(a.category) - categories.indexOf(b.category))
  const [best, second] = ranked
  if (!best || best.score < ENOUGH || best.score - Math.max(0, second?.score ?? 0) < LEAD) return null
  return { category: best.category, words: best.speaking.slice(0, SHOWN) }
}

function scoreOf(
  category: Category,
  words: readonly string[],
  learned: Learned
): { score: number; speaking: string[] } {
  const weights = words
    .map((word) => ({ word, weight: weightOf(word, category, learned) }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  const score = weights.reduce((sum, { weight }) => sum + weight, 0)
  return { score, speaking: weights.filter(({ weight }) => weight > 0).map(({ word }) => word) }
}

/** Log odds of a word in a category against all others. */
function weightOf(word: string, category: Category, { examples, words }: Learned): number {
  const counts = words.get(word) ?? {}
  const seed = seedOf(word)
  const total = sum(counts)
  // A word that was met once, and that nobody knows beforehand, may be a name.
  if (total < 2 && seed === null) return 0
  const here = (counts[category] ?? 0) + (seed === category ? SEED_WEIGHT : 0)
  const elsewhere = total - (counts[category] ?? 0) + (seed !== null && seed !== category ? SEED_WEIGHT : 0)
  const examplesHere = (examples[category] ?? 0) + PRIOR
  const examplesElsewhere = sum(examples) - (examples[category] ?? 0) + PRIOR
  const weight = Math.log((here + 0.5) / examplesHere) - Math.log((elsewhere + 0.5) / examplesElsewhere)
  return Math.max(-MOST, Math.min(MOST, weight))
}

function sum(counts: WordCounts): number {
  return categories.reduce((total, category) => total + (counts[category] ?? 0), 0)
}
