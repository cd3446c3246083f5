import { z } from 'zod'
import { alwaysOpen, hoursProblem, type HoursProblem, openClock, type OpenClock } from './business-hours.ts'
import { categories, type Category, priorities, type Priority } from './conversation.ts'
import { XId } from './ids.ts'

const MINUTE = 60_000
/** Thirty days: what is promised for later is a follow-up. */
export const LONGEST_TARGET_MINUTES = 30 * 24 * 60
export const MAX_POLICIES = 50
export const MAX_POLICY_NAME = 60
export const MAX_HOLIDAYS = 500

const target = z.number().int().min(1).max(LONGEST_TARGET_MINUTES).nullable()
const minuteOfDay = z.number().int().min(0).max(1440)
const ownedId = z.string().min(1).max(100)

const SlaPolicy = z.strictObject({
  id: ownedId,
  name: z.string().max(MAX_POLICY_NAME),
  /** What it is for; an empty list is anything. */
  when: z.strictObject({
    categories: z.array(z.enum(categories)).max(20),
    priorities: z.array(z.enum(priorities)).max(20),
    accounts: z.array(XId).max(100),
    tags: z.array(ownedId).max(100)
  }),
  /** Minutes until the first answer in a conversation, and until each later one. Null: no promise. */
  first: target,
  next: target,
  /** Counts nights and holidays, too. */
  always: z.boolean(),
  /** The clock stands while the conversation is snoozed. */
  pausesSnoozed: z.boolean()
})
export type SlaPolicy = z.infer<typeof SlaPolicy>

/** What the team has promised its customers. */
export const SlaPlan = z.strictObject({
  on: z.boolean(),
  hours: z.strictObject({
    zone: z.string().min(1).max(100),
    days: z.array(z.array(z.strictObject({ from: minuteOfDay, to: minuteOfDay })).max(24)).length(7),
    holidays: z
      .array(z.strictObject({ date: z.string().max(20), yearly: z.boolean(), name: z.string().max(60) }))
      .max(MAX_HOLIDAYS)
  }),
  /** Somebody is at risk when so many minutes are left, or half of the target where that is less. */
  riskMinutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60),
  /** The first that fits holds. */
  policies: z.array(SlaPolicy).max(MAX_POLICIES)
})
export type SlaPlan = z.infer<typeof SlaPlan>

export type PlanProblem =
  | HoursProblem
  | { readonly kind: 'no-policy' }
  | { readonly kind: 'no-name' | 'no-target' | 'same-id'; readonly policy: string }

/** @returns null for a plan that can be kept */
export function planProblem(plan: SlaPlan): PlanProblem | null {
  const hours = hoursProblem(plan.hours)
  if (hours !== null) return hours
  if (plan.on && plan.policies.length === 0) return { kind: 'no-policy' }
  for (const [at, { id, name, first, next }] of plan.policies.entries()) {
    if (name.trim() === '') return { kind: 'no-name', policy: id }
    if (first === null && next === null) return { kind: 'no-target', policy: id }
    if (plan.policies.findIndex((policy) => policy.id === id) < at) return { kind: 'same-id', policy: id }
  }
  return null
}

/** Monday to Friday, nine to six; an hour for the first answer, four for each later one. */
export function startingPlan(zone: string, policyId: string, policyName = 'Everybody'): SlaPlan {
  const workday = [{ from: 9 * 60, to: 18 * 60 }]
  return {
    on: true,
    hours: { zone, days: [workday, workday, workday, workday, workday, [], []], holidays: [] },
    riskMinutes: 30,
    policies: [
      {
        id: policyId,
        name: policyName,
        when: { categories: [], priorities: [], accounts: [], tags: [] },
        first: 60,
        next: 240,
        always: false,
        pausesSnoozed: false
      }
    ]
  }
}

/** What decides which policy holds. */
export interface SlaSubject {
  readonly account: string
  readonly category: Category | null
  readonly priority: Priority
  readonly tags: readonly string[]
}

export function policyFor(plan: SlaPlan, subject: SlaSubject): SlaPolicy | null {
  const fits = <T>(wanted: readonly T[], is: readonly T[]): boolean =>
    wanted.length === 0 || is.some((each) => wanted.includes(each))
  return (
    plan.policies.find(
      ({ when }) =>
        fits(when.accounts, [subject.account]) &&
        fits(when.priorities, [subject.priority]) &&
        fits(when.categories, subject.category === null ? [] : [subject.category]) &&
        fits(when.tags, subject.tags)
    ) ?? null
  )
}

/** Whether nothing is left for the policies behind it. */
export function takesEverything({ when }: SlaPolicy): boolean {
  return [when.accounts, when.priorities, when.categories, when.tags].every((wanted) => wanted.length === 0)
}

/** First: nobody has answered in this conversation yet. */
export type ResponseKind = 'first' | 'next'

/** When the answer to somebody is due, in ms since 1970. */
export interface Due {
  readonly policy: string
  readonly kind: ResponseKind
  readonly dueAt: number
  /** From when it is at risk. */
  readonly riskAt: number
}

/** A time in which a policy's clock may stand still; `to` null: it still does. */
export interface Pause {
  readonly from: number
  readonly to: number | null
}

/** The clocks of a plan, made once. */
export interface SlaClocks {
  readonly plan: SlaPlan
  readonly hours: OpenClock
}

export function slaClocks(plan: SlaPlan): SlaClocks {
  return { plan, hours: openClock(plan.hours) }
}

export function clockOf({ hours }: SlaClocks, policy: SlaPolicy): OpenClock {
  return policy.always ? alwaysOpen : hours
}

/** @returns null when nothing is promised, or the clock stands still */
export function dueOf(
  clocks: SlaClocks,
  policy: SlaPolicy,
  wait: { readonly kind: ResponseKind; readonly since: number; readonly pauses: readonly Pause[] }
): Due | null {
  const minutes = policy[wait.kind]
  if (minutes === null) return null
  const whole = minutes * MINUTE
  const margin = Math.min(clocks.plan.riskMinutes * MINUTE, whole / 2)
  const pauses = policy.pausesSnoozed ? wait.pauses : []
  const clock = clockOf(clocks, policy)
  const dueAt = afterPauses(clock, wait.since, whole, pauses)
  const riskAt = afterPauses(clock, wait.since, whole - margin, pauses)
  return dueAt === null || riskAt === null ? null : { policy: policy.id, kind: wait.kind, dueAt, riskAt }
}

function afterPauses(clock: OpenClock, since: number, open: number, pauses: readonly Pause[]): number | null {
  let from = since
  let left = open
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    if (pause.to !== null && pause.to <= from) continue
    const counted = pause.from <= from ? 0 : clock.between(from, pause.from)
    if (counted >= left) break
    if (pause.to === null) return null
    left -= counted
    from = Math.max(from, pause.to)
  }
  return clock.after(from, left)
}

/** The latest moment that can be due for somebody who is at risk at `now`. */
export function riskHorizon(clocks: SlaClocks, now: number): number {
  const margin = clocks.plan.riskMinutes * MINUTE
  return Math.max(now + margin, clocks.hours.after(now, margin) ?? 0)
}
