/**
 * Rows about what is told. Times are ms since 1970.
 * @module
 */
import type { Notice } from '../domain/attention.ts'
import type { NoticePlan, NoticeSound } from '../domain/notice-plan.ts'

/** The newest thing worth a notification (at most one row). `id` differs for each; one that is there at the start is old. */
export interface NoticeRow extends Notice {
  readonly id: string
  readonly sound: NoticeSound
  /** Whether the window's button is to blink. */
  readonly flash: boolean
}

/** What this desk is told, and when; the one row there is. */
export interface NoticePlanRow {
  readonly id: string
  readonly plan: NoticePlan
  /** Until when nothing is told at all, because somebody said so (ms since 1970); null: it is told. */
  readonly pausedUntil: number | null
}
