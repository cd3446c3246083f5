import type { TimeRow } from '../../../shared/contract/performance-rows.ts'
import type { QueryName } from '../../../shared/contract/queries.ts'
import { RollingTimes } from '../../../shared/domain/rolling-times.ts'
import type { QueryDefinition } from '../live/query-definition.ts'

/** How long queries of this desk take in the core. In memory only: nothing of it is stored or leaves. */
export interface CoreMeter {
  time<T>(query: QueryName, work: () => T): T
  rows(): readonly TimeRow[]
}

/** What each window shows all the time. */
const HOT: ReadonlySet<QueryName> = new Set(['inbox.list', 'inbox.counts', 'thread.head', 'thread.messages'])

export function createCoreMeter(): CoreMeter {
  const hot = new RollingTimes()
  const search = new RollingTimes()
  return {
    time(query, work) {
      const times = HOT.has(query) ? hot : query === 'search.messages' ? search : null
      if (times === null) return work()
      const start = performance.now()
      const result = work()
      times.note(performance.now() - start)
      return result
    },
    rows: () => [
      { id: 'hot', ...hot.figures() },
      { id: 'search', ...search.figures() }
    ]
  }
}

export function performanceQueries(meter: CoreMeter): { 'performance.core': QueryDefinition<'performance.core'> } {
  return { 'performance.core': { topics: () => [], rows: () => meter.rows() } }
}
