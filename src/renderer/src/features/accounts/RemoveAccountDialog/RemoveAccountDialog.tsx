import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AccountRow } from '../../../../../shared/contract/rows.ts'
import { useCommand } from '../../../core/use-command.ts'

export interface RemoveAccountDialogProps {
  /** Null when closed. */
  readonly account: AccountRow | null
  readonly onClose: () => void
}

/** Says what removing an account takes away. It cannot be undone, so it is said before, not after. */
export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps) {
  const run = useCommand()
  const [busy, setBusy] = useState(false)

  async function remove(): Promise<void> {
    if (!account) return
    setBusy(true)
    const done = await run('accounts.remove', { account: account.id })
    setBusy(false)
    if (done) onClose()
  }

  return (
    <Modal
      opened={account !== null}
      onClose={onClose}
      title={t('Remove @{username} from this machine', { username: account?.username ?? '' })}
    >
      <p>
        {t(
          'Its conversations, drafts and unsent replies are deleted from this machine, and Backchannel signs out of it. At X nothing is deleted: connecting the account again brings back the last 30 days, an X archive the rest.'
        )}
      </p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('Keep it')}
        </Button>
        <Button color="red" loading={busy} onClick={() => void remove()}>
          {t('Remove @{username}', { username: account?.username ?? '' })}
        </Button>
      </Group>
    </Modal>
  )
}
