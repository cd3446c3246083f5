import type { XProblem } from '../x/problem.ts'

/** What one round of sending did. */
export interface SendReport {
  requests: number
  costUsd: number
  sent: number
  /** What keeps the account as a whole from sending; null when nothing does. */
  problem: XProblem | null
  /** When something could be sent or checked next, ms since 1970; null when nothing waits for a time. */
  nextAt: number | null
  /** A window has ended by our clock, and only an answer of X to something else can confirm it: read now. */
  awaitsWord: boolean
}
