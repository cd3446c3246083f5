import { snowflakeTime } from '../../../shared/domain/ids.ts'

/** Before the first Tweet, or far ahead: no time of a message. Fixed, so that no wrong clock of this machine decides. */
const EARLIEST = Date.UTC(2006, 2, 21)
const LATEST = Date.UTC(2100, 0, 1)
/** The first snowflakes are of November 2010; smaller ids are no snowflakes, whatever time they seem to carry. */
const EARLIEST_SNOWFLAKE = Date.UTC(2010, 10, 4)

/** ISO 8601 as the API writes it, or milliseconds as a number or text as the Activity stream does. Null if implausible. */
export function parseWireTime(value: string | number | undefined): number | null {
  if (value === undefined) return null
  const text = String(value).trim()
  if (/^\d{12,14}$/.test(text)) return plausible(Number(text))
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  // Without a zone JavaScript would take the machine's own.
  return plausible(Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`))
}

/**
 * When an event happened, ms since 1970. X writes whole seconds; the id holds the milliseconds, and with them the order
 * of two messages of one second. Null when neither tells.
 */
export function eventTime(createdAt: string | number | undefined, id: string): number | null {
  const written = parseWireTime(createdAt)
  const carried = snowflakeTime(id)
  if (written === null) return carried !== null && carried > EARLIEST_SNOWFLAKE ? plausible(carried) : null
  const sameSecond = carried !== null && Math.floor(carried / 1000) === written / 1000
  return sameSecond ? carried : written
}

function plausible(time: number): number | null {
  return time >= EARLIEST && time < LATEST ? time : null
}
