import { z } from 'zod'
import { type BusinessHours, hoursProblem, type HoursProblem, openClock, type OpenClock } from './business-hours.ts'
import { categories, type Category, priorities, type Priority, type QueueId } from './conversation.ts'

/** What may be worth a notification. From the most pressing on. */
export const noticeEvents = ['sign-in', 'needs-eye', 'broken', 'at-risk', 'follow-up', 'message'] as const
export type NoticeEvent = (typeof noticeEvents)[number]

/** Queues that a rule can be about. */
export const noticeQueues = [
  'inbox',
  'mine',
  'unassigned',
  'mentions',
  'at-risk',
  'follow-ups',
  'requests'
] as const satisfies readonly QueueId[]
export type NoticeQueue = (typeof noticeQueues)[number]

/** `system`: what the desktop plays by itself. */
export const noticeSounds = ['system', 'none', 'soft', 'bell'] as const
export type NoticeSound = (typeof noticeSounds)[number]

/** What the number on the app's icon counts. */
export const badgeCounts = ['unread', 'mine', 'waiting', 'at-risk', 'none'] as const
export type BadgeCount = (typeof badgeCounts)[number]

export const MAX_NOTICE_RULES = 50

const NoticeRule = z.strictObject({
  id: z.string().min(1).max(100),
  when: z.strictObject({
    event: z.enum(noticeEvents).nullable(),
    queue: z.enum(noticeQueues).nullable(),
    category: z.enum(categories).nullable(),
    priority: z.enum(priorities).nullable(),
    tag: z.string().min(1).max(100).nullable(),
    /** Nobody has answered this customer yet. */
    firstContact: z.boolean(),
    /** In the newest message, whatever its case. */
    keyword: z.string().max(100)
  }),
  tell: z.boolean(),
  sound: z.enum(noticeSounds)
})
export type NoticeRule = z.infer<typeof NoticeRule>

const minuteOfDay = z.number().int().min(0).max(1440)

/** What an agent is told, and when. */
export const NoticePlan = z.strictObject({
  /** The first that fits decides; what none fits is told. */
  rules: z.array(NoticeRule).max(MAX_NOTICE_RULES),
  sound: z.enum(noticeSounds),
  badge: z.enum(badgeCounts),
  /** Lets the window's button blink. */
  flash: z.boolean(),
  hours: z.strictObject({
    /** Outside these hours nothing is told, and everything afterwards at once. */
    on: z.boolean(),
    zone: z.string().min(1).max(100),
    days: z.array(z.array(z.strictObject({ from: minuteOfDay, to: minuteOfDay })).max(24)).length(7),
    /** Urgent conversations are told also then. */
    urgent: z.boolean()
  })
})
export type NoticePlan = z.infer<typeof NoticePlan>

/** The settings in which it is kept: of the desk, because people have their own hours. */
export const NOTICE_PLAN_SETTING = 'notifications.plan'
export const NOTICE_PAUSE_SETTING = 'notifications.pausedUntil'

export function startingNoticePlan(zone: string): NoticePlan {
  const workday = [{ from: 8 * 60, to: 19 * 60 }]
  return {
    rules: [],
    sound: 'system',
    badge: 'unread',
    flash: false,
    hours: { on: false, zone, days: [workday, workday, workday, workday, workday, [], []], urgent: true }
  }
}

/** `rule` and `other` are places in the list, from 0. */
export type NoticePlanProblem =
  | HoursProblem
  | { readonly kind: 'no-condition' | 'never-fits'; readonly rule: number }
  | { readonly kind: 'same' | 'contradicts'; readonly rule: number; readonly other: number }

/** @returns null for rules that can be kept */
export function noticePlanProblem({ rules, hours }: NoticePlan): NoticePlanProblem | null {
  if (hours.on) {
    const problem = hoursProblem(hoursOf(hours))
    if (problem !== null) return problem
  }
  const seen = new Map<string, number>()
  for (const [at, rule] of rules.entries()) {
    const { when } = rule
    const aboutCustomer =
      when.queue !== null ||
      when.category !== null ||
      when.priority !== null ||
      when.tag !== null ||
      when.firstContact ||
      when.keyword.trim() !== ''
    if (when.event === null && !aboutCustomer) return { kind: 'no-condition', rule: at }
    // A sign-in is about no customer; words are only in messages; who is let in nowhere breaks nothing.
    const impossible =
      (when.event === 'sign-in' && aboutCustomer) ||
      (when.keyword.trim() !== '' && when.event !== null && when.event !== 'message') ||
      (when.queue === 'requests' && when.event !== null && when.event !== 'message')
    if (impossible) return { kind: 'never-fits', rule: at }
    const key = JSON.stringify({ ...when, keyword: when.keyword.trim().toLowerCase() })
    const other = seen.get(key)
    if (other !== undefined) return { kind: rules[other]?.tell === rule.tell ? 'same' : 'contradicts', rule: at, other }
    seen.set(key, at)
  }
  return null
}

function hoursOf({ zone, days }: NoticePlan['hours']): BusinessHours {
  return { zone, days, holidays: [] }
}

/** When somebody may be told; null: always. */
export function noticeClock({ hours }: NoticePlan): OpenClock | null {
  return hours.on ? openClock(hoursOf(hours)) : null
}

/** Something that happened, with all that rules ask for. */
export interface NoticeFact {
  readonly event: NoticeEvent
  readonly queues: readonly QueueId[]
  readonly category: Category | null
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly firstContact: boolean
  /** The newest message of the customer; empty for what is no message. */
  readonly text: string
}

/** Whether it is told, and how it sounds. Who waits to be let in is told of only where a rule says so. */
export function decideNotice(
  plan: NoticePlan,
  fact: NoticeFact
): { readonly tell: boolean; readonly sound: NoticeSound } {
  const rule = plan.rules.find((each) => fits(each, fact))
  if (rule) return { tell: rule.tell, sound: rule.sound }
  return { tell: !fact.queues.includes('requests'), sound: plan.sound }
}

function fits({ when }: NoticeRule, fact: NoticeFact): boolean {
  const keyword = when.keyword.trim().toLocaleLowerCase()
  return (
    (when.event === null || when.event === fact.event) &&
    (when.queue === null || fact.queues.includes(when.queue)) &&
    (when.category === null || when.category === fact.category) &&
    (when.priority === null || when.priority === fact.priority) &&
    (when.tag === null || fact.tags.includes(when.tag)) &&
    (!when.firstContact || fact.firstContact) &&
    (keyword === '' || fact.text.toLocaleLowerCase().includes(keyword))
  )
}
