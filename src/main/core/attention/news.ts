import type { WriteDb } from '../db/database.ts'
import { FORGET_ACCOUNT, FORGET_ONE, NOTE_NEWS } from './sql.ts'

/**
 * A customer's message has come that is newer than all that was known of the conversation. Called in the transaction
 * that stores it, through whichever door it came from X.
 */
export function noteNews(db: WriteDb, accountId: string, conversationKey: number, messages: number, now: number): void {
  db.run(NOTE_NEWS, conversationKey, accountId, messages, now)
  db.touch('news')
}

export function forgetNews(db: WriteDb, accountId: string): void {
  db.run(FORGET_ACCOUNT, accountId)
}

/** What was told of conversations is no news any more. */
export function forgetTold(db: WriteDb, conversationKeys: readonly number[]): void {
  for (const key of conversationKeys) db.run(FORGET_ONE, key)
}
