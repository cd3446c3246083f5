import { casual } from 'chrono-node/en'

/** What a part of the day means where no hour is named. */
const hoursOf: readonly (readonly [RegExp, number])[] = [
  [/\bmorning\b/iu, 9],
  [/\bafternoon\b/iu, 14],
  [/\bevening\b/iu, 18],
  [/\b(?:tonight|night)\b/iu, 20]
]
/** Somebody who names a day and no time means the morning of it. */
const NO_HOUR = 9

/**
 * Reads `tomorrow 9`, `fri 14:30`, `in 2 hours`, `3 dec` as somebody at a desk means them: ahead, by the local clock. What
 * is only half understood counts as not understood.
 * @returns ms since 1970; null when it says no time.
 */
export function parseMoment(text: string, now: number): number | null {
  const wanted = text.trim()
  const bare = hour(wanted)
  if (bare !== null) return nextHour(bare, now)
  const [result] = casual.parse(wanted, new Date(now), { forwardDate: true })
  if (!result) return null
  const rest = (wanted.slice(0, result.index) + wanted.slice(result.index + result.text.length))
    .replace(/[\s,]+|\b(?:at|on)\b/giu, ' ')
    .trim()
  const named = hour(rest)
  const certain = result.start.isCertain('hour')
  if (rest !== '' && (named === null || certain)) return null
  const moment = result.start.date()
  if (!certain) moment.setHours(named ?? hoursOf.find(([words]) => words.test(wanted))?.[1] ?? NO_HOUR, 0, 0, 0)
  moment.setMilliseconds(0)
  return moment.getTime()
}

function hour(text: string): number | null {
  return /^(?:[01]?\d|2[0-3])$/u.test(text) ? Number(text) : null
}

function nextHour(wanted: number, now: number): number {
  const moment = new Date(now)
  moment.setHours(wanted, 0, 0, 0)
  if (moment.getTime() <= now) moment.setDate(moment.getDate() + 1)
  return moment.getTime()
}
