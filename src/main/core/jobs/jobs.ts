import { v7 as uuidv7 } from 'uuid'
import { AppError, toWireError } from '../../../shared/contract/errors.ts'
import type { JobRow } from '../../../shared/contract/rows.ts'
import type { Clock } from '../deps.ts'
import type { Live } from '../live/live.ts'

export interface JobHandle {
  /** @param progress 0 to 1, or null when unknown. */
  update(progress: number | null, detail: string): void
}

/** Long jobs and how far they are. They live as long as the process: what a job has stored is in the database. */
export interface Jobs {
  list(): readonly JobRow[]
  run<T>(kind: JobRow['kind'], label: string, work: (job: JobHandle) => Promise<T>): Promise<T>
}

const KEPT = 5
const UPDATE_MS = 100

export function createJobs(live: Live, clock: Clock): Jobs {
  let rows: readonly JobRow[] = []
  const put = (row: JobRow): void => {
    const others = rows.filter((each) => each.id !== row.id)
    rows = [...others, row].slice(-KEPT)
    live.touch('jobs')
  }
  return {
    list: () => rows,
    async run(kind, label, work) {
      let row: JobRow = {
        id: uuidv7(),
        kind,
        label,
        state: 'running',
        progress: null,
        detail: '',
        error: null,
        result: null
      }
      let shownAt = 0
      put(row)
      try {
        const result = await work({
          update(progress, detail) {
            row = { ...row, progress, detail }
            if (clock.now() - shownAt < UPDATE_MS) return
            shownAt = clock.now()
            put(row)
          }
        })
        put({ ...row, state: 'done', progress: 1, result })
        return result
      } catch (error) {
        put({ ...row, state: 'failed', error: toWireError(error) })
        throw error instanceof AppError ? error : new Error(`${kind} failed`, { cause: error })
      }
    }
  }
}
