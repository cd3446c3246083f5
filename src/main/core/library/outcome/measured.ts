import type { ReplyOutcomeRow } from '../../../../shared/contract/library-rows.ts'
import { scales } from '../../../../shared/domain/survey/survey.ts'
import type { ScoreRow } from './sql.ts'

/** So many of the newest uses of a version, and of all versions together, are looked at: ten thousand say no more. */
export const LOOKED_AT = 500
/** So many versions are looked at, the newest. */
export const MOST_VERSIONS = 20
/** Who has not answered after this long is taken not to answer. Milliseconds. */
export const ANSWER_MS = 3 * 24 * 3_600_000

/** Of all versions together. */
export function newest<T extends { readonly at: number }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => b.at - a.at).slice(0, LOOKED_AT)
}

/** How many left with other words than inserted. `changed`: in thousandths of the words; null: not known. */
export function editedOf(uses: readonly { readonly changed: number | null }[]): ReplyOutcomeRow['edited'] {
  const known = uses.flatMap(({ changed }) => changed ?? [])
  const edited = known.filter((changed) => changed > 0)
  return { count: edited.length, of: known.length, share: median(edited.map((changed) => changed / 1_000)) }
}

/** Whom the customer answered in time. Who can still answer is not counted yet. */
export function answeredOf(
  uses: readonly { readonly sent_at: number | null; readonly answered_at: number | null }[],
  now: number
): ReplyOutcomeRow['answered'] {
  const answers = uses.flatMap(({ sent_at: at, answered_at: answered }) => {
    if (at === null) return []
    const after = answered === null ? null : answered - at
    if (after !== null && after <= ANSWER_MS) return [after]
    return now - at >= ANSWER_MS ? [null] : []
  })
  const took = answers.filter((after) => after !== null)
  return { count: took.length, of: answers.length, medianMs: median(took) }
}

/** Whom it left content, of those who gave a score. */
export function contentOf(scores: readonly Omit<ScoreRow, 'at'>[]): ReplyOutcomeRow['content'] {
  const stars = scores.filter(({ kind }) => kind === 'csat').map(({ score }) => score)
  return {
    count: scores.filter(({ kind, score }) => score >= scales[kind].high).length,
    of: scores.length,
    average: stars.length === 0 ? null : stars.reduce((sum, score) => sum + score, 0) / stars.length
  }
}

/** Of an even number the lower of the two in the middle: a time that was really met. */
export function median(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
}
