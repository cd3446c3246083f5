import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { PromoNoticeRow } from '../../../../../shared/contract/promo-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatAhead } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import classes from './PromosView.module.css'

const MINUTE = 60_000

/** Pools that run out, and codes that somebody has to decide about. */
export function PromoNotices({ onOpen }: { readonly onOpen: (campaign: string) => void }) {
  const { rows } = useQuery('promos.notices', {})
  const now = useClock((at) => Math.floor(at / MINUTE)) * MINUTE
  if (rows.length === 0) return null
  return (
    <ul className={classes.notices} aria-label={t('Worth a look')}>
      {rows.map((row) => (
        <li key={row.id}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
          <UnstyledButton onClick={() => onOpen(row.id.split(' ')[0] ?? '')}>{noticeText(row, now)}</UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function noticeText({ kind, campaign, left, emptyAt }: PromoNoticeRow, now: number): string {
  const name = plainText(campaign)
  switch (kind) {
    case 'empty':
      return t('{name}: no code is left. Import more, or end it.', { name })
    case 'low':
      return emptyAt === null
        ? t('{name}: {count, plural, one {# code} other {# codes}} left', { name, count: left })
        : t('{name}: {count, plural, one {# code} other {# codes}} left, about until {when}', {
            name,
            count: left,
            when: formatAhead(emptyAt, now)
          })
    case 'doubtful':
      return t(
        '{name}: {count, plural, one {# code is perhaps with its customer} other {# codes are perhaps with their customers}}. Look, and say what is true.',
        { name, count: left }
      )
  }
}
