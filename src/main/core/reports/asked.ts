import { AppError } from '../../../shared/contract/errors.ts'
import type { ReportInput } from '../../../shared/contract/report-input.ts'
import { rangeProblem } from '../../../shared/domain/report/report-range.ts'
import { rangeProblemSentence } from '../../../shared/domain/report/range-problem-words.ts'
import { ownTimeZone } from '../../../shared/domain/time-zone.ts'
import type { ReadDb } from '../db/database.ts'
import { readPlan } from '../sla/plan.ts'
import type { Asked, ReportSource } from './report.ts'
import { ACCOUNTS, type AccountRow } from './sql.ts'

/** @throws {AppError} invalid-input, not-found */
export function askedFor(db: ReadDb, { from, to, zone, account, compare }: ReportInput): Asked {
  const range = { from, to, zone: zone ?? readPlan(db)?.clocks.plan.hours.zone ?? ownTimeZone() }
  const problem = rangeProblem(range)
  if (problem !== null) throw AppError.of('invalid-input', rangeProblemSentence(problem, range))
  if (account !== null && !db.all<AccountRow>(ACCOUNTS).some(({ id }) => id === account)) {
    throw new AppError('not-found', 'There is no X account {account} here.', { account })
  }
  return { range, account, compare }
}

export function reportSource(db: ReadDb, now: number): ReportSource {
  return { db, now, hours: readPlan(db)?.clocks.hours ?? null }
}
