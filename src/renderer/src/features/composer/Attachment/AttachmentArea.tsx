import { Loader } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { rich, t } from '../../../i18n/t.ts'
import type { AttachmentControl } from '../use-attachment.ts'
import { type DropPlace, useFilesFromPage } from '../use-files-from-page.ts'
import { AttachmentPreview } from './AttachmentPreview.tsx'
import classes from './Attachment.module.css'

export interface AttachmentAreaProps {
  readonly control: Pick<AttachmentControl, 'attachment' | 'adding' | 'add' | 'remove'>
  readonly place?: DropPlace
}

/** The attachment of what is being written: where it shows, and where files arrive by paste and drop. */
export function AttachmentArea({ control, place = 'reply' }: AttachmentAreaProps) {
  const { attachment, adding, add, remove } = control
  const over = useFilesFromPage(place, add)
  return (
    <>
      {over ? (
        <div className={classes.drop} aria-hidden="true">
          <IconPaperclip size={18} stroke={1.75} />{' '}
          {place === 'reply' ? t('Drop to attach to this reply') : t('Drop to attach to this canned reply')}
        </div>
      ) : null}
      <div aria-live="polite">
        {adding === null ? null : (
          <div className={classes.adding}>
            <Loader size={14} color="gray" />{' '}
            {rich(
              'Adding <name>{file}</name>',
              { name: (inside) => <bdi className={classes.name}>{inside}</bdi> },
              { file: adding }
            )}
          </div>
        )}
        {attachment === null || adding !== null ? null : (
          <AttachmentPreview
            attachment={attachment}
            action={place === 'reply' ? 'reply.detach' : 'library.detach'}
            onRemove={remove}
          />
        )}
      </div>
    </>
  )
}
