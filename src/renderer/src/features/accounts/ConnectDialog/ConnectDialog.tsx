import { Modal } from '@mantine/core'
import { useRow } from '../../../core/use-query.ts'
import { ConnectForm } from './ConnectForm.tsx'
import { SignInProgress } from './SignInProgress.tsx'

export interface ConnectDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Connecting an X account, step by step. Closing it leaves a sign-in that is under way as it is. */
export function ConnectDialog({ opened, onClose }: ConnectDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Connect your X account"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ConnectSteps onClose={onClose} />
    </Modal>
  )
}

function ConnectSteps({ onClose }: { readonly onClose: () => void }) {
  const signIn = useRow('accounts.sign-in', {})
  return signIn ? <SignInProgress signIn={signIn} onClose={onClose} /> : <ConnectForm />
}
