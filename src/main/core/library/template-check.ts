import type { TemplateProblem } from '../../../shared/domain/library/template/problem.ts'
import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'

/** What fragments say, by shortcut. */
export type Fragments = ReadonlyMap<string, string>

/** What is wrong in a reply, its variants included. */
export function contentProblems(content: ReplyContent, _fragments: Fragments): TemplateProblem[] {
  if (content.body.trim() !== '') return []
  return [{ language: null, line: 1, column: 1, from: 0, to: 0, code: 'empty', detail: '', instead: null }]
}
