import { Button } from '@mantine/core'
import { useQuery, useRow } from '../../../core/use-query.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import panel from '../../customers/CustomerPane/CustomerPane.module.css'
import { Fact } from '../../customers/CustomerPane/Fact.tsx'
import { scoreText } from '../survey-words.ts'
import classes from './CustomerSurveys.module.css'

export interface CustomerSurveysProps {
  readonly user: string
  readonly name: string
}

/** What the customer said in surveys, and whether they want to be asked. Nothing where no surveys are sent. */
export function CustomerSurveys({ user, name }: CustomerSurveysProps) {
  const row = useRow('surveys.ofCustomer', { user })
  const surveys = useQuery('surveys.list', {}).rows.length
  const run = useCommand()
  const tell = useUndoNotice()
  if (row === null || (surveys === 0 && row.lastAskedAt === null && row.optedOutAt === null)) return null
  const isOut = row.optedOutAt !== null
  const [last, ...earlier] = row.scores

  async function change(): Promise<void> {
    const done = await run('surveys.setOptOut', { user, out: !isOut })
    if (done === null) return
    const who = { name: plainText(name) }
    tell(isOut ? t('{name} may be asked again', who) : t('No more surveys for {name}', who))
  }

  return (
    <section className={panel.section} aria-label={t('Surveys')}>
      <h2 className={panel.title}>{t('Surveys')}</h2>
      <dl className={panel.facts}>
        {last === undefined ? null : (
          <Fact name={t('Last score')}>
            {scoreText(last.kind, last.score)} · <RelativeTime at={last.at} />
          </Fact>
        )}
        {earlier.length === 0 ? null : (
          <Fact name={t('Before||earlier scores')}>
            {earlier
              .slice(0, 5)
              .map(({ kind, score }) => scoreText(kind, score))
              .join(', ')}
          </Fact>
        )}
        {row.lastAskedAt === null ? null : (
          <Fact name={t('Last asked')}>
            <RelativeTime at={row.lastAskedAt} />
          </Fact>
        )}
      </dl>
      {row.optedOutAt === null ? null : (
        <p className={classes.out}>
          {row.optedOutByCustomer ? t('Wants no surveys, said so') : t('Gets no surveys, as the team decided')}{' '}
          <RelativeTime at={row.optedOutAt} />
        </p>
      )}
      <Button className={classes.button} size="compact-sm" variant="default" onClick={() => void change()}>
        {isOut ? t('Allow surveys again') : t('No more surveys')}
      </Button>
    </section>
  )
}
