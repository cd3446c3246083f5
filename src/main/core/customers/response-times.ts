import type { ResponseTimesRow } from '../../../shared/contract/customer-rows.ts'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import type { ReadDb } from '../db/database.ts'
import { sameCustomer } from './links.ts'
import * as sql from './sql.ts'

/** So many of the newest tell how patient somebody had to be; what lies years back says little. */
const MOST = 2_000
const SHOWN = 12

interface AnswerRow {
  readonly at: number
  readonly kind: ResponseKind
  readonly wall_ms: number
  readonly open_ms: number
  readonly late: number
}

/** How quickly a customer was answered, whichever of their X accounts and ours it was. */
export function responseTimes(db: ReadDb, user: string): ResponseTimesRow[] {
  const answers = sameCustomer(db, user)
    .flatMap((id) => db.all<AnswerRow>(sql.ANSWERS, id, MOST))
    .toSorted((a, b) => a.at - b.at)
  if (answers.length === 0) return []
  const times = answers.map((row) => row.wall_ms).toSorted((a, b) => a - b)
  const open = answers.map((row) => row.open_ms).toSorted((a, b) => a - b)
  const medianMs = quantile(times, 0.5)
  const openMedianMs = quantile(open, 0.5)
  return [
    {
      id: user,
      answers: answers.length,
      medianMs,
      p90Ms: quantile(times, 0.9),
      openMedianMs: openMedianMs === medianMs ? null : openMedianMs,
      late: answers.filter((row) => row.late === 1).length,
      latest: answers
        .slice(-SHOWN)
        .map(({ at, wall_ms: ms, kind, late }) => ({ at, ms, first: kind === 'first', late: late === 1 }))
    }
  ]
}

/** The nearest rank. @param sorted ascending, not empty */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}
