import { UnstyledButton } from '@mantine/core'
import { IconQuote } from '@tabler/icons-react'
import type { FeedbackRow } from '../../../../../shared/contract/feedback-rows.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { feedbackLine } from '../feedback-words.ts'
import classes from './TaggedLine.module.css'

export interface TaggedLineProps {
  readonly entries: readonly FeedbackRow[]
  readonly onOpen: (id: string) => void
}

/** What a message is tagged with as a whole, and words that are not in it any more. */
export function TaggedLine({ entries, onOpen }: TaggedLineProps) {
  if (entries.length === 0) return null
  return (
    <ul className={classes.root} aria-label={t('Feedback')}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <UnstyledButton className={classes.entry} tabIndex={-1} onClick={() => onOpen(entry.id)}>
            <IconQuote size={13} stroke={1.75} aria-hidden="true" />
            <bdi>{feedbackLine(entry)}</bdi>
            {entry.words === null ? null : (
              <span>{t('The words are gone: “{quote}”', { quote: plainText(entry.words.quote) })}</span>
            )}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
