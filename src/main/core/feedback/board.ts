import type { FeedbackFilter } from '../../../shared/contract/feedback-commands.ts'
import type { BoardRow, BoardTotalRow } from '../../../shared/contract/feedback-rows.ts'
import { TREND_STEPS } from '../../../shared/domain/feedback/feedback.ts'
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

/** What is said in so long is counted in a few milliseconds. */
const SLICE_MS = 30 * 86_400_000

interface Slice {
  readonly from: number
  readonly to: number
  /** Of the trend; -1: the time before. */
  readonly step: number
}

/** A time and the one before it in slices, so that nobody waits for all of it. What lies before everything is left out. */
function* slices(db: ReadDb, filter: FeedbackFilter): Generator<Slice> {
  const { from, to } = filter
  const since = db.get<{ at: number | null }>(sql.SINCE)?.at ?? to
  const width = Math.max(1, Math.ceil((to - from) / TREND_STEPS))
  const steps = Array.from({ length: TREND_STEPS }, (_, step) => ({
    from: from + step * width,
    to: Math.min(to, from + (step + 1) * width),
    step
  }))
  for (const part of [{ from: beforeOf(filter), to: from, step: -1 }, ...steps]) {
    for (let at = Math.max(part.from, since); at < part.to; at += SLICE_MS) {
      yield { from: at, to: Math.min(part.to, at + SLICE_MS), step: part.step }
    }
  }
}

/** What customers speak of in a time, the most frequent first. Each step is short. */
export function* readBoard(db: ReadDb, filter: FeedbackFilter): Generator<void, BoardRow[]> {
  const { sql: where, values } = narrowedForCounts(filter, 'g', 'g.feedback_key')
  const ofEntries = narrowedForCounts(filter, 'f', 'f.key')
  const found = new Map<string, Counted>()
  for (const { from, to, step } of slices(db, filter)) {
    for (const { theme_id: theme, sentiment, count } of db.all<sql.CountedRow>(
      sql.counts(where),
      from,
      to,
      ...values
    )) {
      const counted = found.get(theme) ?? none()
      found.set(theme, counted)
      if (step < 0) {
        counted.before += count
        continue
      }
      counted.count += count
      counted.trend[step] = (counted.trend[step] ?? 0) + count
      if (sentiment !== 'neutral') counted[sentiment] += count
    }
    if (step >= 0) {
      for (const row of db.all<sql.SevereRow>(sql.severe(ofEntries.sql), from, to, ...ofEntries.values)) {
        const counted = found.get(row.theme_id)
        if (counted) counted.severe += row.count
      }
    }
    yield
  }
  return db
    .all<StoredTheme>(LIST)
    .flatMap(({ id, name, retired_at: retiredAt }) => {
      const counted = found.get(id)
      return counted ? [{ id, name, retired: retiredAt !== null, ...counted }] : []
    })
    .toSorted((a, b) => b.count - a.count || b.before - a.before)
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
export function* readTotal(db: ReadDb, filter: FeedbackFilter): Generator<void, BoardTotalRow> {
  const { sql: where, values } = narrowedForCounts(filter, 'f', 'f.key')
  const total = { count: 0, before: 0, positive: 0, negative: 0 }
  for (const { from, to, step } of slices(db, filter)) {
    for (const { sentiment, count } of db.all<sql.TotalledRow>(sql.totals(where), from, to, ...values)) {
      if (step < 0) total.before += count
      else {
        total.count += count
        if (sentiment !== 'neutral') total[sentiment] += count
      }
    }
    yield
  }
  return { id: 'total', ...total, since: db.get<{ at: number | null }>(sql.SINCE)?.at ?? null }
}
