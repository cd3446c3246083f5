import { notifications } from '@mantine/notifications'
import { useCore } from '../core/core-context.ts'
import { useCommand } from '../core/use-command.ts'
import { useQuery } from '../core/use-query.ts'
import { useOutboxSteps } from '../features/outbox/use-outbox-steps.ts'
import { useAction } from '../keyboard/KeyboardProvider.tsx'
import { useNavigation } from './navigation-context.ts'
import { planUndo } from './plan-undo.ts'

/** What `z` does: takes back a reply that has not left, with what was done since; else the last action. */
export function useUndo(): void {
  const { store } = useCore()
  const run = useCommand()
  const { go } = useNavigation()
  const step = useOutboxSteps()
  // Kept live, so that the key finds the answer there.
  useQuery('undo.next', {})
  useQuery('outbox.list', { open: true })

  async function undo(): Promise<void> {
    const plan = planUndo(store.peek('outbox.list', { open: true }).rows, store.peek('undo.next', {}).rows[0] ?? null)
    if (plan.action) {
      const done = await run('undo.run', {})
      const label = done?.result.label
      const [conversation] = done?.result.conversations ?? []
      if (plan.reply === null && conversation !== undefined) go({ to: 'conversation', conversation })
      notifications.hide('undo-notice')
      if (label) notifications.show({ message: `Undone: ${label.toLowerCase()}` })
    }
    if (plan.reply !== null) await step('undo', plan.reply)
    else if (!plan.action) notifications.show({ message: 'There is nothing to undo.' })
  }

  useAction('window.undo', () => void undo())
}
