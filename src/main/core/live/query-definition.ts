import type { QueryName, QueryParams, QueryRows } from '../../../shared/contract/queries.ts'
import type { Topic } from './topics.ts'

/** How one query is answered, and which commits can change its answer. */
export interface QueryDefinition<N extends QueryName> {
  topics(params: QueryParams<N>): readonly Topic[]
  /** What takes longer than a frame is worked out in parts (jobs/in-parts.ts), and comes when it is there. */
  rows(params: QueryParams<N>): readonly QueryRows[N][] | Promise<readonly QueryRows[N][]>
}

export type QueryDefinitions = { readonly [N in QueryName]: QueryDefinition<N> }
