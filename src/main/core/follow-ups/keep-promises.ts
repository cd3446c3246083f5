import type { ReadDb, WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

interface Place {
  readonly accountId: string
  readonly conversationId: string
}

/**
 * After which reply one counts as keeping a promise that is made now. What is being written now is where it is promised,
 * and does not.
 */
export function keptAfter(db: ReadDb, place: Place): number {
  return isWriting(db, place) ? sql.AFTER_THIS_DRAFT : lastReply(db, place)
}

/** The same for a promise that comes back: what was being written when it was made may have been written since. */
export function keptAfterAgain(db: ReadDb, place: Place, before: number): number {
  return before === sql.AFTER_THIS_DRAFT && !isWriting(db, place) ? lastReply(db, place) : before
}

function isWriting(db: ReadDb, { accountId, conversationId }: Place): boolean {
  return db.get(sql.HAS_DRAFT, accountId, conversationId, accountId, conversationId) !== undefined
}

function lastReply(db: ReadDb, { accountId, conversationId }: Place): number {
  return (
    db.get<{ sequence: number }>(sql.LAST_REPLY, accountId, conversationId, accountId, conversationId)?.sequence ?? 0
  )
}

/** What was being written is in the outbox, or was thrown away: replies from now on count. */
export function draftIsDone(db: WriteDb, place: Place): void {
  if (!hasOpen(db, place)) return
  db.run(sql.REPLY_WRITTEN, lastReply(db, place), place.accountId, place.conversationId)
}

/** A reply has come back to its draft: it is being written again. @param sequence its place in the outbox */
export function replyTakenBack(db: WriteDb, place: Place, sequence: number): void {
  db.run(sql.REPLY_TAKEN_BACK, place.accountId, place.conversationId, sequence)
}

/** A later reply keeps a promise by itself: one that has reached X from here, or that somebody wrote at X. */
export function keepPromises(db: WriteDb, place: Place, conversationKey: number): void {
  if (!hasOpen(db, place)) return
  db.run(sql.KEEP, conversationKey, place.accountId, place.conversationId, conversationKey)
}

function hasOpen(db: ReadDb, { accountId, conversationId }: Place): boolean {
  return db.get(sql.HAS_OPEN, accountId, conversationId) !== undefined
}
