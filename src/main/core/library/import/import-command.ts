import type { LibraryImportReport } from '../../../../shared/domain/library/import-report.ts'
import { listAttributes } from '../../attributes/attributes.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database, WriteDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { StoredFiles } from '../../media/stored-files.ts'
import type { LibraryParts } from '../library-parts.ts'
import { importLibrary } from './import-library.ts'
import { openInput } from './open-input.ts'
import { type ReadAll, readFiles } from './read-files.ts'
import { settleFiles } from './settle-files.ts'

interface ImportParts extends LibraryParts {
  readonly db: Database
  readonly files: StoredFiles
  readonly jobs: Jobs
  readonly clock: Pick<Clock, 'now'>
}

export function libraryImportCommand(parts: ImportParts): {
  'library.import': CommandDefinition<'library.import'>
} {
  const { db, jobs, shelf, team, clock } = parts
  return {
    'library.import': {
      kind: 'task',
      run: ({ paths, format, dryRun, ...choices }) =>
        jobs.run('library-import', paths.join(', '), async (job) => {
          const chosen = await openInput(paths)
          const attributes = listAttributes(db).map(({ name }) => name)
          const found = await inTurns(readFiles(chosen, { format, attributes }), (done) => job.update(done, ''))
          // Before the transaction: a file that no version names yet is nobody's, and goes after a while.
          const { archives, losses } = await settleFiles(parts, found.archives, dryRun)
          const read = { ...found, archives, losses: [...found.losses, ...losses] }
          const work = (tx: WriteDb): LibraryImportReport =>
            importLibrary(tx, read, choices, { shelf, writer: { author: team.me(), now: clock.now() } })
          return dryRun ? tried(db, work) : db.writeDurably(work)
        })
    }
  }
}

/** Runs a generator to its end, and lets everybody else have a turn between its steps. */
async function inTurns(reading: Generator<number, ReadAll>, progress: (done: number) => void): Promise<ReadAll> {
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
    progress(step.value)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

class Tried extends Error {
  readonly report: LibraryImportReport

  constructor(report: LibraryImportReport) {
    super('a dry run is over')
    this.report = report
  }
}

/** Does the work and takes all of it back: a dry run says exactly what the import would. */
function tried(db: Database, work: (tx: WriteDb) => LibraryImportReport): LibraryImportReport {
  try {
    return db.write((tx) => {
      throw new Tried(work(tx))
    })
  } catch (error) {
    if (error instanceof Tried) return error.report
    throw error
  }
}
