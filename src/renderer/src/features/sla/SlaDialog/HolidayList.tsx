import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Holiday } from '../../../../../shared/domain/business-hours.ts'
import { MAX_HOLIDAYS, type SlaPlan } from '../../../../../shared/domain/sla.ts'
import { t } from '../../../i18n/t.ts'
import { toFieldValue } from '../../outbox/schedule-choices.ts'
import classes from './SlaDialog.module.css'

export interface HolidayListProps {
  readonly plan: SlaPlan
  readonly onChange: (plan: SlaPlan) => void
}

/** Days on which nobody answers. */
export function HolidayList({ plan, onChange }: HolidayListProps) {
  const { holidays } = plan.hours
  const set = (next: Holiday[]): void => onChange({ ...plan, hours: { ...plan.hours, holidays: next } })

  return (
    <>
      {holidays.length === 0 ? <p className={classes.hint}>{t('None. Every week is like the others.')}</p> : null}
      <ul className={classes.list} aria-label={t('Holidays')}>
        {holidays.map((holiday, at) => {
          const change = (changed: Partial<Holiday>): void => set(holidays.with(at, { ...holiday, ...changed }))
          return (
            <li key={at} className={classes.holiday}>
              <TextInput
                type="date"
                aria-label={t('Date')}
                value={holiday.date}
                onChange={(event) => change({ date: event.currentTarget.value })}
              />
              <TextInput
                className={classes.grow}
                aria-label={t('Name')}
                placeholder={t('Name')}
                maxLength={60}
                dir="auto"
                value={holiday.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <Checkbox
                label={t('every year')}
                checked={holiday.yearly}
                onChange={(event) => change({ yearly: event.currentTarget.checked })}
              />
              <ActionIcon
                aria-label={t('Remove {name}', { name: holiday.name === '' ? holiday.date : holiday.name })}
                onClick={() => set(holidays.toSpliced(at, 1))}
              >
                <IconTrash size={16} stroke={1.75} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <Button
        variant="default"
        className={classes.add}
        disabled={holidays.length >= MAX_HOLIDAYS}
        leftSection={<IconPlus size={14} />}
        onClick={() => set([...holidays, { date: toFieldValue(Date.now()).slice(0, 10), yearly: false, name: '' }])}
      >
        {t('Add a holiday')}
      </Button>
    </>
  )
}
