import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ReplyAttachment } from '../../../../../shared/domain/library/canned-reply.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useCore } from '../../../core/core-context.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { attachFile } from '../../composer/attach-file.ts'
import type { AttachmentControl } from '../../composer/use-attachment.ts'
import { replyFileRow } from '../ReplyFile/reply-file-row.ts'
import type { ReplyForm } from './reply-form.ts'

export interface ReplyFileControl extends Pick<AttachmentControl, 'attachment' | 'adding' | 'add' | 'remove'> {
  /** The file that the reply names is not here any more. */
  readonly missing: boolean
}

/** Any hash: nothing is asked about it. */
const NONE = '0'.repeat(64)

/** What a canned reply takes along, as it is being written. To be used in a component keyed by the reply. */
export function useReplyFile(form: ReplyForm, onForm: (form: ReplyForm) => void): ReplyFileControl {
  const { client } = useCore()
  const tell = useUndoNotice()
  const { attachment } = form
  const { rows, status } = useQuery('library.file', { hash: attachment?.hash ?? NONE })
  const [adding, setAdding] = useState<string | null>(null)
  /** What is to be in the form, which may have been changed while the file came. */
  const [wanted, want] = useState<{ readonly attachment: ReplyAttachment | null } | null>(null)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const put = useEffectEvent((next: ReplyAttachment | null) => onForm({ ...form, attachment: next }))
  useEffect(() => {
    if (wanted !== null) put(wanted.attachment)
  }, [wanted])

  async function add(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file) return
    if (adding !== null) {
      notifications.show({ message: t('One file at a time: {file} is still being added.', { file: adding }) })
      return
    }
    const replaced = attachment
    const name = plainText(file.name)
    setAdding(name)
    try {
      const hash = await attachFile('library', file)
      const [kept] = await client.ask('library.file', { hash })
      if (kept && mounted.current) {
        want({ attachment: { hash, name: file.name, type: kept.type, bytes: kept.size } })
        if (replaced !== null && replaced.hash !== hash) {
          const was = plainText(replaced.name)
          tell(t('{file} was replaced: one attachment per message', { file: was }), () =>
            want({ attachment: replaced })
          )
        } else if (files.length > 1) {
          tell(t('One attachment per message: only {file} was taken', { file: name }), () => want({ attachment: null }))
        }
      }
    } catch (error) {
      notifications.show({ color: 'red', title: t('Not attached'), message: errorWords(error), autoClose: 12_000 })
    }
    if (mounted.current) setAdding(null)
  }

  function remove(): void {
    if (attachment === null) return
    want({ attachment: null })
    tell(t('{file} removed', { file: plainText(attachment.name) }), () => want({ attachment }))
  }

  return {
    attachment: attachment === null ? null : replyFileRow(attachment, rows[0]),
    adding,
    missing: attachment !== null && status !== 'loading' && rows.length === 0,
    add: (files) => void add(files),
    remove
  }
}
