import type { FragmentRow, TemplateContextRow } from '../../../../shared/contract/library-rows.ts'
import { textFor } from '../../../../shared/domain/library/choose-language.ts'
import {
  type Rendered,
  renderTemplate,
  type TemplateContext
} from '../../../../shared/domain/library/template/render.ts'
import { templateQuestions } from '../../../../shared/domain/library/template/questions.ts'
import type { TemplateQuestion } from '../../../../shared/domain/library/template/read-ask.ts'
import { locale } from '../../i18n/language.ts'

/** What a body is filled in with while nobody has said whom it is for. */
export const nobody: TemplateContextRow = {
  id: 'none',
  customer: null,
  agent: { name: '' },
  brand: null,
  conversation: null
}

/** Bodies of fragments by shortcut, in a language where they have it: chosen like the replies around them. */
export function fragmentsIn(rows: readonly FragmentRow[], language: string | null): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row.shortcut, textFor(row, language).body]))
}

/** What has to be asked before a body can be inserted, with what its fragments ask. */
export function questionsIn(
  body: string,
  language: string | null,
  { fragments }: Pick<Filling, 'fragments'>
): readonly TemplateQuestion[] {
  return templateQuestions(body, fragmentsIn(fragments, language))
}

/** Questions by their keys, to be shown where nothing is answered yet. */
export function questionLabels(questions: readonly TemplateQuestion[]): ReadonlyMap<string, string> {
  return new Map(questions.map(({ key, label }) => [key, label]))
}

/** Everything that is known for filling in a body. */
export interface Filling {
  readonly context: TemplateContextRow
  readonly fragments: readonly FragmentRow[]
  /** ms since 1970 */
  readonly now: number
}

/**
 * A body as a customer would read it.
 * @param language of the body; null: that of this window
 * @param answers by label of the question, or its key @param promos the code of a campaign, by its name
 */
export function fillBody(
  body: string,
  language: string | null,
  { context, fragments, now }: Filling,
  answers: Readonly<Record<string, string>> = {},
  promos: (name: string) => string | null = () => null
): Rendered {
  const { customer, agent, brand, conversation } = context
  const given: TemplateContext = {
    customer,
    agent,
    brand,
    conversation,
    now,
    locale: language ?? locale(),
    fragments: fragmentsIn(fragments, language),
    promos
  }
  return renderTemplate(body, given, answers)
}
