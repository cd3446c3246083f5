import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { useCommand } from '../../../../core/use-command.ts'
import { Dialog } from '../../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import classes from './ReplyPane.module.css'

export interface SendBackDialogProps {
  readonly row: CannedReplyDetailRow
  readonly onClose: () => void
}

/** Why a reply goes back from review to its author. */
export function SendBackDialog({ row, onClose }: SendBackDialogProps) {
  const run = useCommand()
  const [why, setWhy] = useState('')
  const [sending, setSending] = useState(false)

  async function send(): Promise<void> {
    if (sending) return
    setSending(true)
    const done = await run('library.sendBack', { reply: row.id, why })
    setSending(false)
    if (done) onClose()
  }

  return (
    <Dialog
      title={t('Send back {title}', { title: plainText(row.newest.content.title) })}
      size={440}
      onClose={onClose}
      onKey={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
        void send()
        return true
      }}
    >
      <Textarea
        data-autofocus
        label={t('What is to be changed')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1_000}
        dir="auto"
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button onClick={() => void send()}>{t('Send back')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
