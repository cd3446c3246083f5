import { Button, Select, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { timeZoneNames } from '../../../../shared/domain/time-zone.ts'
import { t } from '../../i18n/t.ts'
import { dayNames } from './day-names.ts'
import classes from './HoursFields.module.css'

export interface HoursFieldsProps {
  readonly zone: string
  /** As they are typed, Monday first. */
  readonly dayTexts: readonly string[]
  /** The day in which something is wrong, 0 for Monday. */
  readonly wrongDay: number | null
  readonly onZone: (zone: string) => void
  readonly onDayTexts: (texts: readonly string[]) => void
}

/** A field per weekday, written as people write hours; ↑ and ↓ go from day to day. */
export function HoursFields({ zone, dayTexts, wrongDay, onZone, onDayTexts }: HoursFieldsProps) {
  const zones = timeZoneNames()

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const fields = [...event.currentTarget.querySelectorAll('input')]
    const at = fields.findIndex((field) => field === event.target)
    const next = fields[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
    next.select()
  }

  return (
    <>
      <Select
        label={t('Time zone')}
        searchable
        limit={30}
        w={280}
        allowDeselect={false}
        nothingFoundMessage={t('No time zone is called that.')}
        data={zones.includes(zone) ? [...zones] : [zone, ...zones]}
        value={zone}
        onChange={(value) => {
          if (value !== null) onZone(value)
        }}
      />
      <div className={classes.hours} role="group" aria-label={t('Hours of each day')} onKeyDown={onKeyDown}>
        {dayNames.map((name, day) => (
          <TextInput
            key={name.english}
            label={t(name)}
            placeholder={t('Closed')}
            spellCheck={false}
            autoComplete="off"
            value={dayTexts[day] ?? ''}
            error={wrongDay === day}
            onChange={(event) => onDayTexts(dayTexts.with(day, event.currentTarget.value))}
          />
        ))}
      </div>
      <div className={classes.line}>
        <Button
          variant="default"
          onClick={() => onDayTexts(dayTexts.map((text, day) => (day < 5 ? (dayTexts[0] ?? text) : text)))}
        >
          {t('Monday’s hours until Friday')}
        </Button>
        <span className={classes.hint}>{t('Several times a day: 9:00–12:30, 13:30–18:00. Empty is closed.')}</span>
      </div>
    </>
  )
}
