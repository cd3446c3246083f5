import { t } from '../../../i18n/t.ts'
import type { CostRow } from '../../../../../shared/contract/budget-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { formatPrice, formatUsd, kindWords } from '../budget-words.ts'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { formatCount } from '../../../ui/count.ts'
import classes from './CostsDialog.module.css'

/** What X has charged, by our count: today and this month, by kind, and by account where there are several. */
export function CostTable() {
  const accounts = useQuery('accounts.list', {}).rows
  const rows = useQuery('costs.kinds', {}).rows
  const all = rows.filter((row) => row.accountId === null)
  if (all.length === 0) return <p className={classes.hint}>{t('Nothing has been charged this month.')}</p>
  const practice = accounts.some((account) => account.practice)
  return (
    <>
      <ScrollTable
        label={t('Costs')}
        head={[
          { title: t('Kind') },
          { title: t('Each'), number: true },
          { title: t('Today'), number: true },
          { title: t('This month'), number: true }
        ]}
      >
        {all.map((row) => (
          <Kind key={row.id} row={row} />
        ))}
        <Sum name={t('Together')} rows={all} />
        {accounts.length < 2
          ? null
          : accounts.map((account) => (
              <Sum
                key={account.id}
                name={t('of it @{username}', { username: account.username })}
                rows={rows.filter((row) => row.accountId === account.id)}
              />
            ))}
      </ScrollTable>
      <p className={classes.hint}>
        {practice ? t('This is practice: the figures are what X would charge.') : null}{' '}
        {t('Days and months begin at midnight UTC, as X counts. X’s own bill is the one that holds.')}
      </p>
    </>
  )
}

function Kind({ row }: { readonly row: CostRow }) {
  return (
    <tr>
      <th scope="row">{t(kindWords[row.kind])}</th>
      <td data-number>{formatPrice(row.priceUsd)}</td>
      <td data-number>
        {formatCount(row.todayUnits)} · {formatUsd(row.todayUsd)}
      </td>
      <td data-number>
        {formatCount(row.monthUnits)} · {formatUsd(row.monthUsd)}
      </td>
    </tr>
  )
}

function Sum({ name, rows }: { readonly name: string; readonly rows: readonly CostRow[] }) {
  return (
    <tr className={classes.sum}>
      <th scope="row" colSpan={2}>
        {name}
      </th>
      <td data-number>{formatUsd(rows.reduce((sum, row) => sum + row.todayUsd, 0))}</td>
      <td data-number>{formatUsd(rows.reduce((sum, row) => sum + row.monthUsd, 0))}</td>
    </tr>
  )
}
