import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { stored, t } from '../../../i18n/t.ts'
import type { ImportReport } from '../../../../../shared/contract/commands.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { importWords, skippedWords } from '../import-words.ts'
import classes from './ImportDialog.module.css'

/** More than this nobody reads here; the log has all of them. */
const MOST_SHOWN = 200

export interface ImportResultProps {
  readonly report: ImportReport
  readonly dryRun: boolean
  readonly onImport: () => void
  readonly onBack: () => void
  readonly onClose: () => void
}

/** What the archive holds, or what came of it, with everything that was left out and why. */
export function ImportResult({ report, dryRun, onImport, onBack, onClose }: ImportResultProps) {
  const { go } = useNavigation()
  const [first, ...others] = importWords(report, dryRun)
  const skipped = skippedWords(report)
  return (
    <div role="status">
      <p className={classes.headline}>
        {dryRun ? null : <IconCircleCheck size={18} className={classes.good} aria-hidden="true" />}
        {first}
      </p>
      {others.map((line) => (
        <p key={line} className={classes.text}>
          {line}
        </p>
      ))}
      {skipped === null ? null : (
        <details className={classes.skipped}>
          <summary>
            <IconAlertTriangle size={14} aria-hidden="true" /> {skipped}
          </summary>
          <ul>
            {report.skipped.slice(0, MOST_SHOWN).map((entry, index) => (
              <li key={index}>
                <bdi>{entry.file}</bdi>: {stored(entry.reason)}
              </li>
            ))}
            {report.skipped.length > MOST_SHOWN ? (
              <li>{t('and {count, number} more', { count: report.skipped.length - MOST_SHOWN })}</li>
            ) : null}
          </ul>
        </details>
      )}
      <div className={classes.actions}>
        {dryRun ? (
          <>
            <Button variant="default" onClick={onBack}>
              {t('Another file')}
            </Button>
            <Button data-autofocus onClick={onImport}>
              {t('Import')}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={onClose}>
              {t('Done')}
            </Button>
            <Button data-autofocus onClick={() => go({ to: 'queue', queue: 'all' })}>
              {t('Show the conversations')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
