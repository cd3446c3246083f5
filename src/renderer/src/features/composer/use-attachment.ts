import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { AttachmentRow } from '../../../../shared/contract/rows.ts'
import { errorWords } from '../../core/error-words.ts'
import { useCommand } from '../../core/use-command.ts'
import { useRow } from '../../core/use-query.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { attachFile } from './attach-file.ts'

export interface AttachmentControl {
  readonly attachment: AttachmentRow | null
  /** Name of the file that is just being taken in; null when none is. */
  readonly adding: string | null
  /** Whether the file of a canned reply is being taken over. */
  readonly taking: boolean
  /** Takes the first of the files; X takes one per message. */
  readonly add: (files: readonly File[]) => void
  readonly remove: () => void
  /**
   * Takes what a canned reply takes along, unless there is an attachment already.
   * @returns the id of the new attachment; null when none came
   */
  readonly takeCanned: (version: string, name: string) => Promise<string | null>
}

/** What the reply takes along: kept by the core, like its text. To be used in a component keyed by conversation. */
export function useAttachment(conversation: string): AttachmentControl {
  const run = useCommand()
  const tell = useUndoNotice()
  const attachment = useRow('thread.attachment', { conversation })
  const [adding, setAdding] = useState<string | null>(null)
  /** How many are taken over from canned replies; too quick to be shown. */
  const [taking, setTaking] = useState(0)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  async function add(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file) return
    if (adding !== null) {
      notifications.show({ message: t('One file at a time: {file} is still being added.', { file: adding }) })
      return
    }
    const replaced = attachment
    setAdding(plainText(file.name))
    try {
      await attachFile(conversation, file)
      if (replaced)
        tell(t('{file} was replaced: one attachment per message', { file: plainText(replaced.name) }), () =>
          putBack(replaced.id)
        )
      else if (files.length > 1)
        tell(t('One attachment per message: only {file} was taken', { file: plainText(file.name) }), remove)
    } catch (error) {
      notifications.show({ color: 'red', title: t('Not attached'), message: errorWords(error), autoClose: 12_000 })
    }
    if (mounted.current) setAdding(null)
  }

  function putBack(id: string): void {
    void run('thread.reattach', { conversation, attachment: id })
  }

  function remove(): void {
    if (attachment) void takeOut(attachment)
  }

  async function takeOut({ id, name }: AttachmentRow): Promise<void> {
    if (await run('thread.detach', { conversation, attachment: id })) {
      tell(t('{file} removed', { file: plainText(name) }), () => putBack(id))
    }
  }

  async function takeCanned(version: string, name: string): Promise<string | null> {
    setTaking((now) => now + 1)
    const done = await run('library.attach', { conversation, version })
    setTaking((now) => now - 1)
    if (done === null) return null
    const { result } = done
    switch (result.kind) {
      case 'attached':
        return result.attachment
      case 'there':
        return null
      case 'taken': {
        const names = { present: plainText(result.name), file: plainText(name) }
        notifications.show({
          message: t('{present} stays, and {file} was not added: one attachment per message', names)
        })
        return null
      }
      case 'missing':
        notifications.show({
          color: 'red',
          title: t('Not attached'),
          message: t('The file {file} of this canned reply is not here any more. Attach it again in the library.', {
            file: plainText(name)
          }),
          autoClose: 12_000
        })
        return null
      default:
        return assertNever(result)
    }
  }

  return { attachment, adding, taking: taking > 0, add: (files) => void add(files), remove, takeCanned }
}
