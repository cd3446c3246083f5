import type { WriteDb } from '../db/database.ts'
import { codeEnd } from './campaign.ts'
import { writeOfHold } from './ledger.ts'
import { stopRepliesWith } from './stop-reply.ts'
import * as sql from './sql.ts'

/** A code that was taken out of a text comes back with undo: it stays for a moment. */
export const GRACE_MS = 60_000
/** It never came into a draft: the window is gone. */
export const NEVER_USED_MS = 10 * 60_000
/** Nobody wrote on: others want the code. */
export const DRAFT_HOLDS_MS = 24 * 3_600_000

/**
 * Gives back what is kept for nothing, ends what is over, and stops replies whose code ended.
 * @returns when there is something to do next, ms since 1970; null: not before something else happens
 */
export function settleHolds(db: WriteDb, now: number): number | null {
  let next: number | null = null
  const later = (at: number): void => {
    if (at > now) next = next === null ? at : Math.min(next, at)
  }
  for (const hold of db.all<sql.OpenHold>(sql.OPEN_HOLDS)) {
    const end = codeEnd({ until: hold.valid_until }, hold.expires_at)
    if (end !== null) later(end)
    const over = end !== null && now >= end
    if (over) stopRepliesWith(db, hold.code_key, now)
    if (hold.doubtful === 1) continue
    if (hold.outbox_id === null && over) {
      // The one code for all has not ended by that: its campaign has.
      writeOfHold(db, hold, { event: hold.shared === 1 ? 'released' : 'expired', why: 'over' }, now)
      continue
    }
    const due = looseAt(db, hold, now)
    if (due === null) continue
    if (due.at <= now) writeOfHold(db, hold, { event: 'released', why: due.why }, now)
    else later(due.at)
  }
  return next
}

/** When a code that nothing carries goes back; null: something does. */
function looseAt(db: WriteDb, hold: sql.StoredHold, now: number): { at: number; why: string } | null {
  if (hold.loose_at !== null) {
    const why = hold.loose_why ?? 'taken-out'
    if (why !== 'taken-out') return { at: now, why }
    if (hold.loose_at === 0) db.run(sql.LOOK_AT_LOOSE, now, hold.id)
    return { at: (hold.loose_at === 0 ? now : Math.min(hold.loose_at, now)) + GRACE_MS, why }
  }
  if (hold.outbox_id !== null) return null
  return hold.in_draft === 1
    ? { at: Math.min(hold.touched_at, now) + DRAFT_HOLDS_MS, why: 'timed-out' }
    : { at: Math.min(hold.touched_at, now) + NEVER_USED_MS, why: 'never-used' }
}
