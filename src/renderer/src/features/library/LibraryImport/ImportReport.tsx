import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import {
  conflictChoices,
  type ConflictChoice,
  type LibraryImportReport
} from '../../../../../shared/domain/library/import-report.ts'
import { t } from '../../../i18n/t.ts'
import { formatName, wouldComeText } from '../library-import-words.ts'
import { ConflictList } from './ConflictList.tsx'
import { conflictOptions } from './conflict-options.ts'
import classes from './LibraryImport.module.css'
import { ReportLists } from './ReportLists.tsx'
import type { ImportWay } from './use-library-import.ts'

export interface ImportReportProps {
  /** Of a dry run. */
  readonly report: LibraryImportReport
  /** Why the import itself failed. */
  readonly error: string | null
  readonly onImport: (way: ImportWay) => void
  readonly onBack: () => void
}

/** What would come, what gets lost and what to look at; then how it is to come in. */
export function ImportReport({ report, error, onImport, onBack }: ImportReportProps) {
  const [approve, setApprove] = useState(false)
  const [conflicts, setConflicts] = useState<ConflictChoice>('keep')
  const [choices, setChoices] = useState<ImportWay['choices']>({})
  const brings =
    report.new + report.updated > 0 || report.conflicts.some(({ reply }) => (choices[reply] ?? conflicts) !== 'keep')

  return (
    <div>
      <p className={classes.headline} role="status">
        {report.format === null
          ? t('Nothing in it could be read as canned replies.')
          : t('{system}: {what}', { system: formatName(report.format), what: wouldComeText(report) })}
      </p>
      {error === null ? null : (
        <p className={classes.error} role="alert">
          <IconAlertTriangle size={14} aria-hidden="true" /> {error}
        </p>
      )}
      {report.conflicts.length === 0 ? null : (
        <section className={classes.conflicts} aria-label={t('Changed here and there')}>
          <NativeSelect
            label={t(
              '{count, plural, one {# reply was changed here and there since the last import} other {# replies were changed here and there since the last import}}',
              { count: report.conflicts.length }
            )}
            data={conflictOptions()}
            value={conflicts}
            onChange={(event) => {
              setConflicts(conflictChoices.find((one) => one === event.currentTarget.value) ?? 'keep')
              setChoices({})
            }}
          />
          <ConflictList
            conflicts={report.conflicts}
            choiceOf={(reply) => choices[reply] ?? conflicts}
            onChoose={(reply, choice) => setChoices({ ...choices, [reply]: choice })}
          />
        </section>
      )}
      <ReportLists report={report} />
      <div className={classes.foot}>
        {brings ? (
          <Checkbox
            label={t('Approve what has no mistake: agents can insert it at once')}
            description={t('Otherwise everything comes as a draft, for somebody to look at.')}
            checked={approve}
            onChange={(event) => setApprove(event.currentTarget.checked)}
          />
        ) : (
          <p className={classes.note}>{t('There is nothing to bring in.')}</p>
        )}
        <div className={classes.actions}>
          <Button variant="default" data-autofocus={brings ? undefined : true} onClick={onBack}>
            {t('Another file')}
          </Button>
          {brings ? (
            <Button data-autofocus onClick={() => onImport({ approve, conflicts, choices })}>
              {t('Import')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  )
}
