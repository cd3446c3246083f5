/**
 * Rows about what X allows and what it costs. Times are ms since 1970.
 * @module
 */
/** How far back an account is read: everything X gives, the last seven days, or nothing older than what is here. */
export type BackfillChoice = 'all' | 'week' | 'new'

/** When a waiting reply leaves, by the limits (id = outbox id). None for replies that wait for something else. */
export interface ForecastRow {
  readonly id: string
  readonly at: number
}

/** What X charges for. */
export type CostKind =
  'dm-read' | 'user-read' | 'dm-send' | 'dm-delete' | 'privacy-update' | 'dm-received' | 'chat-received'

/** One kind of cost of one account, or of all together. Days and months are UTC, as X counts. */
export interface CostRow {
  readonly id: string
  /** Null: all accounts. */
  readonly accountId: string | null
  readonly kind: CostKind
  readonly priceUsd: number
  readonly todayUnits: number
  readonly todayUsd: number
  readonly monthUnits: number
  readonly monthUsd: number
}

/** One row (id `ceiling`). */
export interface CeilingRow {
  readonly id: string
  readonly todayUsd: number
  readonly monthUsd: number
  /**
   * `saving`: no older messages and no profiles; `reading-stopped`: no polls, the rest is for replies; `reached`: replies
   * wait until somebody says so.
   */
  readonly stage: 'none' | 'fine' | 'saving' | 'reading-stopped' | 'reached'
  /** Whose ceiling it is that holds. */
  readonly period: 'day' | 'month' | null
  readonly limitUsd: number | null
  readonly resetsAt: number | null
  /** Replies leave although it is reached, because the team said so. */
  readonly permitted: boolean
  /** Replies that wait for that word. */
  readonly repliesWaiting: number
}

export interface Estimate {
  readonly events: number
  readonly usd: number
  readonly lowUsd: number
  readonly highUsd: number
}

/** Older messages that X would still give (id = account id). None when all is here. */
export interface BackfillRow {
  readonly id: string
  /** `asking`: reading waits for the choice; `running`: it goes on; `resumable`: left out by choice, or by its ceiling. */
  readonly state: 'asking' | 'running' | 'resumable'
  readonly why: 'first' | 'absence'
  readonly choice: BackfillChoice | null
  readonly eventsSoFar: number
  readonly oldestAt: number | null
  readonly perDay: number
  /** What is left, by what was seen so far; null when nothing can be said. */
  readonly all: Estimate | null
  /** Of it the last seven days; null when these are here. */
  readonly week: Estimate | null
}
