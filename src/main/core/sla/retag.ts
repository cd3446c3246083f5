import type { SlaPolicy } from '../../../shared/domain/sla.ts'
import type { WriteDb } from '../db/database.ts'
import { applyAgain, putInForce, readPlan } from './plan.ts'

/** The tags that a policy was for, and those that it is for now. */
export interface RetaggedPolicy {
  readonly policy: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Policies for one tag are for another one; all conversations are looked through again. @returns what to go back to */
export function retagPolicies(db: WriteDb, from: string, to: string, now: number): RetaggedPolicy[] {
  const changed = (readPlan(db)?.clocks.plan.policies ?? [])
    .filter(({ when }) => when.tags.includes(from))
    .map(({ id: policy, when }) => ({
      policy,
      before: when.tags,
      after: [...new Set(when.tags.map((tag) => (tag === from ? to : tag)))]
    }))
  setTags(db, changed, now)
  return changed
}

/** The way back; a policy that was changed since stays as it is. */
export function undoRetagPolicies(db: WriteDb, changed: readonly RetaggedPolicy[], now: number): void {
  setTags(
    db,
    changed.map(({ policy, before, after }) => ({ policy, before: after, after: before })),
    now
  )
}

function setTags(db: WriteDb, changes: readonly RetaggedPolicy[], now: number): void {
  const plan = readPlan(db)?.clocks.plan
  if (!plan) return
  const changed = (policy: SlaPolicy): SlaPolicy => {
    const change = changes.find((one) => one.policy === policy.id)
    if (!change || JSON.stringify(change.before) !== JSON.stringify(policy.when.tags)) return policy
    return { ...policy, when: { ...policy.when, tags: [...change.after] } }
  }
  const policies = plan.policies.map(changed)
  if (policies.some((policy, at) => policy !== plan.policies[at])) putInForce(db, { ...plan, policies }, now)
  // Which conversations have a tag has changed in any case.
  else applyAgain(db, now)
}
