import { t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { OutboxRow } from '../../../../shared/contract/rows.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import type { OutboxStep } from '../thread/delivery-words.ts'
import { useAskTime } from './schedule-context.ts'

/** Carries out what the buttons beside an unsent reply offer. */
export function useOutboxSteps(): (step: OutboxStep, outboxId: string) => Promise<void> {
  const run = useCommand()
  const runAction = useRunAction()
  const { go } = useNavigation()
  const { client, store } = useCore()
  const tell = useUndoNotice()
  const askTime = useAskTime()

  /** The text is in the draft now: shows the conversation with the cursor in it. */
  function write(conversation: string): void {
    // One that is still on its way takes the cursor when it comes; one that is open already has its composer.
    go({ to: 'thread', conversation, write: true })
    requestAnimationFrame(() => runAction('reply.write'))
  }

  async function discard(outboxId: string): Promise<void> {
    const reply = store.peek('outbox.list', { open: true }).rows.find((row) => row.id === outboxId)
    if (!(await run('outbox.discard', { outboxId })) || !reply) return
    tell(t('Reply to {name} discarded', { name: plainText(reply.title) }), () => void putBack(reply))
  }

  async function reschedule(outboxId: string): Promise<void> {
    const reply = store.peek('outbox.list', { open: true }).rows.find((row) => row.id === outboxId)
    const sendAt = await askTime({ title: t('Change the time'), at: reply?.scheduledAt ?? null })
    if (sendAt !== null) await run('outbox.reschedule', { outboxId, sendAt })
  }

  async function putBack({ conversation, text, attachment }: OutboxRow): Promise<void> {
    if (attachment) await run('thread.reattach', { conversation, attachment: attachment.id })
    if (text === '') return write(conversation)
    const [draft] = await client.ask('thread.draft', { conversation, mode: 'reply' })
    await run('thread.saveDraft', {
      conversation,
      text: draft ? `${text}\n\n${draft.text}` : text,
      base: draft?.revision ?? null,
      revision: crypto.randomUUID()
    })
    write(conversation)
  }

  return async (step, outboxId) => {
    switch (step) {
      case 'undo': {
        const done = await run('outbox.undo', { outboxId })
        if (done) write(done.result.conversation)
        return
      }
      case 'edit': {
        const done = await run('outbox.edit', { outboxId })
        if (done) write(done.result.conversation)
        return
      }
      case 'sendNow':
        await run('outbox.sendNow', { outboxId })
        return
      case 'reschedule':
        await reschedule(outboxId)
        return
      case 'retry':
        await run('outbox.retry', { outboxId })
        return
      case 'share':
        await run('outbox.share', { outboxId })
        return
      case 'discard':
        await discard(outboxId)
        return
      default:
        assertNever(step)
    }
  }
}
