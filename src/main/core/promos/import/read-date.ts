import type { DateFormat } from '../../../../shared/domain/promo/import-report.ts'
import type { TimeZone } from '../../../../shared/domain/time-zone.ts'

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/iu
const PARTED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/u
const UNIX = /^\d{9,13}$/u
const DAY = 86_400_000

/** A moment, ms since 1970. `whole`: only the day was written, and this is when it is over. */
export type ReadDate = { readonly at: number } | 'unknown' | 'wrong'

/** Whether a date can be read in one way only. */
export function isIsoDate(text: string): boolean {
  return ISO.test(text)
}

/**
 * Reads a date in the format that somebody chose; ISO is read always.
 * @param zone in which times without one are meant @param ends a day alone is meant with all of it
 * @returns `unknown` when the format has to be chosen first
 */
export function readDate(text: string, format: DateFormat | null, zone: TimeZone, ends: boolean): ReadDate {
  const iso = ISO.exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso
    return momentOf([year, month, day], [hour, minute, second], offset, zone, ends)
  }
  if (format === 'unix') {
    if (!UNIX.test(text)) return 'wrong'
    return { at: text.length > 11 ? Number(text) : Number(text) * 1_000 }
  }
  if (format === null || format === 'iso') return format === null ? 'unknown' : 'wrong'
  const parted = PARTED.exec(text)
  if (!parted) return 'wrong'
  const [, one, two, year, hour, minute, second] = parted
  const [day, month] = format === 'dmy' ? [one, two] : [two, one]
  return momentOf([year, month, day], [hour, minute, second], undefined, zone, ends)
}

type Part = string | undefined

function momentOf(
  date: readonly [Part, Part, Part],
  time: readonly [Part, Part, Part],
  offset: Part,
  zone: TimeZone,
  ends: boolean
): ReadDate {
  const [year, month, day] = date.map(Number) as [number, number, number]
  const [hour, minute, second] = time.map((part) => Number(part ?? 0)) as [number, number, number]
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const shown = new Date(local)
  // The 31st of a short month, or hour 25, is somebody's slip or another format.
  if (shown.getUTCDate() !== day || shown.getUTCMonth() !== month - 1 || hour > 23 || minute > 59) return 'wrong'
  if (time[0] === undefined) return { at: zone.momentOf(ends ? local + DAY : local) }
  if (offset === undefined) return { at: zone.momentOf(local) }
  const sign = /^([+-])(\d\d):?(\d\d)$/u.exec(offset)
  const ahead = sign ? (sign[1] === '-' ? -1 : 1) * (Number(sign[2]) * 60 + Number(sign[3])) * 60_000 : 0
  return { at: local - ahead }
}
