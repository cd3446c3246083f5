import type { CodeProblem } from './code-words.ts'

/** How the dates of a file are written. They are never guessed: 4/5 is two days, depending on who wrote it. */
export const dateFormats = ['iso', 'dmy', 'mdy', 'unix'] as const
export type DateFormat = (typeof dateFormats)[number]

/** What a column of a pool can be. */
export const poolFields = [
  'code',
  'expires_at',
  'value',
  'currency',
  'min_spend',
  'locale',
  'note',
  'uses',
  'active'
] as const
export type PoolField = (typeof poolFields)[number]

/** What a column of a file of redemptions can be. */
export const redemptionFields = ['code', 'redeemed_at', 'times'] as const
export type RedemptionField = (typeof redemptionFields)[number]

/** Whose file it looks like. */
export const poolSources = ['list', 'table', 'shopify', 'stripe', 'backchannel'] as const
export type PoolSource = (typeof poolSources)[number]

/** A column of the file, as it was read. */
export interface ReadColumn<Field extends string> {
  /** Of the header; a number where there is none. */
  readonly name: string
  readonly field: Field | null
  /** What stands in it first. Codes are masked. */
  readonly sample: string
}

/** A line that was left out, and why. `detail` never holds a whole code. */
export interface PoolRemark {
  readonly line: number
  readonly why:
    CodeProblem | 'twice-in-file' | 'in-pool' | 'bad-date' | 'over' | 'used-up' | 'not-active' | 'unreadable'
  readonly detail: string
}

/** What an import of codes did, or would do. */
export interface PromoImportReport {
  readonly source: PoolSource
  readonly columns: readonly ReadColumn<PoolField>[]
  /** Lines with something in them, without the header. */
  readonly lines: number
  /** Codes that come, or came, in. */
  readonly codes: number
  /** Of them, those that customers have by now, found in messages that this account sent. */
  readonly seen: number
  /** Codes with an end of their own. */
  readonly withEnd: number
  /** Somebody has to say how dates are written before they can come in; the first of them, as it is written. */
  readonly askDates: string | null
  readonly skipped: readonly PoolRemark[]
  /** How many were left out for each reason. */
  readonly counts: Readonly<Partial<Record<PoolRemark['why'], number>>>
}

/** What a file of redemptions told, or would tell. */
export interface RedemptionReport {
  readonly columns: readonly ReadColumn<RedemptionField>[]
  readonly lines: number
  /** Codes that are redeemed now, and were not known to be. */
  readonly redeemed: number
  /** Known before. */
  readonly known: number
  /** Codes that nobody here knows. */
  readonly strangers: number
  /** Redeemed, though nobody here gave them: somebody else has this pool. */
  readonly neverGiven: number
  readonly askDates: string | null
  readonly skipped: readonly PoolRemark[]
}

/** Only so many left-out lines are listed; all are counted. */
export const MOST_REMARKS = 1_000
