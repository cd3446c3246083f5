import { speaks } from '../../../shared/domain/library/choose-language.ts'
import { sampleContext } from '../../../shared/domain/library/template/placeholder-list.ts'
import { renderTemplate } from '../../../shared/domain/library/template/render.ts'
import type { SurveySettings } from '../../../shared/domain/survey/survey-settings.ts'
import type { ReadDb } from '../db/database.ts'
import { readTemplateContext } from '../library/context.ts'

/** A survey's text as the customer would read it. */
export interface FilledText {
  readonly text: string
  /** Something could not be filled in, and stands there as its placeholder. */
  readonly incomplete: boolean
}

/**
 * The text for a customer, in their language when it is there, filled in.
 * @param language of the customer (`pt`); null: not known @param agent name of who sits at this desk @param now ms since 1970
 */
export function surveyText(
  db: ReadDb,
  { texts }: Pick<SurveySettings, 'texts'>,
  conversation: string,
  { language, agent, now }: { readonly language: string | null; readonly agent: string; readonly now: number }
): FilledText {
  const [first] = texts
  const chosen = (language === null ? undefined : texts.find((one) => speaks(one.language, language))) ?? first
  if (chosen === undefined) return { text: '', incomplete: true }
  const { customer, brand, conversation: talk, agent: me } = readTemplateContext(db, conversation, agent)
  const context = { customer, brand, conversation: talk, agent: me, now, locale: chosen.language }
  const { text, missing } = renderTemplate(chosen.text, context)
  return { text, incomplete: missing.length > 0 }
}

/** The first placeholder of a text that could never be filled in: nobody is asked anything when a survey is sent. */
export function unfillable(text: string): string | null {
  return (
    renderTemplate(text, { ...sampleContext, fragments: new Map() }).missing.find(({ reason }) => reason !== 'value')
      ?.source ?? null
  )
}
