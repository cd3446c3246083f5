import { t } from '../../../i18n/t.ts'
import type { OutboxChange } from '../../../../../shared/contract/rows.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './ChangeList.module.css'

/** The messages that came between a reply and its departure. Nothing when no change speaks of messages. */
export function ChangeList({ changes }: { readonly changes: readonly OutboxChange[] }) {
  const told = changes.filter((change) => 'messages' in change)
  const messages = told.flatMap((change) => change.messages.map((message) => ({ ...message, kind: change.kind })))
  if (messages.length === 0) return null
  const more = told.reduce((sum, change) => sum + ('count' in change ? change.count - change.messages.length : 0), 0)
  return (
    <ul className={classes.root} aria-label={t('What changed')}>
      {messages.map((message) => (
        <li key={`${message.kind} ${message.id}`} className={classes.message}>
          <bdi className={classes.author}>{plainText(message.author)}</bdi>
          <span className={classes.text} dir="auto">
            {message.text === '' ? t('A picture or clip') : plainText(message.text)}
          </span>
          <RelativeTime at={message.at} className={classes.time} />
        </li>
      ))}
      {more > 0 ? (
        <li className={classes.more}>
          {t('and {count, plural, one {# more message} other {# more messages}}', { count: more })}
        </li>
      ) : null}
    </ul>
  )
}
