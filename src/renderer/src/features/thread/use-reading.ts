import { useEffect, useState } from 'react'
import { useAttention } from '../../core/use-attention.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'
import { targetsOf } from '../inbox/selection.ts'
import { useSelection } from '../inbox/use-selection.ts'

/** Walking past is not reading: a conversation counts as read once it has been open this long. Milliseconds. */
const GLANCE = 400

/**
 * Marks the open conversation read while somebody can see it. One that was marked unread by hand stays so until it is
 * left and opened again.
 */
export function useReading(conversation: string, unread: number): void {
  const run = useCommand()
  const { go } = useNavigation()
  const { selection } = useSelection()
  const attention = useAttention()
  const [keptUnread, setKeptUnread] = useState<string | null>(null)
  if (keptUnread !== null && keptUnread !== conversation) setKeptUnread(null)
  const due = unread > 0 && attention && keptUnread !== conversation
  useEffect(() => {
    if (!due) return
    const timer = setTimeout(() => void run('inbox.markRead', { conversations: [conversation] }), GLANCE)
    return () => clearTimeout(timer)
    // `run` is a new function with each render and would start the wait again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [conversation, due])
  useAction('conversation.unread', () => {
    const conversations = [...targetsOf(selection, conversation)]
    if (conversations.includes(conversation)) setKeptUnread(conversation)
    void run('inbox.markUnread', { conversations })
    go({ to: 'list' })
  })
}
