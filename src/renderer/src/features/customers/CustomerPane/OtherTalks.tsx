import { t } from '../../../i18n/t.ts'
import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { CustomerRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './CustomerPane.module.css'

/** Where else there have been talks with this customer: other X accounts of theirs and ours, and groups. */
export function OtherTalks({ card }: { readonly card: CustomerRow }) {
  const { go } = useNavigation()
  const several = useQuery('accounts.list', {}).rows.length > 1
  if (card.others.length === 0) return null
  return (
    <section className={classes.section} aria-label={t('Other conversations')}>
      <h2 className={classes.title}>{t('Other conversations')}</h2>
      <ul className={classes.members}>
        {card.others.map((other) => (
          <li key={other.key}>
            <UnstyledButton
              className={classes.other}
              onClick={() => go({ to: 'thread', conversation: other.key, enter: true })}
            >
              <bdi className={classes.ellipsis}>{plainText(other.title)}</bdi>
              {several ? <bdi className={classes.time}>@{other.account}</bdi> : null}
              {other.status === 'resolved' ? <IconCheck size={13} role="img" aria-label={t('Resolved')} /> : null}
              <RelativeTime at={other.lastAt} className={classes.time} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
