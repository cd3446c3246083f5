import { useState } from 'react'
import { useRow } from '../../core/use-query.ts'
import { usePlaceMemory } from '../../shell/place-context.ts'
import { useClock } from '../../ui/use-now.ts'
import { daysOf, readChoice, type ReportChoice, zoneOf } from './report-choice.ts'

export interface ChosenReport {
  readonly choice: ReportChoice
  /** The zone that holds, and the days that are meant now. */
  readonly zone: string
  readonly from: string
  readonly to: string
  change(change: Partial<ReportChoice>): void
}

/** What is reported on, remembered on this desk over leaving it and a restart. */
export function useReportChoice(): ChosenReport {
  const memory = usePlaceMemory()
  const hoursZone = useRow('sla.plan', {})?.plan.hours.zone ?? null
  const [choice, setChoice] = useState(() => readChoice(memory.place.reports))
  const zone = zoneOf(choice, hoursZone)
  // At midnight “today” is another day.
  const [from = '', to = ''] = useClock((now) => {
    const days = daysOf(choice, zone, now)
    return `${days.from} ${days.to}`
  }).split(' ')
  return {
    choice,
    zone,
    from,
    to,
    change(change) {
      const next = { ...choice, ...change }
      memory.remember({ reports: next })
      setChoice(next)
    }
  }
}
