import { useRef } from 'react'
import type { FollowUpRow } from '../../../../../shared/contract/triage-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { FollowUpList } from '../../follow-ups/FollowUpList/FollowUpList.tsx'
import classes from './CustomerPane.module.css'

/** What is promised to a customer, in whichever conversation. */
export function PromisesTo({ user, conversation }: { readonly user: string; readonly conversation: string }) {
  return <Promises rows={useQuery('customers.followUps', { user }).rows} conversation={conversation} />
}

/** What is promised in a group. */
export function PromisesIn({ conversation }: { readonly conversation: string }) {
  return <Promises rows={useQuery('followUps.list', { conversation }).rows} conversation={conversation} />
}

function Promises({ rows, conversation }: { readonly rows: readonly FollowUpRow[]; readonly conversation: string }) {
  const section = useRef<HTMLElement>(null)
  useAction('customer.promises', () => section.current?.querySelector('button')?.focus(), rows.length > 0)
  if (rows.length === 0) return null
  return (
    <section ref={section} className={classes.section} aria-label={t('Promised')}>
      <h2 className={classes.title}>{t('Promised')}</h2>
      <FollowUpList rows={rows} conversation={conversation} />
    </section>
  )
}
