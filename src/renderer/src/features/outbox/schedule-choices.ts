import { t } from '../../i18n/t.ts'

/** A moment to send at, with its name. */
export interface ScheduleChoice {
  readonly label: string
  /** ms since 1970 */
  readonly at: number
}

const HOUR = 3_600_000
const MORNING = 9
const EVENING = 18

/** What most people want, by the local clock: soonest first, nothing twice, nothing that is about to pass. */
export function scheduleChoices(now: number): ScheduleChoice[] {
  const at = (daysAhead: number, hour: number): number => {
    const day = new Date(now)
    // By the calendar, not in steps of 24 hours: a day of a clock change is shorter or longer.
    day.setDate(day.getDate() + daysAhead)
    day.setHours(hour, 0, 0, 0)
    return day.getTime()
  }
  const weekday = new Date(now).getDay()
  const daysToMonday = (8 - weekday) % 7 || 7
  const choices: ScheduleChoice[] = [
    { label: t('In 1 hour'), at: now + HOUR },
    { label: t('In 3 hours'), at: now + 3 * HOUR },
    { label: t('This morning'), at: at(0, MORNING) },
    { label: t('This evening'), at: at(0, EVENING) },
    { label: t('Tomorrow morning'), at: at(1, MORNING) },
    { label: t('Tomorrow afternoon'), at: at(1, 14) },
    {
      label: daysToMonday === 1 ? t('Monday evening') : t('Monday morning'),
      at: at(daysToMonday, daysToMonday === 1 ? EVENING : MORNING)
    },
    { label: t('In a week'), at: at(7, MORNING) }
  ]
  const seen = new Set<number>()
  return choices
    .filter((choice) => choice.at >= now + HOUR)
    .toSorted((a, b) => a.at - b.at)
    .filter((choice) => !seen.has(choice.at) && seen.add(choice.at))
}

/** `2026-11-30T09:00`: what a field for date and time wants, by the local clock. */
export function toFieldValue(at: number): string {
  const moment = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** @returns ms since 1970; null while the field is incomplete. */
export function fromFieldValue(value: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value) ? new Date(value).getTime() : Number.NaN
  return Number.isFinite(at) ? at : null
}

const YEAR = 366 * 24 * HOUR

/** Why a reply cannot wait for a moment; null when it can. */
export function scheduleProblem(at: number, now: number): string | null {
  if (at <= now) return t('That time is over. Choose one in the future.')
  if (at > now + YEAR) return t('A reply can wait a year at most.')
  return null
}
