import { Progress } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import classes from './JobProgress.module.css'

export interface JobProgressProps {
  /** What is being done. */
  readonly words: string
  /** From 0 to 1; null while nobody can tell. */
  readonly progress: number | null
  /** Whether it goes on when the dialog is closed. */
  readonly goesOn: boolean
}

/** How far a job of the core is. */
export function JobProgress({ words, progress, goesOn }: JobProgressProps) {
  return (
    <div className={classes.root}>
      <p className={classes.words} role="status">
        {words}
      </p>
      <Progress
        value={progress === null ? 100 : progress * 100}
        animated={progress === null}
        aria-label={t('Progress')}
        transitionDuration={80}
      />
      {goesOn ? <p className={classes.note}>{t('You can close this and go on working.')}</p> : null}
    </div>
  )
}
