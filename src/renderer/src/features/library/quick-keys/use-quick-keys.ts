import type { QuickKey } from '../../../../../shared/domain/library/quick-key.ts'
import { useQuery } from '../../../core/use-query.ts'

/** Id of a reply → the key with which who sits here inserts it. */
export function useQuickKeys(): ReadonlyMap<string, QuickKey> {
  const { rows } = useQuery('library.quickKeys', {})
  return new Map(rows.map(({ reply, key }) => [reply, key]))
}
