import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { PromoWatchRow } from '../../../../../shared/contract/promo-rows.ts'
import { categories } from '../../../../../shared/domain/conversation.ts'
import type { Share } from '../../../../../shared/domain/promo/share.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { useQuery } from '../../../core/use-query.ts'
import { locale } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { useClock } from '../../../ui/use-now.ts'
import { categoryWords } from '../../inbox/triage-words.tsx'
import classes from './PromosView.module.css'

const DAY = 86_400_000
const ranges = [7, 30, 90, 365] as const

const byWords: Readonly<Record<PromoWatchRow['by'], Message>> = {
  campaign: msg('Campaign'),
  agent: msg('Agent'),
  reply: msg('Canned reply'),
  category: msg('Category')
}

/** Codes that were given, and what became of them, with how far small numbers can be trusted. */
export function WatchTable() {
  const [days, setDays] = useState<(typeof ranges)[number]>(30)
  const today = useClock((at) => Math.floor(at / DAY)) * DAY
  const { rows, status } = useQuery('promos.watch', { from: today - days * DAY, to: today + DAY })
  return (
    <div className={classes.watch}>
      <NativeSelect
        className={classes.range}
        size="xs"
        aria-label={t('How far back')}
        data={ranges.map((value) => ({
          value: String(value),
          label: t('{count, plural, one {Last day} other {Last # days}}', { count: value })
        }))}
        value={String(days)}
        onChange={(event) => setDays(ranges.find((one) => String(one) === event.currentTarget.value) ?? 30)}
      />
      {status !== 'loading' && rows.length === 0 ? (
        <p className={classes.nothing} role="status">
          {t('No code was given in this time.')}
        </p>
      ) : (
        (['campaign', 'agent', 'reply', 'category'] as const).map((by) => (
          <WatchPart key={by} by={by} rows={rows.filter((row) => row.by === by)} />
        ))
      )}
      <p className={classes.text}>
        {t(
          'Redeemed counts what shops told so far. The range is where the true share lies, 95 times in 100: it is wide while few codes were given. One code for all tells no shares.'
        )}
      </p>
    </div>
  )
}

function WatchPart({ by, rows }: { readonly by: PromoWatchRow['by']; readonly rows: readonly PromoWatchRow[] }) {
  if (rows.length === 0) return null
  return (
    <ScrollTable
      label={t(byWords[by])}
      head={[
        { title: t(byWords[by]) },
        { title: t('Given||code'), number: true },
        { title: t('Redeemed||code'), number: true },
        { title: t('Share redeemed'), number: true }
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <bdi>{nameOf(row)}</bdi>
          </th>
          <td data-number>{formatCount(row.given)}</td>
          <td data-number>{row.share === null ? '–' : formatCount(row.redeemed)}</td>
          <td data-number>{row.share === null ? '–' : shareText(row.share)}</td>
        </tr>
      ))}
    </ScrollTable>
  )
}

function nameOf({ by, name }: PromoWatchRow): string {
  if (by === 'category') {
    const category = categories.find((one) => one === name)
    return category === undefined ? t('Without a category') : t(categoryWords[category])
  }
  if (name !== '') return plainText(name)
  return by === 'agent' ? t('Somewhere else') : t('Not here any more')
}

/** `33% (18% to 52%)` */
function shareText({ share, low, high }: Share): string {
  const format = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 })
  return t('{share} ({low} to {high})', {
    share: format.format(share),
    low: format.format(low),
    high: format.format(high)
  })
}
