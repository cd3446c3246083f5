import { useEffect } from 'react'
import { useRow } from '../core/use-query.ts'
import { useAction } from '../keyboard/KeyboardProvider.tsx'
import { plainText } from '../ui/plain-text.ts'
import { useNavigation } from './navigation-context.ts'
import { conversationHash, conversationOf } from './window-address.ts'

/** What the list does in the console, for a window that has none: title and address. */
export function useConversationWindow(conversation: string): void {
  const { go } = useNavigation()
  const head = useRow('thread.head', { conversation })
  const name = head === null ? '' : plainText(head.name)

  useEffect(() => {
    document.title = name === '' ? 'Backchannel' : `${name} · Backchannel`
  }, [name])

  // A reload, and the next start of the desktop, find the conversation that is shown now.
  useEffect(() => {
    history.replaceState(null, '', conversationHash(conversation))
  }, [conversation])

  useEffect(() => {
    const follow = (): void => {
      const wanted = conversationOf(location.hash)
      if (wanted !== null) go({ to: 'thread', conversation: wanted, enter: true })
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [go])

  useAction('conversation.list', () => go({ to: 'list' }))
}
