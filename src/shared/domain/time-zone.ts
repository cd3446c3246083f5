const MINUTE = 60_000
const DAY = 86_400_000

/** What a place's clocks show, and when they show it: by the rules that the system knows, summer time included. */
export interface TimeZone {
  readonly name: string
  /** How far its clocks are ahead of UTC at that moment, in ms. */
  offsetAt(at: number): number
  /**
   * The moment at which its clocks show a local time, given in ms as if it were UTC. A time that comes twice is the first
   * of the two; one that is skipped is the moment of the jump. So a later local time is never an earlier moment.
   */
  momentOf(local: number): number
}

/** @returns null when there is no such zone; IANA names, e.g. `Europe/Berlin`. */
export function timeZone(name: string): TimeZone | null {
  const format = formatOf(name)
  if (format === null) return null
  const offsetAt = (at: number): number => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const shown = Date.UTC(
      parts['year'] ?? 0,
      (parts['month'] ?? 1) - 1,
      parts['day'],
      parts['hour'],
      parts['minute'],
      parts['second']
    )
    return shown - Math.floor(at / 1_000) * 1_000
  }
  const momentOf = (local: number): number => {
    const before = offsetAt(local - DAY)
    const after = offsetAt(local + DAY)
    const first = local - before
    if (before === after || offsetAt(first) === before) return first
    const second = local - after
    return offsetAt(second) === after ? second : jumpBetween(second, first, (at) => offsetAt(at) !== before)
  }
  return { name, offsetAt, momentOf }
}

/** Zones by their names, as the system lists them. */
export function timeZoneNames(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

/** The zone of this computer. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function formatOf(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    })
  } catch {
    return null
  }
}

/** The first whole minute for which `jumped` holds: clocks change on one. */
function jumpBetween(from: number, to: number, jumped: (at: number) => boolean): number {
  let low = Math.floor(from / MINUTE)
  let high = Math.ceil(to / MINUTE)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (jumped(middle * MINUTE)) high = middle
    else low = middle
  }
  return high * MINUTE
}
