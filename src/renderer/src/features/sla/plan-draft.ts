import { planProblem, type PlanProblem, type SlaPlan, type SlaPolicy } from '../../../../shared/domain/sla.ts'
import { formatHours, parseHours } from '../../ui/HoursFields/hours-text.ts'

/** A plan while somebody changes it: hours stand as they are typed, so that nothing that is half written is lost. */
export interface PlanDraft {
  /** The plan it grew from. */
  readonly base: string
  readonly plan: SlaPlan
  /** Monday first. */
  readonly dayTexts: readonly string[]
}

export type DraftProblem = PlanProblem | { readonly kind: 'unreadable'; readonly day: number }

export function draftOf(base: string, plan: SlaPlan): PlanDraft {
  return { base, plan, dayTexts: plan.hours.days.map(formatHours) }
}

/** @returns the plan as far as it can be read, and what is wrong with it */
export function readDraft({ plan, dayTexts }: PlanDraft): {
  readonly plan: SlaPlan
  readonly problem: DraftProblem | null
} {
  const days = dayTexts.map(parseHours)
  const unreadable = days.findIndex((day) => day === null)
  const read: SlaPlan = {
    ...plan,
    hours: { ...plan.hours, days: days.map((day) => day ?? []) },
    policies: plan.policies.map((policy) => ({ ...policy, name: policy.name.replace(/\s+/gu, ' ').trim() }))
  }
  return { plan: read, problem: unreadable < 0 ? planProblem(read) : { kind: 'unreadable', day: unreadable } }
}

/** Whether there is anything to save. */
export function isChanged(draft: PlanDraft, plan: SlaPlan): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftOf(draft.base, plan))
}

export function newPolicy(id: string): SlaPolicy {
  return {
    id,
    name: '',
    when: { categories: [], priorities: [], accounts: [], tags: [] },
    first: 60,
    next: 240,
    always: false,
    pausesSnoozed: false
  }
}
