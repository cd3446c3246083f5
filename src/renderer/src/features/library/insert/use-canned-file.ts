import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useCommand } from '../../../core/use-command.ts'
import type { AttachmentControl } from '../../composer/use-attachment.ts'
import { isLeft } from './inserted.ts'

/** Takes over what a version takes along. `text`: as it was inserted. */
export type TakeFile = (inserted: { readonly version: string; readonly name: string; readonly text: string }) => void

interface Placed {
  readonly text: string
  /** Whether the text stands in the field as it was inserted. */
  written: boolean
  /** The text was undone, and the file went with it. */
  undone: boolean
}

/**
 * Brings the file of a canned reply into the draft with its text. Undoing the text takes the file out, redoing it brings it
 * back. To be used in a component keyed by conversation.
 */
export function useCannedFile(
  conversation: string,
  field: RefObject<HTMLTextAreaElement | null>,
  attached: Pick<AttachmentControl, 'attachment' | 'takeCanned'>
): TakeFile {
  const run = useCommand()
  /** Id of an attachment → what it came with. */
  const placed = useRef(new Map<string, Placed>())
  const isWritten = (text: string): boolean => field.current?.value.includes(text) ?? false

  const stepped = useEffectEvent((event: Event) => {
    if (event.target !== field.current || !(event instanceof InputEvent)) return
    const present = attached.attachment?.id ?? null
    for (const [attachment, file] of placed.current) {
      const [before, now] = [file.written, isWritten(file.text)]
      file.written = now
      // An undo within a text that was changed since leaves most of its words.
      const gone = !now && (before || !isLeft(file.text, field.current?.value ?? ''))
      if (event.inputType === 'historyUndo' && attachment === present && gone) {
        file.undone = true
        void run('thread.detach', { conversation, attachment })
      } else if (event.inputType === 'historyRedo' && file.undone && present === null && now) {
        file.undone = false
        void run('thread.reattach', { conversation, attachment })
      }
    }
  })
  useEffect(() => {
    const listener = (event: Event): void => stepped(event)
    document.addEventListener('input', listener)
    return () => document.removeEventListener('input', listener)
  }, [])

  async function take({ version, name, text }: Parameters<TakeFile>[0]): Promise<void> {
    const attachment = await attached.takeCanned(version, name)
    if (attachment === null) return
    const written = field.current === null || isWritten(text)
    placed.current.set(attachment, { text, written, undone: !written })
    if (written) return
    // It was undone before the file came.
    await run('thread.detach', { conversation, attachment })
  }

  return (inserted) => void take(inserted)
}
