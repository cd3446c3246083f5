import type { ReportAge, ReportNow } from '../../../shared/contract/report-rows.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

const HOUR = 3_600_000
const PART = 100
/** Where the next age begins, ms. */
const AGES = [0, HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR]

/** What lies in the queues at this moment, and for how long it has. */
export function* readOpenNow(db: ReadDb, account: string | null, now: number): Generator<void, ReportNow> {
  const ages = AGES.map((from): { -readonly [K in keyof ReportAge]: ReportAge[K] } => ({ from, waiting: 0, open: 0 }))
  for (const shelf of ['open', 'snoozed']) {
    let after: readonly [number, number] = [-1, 0]
    for (;;) {
      const rows = db.all<sql.OpenRow>(sql.OPEN, shelf, ...after, PART)
      for (const row of rows) {
        if (account !== null && account !== row.account_id) continue
        const open = ages.findLast(({ from }) => now - row.since >= from) ?? ages[0]
        if (open) open.open += 1
        const { waiting_since: since } = row
        const waiting = since === null ? undefined : (ages.findLast(({ from }) => now - since >= from) ?? ages[0])
        if (waiting) waiting.waiting += 1
      }
      const next = rows.at(-1)
      if (next === undefined || rows.length < PART) break
      after = [next.last_at, next.key]
      yield
    }
  }
  const counts = db.get<sql.CountsRow>(sql.COUNTS, account)
  const overdue = db.get<{ count: number }>(sql.OVERDUE, now, account)?.count ?? 0
  return {
    queues: [
      { id: 'open', conversations: counts?.open ?? 0 },
      { id: 'unassigned', conversations: counts?.unassigned ?? 0 },
      { id: 'waiting', conversations: counts?.waiting ?? 0 },
      { id: 'overdue', conversations: overdue },
      { id: 'snoozed', conversations: counts?.snoozed ?? 0 },
      { id: 'requests', conversations: counts?.requests ?? 0 },
      { id: 'spam', conversations: counts?.spam ?? 0 }
    ],
    ages
  }
}
