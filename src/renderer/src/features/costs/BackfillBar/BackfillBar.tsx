import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Bar } from '../../../ui/Bar/Bar.tsx'
import { estimateWords } from '../budget-words.ts'

/** Asks how far back to read, before that costs much. New messages come in meanwhile. */
export function BackfillBar() {
  const asking = useQuery('sync.backfill', {}).rows.filter((row) => row.state === 'asking')
  const accounts = useQuery('accounts.list', {}).rows
  const { go } = useNavigation()
  const [row] = asking
  if (!row) return null
  const name = accounts.find((account) => account.id === row.id)?.username ?? row.id
  return (
    <Bar
      tone="accent"
      icon={IconHistory}
      actions={
        <Button size="compact-sm" onClick={() => go({ to: 'overlay', overlay: 'backfill' })}>
          {t('Choose how far back')}
        </Button>
      }
    >
      <strong>{t('There is more to read for @{name}.', { name })}</strong>{' '}
      {row.all === null
        ? t('X charges for each message.')
        : t('X charges for each message: all of it would cost {estimate}.', {
            estimate: estimateWords(row.all)
          })}{' '}
      {t('New messages come in meanwhile.')}
    </Bar>
  )
}
