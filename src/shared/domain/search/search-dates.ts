const DAY_MS = 86_400_000
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]
const units: Readonly<Record<string, 'hour' | 'day' | 'week' | 'month' | 'year'>> = {
  h: 'hour',
  hour: 'hour',
  d: 'day',
  day: 'day',
  w: 'week',
  week: 'week',
  m: 'month',
  month: 'month',
  y: 'year',
  year: 'year'
}

/**
 * The moment at which what a date names begins, ms since 1970, in the time zone of this computer: `2026-03-01`,
 * `2026-03`, `2026`, `today`, `monday` (the last one), `last week` (weeks begin on Monday), `march`, `7d`, `3 weeks ago`,
 * `12h`. Null when it is no date.
 */
export function startOfDate(value: string, now: number): number | null {
  const text = value
    .trim()
    .toLowerCase()
    .replace(/(?<=[a-z])[-_\s]+(?=[a-z])/gu, ' ')
  const today = startOfDay(now)
  return fromNumbers(text) ?? fromAgo(text, now) ?? fromWords(text, today)
}

function startOfDay(at: number): Date {
  const date = new Date(at)
  date.setHours(0, 0, 0, 0)
  return date
}

function fromNumbers(text: string): number | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(year, month - 1, day)
  // The 30th of February is no date, and not the 2nd of March either.
  const real = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day
  return real && year >= 1970 ? date.getTime() : null
}

function fromAgo(text: string, now: number): number | null {
  const match = /^(\d{1,4})\s*([a-z]+?)s?(?: ago)?$/u.exec(text.replace(/(?<=\d)[-_\s]+(?=[a-z])/u, ' '))
  const unit = match === null ? undefined : units[match[2] ?? '']
  if (!match || unit === undefined) return null
  const count = Number(match[1])
  if (unit === 'hour') return now - count * 3_600_000
  const date = startOfDay(now)
  if (unit === 'day') date.setDate(date.getDate() - count)
  else if (unit === 'week') date.setDate(date.getDate() - 7 * count)
  else return monthsBefore(date, unit === 'month' ? count : 12 * count)
  return date.getTime()
}

/** A month before the 31st of March is the last day of February, and not a day in March. */
function monthsBefore(date: Date, months: number): number {
  const last = new Date(date.getFullYear(), date.getMonth() - months + 1, 0).getDate()
  return new Date(date.getFullYear(), date.getMonth() - months, Math.min(date.getDate(), last)).getTime()
}

function fromWords(text: string, today: Date): number | null {
  const day = today.getTime()
  const shifted = (days: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime()
  const sinceMonday = (today.getDay() + 6) % 7
  switch (text) {
    case 'today':
      return day
    case 'yesterday':
      return shifted(-1)
    case 'tomorrow':
      return shifted(1)
    case 'this week':
      return shifted(-sinceMonday)
    case 'last week':
      return shifted(-sinceMonday - 7)
    case 'this month':
      return new Date(today.getFullYear(), today.getMonth(), 1).getTime()
    case 'last month':
      return new Date(today.getFullYear(), today.getMonth() - 1, 1).getTime()
    case 'this year':
      return new Date(today.getFullYear(), 0, 1).getTime()
    case 'last year':
      return new Date(today.getFullYear() - 1, 0, 1).getTime()
  }
  const weekday = indexOfName(text, weekdays)
  if (weekday !== null) return shifted(-((today.getDay() - weekday + 7) % 7))
  const [name = '', year] = text.split(' ')
  const month = indexOfName(name, months)
  if (month === null || (year !== undefined && !/^\d{4}$/u.test(year))) return null
  if (year !== undefined) return new Date(Number(year), month, 1).getTime()
  const thisYear = new Date(today.getFullYear(), month, 1).getTime()
  return thisYear <= day + DAY_MS ? thisYear : new Date(today.getFullYear() - 1, month, 1).getTime()
}

/** `mon`, `sept` and `march` alike; three letters are enough. */
function indexOfName(text: string, names: readonly string[]): number | null {
  if (text.length < 3) return null
  const index = names.findIndex((name) => name.startsWith(text))
  return index < 0 ? null : index
}
