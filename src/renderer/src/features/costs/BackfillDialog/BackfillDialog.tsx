import { Modal } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { BackfillChoices } from './BackfillChoices.tsx'

export interface BackfillDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** How far back each account is read. The choice can be widened later. */
export function BackfillDialog({ opened, onClose }: BackfillDialogProps) {
  const rows = useQuery('sync.backfill', {}).rows
  const accounts = useQuery('accounts.list', {}).rows
  // Those that wait for an answer first.
  const row = rows.find((each) => each.state === 'asking') ?? rows.find((each) => each.state === 'resumable')
  return (
    <Modal opened={opened} onClose={onClose} title={t('Older messages')}>
      {row ? (
        <BackfillChoices
          key={row.id}
          row={row}
          username={accounts.find((account) => account.id === row.id)?.username ?? row.id}
          onDone={onClose}
        />
      ) : (
        <p>
          {rows.length > 0
            ? t('Older messages are being fetched.')
            : t(
                'Everything that X gives, about 30 days, is here. Older messages are in the data archive that X sends you on request.'
              )}
        </p>
      )}
    </Modal>
  )
}
