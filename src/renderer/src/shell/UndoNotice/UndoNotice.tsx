import { UnstyledButton } from '@mantine/core'
import { actionOf } from '../../keyboard/actions.ts'
import { Keys } from '../../ui/Keys/Keys.tsx'
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
        Undo {withKey ? <Keys keys={actionOf('window.undo').keys[0] ?? ''} /> : null}
      </UnstyledButton>
    </span>
  )
}
