import { asDate, daysLater, dateFormats, isDateFormat, type Locale, writtenDate } from './dates.ts'

/** A filter. What is missing is undefined all along the line; 0 and false are values. */
export interface FilterRule {
  /** `any`: also a name. */
  readonly argument: 'none' | 'optional' | 'required' | 'any'
  /** Whether a literal argument can be used. */
  readonly takes: (argument: unknown) => boolean
  readonly apply: (value: unknown, argument: unknown, locale: Locale) => unknown
}

const MOST_DAYS = 36_500

const fallback: FilterRule = {
  argument: 'any',
  takes: () => true,
  apply: (value, instead) => (isMissing(value) ? instead : value)
}

/** The closed set. */
export const templateFilters = {
  fallback,
  /** What Liquid calls it. */
  default: fallback,
  date: {
    argument: 'optional',
    takes: isDateFormat,
    apply: (value, format, locale) => {
      const date = asDate(value, locale)
      return date && writtenDate(date, isDateFormat(format) ? format : 'medium', locale)
    }
  },
  plus_days: {
    argument: 'required',
    takes: (days) => typeof days === 'number' && Number.isInteger(days) && Math.abs(days) <= MOST_DAYS,
    apply: (value, days, locale) => {
      const date = asDate(value, locale)
      return date && typeof days === 'number' ? daysLater(date, days, locale) : undefined
    }
  },
  number: {
    argument: 'none',
    takes: () => false,
    apply: (value, _, { language }) => {
      const number = asNumber(value)
      return number === undefined ? undefined : new Intl.NumberFormat(language).format(number)
    }
  },
  money: {
    argument: 'required',
    takes: (currency) => typeof currency === 'string' && /^[A-Z]{3}$/u.test(currency),
    apply: (value, currency, { language }) => {
      const number = asNumber(value)
      if (number === undefined || typeof currency !== 'string') return undefined
      return new Intl.NumberFormat(language, { style: 'currency', currency }).format(number)
    }
  },
  upcase: words((text, { language }) => text.toLocaleUpperCase(language)),
  downcase: words((text, { language }) => text.toLocaleLowerCase(language)),
  capitalize: words((text, { language }) => {
    const [first = ''] = text
    return first.toLocaleUpperCase(language) + text.slice(first.length)
  }),
  first_word: words((text) => text.trim().split(/\s+/u)[0] ?? '')
} as const satisfies Record<string, FilterRule>
export type TemplateFilter = keyof typeof templateFilters

export const templateFilterNames = Object.keys(templateFilters) as readonly TemplateFilter[]

export function isTemplateFilter(name: string): name is TemplateFilter {
  return Object.hasOwn(templateFilters, name)
}

/** What a filter takes, for those who gave it something else. */
export function filterChoices(name: TemplateFilter): readonly string[] {
  return name === 'date' ? dateFormats : []
}

function words(change: (text: string, locale: Locale) => string): FilterRule {
  return {
    argument: 'none',
    takes: () => false,
    apply: (value, _, locale) => {
      const text = asText(value, locale)
      return text === undefined ? undefined : change(text, locale)
    }
  }
}

/** Whether there is nothing to show: no value, blanks alone, a number or a date that is none. */
function isMissing(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.trim() === ''
    case 'boolean':
      return false
    case 'number':
      return !Number.isFinite(value)
    default:
      return !(value instanceof Date) || Number.isNaN(value.getTime())
  }
}

/** How a value stands in a text; undefined when it is none that could. */
export function asText(value: unknown, locale: Locale): string | undefined {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
      return String(value)
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined
    default:
      return value instanceof Date && asDate(value, locale) ? writtenDate(value, 'medium', locale) : undefined
  }
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*$/u.test(value)) return undefined
  return Number(value)
}
