import { useCommand } from '../../core/use-command.ts'
import { useRunAction } from '../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../shell/navigation-context.ts'

/** Opens the conversation with somebody, with the cursor where the message is written. @returns whether that worked */
export function useStartThread(): (account: string, user: string) => Promise<boolean> {
  const run = useCommand()
  const runAction = useRunAction()
  const { state, go } = useNavigation()
  return async (account, user) => {
    const done = await run('thread.start', { account, user })
    if (!done) return false
    const { conversation } = done.result
    go({ to: 'thread', conversation, write: true })
    // One that is open already has its composer.
    if (state.conversation === conversation) requestAnimationFrame(() => runAction('reply.write'))
    return true
  }
}
