import { t } from '../../i18n/t.ts'
import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction, useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { isNew } from './editor/unsaved.ts'
import { repliesText } from './library-words.ts'

/** What can be done with replies without opening them. */
export interface ReplyCommands {
  /** What a key is about: what is chosen, else the reply that is open. */
  readonly targets: readonly string[]
  /** What of these is listed, or open. */
  readonly rowsOf: (replies: readonly string[]) => readonly CannedReplyRow[]
  /** The reply that is deleted is left for its neighbour. @returns what leads back to it */
  readonly leave: (replies: readonly string[]) => () => void
  /** What is written there and was never saved goes. */
  readonly drop: (reply: string) => void
  /** The reply it is about has something unsaved: it is saved first. */
  readonly dirty: boolean
}

/** Review, retirement and deletion by key: for one reply, or for all that are chosen. */
export function useReviewKeys({ targets, rowsOf, leave, drop, dirty }: ReplyCommands): void {
  const run = useCommand()
  const tell = useUndoNotice()
  const runAction = useRunAction()

  function what(replies: readonly string[]): string {
    return repliesText(
      rowsOf(replies).map((row) => row.title),
      replies.length
    )
  }

  const saved = (): string[] => targets.filter((reply) => !isNew(reply))

  async function submit(): Promise<void> {
    if (dirty) return runAction('library.saveAndSubmit')
    const replies = saved()
    if (replies.length === 0) return
    if (await run('library.submit', { replies })) tell(t('Submitted for review: {what}', { what: what(replies) }))
  }

  async function approve(): Promise<void> {
    if (dirty) return runAction('library.saveAndApprove')
    const replies = saved()
    if (replies.length === 0) return
    if (await run('library.approve', { replies })) tell(t('Approved: {what}', { what: what(replies) }))
  }

  async function retire(): Promise<void> {
    const replies = saved()
    if (replies.length === 0) return
    const back = rowsOf(replies).every((row) => row.stage === 'retired')
    const about = what(replies)
    if (back) {
      if (await run('library.unretire', { replies })) tell(t('Back in use: {what}', { what: about }))
    } else if (await run('library.retire', { replies })) tell(t('Retired: {what}', { what: about }))
  }

  async function remove(): Promise<void> {
    const all = targets
    if (all.length === 0) return
    const replies = saved()
    const about = what(all)
    const back = leave(all)
    for (const reply of all) if (isNew(reply)) drop(reply)
    if (replies.length === 0) return
    if (await run('library.delete', { replies })) tell(t('Deleted: {what}', { what: about }))
    else back()
  }

  async function discard(): Promise<void> {
    const [reply, ...others] = saved()
    if (reply === undefined || others.length > 0) return
    const about = what([reply])
    if (await run('library.discardDraft', { reply })) tell(t('Discarded the draft of {what}', { what: about }))
  }

  useAction('library.submit', () => void submit())
  useAction('library.approve', () => void approve())
  useAction('library.retire', () => void retire())
  useAction('library.delete', () => void remove())
  useAction('library.discardDraft', () => void discard())
}
