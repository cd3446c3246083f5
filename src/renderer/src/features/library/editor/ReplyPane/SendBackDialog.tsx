import { Button, Modal, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { t } from '../../../../i18n/t.ts'
import { useCommand } from '../../../../core/use-command.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { useFocusBack } from '../../../../ui/use-focus-back.ts'
import classes from './ReplyPane.module.css'

export interface SendBackDialogProps {
  readonly row: CannedReplyDetailRow
  readonly onClose: () => void
}

/** Why a reply goes back from review to its author. */
export function SendBackDialog({ row, onClose }: SendBackDialogProps) {
  const run = useCommand()
  const [why, setWhy] = useState('')
  useFocusBack()

  async function send(): Promise<void> {
    if (await run('library.sendBack', { reply: row.id, why })) onClose()
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Send back {title}', { title: plainText(row.newest.content.title) })}
      size={440}
      closeOnEscape={false}
      returnFocus={false}
      onKeyDown={press}
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
    </Modal>
  )
}
