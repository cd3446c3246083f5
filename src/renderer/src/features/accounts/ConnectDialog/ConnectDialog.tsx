import { Modal } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { useRow } from '../../../core/use-query.ts'
import { ConnectForm } from './ConnectForm.tsx'
import { SignInProgress } from './SignInProgress.tsx'

export interface ConnectDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Connecting an X account, step by step. Closing it leaves a sign-in that is under way as it is. */
export function ConnectDialog({ opened, onClose }: ConnectDialogProps) {
  const again = useRow('accounts.sign-in', {})?.again ?? null
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={again === null ? t('Connect your X account') : t('Sign in to @{username} again', { username: again })}
      size={560}
    >
      <ConnectSteps onClose={onClose} />
    </Modal>
  )
}

function ConnectSteps({ onClose }: { readonly onClose: () => void }) {
  const signIn = useRow('accounts.sign-in', {})
  return signIn ? <SignInProgress signIn={signIn} onClose={onClose} /> : <ConnectForm />
}
