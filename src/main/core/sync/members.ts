import { assertNever } from '../../../shared/assert-never.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { IncomingEvent } from './incoming.ts'
import * as sql from './sql.ts'

/** Whether the account was in a group and is not any more. */
export function isOutOfGroup(db: ReadDb, conversationKey: number, accountId: string): boolean {
  return db.get(sql.IS_OUT, conversationKey, accountId) !== undefined
}

/** X says that the account is not in this group. A later message or join of it says the opposite again. */
export function noteOutOfGroup(db: WriteDb, conversationKey: number, accountId: string, now: number): void {
  db.run(sql.UPSERT_MEMBER, conversationKey, accountId, 0, now)
}

/** Membership is accumulated from events: X has no endpoint that lists who is in a conversation (x-api.md 1.3). */
export function noteMembers(
  db: WriteDb,
  conversationKey: number,
  accountId: string,
  event: IncomingEvent,
  wanted: 0 | 1
): void {
  const meet = (userId: string): void => {
    if (userId !== accountId) db.run(sql.MEET_USER, userId, wanted)
  }
  // In a 1:1 conversation the id says who takes part; the other side was met when the conversation was.
  if (event.senderId !== null && !event.conversationId.includes('-')) {
    meet(event.senderId)
    if (event.kind !== 'leave') db.run(sql.NOTE_SPEAKER, conversationKey, event.senderId, event.at)
  }
  switch (event.kind) {
    case 'message':
      return
    case 'join':
    case 'created':
      for (const userId of event.userIds) {
        meet(userId)
        db.run(sql.UPSERT_MEMBER, conversationKey, userId, 1, event.at)
      }
      return
    case 'leave':
      for (const userId of event.userIds) {
        meet(userId)
        db.run(sql.UPSERT_MEMBER, conversationKey, userId, 0, event.at)
      }
      return
    case 'rename':
      db.run(sql.RENAME, event.name, conversationKey, event.at)
      return
    default:
      assertNever(event.kind)
  }
}
