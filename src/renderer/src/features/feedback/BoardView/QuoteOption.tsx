import type { FeedbackQuoteRow } from '../../../../../shared/contract/feedback-rows.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatDate, formatExact } from '../../../ui/time.ts'
import { feedbackLine, quoteWords } from '../feedback-words.ts'
import classes from './BoardView.module.css'

export interface QuoteOptionProps {
  readonly row: FeedbackQuoteRow
  /** The theme that all of them have; null: of many. */
  readonly theme: string | null
  /** Any moment of today, ms since 1970. */
  readonly today: number
  readonly selected: boolean
  readonly onOpen: () => void
}

/** What a customer said, and how it is tagged. */
export function QuoteOption({ row, theme, today, selected, onOpen }: QuoteOptionProps) {
  const themes = row.themes.filter(({ id }) => id !== theme)
  return (
    <div id={`quote-${row.id}`} role="option" aria-selected={selected} className={classes.quote} onClick={onOpen}>
      <p className={classes.words} dir="auto" data-gone={row.quote === ''}>
        {quoteWords(row)}
      </p>
      <p className={classes.said}>
        <time dateTime={new Date(row.saidAt).toISOString()} title={formatExact(row.saidAt)}>
          {formatDate(row.saidAt, today)}
        </time>
        <bdi>{row.title === '' ? t('Conversation') : plainText(row.title)}</bdi>
        <bdi>{feedbackLine({ ...row, themes })}</bdi>
      </p>
      {row.note === '' ? null : (
        <p className={classes.note} dir="auto">
          {plainText(row.note)}
        </p>
      )}
    </div>
  )
}
