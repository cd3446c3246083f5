import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'

export interface Blockable {
  readonly account: string
  readonly user: string
  readonly name: string
  /** How it stands now. */
  readonly blocked: boolean
}

/** Blocks somebody's messages, or takes them again, with the way back. */
export function useBlock(): (person: Blockable) => Promise<void> {
  const run = useCommand()
  const tell = useUndoNotice()
  return async ({ account, user, name, blocked }) => {
    const done = await run(blocked ? 'customers.unblock' : 'customers.block', { account, user })
    if (done)
      tell(
        blocked
          ? t('Unblocked {name}', { name: plainText(name) })
          : t('Blocked messages of {name}', { name: plainText(name) })
      )
  }
}
