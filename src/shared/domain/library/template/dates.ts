/** In which language and where dates and numbers are written. */
export interface Locale {
  /** A language that Intl knows (`pt-BR`). */
  readonly language: string
  /** IANA name; undefined: that of this machine. */
  readonly timeZone: string | undefined
}

/** What `date` may be given. */
export const dateFormats = ['short', 'medium', 'long', 'weekday', 'time'] as const
export type DateFormat = (typeof dateFormats)[number]

const options: Readonly<Record<DateFormat, Intl.DateTimeFormatOptions>> = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  weekday: { weekday: 'long' },
  time: { timeStyle: 'short' }
}

const MOST_LOCALES = 200
const locales = new Map<string, Locale>()

/** A language and a time zone that Intl takes, whatever was given. Asked once for each: Intl is slow to say no. */
export function localeOf(language: string, timeZone?: string): Locale {
  const key = `${language} ${timeZone ?? ''}`
  const known = locales.get(key)
  if (known !== undefined) return known
  const locale = {
    language: usable(language) ? language : 'en',
    timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined
  }
  if (locales.size < MOST_LOCALES) locales.set(key, locale)
  return locale
}

function usable(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1
  } catch {
    return false
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function isDateFormat(value: unknown): value is DateFormat {
  return dateFormats.some((format) => format === value)
}

export function writtenDate(date: Date, format: DateFormat, { language, timeZone }: Locale): string {
  return new Intl.DateTimeFormat(language, { ...options[format], timeZone }).format(date)
}

/** A moment from what is written for one: a date, ms since 1970, `2026-03-09` or a whole ISO 8601 time. */
export function asDate(value: unknown, locale: Locale): Date | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value
  if (typeof value === 'number') return asDate(new Date(value), locale)
  if (typeof value !== 'string') return undefined
  const day = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value.trim())
  if (day !== null) return noonOf(Number(day[1]), Number(day[2]), Number(day[3]), locale)
  return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/u.test(value.trim())
    ? asDate(new Date(value.trim()), locale)
    : undefined
}

/** Noon, because it is on that day whatever the clocks are set to. Undefined for the 31st of February. */
function noonOf(year: number, month: number, day: number, locale: Locale): Date | undefined {
  const utc = new Date(Date.UTC(year, month - 1, day, 12))
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== day) return undefined
  return new Date(utc.getTime() - offset(utc, locale))
}

/** The same time of day so many days later, also where the clocks change in between. */
export function daysLater(date: Date, days: number, locale: Locale): Date | undefined {
  const later = new Date(date.getTime() + days * 86_400_000)
  if (Number.isNaN(later.getTime())) return undefined
  return new Date(later.getTime() + offset(date, locale) - offset(later, locale))
}

/** How far the clocks of the time zone are ahead of UTC, ms. */
function offset(date: Date, { timeZone }: Locale): number {
  if (timeZone === undefined) return -date.getTimezoneOffset() * 60_000
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  }).formatToParts(date)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(date.getTime() / 1000) * 1000
}
