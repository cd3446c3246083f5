import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { t } from '../../../../i18n/t.ts'
import { useAriaKeys } from '../../../../keyboard/keymap-context.ts'
import { ActionTip } from '../../../../ui/ActionButton/ActionTip.tsx'
import { ActionKeys } from '../../../../ui/Keys/ActionKeys.tsx'
import classes from './ReplyPane.module.css'
import type { AfterSave } from './use-save-reply.ts'

export interface EditorFootProps {
  readonly dirty: boolean
  /** What keeps it from being saved. */
  readonly problem: string | null
  /** Whether a text has a mistake: it can be saved, not handed on. */
  readonly broken: boolean
  /** Whether there is something to approve. */
  readonly waiting: boolean
  readonly onSave: (then: AfterSave) => void
  readonly onDiscard: () => void
}

/** Saving is a decision: nothing is saved by itself, and nothing that was written is lost. */
export function EditorFoot({ dirty, problem, broken, waiting, onSave, onDiscard }: EditorFootProps) {
  const saveKeys = useAriaKeys('library.save')
  const approvable = (dirty || waiting) && !broken
  return (
    <footer className={classes.foot}>
      <p className={classes.problem} role="status">
        {problem === null ? null : (
          <>
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" /> {problem}
          </>
        )}
      </p>
      {dirty ? (
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {t('Discard changes')}
        </Button>
      ) : null}
      <Button
        variant="default"
        aria-disabled={!dirty}
        data-disabled={!dirty || undefined}
        aria-keyshortcuts={saveKeys}
        aria-label={t('Save')}
        rightSection={<ActionKeys action="library.save" />}
        onClick={() => dirty && onSave('nothing')}
      >
        {t('Save')}
      </Button>
      <ActionTip action="library.saveAndApprove">
        <Button
          aria-disabled={!approvable}
          data-disabled={!approvable || undefined}
          aria-label={dirty ? t('Save and approve') : t('Approve')}
          rightSection={<ActionKeys action="library.saveAndApprove" />}
          onClick={() => approvable && onSave('approve')}
        >
          {dirty ? t('Save and approve') : t('Approve')}
        </Button>
      </ActionTip>
    </footer>
  )
}
