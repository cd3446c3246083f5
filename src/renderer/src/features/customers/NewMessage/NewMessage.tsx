import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { splitConversationKey } from '../../../../../shared/domain/ids.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ChoiceDialog } from '../../../ui/Choices/ChoiceDialog.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { useStartThread } from '../use-start-thread.ts'
import classes from './NewMessage.module.css'
import { PersonCard } from './PersonCard.tsx'
import { PersonPicker } from './PersonPicker.tsx'

/** Begins a conversation: whom to write to, whether they take messages, and from which account. */
export function NewMessage({ onClose }: { readonly onClose: () => void }) {
  const [user, setUser] = useState<string | null>(null)
  return (
    <ChoiceDialog
      label={t('New message')}
      size={560}
      onClose={onClose}
      // From the profile back to the choice, and from there out.
      onEscape={user === null ? onClose : () => setUser(null)}
    >
      <NewMessageDialog user={user} onUser={setUser} />
    </ChoiceDialog>
  )
}

function NewMessageDialog({
  user,
  onUser
}: {
  /** Who was picked; null while nobody is. */
  readonly user: string | null
  readonly onUser: (user: string | null) => void
}) {
  const { state, go } = useNavigation()
  const start = useStartThread()
  const accounts = useQuery('accounts.list', {}).rows.filter((row) => !row.archiveOnly)
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const open = state.conversation === null ? null : splitConversationKey(state.conversation).accountId
  const account =
    [picked, state.account, open].find((id) => accounts.some((row) => row.id === id)) ?? accounts[0]?.id ?? null
  const setLeaving = useFocusBack()

  async function write(): Promise<void> {
    if (account === null || user === null) return
    // The focus goes to the new thread.
    setLeaving(true)
    if (!(await start(account, user))) setLeaving(false)
  }

  return (
    <>
      {account === null ? (
        <div className={classes.state}>
          <EmptyState
            icon={<IconPlugConnected size={32} stroke={1.5} />}
            title={t('No X account is connected')}
            actions={
              <Button data-autofocus onClick={() => go({ to: 'overlay', overlay: 'connect' })}>
                {t('Connect your X account')}
              </Button>
            }
          >
            {t('New messages leave from an account that is connected to X.')}
          </EmptyState>
        </div>
      ) : user === null ? (
        <PersonPicker
          accounts={accounts}
          account={account}
          text={text}
          onText={setText}
          onAccount={setPicked}
          onPick={onUser}
        />
      ) : (
        <PersonCard
          account={account}
          user={user}
          from={accounts.length > 1 ? (accounts.find((row) => row.id === account) ?? null) : null}
          onBack={() => onUser(null)}
          onWrite={() => void write()}
        />
      )}
    </>
  )
}
