import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { JobProgress } from '../../../ui/JobProgress/JobProgress.tsx'

/** How far it is, as the core tells. */
export function RunningImport({ dryRun }: { readonly dryRun: boolean }) {
  const job = useQuery('jobs.list', {}).rows.find((row) => row.kind === 'library-import' && row.state === 'running')
  return (
    <JobProgress
      words={dryRun ? t('Looking into it…') : t('Importing…')}
      progress={job?.progress ?? null}
      goesOn={!dryRun}
    />
  )
}
