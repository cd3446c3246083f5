import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import { saveDraft } from '../thread/drafts.ts'
import { INSERT, NEWEST_AT } from './sql.ts'

interface ReplyTarget {
  readonly accountId: string
  readonly conversationId: string
}

/**
 * Puts a reply into the outbox, in the command's own transaction together with the draft it was written in.
 * @param holdMs how long it can still be taken back before it is queued; 0 queues it at once.
 * @throws {AppError} not-found, not-allowed
 */
export function enqueueReply(
  db: WriteDb,
  target: ReplyTarget,
  text: string,
  holdMs: number,
  now: number
): { outboxId: string; state: 'held' | 'queued' } {
  const { accountId, conversationId } = target
  const account = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', accountId)
  if (!account) throw new AppError('not-found', `There is no X account ${accountId} here.`)
  if (account.api_base === null) {
    throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X before you answer.')
  }
  const key = conversationFor(db, target)
  const newest = db.get<{ at: number }>(NEWEST_AT, key)?.at ?? 0
  // In the console the agent has the thread in front of the eyes, also offline. Without the undo window (the command
  // line) nobody says what was read, and only what comes from now on is news.
  const seenTo = holdMs > 0 ? newest : Math.max(newest, now)
  const id = uuidv7()
  const state = holdMs > 0 ? 'held' : 'queued'
  db.run(INSERT, id, accountId, conversationId, text, state, holdMs > 0 ? now + holdMs : null, seenTo, now, now)
  saveDraft(db, accountId, conversationId, '', now)
  refreshConversations(db, [key])
  db.touch('outbox')
  db.touch('sync')
  return { outboxId: id, state }
}

/** The conversation's row; a 1:1 that nobody has written in yet is made here. */
function conversationFor(db: WriteDb, { accountId, conversationId }: ReplyTarget): number {
  const known = findConversationKey(db, accountId, conversationId)
  if (known !== null) return known
  const peer = peerOf(conversationId, accountId)
  if (peer === null) throw new AppError('not-found', `There is no conversation ${conversationId} with this account.`)
  db.run(
    'INSERT INTO conversation (account_id, id, is_group, peer_id, first_at) VALUES (?, ?, 0, ?, 0)',
    accountId,
    conversationId,
    peer
  )
  db.run("INSERT INTO user (id, state, wanted) VALUES (?, 'unknown', 1) ON CONFLICT DO NOTHING", peer)
  const key = findConversationKey(db, accountId, conversationId)
  if (key === null) throw new Error('the conversation was not stored')
  return key
}
