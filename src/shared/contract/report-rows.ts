import type { Category } from '../domain/conversation.ts'
import type { BucketUnit, ReportRange } from '../domain/report/report-range.ts'

/** How long something took, ms; the quantiles are those of the nearest rank, null when nothing was measured. */
export interface ReportTimes {
  readonly count: number
  /** By the clock on the wall. */
  readonly median: number | null
  readonly p90: number | null
  /** Business hours alone. */
  readonly openMedian: number | null
  readonly openP90: number | null
}

/** Scores from 1 to 5, and how many of them are 4 or 5. */
export interface ReportScores {
  readonly count: number
  readonly content: number
}

/** What came of the surveys that were sent in a period. */
export interface ReportSurveys {
  readonly sent: number
  /** With a score, or in words. */
  readonly answered: number
  /** `mean`: 1 to 5; null when there is none. */
  readonly csat: ReportScores & { readonly mean: number | null }
  /** Scores from 0 to 10. `value`: the percentage of 9 and 10 less that of 0 to 6; null when there is none. */
  readonly nps: { readonly count: number; readonly value: number | null }
}

/** What happened in a period. docs/reports.md says what each counts. */
export interface ReportFigures {
  readonly messagesIn: number
  readonly messagesOut: number
  /** In which somebody wrote. */
  readonly conversations: number
  readonly started: number
  readonly reopened: number
  readonly resolved: number
  readonly first: ReportTimes
  readonly later: ReportTimes
  readonly resolution: ReportTimes
  readonly kept: number
  readonly broken: number
  /** Open and snoozed at its end, or now; null when nobody knows any more. */
  readonly backlog: number | null
  readonly surveys: ReportSurveys
}

/** One point of the charts. */
export interface ReportPoint {
  /** Where its part of the range begins, ms since 1970. */
  readonly at: number
  readonly messagesIn: number
  readonly messagesOut: number
  readonly started: number
  readonly reopened: number
  readonly resolved: number
  readonly first: ReportTimes
  readonly resolution: ReportTimes
  readonly kept: number
  readonly broken: number
  /** At its end; null before anybody counted, and in the future. */
  readonly backlog: number | null
  readonly csat: ReportScores
}

export interface ReportAgent {
  /** Of the member; null: answered outside this console, or nobody's. */
  readonly id: string | null
  readonly name: string | null
  readonly first: ReportTimes
  readonly later: ReportTimes
  /** Answers that kept a promise, and that came too late for it. */
  readonly kept: number
  readonly late: number
  readonly resolved: number
  /** Of surveys that they sent, or that left after they resolved. */
  readonly csat: ReportScores
}

export interface ReportAccount {
  readonly id: string
  readonly username: string
  readonly messagesIn: number
  readonly messagesOut: number
  readonly started: number
  readonly resolved: number
  readonly first: ReportTimes
}

export interface ReportCategory {
  /** Null: none was chosen. */
  readonly id: Category | null
  readonly first: ReportTimes
  readonly later: ReportTimes
  readonly resolution: ReportTimes
  readonly resolved: number
  readonly kept: number
  readonly broken: number
  readonly csat: ReportScores
}

export interface ReportPolicy {
  readonly id: string
  readonly name: string
  readonly kept: number
  readonly broken: number
}

export interface ReportReply {
  readonly id: string
  readonly title: string
  readonly sent: number
  /** Of those of which it is known: changed before they were sent. */
  readonly edited: number
  readonly editedOf: number
  /** Resolved within seven days after it, and of those back within seven days. */
  readonly resolved: number
  readonly back: number
  /** Of surveys before which it was the last reply used. */
  readonly csat: ReportScores
}

export interface ReportCampaign {
  readonly id: string
  readonly name: string
  /** Codes that customers got in the period, and how many of those were redeemed by now, as far as it is known. */
  readonly given: number
  readonly redeemed: number
}

/** How long conversations have been waiting, from `from` ms on. */
export interface ReportAge {
  readonly from: number
  /** Customers who wait for an answer. */
  readonly waiting: number
  /** Open or snoozed, since it was begun or came back. */
  readonly open: number
}

export const reportQueues = ['open', 'unassigned', 'waiting', 'overdue', 'snoozed', 'requests', 'spam'] as const

export interface ReportQueue {
  readonly id: (typeof reportQueues)[number]
  readonly conversations: number
}

/** As it is at this moment, whatever the range. */
export interface ReportNow {
  readonly queues: readonly ReportQueue[]
  readonly ages: readonly ReportAge[]
}

export interface ReportRow {
  readonly id: string
  readonly range: ReportRange
  readonly start: number
  readonly end: number
  readonly unit: BucketUnit
  /** When it was worked out. */
  readonly asOf: number
  /** X's id; null: all accounts. */
  readonly account: string | null
  readonly figures: ReportFigures
  /** The period before; null when it was not asked for. */
  readonly before: { readonly range: ReportRange; readonly figures: ReportFigures } | null
  readonly points: readonly ReportPoint[]
  readonly agents: readonly ReportAgent[]
  readonly accounts: readonly ReportAccount[]
  readonly categories: readonly ReportCategory[]
  readonly policies: readonly ReportPolicy[]
  readonly replies: readonly ReportReply[]
  /** Of promo codes. */
  readonly campaigns: readonly ReportCampaign[]
  readonly now: ReportNow
  /** Whether business hours are set; without them they are the clock on the wall. */
  readonly hours: boolean
  /**
   * From when on it is known, ms since 1970: what was resolved, came back and was open, and what was promised. Null: not
   * yet at all.
   */
  readonly since: { readonly states: number | null; readonly promises: number | null }
  /** Of conversations in Requests and Spam, which are counted nowhere else. */
  readonly leftOut: { readonly conversations: number; readonly messagesIn: number }
}
