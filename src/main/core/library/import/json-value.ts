/** Careful looks into JSON of which nobody knows what it holds. @module */

export type JsonRecord = Readonly<Record<string, unknown>>

export function asRecord(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null
}

export function asList(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (value as readonly unknown[]) : null
}

/** The records of a list; empty when it is none. */
export function records(value: unknown): JsonRecord[] {
  return (asList(value) ?? []).map(asRecord).filter((record) => record !== null)
}

/** The value under the first of these names that is there of its own: `__proto__` and the like name nothing. */
export function field(record: JsonRecord | null, ...names: readonly string[]): unknown {
  if (record === null) return undefined
  for (const name of names) {
    if (Object.hasOwn(record, name) && record[name] !== null) return record[name]
  }
  return undefined
}

/** A text, or a number as it is written; null for anything else and for nothing. */
export function text(record: JsonRecord | null, ...names: readonly string[]): string | null {
  return asText(field(record, ...names))
}

export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null
}

/** All texts of a list, or the words of a text that lists them with commas. */
export function texts(value: unknown, separator = /\s*,\s*/u): string[] {
  const list = asList(value)
  if (list !== null) {
    return list.flatMap((item) => {
      const found = asText(item) ?? text(asRecord(item), 'name', 'title')
      return found === null || found.trim() === '' ? [] : [found.trim()]
    })
  }
  const written = asText(value)
  return written === null
    ? []
    : written
        .trim()
        .split(separator)
        .filter((word) => word !== '')
}

/** A moment in ms since 1970, from an ISO text, or a number of seconds or milliseconds; null when it is none. */
export function moment(value: unknown): number | null {
  if (typeof value === 'number') {
    const ms = Math.abs(value) < 1e11 ? value * 1000 : value
    return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? Math.round(ms) : null
  }
  if (typeof value !== 'string') return null
  if (/^\d{9,10}(\.\d+)?$/u.test(value)) return moment(Number(value))
  if (!/^\d{4}-\d{2}-\d{2}([T ]|$)/u.test(value)) return null
  const ms = Date.parse(/^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : value.replace(' ', 'T').replace(/ UTC$/u, 'Z'))
  return Number.isNaN(ms) ? null : ms
}

/** How often it was used; null when that is not said. */
export function usage(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

/** False only when it says so. */
export function isActive(value: unknown): boolean {
  return !(
    value === false ||
    value === 0 ||
    (typeof value === 'string' && /^(false|no|0|inactive|off)$/iu.test(value.trim()))
  )
}
