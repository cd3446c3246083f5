import type { PromoGiver, PromoOnce } from './campaign.ts'

/** What of a campaign decides who gets a code. Times in ms since 1970. */
export interface PromoRules {
  readonly from: number | null
  readonly until: number | null
  /** Somebody ended it by hand. */
  readonly ended: boolean
  readonly giver: PromoGiver
  readonly once: PromoOnce
  readonly firstContact: boolean
  /** Ids of tags; empty: any. */
  readonly tags: readonly string[]
  readonly minDays: number | null
  readonly daily: number | null
  readonly total: number | null
}

/** What is known when somebody wants to give a code. */
export interface PromoFacts {
  readonly now: number
  /** Teams within the team that the agent belongs to. */
  readonly teams: readonly string[]
  /** Codes that can still be given; null: without an end. */
  readonly left: number | null
  /** When the customer, and this conversation, got a code of this campaign last; null: never. */
  readonly customerHadAt: number | null
  readonly conversationHadAt: number | null
  /** When the customer got a code of any campaign last. */
  readonly lastCodeAt: number | null
  /** Whether nothing was settled with them before. */
  readonly isFirst: boolean
  /** Ids of the conversation's tags. */
  readonly tags: readonly string[]
  readonly givenToday: number
  readonly givenInAll: number
  /** An approver agreed to a code for this customer. */
  readonly approved: boolean
}

/** Why a code cannot be given. `at`: ms since 1970. */
export type PromoRefusal =
  | { readonly kind: 'ended' | 'none-left' | 'not-first' | 'tags' | 'needs-approval' }
  | { readonly kind: 'not-yet' | 'over' | 'had-it' | 'had-it-here' | 'too-soon'; readonly at: number }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'daily-limit' | 'total-limit'; readonly limit: number }

const DAY = 86_400_000
/** A code that ends while its reply is on the way helps nobody. */
export const SAFETY_MARGIN_MS = 60_000

/** Reasons that no approval lifts: there is nothing to give, or it would not work. */
const final: ReadonlySet<PromoRefusal['kind']> = new Set(['ended', 'none-left', 'not-yet', 'over'])

export function canBeApproved({ kind }: PromoRefusal): boolean {
  return !final.has(kind)
}

/** Everything that stands between a customer and a code, what nobody can lift first. Empty: it may be given. */
export function promoRefusals(rules: PromoRules, facts: PromoFacts): PromoRefusal[] {
  const refusals = [...factRefusals(rules, facts), ...ruleRefusals(rules, facts)]
  return facts.approved ? refusals.filter((refusal) => !canBeApproved(refusal)) : refusals
}

function factRefusals({ from, until, ended }: PromoRules, { now, left }: PromoFacts): PromoRefusal[] {
  const refusals: PromoRefusal[] = []
  if (ended) refusals.push({ kind: 'ended' })
  if (from !== null && now < from) refusals.push({ kind: 'not-yet', at: from })
  if (until !== null && now > until - SAFETY_MARGIN_MS) refusals.push({ kind: 'over', at: until })
  if (left === 0) refusals.push({ kind: 'none-left' })
  return refusals
}

function ruleRefusals(rules: PromoRules, facts: PromoFacts): PromoRefusal[] {
  const refusals: PromoRefusal[] = []
  const { giver, once, minDays, daily, total } = rules
  if (giver.kind === 'team' && !facts.teams.includes(giver.team)) refusals.push({ kind: 'team', team: giver.team })
  if (giver.kind === 'approval') refusals.push({ kind: 'needs-approval' })
  if (once === 'customer' && facts.customerHadAt !== null) refusals.push({ kind: 'had-it', at: facts.customerHadAt })
  if (once === 'conversation' && facts.conversationHadAt !== null) {
    refusals.push({ kind: 'had-it-here', at: facts.conversationHadAt })
  }
  if (minDays !== null && facts.lastCodeAt !== null && facts.now < facts.lastCodeAt + minDays * DAY) {
    refusals.push({ kind: 'too-soon', at: facts.lastCodeAt + minDays * DAY })
  }
  if (rules.firstContact && !facts.isFirst) refusals.push({ kind: 'not-first' })
  if (rules.tags.length > 0 && !rules.tags.some((tag) => facts.tags.includes(tag))) refusals.push({ kind: 'tags' })
  if (daily !== null && facts.givenToday >= daily) refusals.push({ kind: 'daily-limit', limit: daily })
  if (total !== null && facts.givenInAll >= total) refusals.push({ kind: 'total-limit', limit: total })
  return refusals
}
