import type { ReadDb } from '../db/database.ts'
import type { Live } from '../live/live.ts'
import * as sql from './sql.ts'

/** How often a reply was sent, and when last. */
export interface Uses {
  readonly uses: number
  readonly lastAt: number | null
}

/** The uses of all replies, by id; those that were never sent are not there. Read once until something is sent. */
export interface UseCounts {
  now(): ReadonlyMap<string, Uses>
}

export function createUseCounts(db: ReadDb, live: Pick<Live, 'listen'>): UseCounts {
  let current: ReadonlyMap<string, Uses> | null = null
  live.listen((topics) => {
    if (topics.has('library-uses')) current = null
  })
  return {
    now() {
      current ??= new Map(
        db.all<sql.UseRow>(sql.USES).map(({ id, uses, last_at: lastAt }) => [id, { uses, lastAt }] as const)
      )
      return current
    }
  }
}
