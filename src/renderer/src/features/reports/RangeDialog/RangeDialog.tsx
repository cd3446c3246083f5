import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type RangePreset, rangePresets, rangeProblem } from '../../../../../shared/domain/report/report-range.ts'
import { rangeProblemSentence } from '../../../../../shared/domain/report/range-problem-words.ts'
import { timeZoneNames } from '../../../../../shared/domain/time-zone.ts'
import { coreSentence } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { presetDays, type ReportChoice } from '../report-choice.ts'
import { daysText, presetWords } from '../report-words.ts'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import classes from './RangeDialog.module.css'

export interface RangeDialogProps {
  readonly choice: ReportChoice
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly onChoose: (chosen: Partial<ReportChoice>) => void
  readonly onClose: () => void
}

/** Which days: those that are often wanted, each with its number as key, or from one to another. */
export function RangeDialog({ choice, zone, from, to, onChoose, onClose }: RangeDialogProps) {
  const [openedAt] = useState(Date.now)
  const [chosenZone, setZone] = useState(zone)
  const zones = timeZoneNames()
  // Unchanged, it goes on following the business hours.
  const zoneChange = chosenZone === zone ? {} : { zone: chosenZone }
  const choose = (preset: RangePreset): void => onChoose({ preset, ...zoneChange })
  return (
    <Dialog
      title={t('Days of the report')}
      size={440}
      onClose={onClose}
      onKey={(event) => {
        const preset = rangePresets[Number(event.key) - 1]
        if (preset === undefined || event.target instanceof HTMLInputElement) return false
        choose(preset)
        return true
      }}
    >
      <ul className={classes.presets}>
        {rangePresets.map((preset, nth) => (
          <li key={preset}>
            <Button
              fullWidth
              variant={choice.preset === preset ? 'light' : 'subtle'}
              color={choice.preset === preset ? undefined : 'gray'}
              justify="space-between"
              aria-current={choice.preset === preset}
              data-autofocus={(choice.preset ?? 'last-7') === preset || undefined}
              rightSection={<Keys keys={String(nth + 1)} />}
              onClick={() => choose(preset)}
            >
              <span className={classes.preset}>
                {t(presetWords[preset])}
                <span className={classes.days}>{daysText(presetDays(preset, openedAt, chosenZone))}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <ChosenDays
        from={from}
        to={to}
        zone={chosenZone}
        onChoose={(days) => onChoose({ preset: null, ...days, ...zoneChange })}
      />
      <Select
        className={classes.zone}
        label={t('Time zone')}
        searchable
        limit={30}
        allowDeselect={false}
        nothingFoundMessage={t('No time zone is called that.')}
        data={zones.includes(chosenZone) ? [...zones] : [chosenZone, ...zones]}
        value={chosenZone}
        onChange={(value) => {
          if (value !== null) setZone(value)
        }}
      />
    </Dialog>
  )
}

interface ChosenDaysProps {
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly onChoose: (days: { readonly from: string; readonly to: string }) => void
}

function ChosenDays({ from, to, zone, onChoose }: ChosenDaysProps) {
  const [days, setDays] = useState({ from, to })
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const range = { ...days, zone }
    const wrong = rangeProblem(range)
    if (wrong === null) return onChoose(days)
    const { pattern, values } = rangeProblemSentence(wrong, range)
    setProblem(coreSentence({ code: 'invalid-input', message: pattern, pattern, values }))
  }

  return (
    <form className={classes.chosen} onSubmit={submit}>
      <TextInput
        type="date"
        label={t('First day')}
        value={days.from}
        onChange={(event) => setDays({ ...days, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('Last day')}
        value={days.to}
        onChange={(event) => setDays({ ...days, to: event.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {t('Show')}
      </Button>
      {problem === null ? null : (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
