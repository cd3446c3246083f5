import { parseSearch } from '../../../shared/domain/search/parse-search.ts'
import type { SearchProblem } from '../../../shared/domain/search/search-problem.ts'
import type { ReadDb } from '../db/database.ts'
import { type Compiled, compileSearch } from './compile.ts'
import { nameKey, resolveOperator, type SearchNames, type Standpoint, unknownName } from './resolve.ts'

export interface ReadSearch {
  /** Null when there is nothing to look for. */
  readonly compiled: Compiled | null
  readonly problems: readonly SearchProblem[]
  /** What the names in it stand for now: tags, people of the team, saved views. */
  readonly names: SearchNames
}

/** Understands a search and finds what its names stand for. What cannot be found is a problem, and no message has it. */
export function readSearch(db: ReadDb, text: string, at: Standpoint): ReadSearch {
  const { query, problems } = parseSearch(text)
  if (query === null) return { compiled: null, problems, names: {} }
  const unknown: SearchProblem[] = []
  const names: Record<string, SearchNames[string]> = {}
  const compiled = compileSearch(query, (operator) => {
    const found = resolveOperator(db, operator, at, readSearch)
    if (found === null) unknown.push(unknownName(db, text, operator, at))
    else if (found.names) names[nameKey(operator.operator, operator.value)] = found.names
    return found?.compiled ?? null
  })
  return { compiled, problems: [...problems, ...unknown].toSorted((a, b) => a.from - b.from), names }
}
