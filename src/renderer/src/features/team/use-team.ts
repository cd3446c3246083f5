import { useMemo } from 'react'
import type { MemberRow } from '../../../../shared/contract/triage-rows.ts'
import { useQuery } from '../../core/use-query.ts'

/** Everybody who answers, or did, by id. */
export function useTeam(): ReadonlyMap<string, MemberRow> {
  const { rows } = useQuery('team.list', {})
  return useMemo(() => new Map(rows.map((member) => [member.id, member])), [rows])
}
