import type { Due, ResponseKind } from '../../../shared/domain/sla.ts'

/** The columns of inbox_entry in which a promise stands. */
export interface DueColumns {
  readonly sla_due_at: number | null
  readonly sla_risk_at: number | null
  readonly sla_kind: ResponseKind | null
  readonly sla_policy: string | null
}

export function dueRow({
  sla_due_at: dueAt,
  sla_risk_at: riskAt,
  sla_kind: kind,
  sla_policy: policy
}: DueColumns): Due | null {
  if (dueAt === null || riskAt === null || kind === null || policy === null) return null
  return { policy, kind, dueAt, riskAt }
}
