import type { FragmentRow } from '../../../../../shared/contract/library-rows.ts'
import type { TemplateProblem } from '../../../../../shared/domain/library/template/problem.ts'
import { templateProblems } from '../../../../../shared/domain/library/template/problems.ts'
import { useQuery } from '../../../core/use-query.ts'
import { fragmentsIn } from '../fill.ts'
import type { ReplyForm } from './reply-form.ts'

/** What is wrong in the texts of a form, as they are being written; of the main text first. */
export function useProblems(form: ReplyForm, fragments: readonly FragmentRow[]): readonly TemplateProblem[] {
  const { rows: attributes, status } = useQuery('attributes.list', {})
  const names = status === 'ready' ? { attributes: attributes.map(({ name }) => name) } : {}
  const own = form.kind === 'fragment' && form.shortcut.trim() !== '' ? form.shortcut.trim() : null
  const check = (body: string, language: string | null): readonly TemplateProblem[] =>
    templateProblems(body, { ...names, fragments: fragmentsIn(fragments, language), fragment: own, language })
  return [...check(form.body, null), ...form.variants.flatMap(({ body, language }) => check(body, language))]
}
