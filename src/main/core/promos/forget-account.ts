import type { WriteDb } from '../db/database.ts'
import { writeOfHold } from './ledger.ts'
import * as sql from './sql.ts'

/**
 * Forgets whom an account gave codes, when it is removed. What was given is given to nobody again, nor what may have been;
 * what was only kept goes back.
 */
export function forgetPromosOf(db: WriteDb, accountId: string, now: number): void {
  for (const hold of db.all<sql.StoredHold>(sql.OPEN_OF_ACCOUNT, accountId)) {
    const event = hold.doubtful === 1 ? 'revoked' : 'released'
    writeOfHold(db, hold, { event, why: 'account-removed' }, now)
  }
  db.run(sql.FORGET_HOLDS, accountId)
  db.run(sql.FORGET_APPROVALS, accountId)
  db.run(sql.FORGET_LEDGER, accountId)
  db.touch('promos')
}
