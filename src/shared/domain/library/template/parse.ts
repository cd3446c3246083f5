import type { Template } from 'liquidjs'
import { checkBody, type CheckedBody } from './check-body.ts'
import { TemplateParser } from './parts.ts'
import { readTokens } from './read-tokens.ts'

/** A body, read once. Whatever is wrong with it, it can be filled in: what cannot be read stays as it stands. */
export interface ParsedTemplate extends Pick<CheckedBody, 'spots' | 'order' | 'fragments' | 'attributes'> {
  readonly body: string
  /** Liquid's templates, to be rendered onto a `Page`. */
  readonly parts: readonly Template[]
}

/** Enough for what is on a screen and being typed. */
const MOST_KEPT = 200
const kept = new Map<string, ParsedTemplate>()

/** Reads a body. The last ones are kept, because each letter typed asks for the same ones again. */
export function parseTemplate(body: string): ParsedTemplate {
  const known = kept.get(body)
  if (known !== undefined) {
    kept.delete(body)
    kept.set(body, known)
    return known
  }
  const tokens = readTokens(body)
  const checked = checkBody(tokens)
  const { spots, order, fragments, attributes } = checked
  const parts = new TemplateParser(checked).parseTokens([...tokens])
  const parsed = { body, spots, order, fragments, attributes, parts }
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(body, parsed)
  return parsed
}
