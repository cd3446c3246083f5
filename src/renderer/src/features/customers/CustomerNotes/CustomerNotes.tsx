import { t } from '../../../i18n/t.ts'
import { Button, UnstyledButton } from '@mantine/core'
import { IconPencil, IconPin, IconPlus, IconTrash } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import type { CustomerNoteRow } from '../../../../../shared/contract/customer-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './CustomerNotes.module.css'
import { NoteForm } from './NoteForm.tsx'

export interface CustomerNotesProps {
  readonly user: string
  /** The open conversation: its notes stand in the thread anyway. */
  readonly conversation: string
  readonly addButton: RefObject<HTMLButtonElement | null>
}

/** Notes about the customer, pinned, and those of their other conversations. */
export function CustomerNotes({ user, conversation, addButton }: CustomerNotesProps) {
  const rows = useQuery('customers.notes', { user }).rows.filter((row) => row.conversation !== conversation)
  const [editing, setEditing] = useState<string | null>(null)
  const run = useCommand()
  const tell = useUndoNotice()

  function close(byKey: boolean): void {
    setEditing(null)
    if (byKey) addButton.current?.focus()
  }

  async function remove(row: CustomerNoteRow): Promise<void> {
    addButton.current?.focus()
    if (await run('customers.deleteNote', { note: row.id })) tell(t('Deleted a note'))
  }

  return (
    <>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id} className={classes.note} data-pinned={row.conversation === null}>
            {editing === row.id ? (
              <NoteForm
                label={t('Note about the customer')}
                start={row.text}
                onSave={async (text) => (await run('customers.editNote', { note: row.id, text })) !== null}
                onDone={close}
              />
            ) : row.conversation === null ? (
              <Pinned row={row} onEdit={() => setEditing(row.id)} onDelete={() => void remove(row)} />
            ) : (
              <Elsewhere row={row} conversation={row.conversation} />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <NoteForm
          label={t('Note about the customer')}
          start=""
          onSave={async (text) => (await run('customers.addNote', { user, text })) !== null}
          onDone={close}
        />
      ) : null}
      <Button
        ref={addButton}
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        aria-expanded={editing === 'new'}
        onClick={() => setEditing('new')}
      >
        {t('Add a note')}
      </Button>
    </>
  )
}

interface PinnedProps {
  readonly row: CustomerNoteRow
  readonly onEdit: () => void
  readonly onDelete: () => void
}

function Pinned({ row, onEdit, onDelete }: PinnedProps) {
  return (
    <>
      <p className={classes.text} dir="auto">
        {plainText(row.text)}
      </p>
      <div className={classes.foot}>
        <IconPin size={12} role="img" aria-label={t('Pinned')} />
        <RelativeTime at={row.editedAt ?? row.at} className={classes.time} />
        <UnstyledButton
          className={classes.step}
          aria-label={t('Change the note: {text}', { text: plainText(row.text).slice(0, 60) })}
          onClick={onEdit}
        >
          <IconPencil size={14} aria-hidden="true" />
        </UnstyledButton>
        <UnstyledButton
          className={classes.step}
          aria-label={t('Delete the note: {text}', { text: plainText(row.text).slice(0, 60) })}
          onClick={onDelete}
        >
          <IconTrash size={14} aria-hidden="true" />
        </UnstyledButton>
      </div>
    </>
  )
}

function Elsewhere({ row, conversation }: { readonly row: CustomerNoteRow; readonly conversation: string }) {
  const { go } = useNavigation()
  return (
    <UnstyledButton
      className={classes.elsewhere}
      onClick={() => go({ to: 'thread', conversation, message: `note:${row.id}`, enter: true })}
    >
      <span className={classes.text} dir="auto">
        {plainText(row.text)}
      </span>
      <span className={classes.foot}>
        <bdi className={classes.where}>{plainText(row.title ?? '')}</bdi>
        <RelativeTime at={row.at} className={classes.time} />
      </span>
    </UnstyledButton>
  )
}
