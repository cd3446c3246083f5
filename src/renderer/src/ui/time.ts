import { locale as spokenLocale } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const formats = {
  date: { day: 'numeric', month: 'short' },
  dateOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'long' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  shortDayOfYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  exact: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it costs, and a thread has dozens of times. */
function format(name: keyof typeof formats, at: number, locale = spokenLocale()): string {
  const key = `${locale} ${name}`
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale, formats[name])
  made.set(key, formatter)
  return formatter.format(at)
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear()
}

/** `3 min`, `2 h`, `5 d`: one unit, rounded down. Under a minute: `now`. */
export function formatAgo(at: number, now: number, locale?: string): string {
  const age = now - at
  if (age < MINUTE) return t('now')
  if (age < HOUR) return t('{minutes, number} min', { minutes: Math.floor(age / MINUTE) })
  if (age < DAY) return t('{hours, number} h', { hours: Math.floor(age / HOUR) })
  if (age < 7 * DAY) return t('{days, number} d', { days: Math.floor(age / DAY) })
  return formatDate(at, now, locale)
}

/** How long somebody has been waiting: `18 min`, `3 h 20 min`, `2 d 4 h`. */
export function formatWait(ms: number): string {
  if (ms < MINUTE) return t('under a minute')
  const minutes = Math.floor(ms / MINUTE)
  if (minutes < 60) return t('{minutes, number} min', { minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24)
    return minutes % 60 === 0
      ? t('{hours, number} h', { hours })
      : t('{hours, number} h {minutes, number} min', { hours, minutes: minutes % 60 })
  const days = Math.floor(hours / 24)
  return days >= 7 || hours % 24 === 0
    ? t('{days, number} d', { days })
    : t('{days, number} d {hours, number} h', { days, hours: hours % 24 })
}

/** `20 s`, `3 min`, `2 h`, `5 d`: how long ago, down to seconds. */
export function formatAge(ms: number): string {
  return ms < MINUTE ? t('{seconds, number} s', { seconds: Math.max(0, Math.floor(ms / 1_000)) }) : formatAgo(0, ms)
}

/** `4 Mar`, with the year when it is another one. */
export function formatDate(at: number, now: number, locale?: string): string {
  return format(sameYear(at, now) ? 'date' : 'dateOfYear', at, locale)
}

/** `14:32` */
export function formatClock(at: number, locale?: string): string {
  return format('clock', at, locale)
}

/** `March 2019` */
export function formatMonth(at: number, locale?: string): string {
  return format('month', at, locale)
}

/** The exact moment, for a hover. */
export function formatExact(at: number, locale?: string): string {
  return format('exact', at, locale)
}

/** The start of the local day of `at`. */
export function dayOf(at: number): number {
  const day = new Date(at)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

/** `Today`, `Yesterday`, `Monday`, `Monday, 4 March`, with the year when it is another one. */
export function formatDay(day: number, now: number, locale?: string): string {
  // Rounded, because a day of a clock change has 23 or 25 hours.
  const age = Math.round((dayOf(now) - dayOf(day)) / DAY)
  if (age === 0) return t('Today')
  if (age === 1) return t('Yesterday')
  if (age > 1 && age < 7) return format('weekday', day, locale)
  return format(sameYear(day, now) ? 'day' : 'dayOfYear', day, locale)
}

/** A moment to come: `today at 18:00`, `tomorrow at 09:00`, `Mon 30 Nov at 09:00`, with the year when it is another one. */
export function formatAhead(at: number, now: number, locale?: string): string {
  const days = Math.round((dayOf(at) - dayOf(now)) / DAY)
  const time = formatClock(at, locale)
  if (days === 0) return t('today at {time}', { time })
  if (days === 1) return t('tomorrow at {time}', { time })
  const day = format(sameYear(at, now) ? 'shortDay' : 'shortDayOfYear', at, locale)
  return t('{day} at {time}', { day, time })
}

/** Whole seconds until `at`, never below zero. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1_000))
}
