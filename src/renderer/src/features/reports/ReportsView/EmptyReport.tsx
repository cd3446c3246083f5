import { IconChartBar } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'

/** Nothing happened. @param accounts whether there is an account at all */
export function EmptyReport({ accounts }: { readonly accounts: boolean }) {
  return (
    <EmptyState
      icon={<IconChartBar size={28} stroke={1.4} />}
      title={accounts ? t('Nobody wrote in these days') : t('Nothing to report yet')}
    >
      {accounts
        ? t('Choose other days, or an earlier period.')
        : t('Connect an X account, or import an archive. What comes in and what you do is counted from then on.')}
    </EmptyState>
  )
}
