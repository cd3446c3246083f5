import { assertNever } from '../../../../shared/assert-never.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import type { OutboxStep } from '../thread/delivery-words.ts'

/** Carries out what the buttons beside an unsent reply offer. */
export function useOutboxSteps(): (step: OutboxStep, outboxId: string) => Promise<void> {
  const run = useCommand()
  const runAction = useRunAction()
  const { go } = useNavigation()
  const { client, store } = useCore()
  const tell = useUndoNotice()

  /** The text is in the draft now: shows the conversation with the cursor in it. */
  function write(conversation: string): void {
    go({ to: 'thread', conversation })
    requestAnimationFrame(() => runAction('reply.write'))
  }

  async function discard(outboxId: string): Promise<void> {
    const reply = store.peek('outbox.list', { open: true }).rows.find((row) => row.id === outboxId)
    if (!(await run('outbox.discard', { outboxId })) || !reply) return
    tell(`Reply to ${plainText(reply.title)} discarded`, () => void putBack(reply.conversation, reply.text))
  }

  async function putBack(conversation: string, text: string): Promise<void> {
    const [draft] = await client.ask('thread.draft', { conversation })
    await run('thread.saveDraft', { conversation, text: draft ? `${text}\n\n${draft.text}` : text })
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
      case 'retry':
        await run('outbox.retry', { outboxId })
        return
      case 'discard':
        await discard(outboxId)
        return
      default:
        assertNever(step)
    }
  }
}
