import { AppError } from '../../../shared/contract/errors.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import { findConversationKey } from '../inbox/refresh.ts'

/**
 * The row of a conversation; a 1:1 that nobody has written in yet is made here.
 * @throws {AppError} not-found
 */
export function conversationFor(db: WriteDb, accountId: string, conversationId: string, now: number): number {
  const known = findConversationKey(db, accountId, conversationId)
  if (known !== null) return known
  const peer = peerOf(conversationId, accountId)
  if (peer === null)
    throw new AppError('not-found', 'There is no conversation {conversationId} with this account.', { conversationId })
  db.run(
    'INSERT INTO conversation (account_id, id, is_group, peer_id, first_at) VALUES (?, ?, 0, ?, ?)',
    accountId,
    conversationId,
    peer,
    now
  )
  db.run("INSERT INTO user (id, state, wanted) VALUES (?, 'unknown', 1) ON CONFLICT DO NOTHING", peer)
  const key = findConversationKey(db, accountId, conversationId)
  if (key === null) throw new Error('the conversation was not stored')
  return key
}
