import { v7 as uuidv7 } from 'uuid'
import { AppError, toWireError } from '../../../shared/contract/errors.ts'
import type { JobRow } from '../../../shared/contract/rows.ts'
import type { Clock } from '../deps.ts'
import type { Live } from '../live/live.ts'

export interface JobHandle {
  /** @param progress 0 to 1, or null when unknown. */
  update(progress: number | null, detail: string): void
  /** Aborted when somebody stops a job that can be stopped. */
  readonly signal: AbortSignal
}

/** Long jobs and how far they are. They live as long as the process: what a job has stored is in the database. */
export interface Jobs {
  list(): readonly JobRow[]
  run<T>(
    kind: JobRow['kind'],
    label: string,
    work: (job: JobHandle) => Promise<T>,
    options?: { readonly stoppable?: boolean }
  ): Promise<T>
  /** Asks a job to end early, with what it has so far. @returns false when it does not run, or cannot be stopped */
  stop(id: string): boolean
  /** The same for all, when the core closes. */
  stopAll(): void
}

const KEPT = 5
const UPDATE_MS = 100

export function createJobs(live: Live, clock: Clock): Jobs {
  let rows: readonly JobRow[] = []
  const stops = new Map<string, AbortController>()
  const put = (row: JobRow): void => {
    const others = rows.filter((each) => each.id !== row.id)
    rows = [...others, row].slice(-KEPT)
    live.touch('jobs')
  }
  return {
    list: () => rows,
    stop(id) {
      const controller = stops.get(id)
      controller?.abort()
      return controller !== undefined
    },
    stopAll() {
      for (const controller of stops.values()) controller.abort()
    },
    async run(kind, label, work, { stoppable = false } = {}) {
      const controller = new AbortController()
      let row: JobRow = {
        id: uuidv7(),
        kind,
        label,
        state: 'running',
        progress: null,
        detail: '',
        error: null,
        result: null,
        stoppable
      }
      if (stoppable) stops.set(row.id, controller)
      let shownAt = 0
      put(row)
      try {
        const result = await work({
          signal: controller.signal,
          update(progress, detail) {
            row = { ...row, progress, detail }
            if (clock.now() - shownAt < UPDATE_MS) return
            shownAt = clock.now()
            put(row)
          }
        })
        put({ ...row, state: controller.signal.aborted ? 'cancelled' : 'done', progress: 1, result })
        return result
      } catch (error) {
        put({ ...row, state: 'failed', error: toWireError(error) })
        throw error instanceof AppError ? error : new Error(`${kind} failed`, { cause: error })
      } finally {
        stops.delete(row.id)
      }
    }
  }
}
