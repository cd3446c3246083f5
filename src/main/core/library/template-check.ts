import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { parseTemplate } from '../../../shared/domain/library/template/parse.ts'
import type { TemplateProblem } from '../../../shared/domain/library/template/problem.ts'
import { templateProblems } from '../../../shared/domain/library/template/problems.ts'

/** What a template may name, besides what every template may. */
export interface Nameable {
  /** What fragments say, by shortcut. */
  readonly fragments: ReadonlyMap<string, string>
  /** Names of the attributes that the team defined. */
  readonly attributes: readonly string[]
}

interface Looked {
  /** Shortcuts of the fragments that it contains, directly, each once. */
  readonly contained: readonly string[]
  /** What is wrong with it, whatever fragments and attributes there are; null when it depends on them. */
  readonly problems: readonly TemplateProblem[] | null
}

/** Contents do not change: each is looked at once. */
const looked = new WeakMap<ReplyContent, Looked>()
const dependent = new WeakMap<Nameable, WeakMap<ReplyContent, readonly TemplateProblem[]>>()

/** The bodies of a reply, the main one first. */
function bodiesOf(content: ReplyContent): { readonly language: string | null; readonly body: string }[] {
  return [{ language: null, body: content.body }, ...content.variants]
}

function look(content: ReplyContent): Looked {
  const known = looked.get(content)
  if (known) return known
  const bodies = bodiesOf(content)
  const parsed = bodies.map(({ body }) => parseTemplate(body))
  const contained = [...new Set(parsed.flatMap(({ fragments }) => fragments.map(({ name }) => name)))]
  const depends = parsed.some(
    // What is unknown may be near to the name of an attribute.
    ({ fragments, attributes, spots }) =>
      fragments.length > 0 || attributes.length > 0 || spots.some(({ code }) => code === 'unknown-placeholder')
  )
  const problems = depends ? null : bodies.flatMap(({ language, body }) => templateProblems(body, { language }))
  const result = { contained, problems }
  looked.set(content, result)
  return result
}

/** Shortcuts of the fragments that a reply contains, directly, each once. */
export function containedShortcuts(content: ReplyContent): readonly string[] {
  return look(content).contained
}

/**
 * What is wrong in a reply, its variants included.
 * @param fragment its shortcut, when it is a fragment itself
 */
export function contentProblems(
  content: ReplyContent,
  nameable: Nameable,
  fragment: string | null
): readonly TemplateProblem[] {
  const { problems } = look(content)
  if (problems) return problems
  const cache = dependent.get(nameable) ?? new WeakMap<ReplyContent, readonly TemplateProblem[]>()
  dependent.set(nameable, cache)
  const known = cache.get(content)
  if (known) return known
  const found = bodiesOf(content).flatMap(({ language, body }) =>
    templateProblems(body, { ...nameable, language, fragment })
  )
  cache.set(content, found)
  return found
}
