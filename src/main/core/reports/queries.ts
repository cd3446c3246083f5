import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { inParts } from '../jobs/in-parts.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { SlaKeeper } from '../sla/keeper.ts'
import { askedFor, reportSource } from './asked.ts'
import { makeReport } from './report.ts'

interface ReportQueryParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly slaKeeper: Pick<SlaKeeper, 'settle'>
}

export function reportQueries({ db, clock, slaKeeper }: ReportQueryParts): {
  'reports.report': QueryDefinition<'reports.report'>
} {
  return {
    'reports.report': {
      // Asked for, not subscribed to: it takes its time.
      topics: () => [],
      async rows(input) {
        const asked = askedFor(db, input)
        await slaKeeper.settle()
        return [await inParts(makeReport(reportSource(db, clock.now()), asked))]
      }
    }
  }
}
