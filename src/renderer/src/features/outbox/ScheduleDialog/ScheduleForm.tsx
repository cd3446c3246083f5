import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import { useChoices } from '../../../ui/Choices/use-choices.ts'
import { formatAhead, formatDay, formatExact } from '../../../ui/time.ts'
import { parseMoment } from '../parse-moment.ts'
import {
  fromFieldValue,
  type ScheduleChoice,
  scheduleChoices,
  scheduleProblem,
  toFieldValue
} from '../schedule-choices.ts'
import classes from './ScheduleDialog.module.css'

export interface ScheduleFormProps {
  /** The time as it is now; null for a new one. */
  readonly at: number | null
  readonly onChoose: (at: number) => void
}

/** A time in words with what it means, times that are often wanted, and a field for the exact one. */
export function ScheduleForm({ at, onChoose }: ScheduleFormProps) {
  const [openedAt] = useState(Date.now)
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const typed = words.trim() === '' ? null : parseMoment(words, openedAt)
  const times: ScheduleChoice[] =
    words.trim() === ''
      ? scheduleChoices(openedAt)
      : typed === null
        ? []
        : [{ label: formatAhead(typed, openedAt), at: typed }]
  const choices = useChoices(
    times.map((time) => ({ ...time, id: time.label })),
    {
      onPick: (time) => choose(time.at),
      onKey(event) {
        if (event.key !== 'Enter' || times.length > 0) return false
        choose(null)
        return true
      }
    }
  )

  function choose(moment: number | null): void {
    const now = Date.now()
    const trouble =
      moment === null ? t('Say a day and a time, like “tomorrow 9” or “fri 14:30”.') : scheduleProblem(moment, now)
    setProblem(trouble)
    if (moment !== null && trouble === null) onChoose(moment)
  }

  return (
    <div className={classes.root}>
      <TextInput
        {...choices.field}
        data-autofocus
        label={t('When')}
        placeholder={t('tomorrow 9, fri 14:30, in 2 hours')}
        value={words}
        error={problem}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          choices.mark(null)
          setProblem(null)
        }}
      />
      <ChoiceList
        choices={choices}
        label={t('Times')}
        nothing={t('No time in that yet. Try “tomorrow 9” or “3 dec 14:30”.')}
      >
        {({ label, at: time }) => (
          <>
            <span className={classes.label}>{label}</span>
            <span className={classes.exact} title={formatExact(time)}>
              {words.trim() === '' ? formatAhead(time, openedAt) : formatDay(time, openedAt)}
            </span>
          </>
        )}
      </ChoiceList>
      <ExactTime start={at ?? scheduleChoices(openedAt)[0]?.at ?? openedAt} onChoose={choose} />
    </div>
  )
}

function ExactTime({ start, onChoose }: { readonly start: number; readonly onChoose: (at: number | null) => void }) {
  const [value, setValue] = useState(() => toFieldValue(start))
  return (
    <form
      className={classes.exactTime}
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(fromFieldValue(value))
      }}
    >
      <TextInput
        type="datetime-local"
        label={t('Date and time')}
        className={classes.field}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('Schedule')}
      </Button>
    </form>
  )
}
