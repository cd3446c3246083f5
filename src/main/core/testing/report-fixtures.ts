import type { ReportInput } from '../../../shared/contract/report-input.ts'
import type { ReportRow } from '../../../shared/contract/report-rows.ts'
import type { TestCore } from './create-test-core.ts'

/** A report of days in UTC, of all accounts, without the period before unless `given` says otherwise. */
export async function reportOf(core: TestCore, given: Partial<ReportInput> = {}): Promise<ReportRow> {
  const input = { from: '2026-11-23', to: '2026-11-23', zone: 'UTC', account: null, compare: false, ...given }
  const [row] = await core.client.ask('reports.report', input)
  if (!row) throw new Error('there is no report')
  return row
}
