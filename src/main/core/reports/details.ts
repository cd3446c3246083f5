import type {
  ReportAccount,
  ReportAgent,
  ReportCampaign,
  ReportCategory,
  ReportPoint,
  ReportPolicy,
  ReportReply,
  ReportRow
} from '../../../shared/contract/report-rows.ts'
import { categories, type Category } from '../../../shared/domain/conversation.ts'
import { partOf } from '../../../shared/domain/report/report-range.ts'
import { type Counted, countAnswer, countResolved, newCounted } from './counted.ts'
import type { FactTaker } from './facts.ts'
import { createScores, type Scores } from './scores.ts'

/**
 * What happened in the parts of a period, and by who, where and what about. What it makes comes in steps, because
 * quantiles take their time.
 */
export interface Details extends FactTaker {
  /** @param backlogs one for each part */
  points(backlogs: readonly (number | null)[]): Generator<void, ReportPoint[]>
  /** Who did most first. @param nameOf null for who is not known */
  agents(nameOf: (id: string) => string | null): Generator<void, ReportAgent[]>
  /** @param listed in the order of the console */
  accounts(listed: readonly { readonly id: string; readonly username: string }[]): Generator<void, ReportAccount[]>
  /** In the order of the console; what has none last. */
  categories(): Generator<void, ReportCategory[]>
  /** @param nameOf what a policy is called now */
  policies(nameOf: (id: string) => string): ReportPolicy[]
  replies(titleOf: (id: string) => string): ReportReply[]
  /** @param campaignOf null for one that is gone */
  campaigns(campaignOf: (key: number) => { readonly id: string; readonly name: string } | null): ReportCampaign[]
  leftOutFigures(): ReportRow['leftOut']
}

interface Used {
  sent: number
  edited: number
  editedOf: number
  resolved: number
  back: number
  readonly scores: Scores
}

function newUsed(): Used {
  return { sent: 0, edited: 0, editedOf: 0, resolved: 0, back: 0, scores: createScores() }
}

/** @param starts where the parts begin */
export function createDetails(starts: readonly number[]): Details {
  const parts = starts.map(newCounted)
  const agents = new Map<string | null, Counted>()
  const accounts = new Map<string, Counted>()
  const byCategory = new Map<Category | null, Counted>()
  const policies = new Map<string, { name: string; kept: number; broken: number }>()
  const replies = new Map<string, Used>()

  const campaigns = new Map<number, { given: number; redeemed: number }>()
  const away = { conversations: new Set<number>(), messagesIn: 0 }

  const part = (at: number): Counted => parts[partOf(starts, at)] ?? newCounted()
  const policy = (id: string): { name: string; kept: number; broken: number } =>
    found(policies, id, () => ({ name: '', kept: 0, broken: 0 }))

  return {
    message({ at, account, outbound }) {
      for (const counted of [part(at), found(accounts, account, newCounted)]) {
        if (outbound) counted.messagesOut += 1
        else counted.messagesIn += 1
      }
    },
    leftOut({ conversation, outbound }) {
      away.conversations.add(conversation)
      if (!outbound) away.messagesIn += 1
    },
    answered(fact) {
      countAnswer(part(fact.at), fact)
      countAnswer(found(accounts, fact.account, newCounted), fact)
      countAnswer(found(byCategory, fact.category, newCounted), fact)
      const agent = found(agents, fact.by, newCounted)
      countAnswer(agent, fact)
      if (fact.late) agent.broken += 1
      else if (fact.policy !== null) policy(fact.policy).kept += 1
    },
    resolved(fact) {
      countResolved(part(fact.at), fact)
      countResolved(found(accounts, fact.account, newCounted), fact)
      countResolved(found(byCategory, fact.category, newCounted), fact)
      countResolved(found(agents, fact.by, newCounted), fact)
    },
    returned({ at }) {
      part(at).reopened += 1
    },
    broken(fact) {
      part(fact.at).broken += 1
      found(byCategory, fact.category, newCounted).broken += 1
      const broken = policy(fact.policy)
      broken.name = fact.policyName
      broken.broken += 1
    },
    used({ reply, edited, resolved, back }) {
      const used = found(replies, reply, newUsed)
      used.sent += 1
      if (edited !== null) used.editedOf += 1
      if (edited === true) used.edited += 1
      if (resolved) used.resolved += 1
      if (back) used.back += 1
    },
    given({ campaign, redeemed }) {
      const of = found(campaigns, campaign, () => ({ given: 0, redeemed: 0 }))
      of.given += 1
      if (redeemed) of.redeemed += 1
    },
    surveyed(fact) {
      part(fact.at).scores.add(fact)
      found(byCategory, fact.category, newCounted).scores.add(fact)
      found(agents, fact.by, newCounted).scores.add(fact)
      if (fact.reply !== null) found(replies, fact.reply, newUsed).scores.add(fact)
    },
    started({ at, account }) {
      part(at).started += 1
      found(accounts, account, newCounted).started += 1
    },

    *points(backlogs) {
      const points: ReportPoint[] = []
      for (const [nth, counted] of parts.entries()) {
        const { messagesIn, messagesOut, started, reopened, resolved, kept, broken } = counted
        const counts = { messagesIn, messagesOut, started, reopened, resolved, kept, broken }
        const times = { first: counted.first.figures(), resolution: counted.resolution.figures() }
        const csat = counted.scores.csat()
        points.push({ at: starts[nth] ?? 0, ...counts, ...times, backlog: backlogs[nth] ?? null, csat })
        yield
      }
      return points
    },
    *agents(nameOf) {
      const rows: ReportAgent[] = []
      for (const [id, { first, later, kept, broken: late, resolved, scores }] of agents) {
        const name = id === null ? null : nameOf(id)
        const times = { first: first.figures(), later: later.figures() }
        rows.push({ id, name, ...times, kept, late, resolved, csat: scores.csat() })
        yield
      }
      const did = (row: ReportAgent): number => row.first.count + row.later.count + row.resolved
      return rows.toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || did(b) - did(a))
    },
    *accounts(listed) {
      const rows: ReportAccount[] = []
      for (const { id, username } of listed) {
        const counted = accounts.get(id)
        if (counted === undefined) continue
        const { messagesIn, messagesOut, started, resolved, first } = counted
        rows.push({ id, username, messagesIn, messagesOut, started, resolved, first: first.figures() })
        yield
      }
      return rows
    },
    *categories() {
      const rows: ReportCategory[] = []
      for (const id of [...categories, null]) {
        const counted = byCategory.get(id)
        if (counted === undefined) continue
        const { first, later, resolution, resolved, kept, broken, scores } = counted
        const times = { first: first.figures(), later: later.figures(), resolution: resolution.figures() }
        rows.push({ id, ...times, resolved, kept, broken, csat: scores.csat() })
        yield
      }
      return rows
    },
    campaigns: (campaignOf) =>
      [...campaigns]
        .map(([key, counted]) => ({ ...(campaignOf(key) ?? { id: String(key), name: '' }), ...counted }))
        .toSorted((a, b) => b.given - a.given),
    leftOutFigures: () => ({ conversations: away.conversations.size, messagesIn: away.messagesIn }),
    policies: (nameOf) =>
      [...policies]
        .map(([id, { name, kept, broken }]) => ({ id, name: nameOf(id) || name, kept, broken }))
        .toSorted((a, b) => b.kept + b.broken - a.kept - a.broken),
    replies: (titleOf) =>
      [...replies]
        .map(([id, { scores, ...used }]) => ({ id, title: titleOf(id), ...used, csat: scores.csat() }))
        .toSorted((a, b) => b.sent - a.sent)
  }
}

function found<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
