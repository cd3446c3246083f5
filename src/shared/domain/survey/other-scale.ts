import { isOnScale, scales, type ScoreKind } from './survey.ts'

/** Scales that people answer on though another one was asked. */
const KNOWN_SCALES = new Set([3, 4, 5, 6, 7, 10, 20, 100])
/** "11!" and "12 of 10" are more than enough; beyond that a number is another thing. */
const MOST = 12

/**
 * What a number that is not on the scale would be on it, the likeliest first. Empty: it is no score.
 * @param outOf what the customer names as the most; null: nothing
 */
export function otherScale(kind: ScoreKind, value: number, outOf: number | null): number[] {
  const { highest } = scales[kind]
  if (outOf === null) {
    if (value > MOST) return []
    return onScale(kind, [kind === 'csat' ? Math.round(value / 2) : Math.round(value)])
  }
  if (!KNOWN_SCALES.has(outOf) || value > outOf + 2) return []
  const scaled = Math.round((value / outOf) * highest)
  return onScale(kind, outOf < 5 ? [scaled, value, outOf] : [scaled])
}

/** Moves to the nearest ends of the scale what lies just outside it, and leaves each out that was there before. */
export function onScale(kind: ScoreKind, values: readonly number[]): number[] {
  const { lowest, highest } = scales[kind]
  const moved = values.map((value) => Math.min(highest, Math.max(lowest, value)))
  return [...new Set(moved)].filter((value) => isOnScale(kind, value))
}
