import { DEEPEST_FRAGMENT } from './page.ts'
import { parseTemplate } from './parse.ts'
import type { TemplateQuestion } from './read-ask.ts'

/**
 * What has to be asked before a body can be sent, in its order, with what its fragments ask; each question once. The
 * first that says how to answer decides.
 */
export function templateQuestions(
  body: string,
  fragments: ReadonlyMap<string, string> = new Map()
): TemplateQuestion[] {
  const questions = new Map<string, TemplateQuestion>()
  const seen = new Set<string>()
  const walk = (text: string, depth: number) => {
    const parsed = parseTemplate(text)
    for (const part of parsed.order) {
      if ('key' in part) questions.set(part.key, merged(questions.get(part.key), part))
      else if (!seen.has(part.name)) {
        seen.add(part.name)
        const inner = fragments.get(part.name)
        if (inner !== undefined && depth < DEEPEST_FRAGMENT) walk(inner, depth + 1)
      }
    }
  }
  walk(body, 0)
  return [...questions.values()]
}

function merged(first: TemplateQuestion | undefined, again: TemplateQuestion): TemplateQuestion {
  if (first === undefined) return again
  if (first.type === 'text' && again.type !== 'text') return { ...again, default: again.default ?? first.default }
  return first.default === null && first.type === again.type ? { ...first, default: again.default } : first
}

/** Shortcuts of the fragments that a body contains directly, each once, in its order. */
export function templateFragments(body: string): string[] {
  return [...new Set(parseTemplate(body).fragments.map((mention) => mention.name))]
}
