import { v7 as uuidv7 } from 'uuid'
import type { WriteDb } from '../db/database.ts'
import { poolCodesIn } from './codes-in.ts'
import { writeLedger, writeOfHold } from './ledger.ts'
import { stopRepliesWith } from './stop-reply.ts'
import * as sql from './sql.ts'

/** Messages looked at in one go: a few milliseconds. */
const MESSAGES_AT_ONCE = 200

/**
 * Looks for codes of pools in messages that this account sent, whoever sent them and wherever: also those that a restored
 * folder does not know it gave.
 * @returns whether there may be more
 */
export function lookThroughUnread(db: WriteDb, now: number): boolean {
  const messages = db.all<sql.UnreadMessage>(sql.UNREAD_MESSAGES, MESSAGES_AT_ONCE)
  const last = messages.at(-1)
  if (!last) {
    // What is left are messages that are gone again.
    if (db.get(sql.IS_UNREAD)) db.run(sql.DROP_UNREAD)
    return false
  }
  for (const message of messages) noteCodesIn(db, message, now)
  db.run(sql.READ_TO, last.key)
  return messages.length === MESSAGES_AT_ONCE
}

function noteCodesIn(db: WriteDb, message: sql.UnreadMessage, now: number): void {
  for (const code of poolCodesIn(db, message.text)) noteSeen(db, code, message, now)
}

/** A customer has this code, by X's word. */
export function noteSeen(
  db: WriteDb,
  code: Pick<sql.FoundCode, 'key'>,
  message: Omit<sql.UnreadMessage, 'key' | 'text'>,
  now: number
): void {
  const [hold] = db.all<sql.StoredHold>(sql.HOLDS_OF_CODE, code.key)
  const here = hold?.account_id === message.account_id && hold.conversation_id === message.conversation_id
  if (hold?.state === 'given') {
    // Said to the same customer again, it is still theirs.
    if (!here) {
      const { account_id: accountId, conversation_id: conversationId, peer_id: customerId, event_id: eventId } = message
      writeLedger(
        db,
        { event: 'given-twice', codeKey: code.key, accountId, conversationId, customerId, eventId },
        message.at
      )
    }
    return
  }
  if (hold && here) {
    writeOfHold(db, hold, { event: 'given', eventId: message.event_id, why: 'seen' }, message.at)
    return
  }
  if (hold) {
    writeOfHold(db, hold, { event: 'released', why: 'seen-elsewhere' }, now)
    stopRepliesWith(db, code.key, now)
  }
  writeLedger(
    db,
    {
      event: 'given',
      codeKey: code.key,
      hold: uuidv7(),
      accountId: message.account_id,
      conversationId: message.conversation_id,
      customerId: message.peer_id,
      eventId: message.event_id,
      why: 'seen'
    },
    message.at
  )
}
