import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useComplete } from './required-context.ts'
import type { ListPlace } from './use-leaving.ts'
import { useSelection } from './use-selection.ts'
import { useTriage } from './use-triage.ts'

/** Resolving the chosen conversations, or the open one; reopening when all of them are resolved. */
export function useResolveAction(place: ListPlace): void {
  const run = useCommand()
  const triage = useTriage(place)
  const { selection } = useSelection()
  const completeFirst = useComplete()

  async function resolve(): Promise<void> {
    const conversations = [...triage.targets()]
    const known = triage.known(conversations)
    if (known.length > 0 && known.every((row) => row.status === 'resolved')) {
      await triage.change(
        conversations,
        () => run('inbox.reopen', { conversations }),
        (what) => t('Reopened {what}', { what })
      )
    } else {
      const complete = completeFirst(conversations)
      // Nothing to ask: the next one must be open before the next key.
      if (complete !== true && !(await complete)) return
      await triage.leave(
        conversations,
        () => run('inbox.resolve', { conversations }),
        (what) => t('Resolved {name}', { name: what })
      )
    }
  }

  useAction('conversation.resolve', () => void resolve(), place.selected !== null || selection.chosen.size > 0)
}
