import type { AskedSurveyRow } from '../../../../../shared/contract/survey-rows.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { doubtText, scoreText } from '../survey-words.ts'
import classes from './SurveyLine.module.css'

/** Where a survey stands, in a few words. */
export function SurveyState({ asked }: { readonly asked: AskedSurveyRow }) {
  const { kind, answer } = asked
  const name = <bdi className={classes.name}>{plainText(asked.name)}</bdi>
  if (answer === null || answer.state === 'none') {
    return (
      <p className={classes.text}>
        {answer === null ? t('No answer to the survey yet') : t('No score')} {name} <RelativeTime at={asked.askedAt} />
      </p>
    )
  }
  if (answer.state === 'asking') {
    return (
      <p className={classes.text} title={answer.why === null ? undefined : doubtText(answer.why)}>
        {t('Is this a score?')}{' '}
        {answer.said === null ? null : <bdi className={classes.said}>“{plainText(answer.said)}”</bdi>}
      </p>
    )
  }
  return (
    <p className={classes.text}>
      {answer.state === 'words' || answer.score === null ? (
        t('Answered the survey')
      ) : (
        <strong>{t('Score: {score}', { score: scoreText(kind, answer.score) })}</strong>
      )}{' '}
      {name} <RelativeTime at={answer.at} />
    </p>
  )
}
