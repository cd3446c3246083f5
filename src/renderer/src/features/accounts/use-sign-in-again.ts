import { useCommand } from '../../core/use-command.ts'
import { useNavigation } from '../../shell/navigation-context.ts'

/** Renews X's permission for an account, with the app and addresses it has: only X's own page is left to do. */
export function useSignInAgain(): (account: string) => Promise<void> {
  const run = useCommand()
  const { go } = useNavigation()
  return async (account) => {
    if (await run('accounts.signInAgain', { account })) go({ to: 'overlay', overlay: 'connect' })
  }
}
