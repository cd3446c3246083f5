import { UnstyledButton } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { ActionKeys } from '../../ui/Keys/ActionKeys.tsx'
import classes from './UndoNotice.module.css'

export interface UndoNoticeProps {
  /** What was done: `Resolved Ana Silva`. */
  readonly what: string
  /** Whether the undo key does the same. */
  readonly withKey: boolean
  readonly onUndo: () => void
}

/** What was done, and a button that takes it back. */
export function UndoNotice({ what, withKey, onUndo }: UndoNoticeProps) {
  return (
    <span className={classes.root}>
      <bdi className={classes.what}>{what}</bdi>
      <UnstyledButton className={classes.undo} onClick={onUndo}>
        {t('Undo')} {withKey ? <ActionKeys action="window.undo" /> : null}
      </UnstyledButton>
    </span>
  )
}
