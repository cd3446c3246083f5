import type { WriteDb } from '../db/database.ts'
import type { Campaign } from './campaign.ts'
import { writeLedger } from './ledger.ts'
import { stopReply, stopRepliesWith } from './stop-reply.ts'
import * as sql from './sql.ts'

/** Codes that nobody gets any more, or that do not count where they are. */
export function revokeCodes(
  db: WriteDb,
  keys: readonly number[],
  member: string,
  now: number
): { revoked: number; given: number; stopped: number } {
  const done = { revoked: 0, given: 0, stopped: 0 }
  for (const key of new Set(keys)) {
    const code = db.get<sql.FoundCode>(sql.CODE_BY_KEY, key)
    if (!code || code.shared === 1 || code.state === 'revoked' || code.state === 'redeemed') continue
    const [hold] = db.all<sql.StoredHold>(sql.HOLDS_OF_CODE, key)
    // What is on its way stays with its reply, so that what becomes of it is known.
    const draft = hold?.state === 'reserved' && hold.outbox_id === null && hold.doubtful === 0
    writeLedger(
      db,
      {
        event: 'revoked',
        codeKey: key,
        hold: draft ? hold.id : null,
        accountId: hold?.account_id ?? null,
        conversationId: hold?.conversation_id ?? null,
        customerId: hold?.customer_id ?? null,
        member
      },
      now
    )
    done.revoked += 1
    if (hold?.state === 'given') done.given += 1
    if (hold?.state !== 'given') done.stopped += stopRepliesWith(db, key, now)
  }
  return done
}

/** An ended campaign: what waits with a code of it asks first. @returns how many replies */
export function stopRepliesOf(db: WriteDb, campaign: Campaign, now: number): number {
  const waiting = db.all<sql.StoredHold>(sql.OPEN_OF_CAMPAIGN, campaign.key)
  return waiting.filter(({ outbox_id: reply }) => reply !== null && stopReply(db, reply, now)).length
}
