import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, directConversationId, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo } from '../commands/undo.ts'
import { applyStates, declined } from '../inbox/change-states.ts'
import { personName } from '../customers/people.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { blockState, wishBlocked } from './blocks.ts'
import { requestChanged } from './request-store.ts'
import * as sql from './sql.ts'

/** @param wake tells the workers, after the commit, that there is something to do. @param holdMs the undo window. */
export function requestCommands(parts: { clock: Clock; wake: () => void; holdMs: () => number }): {
  'thread.deleteMessage': CommandDefinition<'thread.deleteMessage'>
  'customers.block': CommandDefinition<'customers.block'>
  'customers.unblock': CommandDefinition<'customers.unblock'>
  'requests.undo': CommandDefinition<'requests.undo'>
  'requests.retry': CommandDefinition<'requests.retry'>
  'requests.discard': CommandDefinition<'requests.discard'>
} {
  const { clock, wake, holdMs } = parts
  const block = (db: WriteDb, account: string, user: string, blocked: boolean, declines = false): null => {
    checkConnected(db, account)
    if (user === account) throw new AppError('invalid-input', 'An account cannot block itself.')
    const before = blockState(db, account, user).blocked
    const wished = wishBlocked(db, account, user, blocked, clock.now())
    const conversation = conversationKey(account, directConversationId(account, user))
    const states = declines ? applyStates(db, [conversation], clock.now(), declined(clock.now())) : []
    if (!wished && states.length === 0) return null
    const label = `${blocked ? 'Blocked' : 'Unblocked'} ${personName(db, user)}`
    keepUndo(db, label, { block: { conversation, user, blocked: before }, states }, clock.now())
    wake()
    return null
  }
  return {
    'customers.block': {
      kind: 'transaction',
      run: (db, { account, user, declines }) => block(db, account, user, true, declines)
    },
    'customers.unblock': { kind: 'transaction', run: (db, { account, user }) => block(db, account, user, false) },
    'thread.deleteMessage': {
      kind: 'transaction',
      run(db, { conversation, message }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        checkConnected(db, accountId)
        checkOwnMessage(db, accountId, conversationId, message)
        const open = db.get<sql.RequestEntry>(sql.FIND_ABOUT, accountId, 'message', message)
        if (open) return { requestId: open.id, heldUntil: open.held_until }
        const now = clock.now()
        const id = uuidv7()
        const until = now + holdMs()
        db.run(sql.PUT, id, accountId, 'message', message, conversationId, 'delete', 'held', until, now, now)
        changed(db, id)
        wake()
        return { requestId: id, heldUntil: until }
      }
    },
    'requests.undo': {
      kind: 'transaction',
      run(db, { requestId }) {
        const entry = find(db, requestId)
        if (entry.action !== 'delete' || entry.state !== 'held') {
          throw new AppError('conflict', 'The message is deleted here already. Nothing was changed.')
        }
        db.run(sql.DROP, requestId)
        requestChanged(db, entry)
        return null
      }
    },
    'requests.retry': {
      kind: 'transaction',
      run(db, { requestId }) {
        const entry = find(db, requestId)
        if (entry.state === 'held') throw new AppError('conflict', 'It is still held back. Nothing was changed.')
        db.run(sql.SET_STATE, 'queued', null, null, clock.now(), requestId)
        requestChanged(db, entry)
        wake()
        return null
      }
    },
    'requests.discard': {
      kind: 'transaction',
      run(db, { requestId }) {
        const entry = find(db, requestId)
        if (entry.state !== 'failed') {
          throw new AppError('conflict', 'It waits for its turn at X and cannot be dropped now. Nothing was changed.')
        }
        db.run(sql.DROP, requestId)
        requestChanged(db, entry)
        return null
      }
    }
  }
}

function find(db: WriteDb, id: string): sql.RequestEntry {
  const entry = db.get<sql.RequestEntry>(sql.FIND, id)
  if (!entry) throw new AppError('not-found', 'This is done already, or was taken back.')
  return entry
}

function changed(db: WriteDb, id: string): void {
  requestChanged(db, find(db, id))
}

function checkConnected(db: WriteDb, accountId: string): void {
  const account = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', accountId)
  if (!account) throw new AppError('not-found', 'There is no X account {account} here.', { account: accountId })
  if (account.api_base === null) {
    throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X first.')
  }
}

function checkOwnMessage(db: WriteDb, accountId: string, conversationId: string, eventId: string): void {
  const row = db.get<{ outbound: number; kind: string }>(
    `SELECT m.outbound, m.kind FROM message m JOIN conversation c ON c.key = m.conversation_key
     WHERE m.account_id = ? AND m.event_id = ? AND c.id = ?`,
    accountId,
    eventId,
    conversationId
  )
  if (!row) throw new AppError('not-found', 'This message is not here any more.')
  if (row.kind !== 'message' || row.outbound === 0) {
    throw new AppError('not-allowed', 'Only messages that you sent yourself can be deleted.')
  }
}
