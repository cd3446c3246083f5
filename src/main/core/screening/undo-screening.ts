import type { ScreeningBefore } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { currentRules, putRules, rulesOf } from './rules.ts'
import * as sql from './sql.ts'

/** Brings back rules and lists; the conversations follow in the background. */
export function undoScreening(db: WriteDb, { rules, batch }: ScreeningBefore, now: number): void {
  if (batch !== null) {
    db.run(sql.UNDO_ADDED, `undo of ${batch}`, now, batch)
    db.run(sql.UNDO_REMOVED, now, batch)
  }
  // A request that was let in alone has changed neither: nobody need be looked at again.
  if (batch === null && currentRules(db).id === rules) return
  putRules(db, rulesOf(db, rules), now)
}
