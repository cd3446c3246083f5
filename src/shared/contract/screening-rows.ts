/**
 * Rows about who reaches the inbox.
 * @module
 */
import type { ScreeningRules } from '../domain/screening.ts'

/** One row (id `rules`). */
export interface ScreeningRow {
  readonly id: string
  readonly rules: ScreeningRules
  /** How many people always get in, and how many always wait. */
  readonly allowed: number
  readonly held: number
  /** Of how many people X has told whether they and the account follow each other. */
  readonly connections: number
  /** How far changed rules have been applied, 0 to 1; null when that is done. */
  readonly applying: number | null
}

/** Somebody on a list, who was put there last first. */
export interface ScreeningPersonRow {
  readonly id: string
  /** X's id; null until X has told whose handle it is. */
  readonly user: string | null
  readonly name: string
  readonly handle: string | null
}
