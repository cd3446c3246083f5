import { v7 as uuidv7 } from 'uuid'
import type { BlockState } from '../../../shared/contract/rows.ts'
import { directConversationId } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { conversationsOfUser, refreshConversations } from '../inbox/refresh.ts'
import * as sql from './sql.ts'

/** Whether messages of a user are blocked, as the agent wants it. */
export function blockState(db: ReadDb, accountId: string, userId: string): BlockState {
  const open = db.get<sql.RequestEntry>(sql.FIND_ABOUT, accountId, 'block', userId)
  if (open && open.state !== 'failed') return { blocked: open.action === 'block', pending: true }
  return { blocked: isConfirmed(db, accountId, userId), pending: false }
}

function isConfirmed(db: ReadDb, accountId: string, userId: string): boolean {
  return db.get(sql.CONFIRMED, accountId, userId) !== undefined
}

/**
 * Notes what the agent wants; X is told later. The last wish alone counts: one that takes back what has not left yet
 * leaves nothing to do.
 * @returns whether anything changed
 */
export function wishBlocked(db: WriteDb, accountId: string, userId: string, blocked: boolean, now: number): boolean {
  const open = db.get<sql.RequestEntry>(sql.FIND_ABOUT, accountId, 'block', userId)
  const action = blocked ? 'block' : 'unblock'
  const stands = isConfirmed(db, accountId, userId)
  if (open ? open.action === action && open.state !== 'failed' : stands === blocked) return false
  if (stands === blocked && open?.attempts === 0) {
    db.run(sql.DROP, open.id)
  } else {
    const conversationId = directConversationId(accountId, userId)
    db.run(sql.PUT, uuidv7(), accountId, 'block', userId, conversationId, action, 'queued', null, now, now)
  }
  blockChanged(db, userId)
  return true
}

/** X has answered: this is how it stands there now. */
export function noteBlocked(db: WriteDb, accountId: string, userId: string, blocked: boolean, now: number): void {
  if (blocked) db.run(sql.NOTE_BLOCKED, accountId, userId, now)
  else db.run(sql.NOTE_UNBLOCKED, accountId, userId)
  blockChanged(db, userId)
}

/** Everything on the screen that shows it. */
export function blockChanged(db: WriteDb, userId: string): void {
  refreshConversations(db, conversationsOfUser(db, userId))
  db.touch('requests')
  db.touch('customers')
}
