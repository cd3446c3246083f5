import { type ResponseKind, SlaPlan } from '../../../shared/domain/sla.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** What was promised since the first plan, for answers that nothing was noted about because they came in time. */
export interface Promised {
  /** When answer times were first promised, ms since 1970; null: never. */
  readonly since: number | null
  /** Whether an answer was promised to who wrote then. */
  counts(policy: string, kind: ResponseKind, askedAt: number): boolean
  nameOf(policy: string): string
}

export function readPromised(db: ReadDb): Promised {
  const plans = db.all<sql.PlanRow>(sql.PLANS).map((row) => ({
    since: row.created_at,
    plan: SlaPlan.parse(JSON.parse(row.plan))
  }))
  const since = plans.find(({ plan }) => plan.on)?.since ?? null
  // A policy as it was last: what it promises may have changed, what it is called, too.
  const policies = new Map(plans.flatMap(({ plan }) => plan.policies.map((policy) => [policy.id, policy] as const)))
  return {
    since,
    counts: (id, kind, askedAt) => since !== null && askedAt >= since && (policies.get(id)?.[kind] ?? null) !== null,
    nameOf: (id) => policies.get(id)?.name ?? ''
  }
}
