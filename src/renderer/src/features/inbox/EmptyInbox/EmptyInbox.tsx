import { Button } from '@mantine/core'
import { IconCircleCheck, IconCloudDownload, IconPlugConnected } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import type { QueueId } from '../../../../../shared/domain/conversation.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useClock } from '../../../ui/use-now.ts'
import { syncWords } from '../../sync/sync-words.ts'
import { queueWords } from '../queue-words.ts'

/** Why a queue is empty: nothing connected, still on its way, or all done. */
export function EmptyInbox({ queue }: { readonly queue: QueueId }) {
  const accounts = useQuery('accounts.list', {})
  const first = useQuery('sync.status', {}).rows.find((row) => row.phase === 'first-sync' || row.phase === 'starting')
  const progress = useClock((now) => (first ? syncWords(first, now).detail : null) ?? '')
  const words = queueWords[queue]
  if (accounts.status === 'loading') return null
  if (accounts.rows.length === 0) return <NothingConnected />
  if (first) {
    return (
      <EmptyState icon={<IconCloudDownload size={32} stroke={1.5} />} title={t('Fetching your messages')}>
        {progress === '' ? t('One moment.') : progress}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<IconCircleCheck size={32} stroke={1.5} />} title={t(words.empty)}>
      {t(words.emptyHint)}
    </EmptyState>
  )
}

function NothingConnected() {
  const { go } = useNavigation()
  return (
    <EmptyState
      icon={<IconPlugConnected size={32} stroke={1.5} />}
      title={t('Nothing connected yet')}
      actions={
        <>
          <Button onClick={() => go({ to: 'overlay', overlay: 'connect' })}>{t('Connect your X account')}</Button>
          <Button variant="default" onClick={() => go({ to: 'overlay', overlay: 'import' })}>
            {t('Import an X archive')}
          </Button>
        </>
      }
    >
      {t('Connect the X account that your customers write to, or look into an archive of it.')}
    </EmptyState>
  )
}
