import { UnstyledButton } from '@mantine/core'
import type { FeedbackQuoteRow } from '../../../../../shared/contract/feedback-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { feedbackLine, quoteWords } from '../feedback-words.ts'
import classes from './CustomerFeedback.module.css'

const MOST = 20

/** What a customer said of the product, the newest first; each leads to where it stands. */
export function CustomerFeedback({ user }: { readonly user: string }) {
  const { rows } = useQuery('feedback.ofCustomer', { user, limit: MOST })
  const { go } = useNavigation()
  if (rows.length === 0) return null

  function open({ conversation, message }: FeedbackQuoteRow): void {
    go({ to: 'thread', conversation, enter: true, ...(message === null ? {} : { message }) })
  }

  return (
    <section className={classes.section} aria-label={t('Feedback')}>
      <h2 className={classes.title}>{t('Feedback')}</h2>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <UnstyledButton className={classes.entry} onClick={() => open(row)}>
              <span className={classes.line}>
                <bdi>{feedbackLine(row)}</bdi> · <RelativeTime at={row.saidAt} />
              </span>
              <bdi className={classes.quote}>{quoteWords(row)}</bdi>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
