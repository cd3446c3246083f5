import { SegmentedControl } from '@mantine/core'
import {
  type Sentiment,
  sentiments,
  severities,
  type Severity
} from '../../../../../shared/domain/feedback/feedback.ts'
import { t } from '../../../i18n/t.ts'
import { sentimentWords } from '../feedback-words.ts'
import classes from './FeedbackDialog.module.css'

/** What is said of feedback, as it is being chosen. Themes and product by name. */
export interface Said {
  readonly themes: readonly string[]
  readonly product: string
  readonly sentiment: Sentiment
  readonly severity: Severity | null
  readonly note: string
}

export interface SaidChoicesProps {
  readonly said: Said
  readonly onChange: (part: Partial<Said>) => void
}

const signs: Readonly<Record<Sentiment, string>> = { positive: '+', neutral: '=', negative: '−' }

/** How the customer feels, and how much it matters. */
export function SaidChoices({ said, onChange }: SaidChoicesProps) {
  return (
    <div className={classes.choices}>
      <SegmentedControl
        aria-label={t('Sentiment')}
        size="xs"
        value={said.sentiment}
        data={sentiments.map((value) => ({ value, label: `${signs[value]} ${sentimentWords(value)}` }))}
        onChange={(value) => onChange({ sentiment: sentiments.find((one) => one === value) ?? 'neutral' })}
      />
      <SegmentedControl
        aria-label={t('Severity')}
        size="xs"
        value={String(said.severity ?? 0)}
        data={[
          { value: '0', label: t('No severity') },
          ...severities.map((severity) => ({ value: String(severity), label: String(severity) }))
        ]}
        onChange={(value) => onChange({ severity: severities.find((one) => String(one) === value) ?? null })}
      />
    </div>
  )
}
