import { useMemo } from 'react'
import type { TagRow } from '../../../../shared/contract/triage-rows.ts'
import { useQuery } from '../../core/use-query.ts'

/** All tags, by id. */
export function useTags(): ReadonlyMap<string, TagRow> {
  const { rows } = useQuery('tags.list', {})
  return useMemo(() => new Map(rows.map((tag) => [tag.id, tag])), [rows])
}
