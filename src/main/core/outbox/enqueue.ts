import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ConversationStatus } from '../../../shared/domain/conversation.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { draftIsDone } from '../follow-ups/keep-promises.ts'
import { refreshConversations } from '../inbox/refresh.ts'
import { blockState } from '../requests/blocks.ts'
import { isOutOfGroup } from '../sync/members.ts'
import { conversationFor } from '../thread/conversation-for.ts'
import { checkSendAt } from './send-at.ts'
import { INSERT, NEWEST, STATUS } from './sql.ts'

export interface ReplyTarget {
  readonly accountId: string
  readonly conversationId: string
}

/** How a reply is written. */
export interface Writing {
  /** Whether an agent has the thread in front of the eyes, also offline; the command line has not. */
  readonly inConsole: boolean
  /** How long it can still be taken back before it is queued; 0 queues it at once. ms */
  readonly holdMs: number
  /** When it is to leave, ms since 1970; null: as soon as it may. */
  readonly sendAt: number | null
  /** The agent resolves the conversation with it. */
  readonly resolves: boolean
}

/**
 * Puts a reply into the outbox, in the command's own transaction, in which its draft is spent, too.
 * @throws {AppError} not-found, not-allowed, invalid-input
 */
export function enqueueReply(
  db: WriteDb,
  target: ReplyTarget,
  text: string,
  writing: Writing,
  now: number
): { outboxId: string; state: 'held' | 'queued' } {
  const { accountId, conversationId } = target
  const { inConsole, holdMs, sendAt, resolves } = writing
  const account = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', accountId)
  if (!account) throw new AppError('not-found', 'There is no X account {account} here.', { account: accountId })
  if (account.api_base === null) {
    throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X before you answer.')
  }
  const peerId = peerOf(conversationId, accountId)
  if (peerId !== null && blockState(db, accountId, peerId).blocked) {
    throw new AppError('not-allowed', 'You blocked the messages of this person. Unblock them to write.')
  }
  const key = conversationFor(db, accountId, conversationId, now)
  if (isOutOfGroup(db, key, accountId)) {
    throw new AppError('not-allowed', 'This account is not in this group any more. Nothing can be written there.')
  }
  if (sendAt !== null) checkSendAt(sendAt, now)
  const seen = seenNow(db, target, key, inConsole, now)
  const id = uuidv7()
  const heldUntil = sendAt ?? (holdMs > 0 ? now + holdMs : null)
  const state = heldUntil === null ? 'queued' : 'held'
  db.run(
    INSERT,
    id,
    accountId,
    conversationId,
    text,
    state,
    heldUntil,
    sendAt,
    seen.at,
    seen.number,
    resolves ? 'resolved' : seen.status,
    now,
    now,
    now
  )
  draftIsDone(db, target)
  refreshConversations(db, [key])
  db.touch('outbox')
  db.touch('sync')
  return { outboxId: id, state }
}

/** What whoever writes (or says: send) knows of the conversation. Later messages and changes of state stop the departure. */
export interface Seen {
  /** Place of the newest message by X's clock, ms since 1970, and by X's number. */
  readonly at: number
  readonly number: string
  /** A snooze is about when to look again, not about what was said: it counts as open. */
  readonly status: 'open' | 'resolved'
}

/** Greater than every number of X. */
const EVERYTHING = '9223372036854775807'

/**
 * In the console that is what is here, however old. On the command line nobody says what was read, and only what comes
 * from now on is news.
 */
export function seenNow(db: ReadDb, target: ReplyTarget, key: number | null, inConsole: boolean, now: number): Seen {
  const newest = (key === null ? undefined : db.get<{ at: number; number: string }>(NEWEST, key)) ?? {
    at: 0,
    number: '0'
  }
  const status =
    db.get<{ status: ConversationStatus }>(STATUS, target.accountId, target.conversationId)?.status === 'resolved'
      ? 'resolved'
      : 'open'
  return inConsole || newest.at >= now ? { ...newest, status } : { at: now, number: EVERYTHING, status }
}
