import { notifications } from '@mantine/notifications'
import { t } from '../../i18n/t.ts'
import { useCore } from '../../core/core-context.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { categoryWords } from './triage-words.tsx'

/** The key that takes the category which is suggested for the open conversation. */
export function useSuggestion(conversation: string | null): void {
  const { client } = useCore()
  const run = useCommand()
  const tell = useUndoNotice()

  async function accept(): Promise<void> {
    if (conversation === null) return
    const [suggested] = await client.ask('categories.suggestion', { conversation })
    if (!suggested) {
      notifications.show({ message: t('No category is suggested here.') })
      return
    }
    const { category } = suggested
    if (await run('inbox.setCategory', { conversations: [conversation], category })) {
      tell(t('Category: {category}', { category: t(categoryWords[category]) }))
    }
  }

  useAction('conversation.acceptCategory', () => void accept(), conversation !== null)
}
