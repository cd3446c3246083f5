import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconArrowLeft,
  IconChartBar,
  IconCheck,
  IconCopy,
  IconEyeCheck,
  IconHistory,
  IconTrash,
  IconTrashX
} from '@tabler/icons-react'
import { useState } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../keyboard/KeyboardProvider.tsx'
import { ActionButton } from '../../../../ui/ActionButton/ActionButton.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { stageText, waitingStage } from '../../library-words.ts'
import { OutcomeDialog } from '../../outcome/OutcomeDialog.tsx'
import type { ReplyForm } from '../reply-form.ts'
import { VersionsDialog } from '../Versions/VersionsDialog.tsx'
import { SendBackDialog } from './SendBackDialog.tsx'
import classes from './ReplyPane.module.css'

export interface EditorHeadProps {
  readonly reply: string
  readonly row: CannedReplyDetailRow | null
  readonly form: ReplyForm
  readonly dirty: boolean
  readonly onForm: (reply: string, form: ReplyForm | null) => void
  readonly onBack: () => void
}

/** How far a reply is, and what can be done with it. */
export function EditorHead({ reply, row, form, dirty, onForm, onBack }: EditorHeadProps) {
  const [open, setOpen] = useState<'versions' | 'outcome' | 'send-back' | null>(null)
  const close = (): void => setOpen(null)
  const waiting = row === null ? null : waitingStage(row)
  const reviewed = waiting === 'in-review'
  useAction('library.versions', () => setOpen('versions'), row !== null)
  useAction('library.outcome', () => setOpen('outcome'), row !== null && form.kind === 'reply')
  useAction('library.sendBack', () => setOpen('send-back'), reviewed)
  const retired = row?.stage === 'retired'
  return (
    <>
      <header className={classes.header}>
        <Tooltip label={t('Back to the list')}>
          <ActionIcon className={classes.back} aria-label={t('Back to the list')} onClick={onBack}>
            <IconArrowLeft size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
        <h3 className={classes.stage} data-stage={row?.stage ?? 'draft'}>
          {row === null ? (form.kind === 'fragment' ? t('New fragment') : t('New canned reply')) : stageText(row)}
          {row !== null && form.kind === 'fragment' ? <span className={classes.kind}>{t('Fragment')}</span> : null}
          {dirty ? <span className={classes.unsaved}>{t('Not saved yet')}</span> : null}
        </h3>
        <span className={classes.tools}>
          {row === null ? null : (
            <>
              {waiting === 'draft' || dirty ? (
                <ActionButton action="library.submit">
                  <IconEyeCheck size={17} stroke={1.75} />
                </ActionButton>
              ) : null}
              {reviewed ? (
                <ActionButton action="library.sendBack">
                  <IconArrowBackUp size={17} stroke={1.75} />
                </ActionButton>
              ) : null}
              {waiting !== null || dirty ? (
                <ActionButton action="library.approve">
                  <IconCheck size={17} stroke={1.75} />
                </ActionButton>
              ) : null}
              {row.approved !== null && waiting !== null ? (
                <ActionButton action="library.discardDraft">
                  <IconTrashX size={17} stroke={1.75} />
                </ActionButton>
              ) : null}
              {form.kind === 'reply' ? (
                <ActionButton action="library.outcome">
                  <IconChartBar size={17} stroke={1.75} />
                </ActionButton>
              ) : null}
              <ActionButton action="library.versions">
                <IconHistory size={17} stroke={1.75} />
              </ActionButton>
              <ActionButton action="library.duplicate">
                <IconCopy size={17} stroke={1.75} />
              </ActionButton>
              <ActionButton action="library.retire" label={retired ? t('Bring back into use') : t('Retire')}>
                {retired ? <IconArchiveOff size={17} stroke={1.75} /> : <IconArchive size={17} stroke={1.75} />}
              </ActionButton>
            </>
          )}
          <ActionButton action="library.delete">
            <IconTrash size={17} stroke={1.75} />
          </ActionButton>
        </span>
      </header>
      {row !== null && row.sentBack !== null ? (
        <div className={classes.sentBack} role="note">
          <strong>{t('Sent back:')}</strong>{' '}
          <bdi>{row.sentBack === '' ? t('no reason was given') : plainText(row.sentBack)}</bdi>
        </div>
      ) : null}
      {open === 'versions' && row !== null ? (
        <VersionsDialog
          row={row}
          dirty={dirty}
          onRolledBack={() => {
            onForm(reply, null)
            close()
          }}
          onClose={close}
        />
      ) : null}
      {open === 'outcome' && row !== null ? <OutcomeDialog row={row} onClose={close} /> : null}
      {open === 'send-back' && row !== null ? <SendBackDialog row={row} onClose={close} /> : null}
    </>
  )
}
