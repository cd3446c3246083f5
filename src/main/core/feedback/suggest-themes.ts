import type { GivenTheme, ThemeSuggestionRow } from '../../../shared/contract/feedback-rows.ts'
import type { ReadDb } from '../db/database.ts'
import { termsOf } from '../library/suggest/terms.ts'
import * as sql from './sql.ts'
import { FIND, type StoredTheme } from './theme-sql.ts'

/** So many of the rarest terms tell what words are about. */
const TELLING = 6
/** So many quotes are compared for each question to the index. */
const COMPARED = 60
/** Of all that the shorter one says, so much must be common. */
const LEAST_ALIKE = 0.4
const MOST_SUGGESTED = 4
/** A theme is not better for being given to everything. */
const MOST_COUNTED = 5

/**
 * Themes that the team gave to words like these, the best first; none where nothing is like them. Only the rarest terms
 * are looked up, newest first, so that it takes a moment whatever was tagged.
 */
export function suggestThemes(db: ReadDb, text: string): ThemeSuggestionRow[] {
  const terms = [...new Set(termsOf(text).map(({ term }) => term))]
  const size = db.get<{ size: number | null }>(sql.SIZE)?.size ?? 0
  if (terms.length === 0 || size === 0) return []
  const weightOf = weighing(db, size)
  const telling = terms
    .filter((term) => weightOf(term).known)
    .toSorted((a, b) => weightOf(b).weight - weightOf(a).weight)
    .slice(0, TELLING)
  if (telling.length === 0) return []
  const keys = new Set(
    questions(telling).flatMap((question) =>
      db.all<{ key: number }>(sql.ALIKE, question, COMPARED).map(({ key }) => key)
    )
  )
  const votes = new Map<string, Vote>()
  for (const row of db.all<sql.AlikeRow>(sql.TAGGED, JSON.stringify([...keys]))) {
    const said = row.quote || row.text || ''
    const alike = likeness(terms, said, weightOf)
    if (alike >= LEAST_ALIKE)
      for (const theme of JSON.parse(row.themes) as GivenTheme[]) vote(votes, theme, alike, said)
  }
  return [...votes.values()]
    .filter(({ theme }) => db.get<StoredTheme>(FIND, theme.id)?.retired_at === null)
    .toSorted((a, b) => b.score - a.score || b.times - a.times)
    .slice(0, MOST_SUGGESTED)
    .map(({ theme, times, like }) => ({ id: theme.id, name: theme.name, times, like }))
}

interface Vote {
  readonly theme: GivenTheme
  times: number
  score: number
  like: string
  best: number
}

function vote(votes: Map<string, Vote>, theme: GivenTheme, alike: number, like: string): void {
  const known = votes.get(theme.id) ?? { theme, times: 0, score: 0, like: '', best: 0 }
  votes.set(theme.id, known)
  known.times += 1
  if (known.times <= MOST_COUNTED) known.score += alike
  if (alike > known.best) Object.assign(known, { best: alike, like })
}

/** All of the most telling terms, any two that stand side by side in that order, each of them. */
function questions(telling: readonly string[]): string[] {
  const quoted = telling.map((term) => `"${term.replaceAll('"', '')}"`)
  const pairs = quoted.flatMap((term, at) => quoted.slice(at + 1, at + 2).map((next) => `(${term} AND ${next})`))
  return [quoted.slice(0, 3).join(' AND '), pairs.join(' OR '), ...quoted.slice(0, 3)].filter((one) => one !== '')
}

type WeightOf = (term: string) => { readonly weight: number; readonly known: boolean }

/**
 * In a small collection nothing is rare: there each term counts one. A word that nobody wrote yet is as rare as one that
 * somebody wrote once. Each term is asked about once: counting a common one takes a moment.
 */
function weighing(db: ReadDb, size: number): WeightOf {
  const weights = new Map<string, ReturnType<WeightOf>>()
  return (term) => {
    const before = weights.get(term)
    if (before) return before
    const having = db.get<{ count: number }>(sql.HAVING, term)?.count ?? 0
    const few = Math.max(1, having)
    const weight = Math.max(1, Math.log(1 + Math.max(0, size - few + 0.5) / (few + 0.5)))
    weights.set(term, { weight, known: having > 0 })
    return { weight, known: having > 0 }
  }
}

/** @param terms of what is asked about, each once */
function likeness(terms: readonly string[], said: string, weightOf: WeightOf): number {
  const asked = new Set(terms)
  let [own, common] = [0, 0]
  for (const term of new Set(termsOf(said).map((one) => one.term))) {
    const { weight } = weightOf(term)
    own += weight
    if (asked.has(term)) common += weight
  }
  const all = terms.reduce((sum, term) => sum + weightOf(term).weight, 0)
  return common / Math.max(1, Math.min(own, all))
}
