import type { FeedbackFilter } from '../../../shared/contract/feedback-commands.ts'
import type { BoardRow, BoardTotalRow } from '../../../shared/contract/feedback-rows.ts'
import { severities, TREND_STEPS } from '../../../shared/domain/feedback/feedback.ts'
import type { ReadDb } from '../db/database.ts'
import { narrowedForCounts } from './filter.ts'
import * as sql from './sql.ts'
import { LIST, type StoredTheme } from './theme-sql.ts'

/** When the time before begins, which is as long as the wanted one. */
function beforeOf({ from, to }: FeedbackFilter): number {
  return from - Math.max(0, to - from)
}

interface Counted {
  count: number
  before: number
  positive: number
  negative: number
  severe: number
  readonly trend: number[]
}

/** What customers speak of in a time, the most frequent first. */
export function readBoard(db: ReadDb, filter: FeedbackFilter): BoardRow[] {
  const { from, to } = filter
  const width = Math.max(1, Math.ceil((to - from) / TREND_STEPS))
  const { sql: where, values } = narrowedForCounts(filter, 'g', 'g.feedback_key')
  const found = new Map<string, Counted>()
  for (const row of db.all<sql.CountedRow>(sql.counts(where), from, from, width, beforeOf(filter), to, ...values)) {
    const counted = found.get(row.theme_id) ?? none()
    found.set(row.theme_id, counted)
    if (row.step < 0) {
      counted.before += row.count
      continue
    }
    counted.count += row.count
    counted.trend[row.step] = (counted.trend[row.step] ?? 0) + row.count
    if (row.sentiment !== 'neutral') counted[row.sentiment] += row.count
  }
  for (const { theme_id: theme, count } of severeOf(db, filter)) {
    const counted = found.get(theme)
    if (counted) counted.severe = count
  }
  return db
    .all<StoredTheme>(LIST)
    .flatMap(({ id, name, retired_at: retiredAt }) => {
      const counted = found.get(id)
      return counted ? [{ id, name, retired: retiredAt !== null, ...counted }] : []
    })
    .toSorted((a, b) => b.count - a.count || b.before - a.before)
}

function severeOf(db: ReadDb, filter: FeedbackFilter): { readonly theme_id: string; readonly count: number }[] {
  const { sql: where, values } = narrowedForCounts(filter, 'f', 'f.key')
  return db.all(sql.severe(where), filter.from, filter.to, Math.max(...severities), ...values)
}

function none(): Counted {
  return {
    count: 0,
    before: 0,
    positive: 0,
    negative: 0,
    severe: 0,
    trend: Array.from({ length: TREND_STEPS }, () => 0)
  }
}

/** How many entries there are, each counted once whatever its themes. */
export function readTotal(db: ReadDb, filter: FeedbackFilter): BoardTotalRow {
  const { sql: where, values } = narrowedForCounts(filter, 'f', 'f.key')
  const total = { count: 0, before: 0, positive: 0, negative: 0 }
  const rows = db.all<sql.TotalledRow>(sql.totals(where), filter.from, beforeOf(filter), filter.to, ...values)
  for (const { before, sentiment, count } of rows) {
    if (before === 1) total.before += count
    else {
      total.count += count
      if (sentiment !== 'neutral') total[sentiment] += count
    }
  }
  return { id: 'total', ...total, since: db.get<{ at: number | null }>(sql.SINCE)?.at ?? null }
}
