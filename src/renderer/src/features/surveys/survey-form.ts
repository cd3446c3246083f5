import type { SurveyRow } from '../../../../shared/contract/survey-rows.ts'
import { suggestedTexts } from '../../../../shared/domain/survey/suggested-texts.ts'
import type { SurveyKind } from '../../../../shared/domain/survey/survey.ts'
import {
  DEFAULT_EVERY_DAYS,
  DEFAULT_WINDOW_HOURS,
  type OnResolve,
  type SurveySettings
} from '../../../../shared/domain/survey/survey-settings.ts'

/** A survey while it is written; numbers as they were typed. */
export interface SurveyFormValues {
  readonly name: string
  readonly kind: SurveyKind
  readonly texts: SurveySettings['texts']
  readonly team: string | null
  readonly onResolve: OnResolve
  readonly everyDays: number | string
  readonly windowHours: number | string
}

export function emptyForm(): SurveyFormValues {
  return {
    name: '',
    kind: 'csat',
    texts: [{ language: 'en', text: suggestedTexts.csat }],
    team: null,
    onResolve: 'off',
    everyDays: DEFAULT_EVERY_DAYS,
    windowHours: DEFAULT_WINDOW_HOURS
  }
}

export function formOf({ name, kind, texts, team, onResolve, everyDays, windowHours }: SurveyRow): SurveyFormValues {
  return { name, kind, texts, team, onResolve, everyDays, windowHours }
}

/** Another question, and with it another text, unless somebody has written one. */
export function changedKind(form: SurveyFormValues, kind: SurveyKind): Partial<SurveyFormValues> {
  const texts = form.texts.map((one) =>
    one.text === suggestedTexts[form.kind] ? { ...one, text: suggestedTexts[kind] } : one
  )
  return { kind, texts }
}

/** What is sent to the core; what is no number is refused there with a sentence. */
export function toSettings(form: SurveyFormValues): SurveySettings {
  return {
    ...form,
    texts: [...form.texts],
    everyDays: numberOf(form.everyDays),
    windowHours: numberOf(form.windowHours)
  }
}

/** Nothing at all is 0, which is refused with what to do. */
function numberOf(typed: number | string): number {
  return typed === '' ? 0 : Number(typed)
}
