import { notifications } from '@mantine/notifications'
import { useRef } from 'react'
import { t } from '../i18n/t.ts'
import { useCore } from '../core/core-context.ts'
import { useCommand } from '../core/use-command.ts'
import { useQuery } from '../core/use-query.ts'
import { useOutboxSteps } from '../features/outbox/use-outbox-steps.ts'
import { useAction } from '../keyboard/KeyboardProvider.tsx'
import { useNavigation } from './navigation-context.ts'
import { planUndo } from './plan-undo.ts'
import { refusedWords, undoLabel } from './undo-words.ts'

/** What `z` does: takes back a reply that has not left, with what was done since; else the last action. */
export function useUndo(): void {
  const { store } = useCore()
  const run = useCommand()
  const { go } = useNavigation()
  const step = useOutboxSteps()
  // Kept live, so that the key finds the answer there.
  useQuery('undo.next', {})
  useQuery('outbox.list', { open: true })
  useQuery('requests.list', {})

  /** One after the other: the next press is about what stands there after the one before. */
  const before = useRef<Promise<void>>(Promise.resolve())

  async function undo(): Promise<void> {
    const next = store.peek('undo.next', {}).rows[0] ?? null
    const plan = planUndo(store.peek('outbox.list', { open: true }).rows, next, store.peek('requests.list', {}).rows)
    if (plan.request !== null) {
      if (await run('requests.undo', { requestId: plan.request }))
        notifications.show({ message: t('The message is kept.') })
      return
    }
    if (plan.action) {
      // What this window offered, and nothing else: another window may have been quicker.
      const done = await run('undo.run', { entry: next?.id ?? null })
      const label = done?.result.label
      const [conversation] = done?.result.conversations ?? []
      if (plan.reply === null && conversation !== undefined) go({ to: 'conversation', conversation })
      notifications.hide('undo-notice')
      if (done?.result.refused) notifications.show({ message: refusedWords(done.result.refused) })
      if (label) notifications.show({ message: t('Undone: {label}', { label: undoLabel(label) }) })
    }
    if (plan.reply !== null) await step('undo', plan.reply)
    else if (!plan.action) notifications.show({ message: t('There is nothing to undo.') })
  }

  useAction('window.undo', () => {
    before.current = before.current.then(undo)
  })
}
