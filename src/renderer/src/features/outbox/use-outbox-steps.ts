import { notifications } from '@mantine/notifications'
import { assertNever } from '../../../../shared/assert-never.ts'
import { useCommand } from '../../core/use-command.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import type { OutboxStep } from '../thread/delivery-words.ts'

/** Carries out what the buttons beside an unsent reply offer. */
export function useOutboxSteps(): (step: OutboxStep, outboxId: string) => Promise<void> {
  const run = useCommand()
  const runAction = useRunAction()
  const { go } = useNavigation()

  /** The text is in the draft now: shows the conversation with the cursor in it. */
  function write(conversation: string): void {
    go({ to: 'thread', conversation })
    requestAnimationFrame(() => runAction('reply.write'))
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
        if (await run('outbox.discard', { outboxId })) notifications.show({ message: 'Reply discarded.' })
        return
      default:
        assertNever(step)
    }
  }
}
