import { notifications } from '@mantine/notifications'
import { t } from '../../i18n/t.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'

/** The key that says: the next promise of the open conversation is kept. */
export function useOpenPromise(conversation: string | null): void {
  const { client } = useCore()
  const run = useCommand()
  const tell = useUndoNotice()

  async function done(): Promise<void> {
    if (conversation === null) return
    const [next] = await client.ask('followUps.list', { conversation })
    if (next === undefined) notifications.show({ message: t('Nothing is promised here.') })
    else if (await run('followUps.done', { followUp: next.id })) tell(t('Done: {what}', { what: plainText(next.text) }))
  }

  useAction('conversation.followUpDone', () => void done(), conversation !== null)
}
