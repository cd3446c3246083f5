import { z } from 'zod'
import {
  presetRange,
  type RangePreset,
  rangePresets,
  rangeProblem
} from '../../../../shared/domain/report/report-range.ts'
import { ownTimeZone, timeZone } from '../../../../shared/domain/time-zone.ts'

const day = z.string().max(20)

/** What is reported on, and how it is shown. */
const ReportChoiceShape = z.object({
  /** Goes on with the days; null: from one chosen day to another. */
  preset: z.enum(rangePresets).nullable().catch('last-7'),
  from: day.catch(''),
  to: day.catch(''),
  /** Null: that of the business hours, else this computer's. */
  zone: z.string().max(100).nullable().catch(null),
  compare: z.boolean().catch(true),
  /** Times in business hours alone. */
  openHours: z.boolean().catch(false),
  /** The numbers of charts are shown, too. */
  tables: z.boolean().catch(false)
})
export type ReportChoice = z.infer<typeof ReportChoiceShape>

const startingChoice: ReportChoice = {
  preset: 'last-7',
  from: '',
  to: '',
  zone: null,
  compare: true,
  openHours: false,
  tables: false
}

/** What was remembered, as far as it can be used. */
export function readChoice(kept: unknown): ReportChoice {
  const parsed = ReportChoiceShape.safeParse(kept ?? {})
  const choice = parsed.success ? parsed.data : startingChoice
  const zone = choice.zone !== null && timeZone(choice.zone) === null ? null : choice.zone
  const broken = choice.preset === null && rangeProblem({ ...choice, zone: zone ?? 'UTC' }) !== null
  return { ...choice, zone, preset: broken ? 'last-7' : choice.preset }
}

/** The zone that holds. @param hoursZone that of the business hours, if they are set */
export function zoneOf(choice: Pick<ReportChoice, 'zone'>, hoursZone: string | null): string {
  return choice.zone ?? hoursZone ?? ownTimeZone()
}

/** The days that are meant now. */
export function daysOf(
  choice: ReportChoice,
  zone: string,
  now: number
): { readonly from: string; readonly to: string } {
  const known = timeZone(zone)
  if (choice.preset === null || known === null) return { from: choice.from, to: choice.to }
  return presetDays(choice.preset, now, zone)
}

export function presetDays(
  preset: RangePreset,
  now: number,
  zone: string
): { readonly from: string; readonly to: string } {
  const known = timeZone(zone) ?? timeZone('UTC')
  if (known === null) throw new Error('UTC is always known.')
  const { from, to } = presetRange(preset, now, known)
  return { from, to }
}
