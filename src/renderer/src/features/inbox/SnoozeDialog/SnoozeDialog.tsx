import { t } from '../../../i18n/t.ts'
import { useState } from 'react'
import { matchOptions } from '../../../ui/Picker/match-options.ts'
import { Picker } from '../../../ui/Picker/Picker.tsx'
import { formatAhead } from '../../../ui/time.ts'
import type { Words } from '../use-triage.ts'
import { readSnooze, type SnoozeChoice, snoozeChoices, snoozeProblem } from '../snooze-choices.ts'

export interface SnoozeDialogProps {
  /** Where more happens than snoozing. */
  readonly title?: string
  readonly onClose: () => void
  /** `until`: ms since 1970; null: until the customer writes. */
  readonly onChoose: (until: number | null, words: Words) => void
}

/** Until when a conversation is out of the way: typed as one says it, or one of those that are often wanted. */
export function SnoozeDialog({ title = t('Snooze until'), onClose, onChoose }: SnoozeDialogProps) {
  const [openedAt] = useState(Date.now)
  const [problem, setProblem] = useState<string | null>(null)
  const choices = snoozeChoices(openedAt).map((choice) => ({ ...choice, id: choice.label }))

  function choose(choice: SnoozeChoice | null | undefined): void {
    if (!choice) return
    const now = Date.now()
    const trouble = snoozeProblem(choice.at, now)
    setProblem(trouble)
    if (trouble === null) {
      const { at } = choice
      onChoose(at, (what) =>
        at === null
          ? t('Snoozed {what} until they reply', { what })
          : t('Snoozed {what} until {time}', { what, time: formatAhead(at, now) })
      )
    }
  }

  return (
    <Picker
      label={title}
      placeholder={t('tomorrow 9, in 3 h, monday, when they reply')}
      options={choices}
      offer={(typed) => {
        const choice = typed.trim() === '' ? null : readSnooze(typed, openedAt)
        // The list has it, and finds it by the same words.
        const listed = choice?.at === null && matchOptions(choices, typed).some(({ at }) => at === null)
        return choice === null || listed ? [] : [{ ...choice, id: TYPED }]
      }}
      typedFirst
      problem={problem}
      nothing={() => t('No time in that yet. Try “tomorrow 9”, “in 3 h” or “when they reply”.')}
      onPick={(id, typed) =>
        choose(id === TYPED ? readSnooze(typed, openedAt) : choices.find((choice) => choice.id === id))
      }
      onType={() => setProblem(null)}
      onClose={onClose}
    />
  )
}

const TYPED = 'typed'
