import { t } from '../../../i18n/t.ts'
import { useRow } from '../../../core/use-query.ts'
import { formatWait } from '../../../ui/time.ts'
import { Fact } from '../CustomerPane/Fact.tsx'

/** How quickly this customer was answered, as facts beside the others: the usual, the worst, and what came too late. */
export function ResponseFacts({ user }: { readonly user: string }) {
  const row = useRow('customers.responses', { user })
  if (row === null) return null
  return (
    <>
      <Fact name={t('Usually answered in')}>{formatWait(row.medianMs)}</Fact>
      {row.openMedianMs === null ? null : <Fact name={t('In business hours')}>{formatWait(row.openMedianMs)}</Fact>}
      {row.answers < 3 ? null : <Fact name={t('9 of 10 within')}>{formatWait(row.p90Ms)}</Fact>}
      {row.late === 0 ? null : (
        <Fact name={t('Later than promised')}>
          {t('{late, number} of {answers, number}', { late: row.late, answers: row.answers })}
        </Fact>
      )}
    </>
  )
}
