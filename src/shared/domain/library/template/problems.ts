import { attributeKey, ATTRIBUTE, templateNames } from './names.ts'
import { nearest } from './nearest.ts'
import { parseTemplate } from './parse.ts'
import type { TemplateProblem } from './problem.ts'
import type { Mention, Spot } from './read-expression.ts'

export interface ProblemOptions {
  /** Bodies of the fragments there are, by shortcut. Without them nothing is said about fragments. */
  readonly fragments?: ReadonlyMap<string, string>
  /** Names of the attributes that the team defined. Without them nothing is said about attributes. */
  readonly attributes?: readonly string[]
  /** Shortcut of the fragment whose body this is, so that cycles through it are found. */
  readonly fragment?: string | null
  /** Said of each problem: the language of the body; null: the main one. */
  readonly language?: string | null
}

/** Everything that is wrong with a body, in its order; empty when it can be approved. */
export function templateProblems(body: string, options: ProblemOptions = {}): TemplateProblem[] {
  const parsed = parseTemplate(body)
  const { fragments, attributes, fragment = null, language = null } = options
  const spots = parsed.spots.flatMap((found) => withAttributes(found, attributes))
  if (attributes) spots.push(...unknownAttributes(parsed.attributes, attributes))
  if (fragments) spots.push(...fragmentProblems(parsed.fragments, fragments, fragment))
  const starts = lineStarts(body)
  return spots
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, code, detail, instead }) => {
      const line = lineAt(starts, from)
      return { language, line, column: from - (starts[line - 1] ?? 0) + 1, from, to, code, detail, instead }
    })
}

/** `customer.order_number` may have meant an attribute. */
function withAttributes(found: Spot, attributes: readonly string[] = []): Spot[] {
  if (found.code !== 'unknown-placeholder') return [found]
  const names = [...templateNames, ...attributes.map((name) => ATTRIBUTE + attributeKey(name))]
  return [{ ...found, instead: nearest(found.detail, names) }]
}

function unknownAttributes(mentions: readonly Mention[], attributes: readonly string[]): Spot[] {
  const keys = new Set(attributes.map(attributeKey))
  return mentions.flatMap(({ name, from, to }) => {
    if (keys.has(name) || keys.has(name.toLowerCase())) return []
    const near = nearest(name, keys)
    const instead = near === null ? null : ATTRIBUTE + near
    return [{ from, to, code: 'unknown-placeholder' as const, detail: ATTRIBUTE + name, instead }]
  })
}

function fragmentProblems(
  mentions: readonly Mention[],
  fragments: ReadonlyMap<string, string>,
  own: string | null
): Spot[] {
  return mentions.flatMap(({ name, from, to }): Spot[] => {
    if (name !== own && !fragments.has(name)) {
      const lower = name.toLowerCase()
      if (fragments.has(lower)) return [{ from, to, code: 'wrong-case', detail: name, instead: lower }]
      return [{ from, to, code: 'unknown-fragment', detail: name, instead: nearest(name, fragments.keys()) }]
    }
    const way = cycleFrom(name, own, fragments)
    return way === null ? [] : [{ from, to, code: 'cycle', detail: way.join(' → '), instead: null }]
  })
}

/** Nobody nests texts so deep; longer ways are not walked. */
const LONGEST_WAY = 100

/** The way on which a fragment comes back to itself or to `own`; null when it does not. */
function cycleFrom(name: string, own: string | null, fragments: ReadonlyMap<string, string>): string[] | null {
  const way = own === null ? [] : [own]
  const done = new Set<string>()
  const visit = (next: string): string[] | null => {
    if (way.includes(next)) return [...way.slice(way.indexOf(next)), next]
    const body = fragments.get(next)
    if (done.has(next) || body === undefined || way.length >= LONGEST_WAY) return null
    done.add(next)
    way.push(next)
    for (const inner of parseTemplate(body).fragments) {
      const found = visit(inner.name)
      if (found !== null) return found
    }
    way.pop()
    return null
  }
  return visit(name)
}

function lineStarts(body: string): number[] {
  const starts = [0]
  for (let at = body.indexOf('\n'); at !== -1; at = body.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The number of the line, from 1 on. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
