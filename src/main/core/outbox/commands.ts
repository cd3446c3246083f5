import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, directConversationId, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { OutboxState } from '../../../shared/domain/message.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { returnToDraft } from '../thread/drafts.ts'
import { saveDraft } from '../thread/drafts.ts'
import { enqueueReply } from './enqueue.ts'
import * as sql from './sql.ts'
import { changed, setState } from './transitions.ts'

/** @param wake tells the workers, after the commit, that there is something to do. @param holdMs the undo window. */
export function outboxCommands(parts: { clock: Clock; wake: () => void; holdMs: () => number }): {
  'thread.reply': CommandDefinition<'thread.reply'>
  'thread.replyTo': CommandDefinition<'thread.replyTo'>
  'thread.saveDraft': CommandDefinition<'thread.saveDraft'>
  'outbox.undo': CommandDefinition<'outbox.undo'>
  'outbox.sendNow': CommandDefinition<'outbox.sendNow'>
  'outbox.retry': CommandDefinition<'outbox.retry'>
  'outbox.discard': CommandDefinition<'outbox.discard'>
  'outbox.edit': CommandDefinition<'outbox.edit'>
} {
  const { clock, wake, holdMs } = parts
  return {
    'thread.reply': {
      kind: 'transaction',
      run(db, { conversation, text, hold }) {
        wake()
        return enqueueReply(db, splitConversationKey(conversation), text, hold ? holdMs() : 0, clock.now())
      }
    },
    'thread.replyTo': {
      kind: 'transaction',
      run(db, { account, user, text, hold }) {
        const accountId = account ?? onlyAccount(db)
        const target = { accountId, conversationId: directConversationId(accountId, user) }
        if (user === accountId) throw new AppError('invalid-input', 'An account cannot write to itself.')
        wake()
        const reply = enqueueReply(db, target, text, hold ? holdMs() : 0, clock.now())
        return { ...reply, conversation: conversationKey(accountId, target.conversationId) }
      }
    },
    'thread.saveDraft': {
      kind: 'transaction',
      run(db, { conversation, text }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        saveDraft(db, accountId, conversationId, text, clock.now())
        return null
      }
    },
    'outbox.undo': {
      kind: 'transaction',
      run: (db, { outboxId }) => takeBack(db, outboxId, ['held', 'queued'], clock.now())
    },
    'outbox.edit': {
      kind: 'transaction',
      run: (db, { outboxId }) => takeBack(db, outboxId, ['held', 'queued', 'failed', 'needs-attention'], clock.now())
    },
    'outbox.sendNow': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['held', 'queued'])
        setState(db, entry, 'queued', { now: clock.now() })
        wake()
        return null
      }
    },
    'outbox.retry': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['failed', 'needs-attention', 'queued'])
        // The agent has seen what changed and says: send.
        db.run(sql.CONFIRM, outboxId)
        setState(db, entry, 'queued', { now: clock.now() })
        wake()
        return null
      }
    },
    'outbox.discard': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['held', 'queued', 'failed', 'needs-attention'])
        db.run(sql.DISCARD, outboxId)
        changed(db, entry)
        return null
      }
    }
  }
}

function onlyAccount(db: WriteDb): string {
  const accounts = db.all<{ id: string }>('SELECT id FROM account WHERE api_base IS NOT NULL ORDER BY added_at')
  const [first] = accounts
  if (!first) throw new AppError('not-found', 'There is no X account here yet. Add one first.')
  if (accounts.length > 1) {
    throw new AppError('invalid-input', 'There are several X accounts here. Say which one writes.')
  }
  return first.id
}

function takeBack(
  db: WriteDb,
  outboxId: string,
  states: readonly OutboxState[],
  now: number
): { conversation: string; text: string } {
  const entry = findIn(db, outboxId, states)
  db.run(sql.DISCARD, outboxId)
  const text = returnToDraft(db, entry.account_id, entry.conversation_id, entry.text, now)
  changed(db, entry)
  return { conversation: conversationKey(entry.account_id, entry.conversation_id), text }
}

/** @throws {AppError} not-found, conflict with a sentence that says where the reply stands. */
function findIn(db: WriteDb, outboxId: string, states: readonly OutboxState[]): sql.OutboxEntry {
  const entry = db.get<sql.OutboxEntry>(sql.FIND, outboxId)
  if (!entry) throw new AppError('not-found', `There is no reply ${outboxId} in the outbox.`)
  if (!states.includes(entry.state)) throw new AppError('conflict', `${standing[entry.state]} Nothing was changed.`)
  return entry
}

const standing: Readonly<Record<OutboxState, string>> = {
  held: 'The reply is still held back.',
  queued: 'The reply waits for its turn.',
  sending: 'The reply is being sent at this moment.',
  sent: 'The reply has been sent already.',
  unknown: 'X did not answer when the reply was sent; Backchannel is checking whether it arrived.',
  failed: 'X refused the reply.',
  'needs-attention': 'The reply waits for a look.'
}
