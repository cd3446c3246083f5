import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { MAX_NOTE_LENGTH } from '../../../../../shared/domain/draft.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { canSend, charactersLeft } from '../draft.ts'
import { DraftField } from '../DraftField/DraftField.tsx'
import { useDraft } from '../use-draft.ts'
import classes from './Composer.module.css'
import type { ReplyFieldProps } from './ReplyField.tsx'

/** An internal note about the conversation. It stays on this desk. */
export function NoteField({ head, field, focused }: ReplyFieldProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const addKeys = useAriaKeys('reply.send')
  const draft = useDraft(head.id, 'note')
  const addable = canSend(draft.text, MAX_NOTE_LENGTH)

  async function add(): Promise<void> {
    if (document.activeElement !== field.current) field.current?.focus()
    if (!addable) return
    const added = await draft.spend(
      async (text, revision) => (await run('notes.add', { conversation: head.id, text, draft: revision })) !== null
    )
    if (added) tell(t('Note added'))
  }

  useAction('reply.send', () => {
    if (document.activeElement === field.current) void add()
    else field.current?.focus()
  })

  return (
    <DraftField
      mode="note"
      conversation={head.id}
      draft={draft}
      field={field}
      focused={focused}
      label={t('Internal note about {name}', { name: plainText(head.name) })}
      left={charactersLeft(draft.text, MAX_NOTE_LENGTH)}
    >
      <span className={classes.internal}>
        <IconLock size={13} stroke={2} aria-hidden="true" /> {t('Never sent to X')}
      </span>
      <Button
        className={classes.add}
        size="compact-sm"
        aria-keyshortcuts={addKeys}
        aria-disabled={!addable}
        data-disabled={!addable || undefined}
        rightSection={<ActionKeys action="reply.send" />}
        aria-label={t('Add note')}
        onClick={() => void add()}
      >
        {t('Add note')}
      </Button>
    </DraftField>
  )
}
