import { assertNever } from '../../../../shared/assert-never.ts'
import type { SurveyRefusal } from '../../../../shared/contract/survey-rows.ts'
import { type Doubt, type ScoreKind, scales, type SurveyKind } from '../../../../shared/domain/survey/survey.ts'
import type { OnResolve } from '../../../../shared/domain/survey/survey-settings.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'
import { formatAhead } from '../../ui/time.ts'

export const kindWords: Readonly<Record<SurveyKind, Message>> = {
  csat: msg('Score from 1 to 5 (CSAT)'),
  nps: msg('Score from 0 to 10 (NPS)'),
  open: msg('Open question')
}

export const onResolveWords: Readonly<Record<OnResolve, Message>> = {
  off: msg('By hand only'),
  offer: msg('Offer it'),
  automatic: msg('Send it by itself')
}

const doubtWords: Readonly<Record<Doubt, Message>> = {
  range: msg('It names two scores.'),
  half: msg('It is between two scores.'),
  scale: msg('It is on another scale.'),
  negated: msg('It says what it is not.'),
  hedged: msg('It is not plain whether it is meant so.'),
  question: msg('It is a question.'),
  several: msg('It says different things.'),
  contradiction: msg('The words speak against the number.'),
  face: msg('It is a face, not a number.'),
  words: msg('There are other words around it.'),
  later: msg('It may answer what was written after the survey.')
}

export function doubtText(why: Doubt): string {
  return t(doubtWords[why])
}

/** `4 of 5` */
export function scoreText(kind: SurveyKind, score: number): string {
  return t('{score, number} of {most, number}', { score, most: kind === 'open' ? score : scales[kind].highest })
}

/** All scores there are, the lowest first. */
export function scoresOf(kind: ScoreKind): readonly number[] {
  const { lowest, highest } = scales[kind]
  return Array.from({ length: highest - lowest + 1 }, (_, nth) => lowest + nth)
}

/** Why a survey cannot be sent, and what to do. @param now ms since 1970 */
export function refusalText(refusal: SurveyRefusal, now: number): string {
  switch (refusal.why) {
    case 'opted-out':
      return t('This customer wants no surveys. The customer panel says since when.')
    case 'asked':
      return t('This customer was asked not long ago, and can be asked again {time}.', {
        time: formatAhead(refusal.until, now)
      })
    case 'not-written':
      return t('Surveys go to customers who wrote to you, and not again before they write again.')
    case 'group':
      return t('Surveys go to one customer at a time, not into groups.')
    default:
      return assertNever(refusal)
  }
}
