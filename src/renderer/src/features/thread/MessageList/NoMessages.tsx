import { IconMessagePlus } from '@tabler/icons-react'
import { rich, t } from '../../../i18n/t.ts'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { plainText } from '../../../ui/plain-text.ts'

/** A conversation that somebody is about to begin, or whose last message was deleted. */
export function NoMessages({ head }: { readonly head: ThreadHeadRow }) {
  return (
    <EmptyState icon={<IconMessagePlus size={32} stroke={1.5} />} title={t('No messages yet')}>
      {head.closed === null
        ? rich(
            'What you write below goes to <who>{name}</who>. Until it is sent, your draft is kept in the list.',
            { who: (inside) => <bdi>{inside}</bdi> },
            { name: plainText(head.name) }
          )
        : null}
    </EmptyState>
  )
}
