import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { writeWholeFile } from '../export/write-whole.ts'
import { inParts } from '../jobs/in-parts.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { SlaKeeper } from '../sla/keeper.ts'
import { askedFor, reportSource } from './asked.ts'
import { csvReport } from './csv-report.ts'
import { htmlReport } from './html-report.ts'
import { makeReport } from './report.ts'

interface ReportCommandParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly jobs: Jobs
  readonly slaKeeper: Pick<SlaKeeper, 'settle'>
}

export function reportCommands({ db, clock, jobs, slaKeeper }: ReportCommandParts): {
  'reports.export': CommandDefinition<'reports.export'>
} {
  return {
    'reports.export': {
      kind: 'task',
      run: ({ format, file, ...input }) =>
        jobs.run('report', file, async () => {
          const asked = askedFor(db, input)
          await slaKeeper.settle()
          const source = reportSource(db, clock.now())
          if (format === 'html') {
            await writeWholeFile(file, [htmlReport(await inParts(makeReport(source, asked)))])
            return { file, conversations: null }
          }
          let rows = 0
          await writeWholeFile(
            file,
            csvReport(source, asked, (counted) => (rows = counted))
          )
          return { file, conversations: rows }
        })
    }
  }
}
