import { Progress } from '@mantine/core'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import classes from './LibraryImport.module.css'

/** How far it is, as the core tells. */
export function RunningImport({ dryRun }: { readonly dryRun: boolean }) {
  const job = useQuery('jobs.list', {}).rows.find((row) => row.kind === 'library-import' && row.state === 'running')
  const known = job?.progress ?? null
  return (
    <div className={classes.progress}>
      <p className={classes.text} role="status">
        {dryRun ? t('Looking into it…') : t('Importing…')}
      </p>
      <Progress
        value={known === null ? 100 : known * 100}
        animated={known === null}
        aria-label={t('Progress')}
        transitionDuration={80}
      />
      {dryRun ? null : <p className={classes.note}>{t('You can close this and go on working.')}</p>}
    </div>
  )
}
