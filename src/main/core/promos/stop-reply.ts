import type { WriteDb } from '../db/database.ts'
import { setState } from '../outbox/transitions.ts'
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
