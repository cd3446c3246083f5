import { assertNever } from '../../../../shared/assert-never.ts'
import type { FeedbackQuoteRow, FeedbackRow } from '../../../../shared/contract/feedback-rows.ts'
import type { Sentiment } from '../../../../shared/domain/feedback/feedback.ts'
import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'

export function sentimentWords(sentiment: Sentiment): string {
  switch (sentiment) {
    case 'positive':
      return t('Positive')
    case 'neutral':
      return t('Neutral')
    case 'negative':
      return t('Negative')
    default:
      return assertNever(sentiment)
  }
}

/** What something is tagged with, in one line: `Damage, Packaging · Lamp · Negative · severity 3`. */
export function feedbackLine(row: Pick<FeedbackRow, 'themes' | 'product' | 'sentiment' | 'severity'>): string {
  return [
    ...(row.themes.length === 0 ? [] : [row.themes.map(({ name }) => plainText(name)).join(t(', ||between parts'))]),
    ...(row.product === null ? [] : [plainText(row.product)]),
    sentimentWords(row.sentiment),
    ...(row.severity === null ? [] : [t('severity {severity, number}', { severity: row.severity })])
  ].join(' · ')
}

/** What was said, or why there are no words to show. */
export function quoteWords({ quote, erased, message }: Pick<FeedbackQuoteRow, 'quote' | 'erased' | 'message'>): string {
  if (erased) return t('The message was deleted, and its words with it')
  if (quote !== '') return `“${plainText(quote).trim()}”`
  return message === null ? t('The whole conversation') : t('The whole message')
}
