import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { NoteRow } from '../../../../../shared/contract/rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatClock, formatExact } from '../../../ui/time.ts'
import classes from './NoteItem.module.css'

export interface NoteItemProps {
  readonly row: NoteRow
  /** What somebody came for, e.g. a hit of the search. */
  readonly target: boolean
  readonly onEdit: (row: NoteRow) => void
}

/** An internal note among the messages: on another surface, across the middle, so that nobody takes it for a message. */
export function NoteItem({ row, target, onEdit }: NoteItemProps) {
  const run = useCommand()
  const tell = useUndoNotice()

  async function remove(): Promise<void> {
    if (await run('notes.delete', { note: row.noteId })) tell(t('Note deleted'))
  }

  return (
    <article
      className={classes.root}
      aria-label={t('Internal note, {time}', { time: formatExact(row.at) })}
      data-target={target}
    >
      <div className={classes.note}>
        <div className={classes.head}>
          <IconLock size={12} stroke={2} aria-hidden="true" />
          <span>{t('Internal note')}</span>
          <time className={classes.time} dateTime={new Date(row.at).toISOString()} title={formatExact(row.at)}>
            {formatClock(row.at)}
          </time>
          {row.editedAt === null ? null : <span title={formatExact(row.editedAt)}>{t('edited')}</span>}
          <span className={classes.actions}>
            <Tooltip label={t('Edit this note')}>
              <ActionIcon size={24} aria-label={t('Edit this note')} onClick={() => onEdit(row)}>
                <IconPencil size={14} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('Delete this note')}>
              <ActionIcon size={24} aria-label={t('Delete this note')} onClick={() => void remove()}>
                <IconTrash size={14} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          </span>
        </div>
        <p className={classes.text} dir="auto">
          {plainText(row.text)}
        </p>
      </div>
    </article>
  )
}
