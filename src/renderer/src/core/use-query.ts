import { useState, useSyncExternalStore } from 'react'
import type { QueryName, QueryParams, QueryRows } from '../../../shared/contract/queries.ts'
import type { LiveState } from '../../../shared/core-client.ts'
import { useCore } from './core-context.ts'

/** A live query: renders again whenever its rows change. */
export function useQuery<N extends QueryName>(name: N, params: QueryParams<N>): LiveState<QueryRows[N]> {
  const { store } = useCore()
  return useSyncExternalStore(
    (listener) => store.use(name, params, listener),
    () => store.peek(name, params)
  )
}

/**
 * The same, but shows the former rows while a widened window (a higher limit) is on its way. The component must be
 * keyed by what the rows are about, so that nothing of one conversation is ever shown in another.
 */
export function useWidenedQuery<N extends QueryName>(name: N, params: QueryParams<N>): LiveState<QueryRows[N]> {
  const state = useQuery(name, params)
  const [kept, setKept] = useState(state)
  if (state !== kept && (state.status !== 'loading' || kept.status === 'loading')) setKept(state)
  return state.status === 'loading' ? kept : state
}

/** The only row of a query that has one, or null while loading and when there is none. */
export function useRow<N extends QueryName>(name: N, params: QueryParams<N>): QueryRows[N] | null {
  return useQuery(name, params).rows[0] ?? null
}
