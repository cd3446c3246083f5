import { stored, t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { JobProgress } from '../../../ui/JobProgress/JobProgress.tsx'

/** How far the import is, as the core tells. */
export function ImportProgress({ dryRun }: { readonly dryRun: boolean }) {
  const job = useQuery('jobs.list', {}).rows.find((row) => row.kind === 'import' && row.state === 'running')
  const doing = dryRun ? t('Looking into the archive…') : t('Importing…')
  return (
    <JobProgress
      words={job ? `${doing} ${stored(job.detail)}` : doing}
      progress={job?.progress ?? null}
      goesOn={!dryRun}
    />
  )
}
