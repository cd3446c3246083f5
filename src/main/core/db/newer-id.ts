import { v7 as uuidv7 } from 'uuid'

/**
 * An id for a row that comes after another one, where the greatest id holds: UUIDv7 carries the time, and a clock that was
 * set back must not leave an older row in force.
 */
export function newerId(than: string | null | undefined): string {
  const id = uuidv7()
  return than === null || than === undefined || id > than ? id : uuidv7({ msecs: timeOf(than) + 1 })
}

/** Its first 48 bits, ms since 1970. */
function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
