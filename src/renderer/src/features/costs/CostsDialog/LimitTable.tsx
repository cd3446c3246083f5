import { t } from '../../../i18n/t.ts'
import type { RateLeft, SyncRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { formatClock } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { forecastWords, leftWords } from '../budget-words.ts'
import classes from './CostsDialog.module.css'

/** What is left of X's limits, account by account. */
export function LimitTable() {
  const accounts = useQuery('accounts.list', {}).rows
  const rows = useQuery('sync.status', {}).rows.filter((row) => row.phase !== 'not-connected')
  if (rows.length === 0) return <p className={classes.hint}>{t('No account is connected to X.')}</p>
  return (
    <>
      <ScrollTable
        label={t('Limits')}
        head={[t('Account'), t('Replies, 15 min'), t('Replies, 24 h'), t('Reads, 15 min')].map((title) => ({ title }))}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <bdi>@{accounts.find((account) => account.id === row.id)?.username ?? row.id}</bdi>
            </th>
            <Left left={row.sends} />
            <Left left={row.sendsDay} />
            <Left left={row.reads} />
          </tr>
        ))}
      </ScrollTable>
      {rows.map((row) => (
        <Forecast key={row.id} row={row} />
      ))}
    </>
  )
}

function Left({ left }: { readonly left: RateLeft | null }) {
  return (
    <td>
      {left !== null && left.remaining < left.limit
        ? t('{left}, again {time}', { left: leftWords(left), time: formatClock(left.resetAt) })
        : leftWords(left)}
    </td>
  )
}

function Forecast({ row }: { readonly row: SyncRow }) {
  const words = useClock((now) => forecastWords(row, now) ?? '')
  return words === '' ? null : <p className={classes.hint}>{t('{sentence}.', { sentence: words })}</p>
}
