import type { ReadDb, WriteDb } from '../db/database.ts'
import { setState } from '../outbox/transitions.ts'
import { poolCodesIn } from './codes-in.ts'
import { hasEnded, misplaced } from './gate.ts'
import * as sql from './sql.ts'

const WHY = 'The promo code in this reply cannot be given any more. Edit the reply and insert another one.'

/** All replies that wait with a code ask the agent first. @returns how many */
export function stopRepliesWith(db: WriteDb, codeKey: number, now: number): number {
  const waiting = db.all<{ id: string }>(sql.WAITING_WITH_CODE, codeKey)
  return waiting.filter(({ id }) => stopReply(db, id, now)).length
}

/** A reply that has not left yet asks the agent first. @returns whether it was still here */
export function stopReply(db: WriteDb, outboxId: string, now: number): boolean {
  const entry = db.get<Parameters<typeof setState>[1]>(sql.WAITING_REPLY, outboxId)
  if (!entry) return false
  setState(db, entry, 'needs-attention', { reason: WHY, now })
  return true
}

/**
 * The departure check of codes: looks again, as a reply leaves, whether its codes are still this conversation's and still
 * work. A timer stops most that end; a computer that wakes up sends before any timer of the keeper, and a campaign may
 * have ended while the reply waited for X.
 * @returns whether the reply asks the agent first
 */
export function stopIfCodeEnded(
  db: WriteDb,
  reply: { readonly id: string; readonly account_id: string; readonly conversation_id: string; readonly text: string },
  now: number
): boolean {
  if (db.get(sql.ANY_CODES) === undefined) return false
  const place = { accountId: reply.account_id, conversationId: reply.conversation_id }
  const wrong =
    poolCodesIn(db, reply.text).some((code) => misplaced(db, code, place, now) !== null) ||
    // What everybody gets belongs to nobody, but it ends.
    db
      .all<sql.FoundCode>(sql.SHARED_IN_REPLY, reply.id)
      .some((code) => code.state === 'revoked' || hasEnded(db, code, now))
  return wrong && stopReply(db, reply.id, now)
}

/** Whether a promo code leaves with this reply. */
export function carriesCode(db: ReadDb, outboxId: string): boolean {
  return db.get(sql.ANY_IN_REPLY, outboxId) !== undefined
}
