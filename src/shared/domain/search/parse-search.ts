import { isOperator, operatorNames, operatorOf, type OperatorName } from './operators.ts'
import { nearestWord } from './nearest-word.ts'
import { startOfDate } from './search-dates.ts'
import type { SearchProblem } from './search-problem.ts'
import { readTerms, type Term } from './search-terms.ts'
import { printSearch, type SearchNode } from './search-query.ts'

export interface ParsedSearch {
  /** Null when nothing is asked. What is wrong is left out. */
  readonly query: SearchNode | null
  readonly problems: readonly SearchProblem[]
}

const MAX_DEPTH = 16

/**
 * Understands a search: words, "words that stand together", `operator:value`, `-` or NOT, OR (between words, AND is
 * meant), and parentheses. Whatever is typed gives a search, a list of problems, or both; nothing is thrown. What is not
 * finished yet (a quotation, a parenthesis, an OR at the end) is no problem.
 */
export function parseSearch(text: string): ParsedSearch {
  const terms = readTerms(text)
  const problems: SearchProblem[] = []
  let next = 0

  function parseOr(depth: number): SearchNode | null {
    const parts: SearchNode[] = []
    for (;;) {
      const part = parseAnd(depth)
      if (part !== null) parts.push(part)
      if (terms[next]?.kind !== 'or') return joined('or', parts)
      next += 1
    }
  }

  function parseAnd(depth: number): SearchNode | null {
    const parts: SearchNode[] = []
    for (let term = terms[next]; term !== undefined; term = terms[next]) {
      if (term.kind === 'or') break
      if (term.kind === 'close') {
        if (depth > 0) break
        next += 1
        problems.push({ ...bare(term), code: 'stray-parenthesis', given: ')' })
        continue
      }
      const part = parseOne(depth)
      if (part !== null) parts.push(part)
    }
    return joined('and', parts)
  }

  function parseOne(depth: number): SearchNode | null {
    let negated = false
    for (let term = terms[next]; term?.kind === 'not' || term?.kind === 'and'; term = terms[next]) {
      if (term.kind === 'not') negated = !negated
      next += 1
    }
    const term = terms[next]
    if (term === undefined || term.kind === 'or' || term.kind === 'close') return null
    next += 1
    const node = term.kind === 'open' ? parseGroup(term, depth) : parseLeaf(term)
    return negated ? not(node) : node
  }

  function parseGroup(open: Term, depth: number): SearchNode | null {
    if (depth === MAX_DEPTH) problems.push({ ...bare(open), code: 'too-deep', given: '(' })
    const node = parseOr(depth + 1)
    if (terms[next]?.kind === 'close') next += 1
    return depth < MAX_DEPTH ? node : null
  }

  function parseLeaf(term: Term): SearchNode | null {
    if (term.kind === 'words') return { kind: 'words', text: term.value, match: term.match }
    const result = readOperator(term)
    if ('problem' in result) {
      problems.push(result.problem)
      return null
    }
    return result.node
  }

  return { query: parseOr(0), problems }
}

function joined(kind: 'and' | 'or', parts: readonly SearchNode[]): SearchNode | null {
  const nodes = parts.flatMap((part) => (part.kind === kind ? part.nodes : [part]))
  const [first, second] = nodes
  if (first === undefined) return null
  return second === undefined ? first : { kind, nodes }
}

function not(node: SearchNode | null): SearchNode | null {
  if (node === null) return null
  return node.kind === 'not' ? node.node : { kind: 'not', node }
}

function bare(term: Term): Omit<SearchProblem, 'code' | 'given'> {
  return { from: term.from, to: term.to, operator: null, replacement: null, choices: [] }
}

function readOperator(term: Term): { readonly node: SearchNode } | { readonly problem: SearchProblem } {
  const name = term.name.toLowerCase()
  if (!isOperator(name)) {
    const near = nearestWord(name, operatorNames)
    const replacement = near === null ? null : operatorText(near as OperatorName, term.value)
    return { problem: { ...bare(term), code: 'unknown-operator', given: term.name, replacement } }
  }
  const { takes, values, aliases } = operatorOf(name)
  const given = term.value.trim()
  const choices = takes === 'word' ? values : []
  if (given === '') {
    const offered = takes === 'date' ? ['2026-03-01', 'yesterday', '7d'] : choices
    return { problem: { ...bare(term), code: 'missing-value', given: '', operator: name, choices: offered } }
  }
  if (takes === 'date' && startOfDate(given, Date.now()) === null) {
    return { problem: { ...bare(term), code: 'bad-date', given, operator: name } }
  }
  if (takes !== 'word') return { node: { kind: 'operator', operator: name, value: given } }
  const word = given.toLowerCase().replaceAll(/[\s_]+/gu, '-')
  const value = aliases?.[word] ?? word
  if (values.includes(value)) return { node: { kind: 'operator', operator: name, value } }
  const near = nearestWord(value, [...values, ...Object.keys(aliases ?? {})])
  const replacement = near === null ? null : operatorText(name, aliases?.[near] ?? near)
  return { problem: { ...bare(term), code: 'unknown-value', given, operator: name, replacement, choices } }
}

function operatorText(operator: OperatorName, value: string): string {
  return value.trim() === '' ? `${operator}:` : printSearch({ kind: 'operator', operator, value })
}
