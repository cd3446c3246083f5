import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, directConversationId, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { OutboxState } from '../../../shared/domain/message.ts'
import { onlyAccount } from '../accounts/account-store.ts'
import {
  allowSharing,
  attachToReply,
  refuseUnanswered,
  returnAttachment,
  setAsideOfReply
} from '../attachments/attachments.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import { replyTakenBack } from '../follow-ups/keep-promises.ts'
import { findConversationKey } from '../inbox/refresh.ts'
import { keepUses } from '../library/uses.ts'
import type { Team } from '../team/team.ts'
import { type DraftPlace, draftPlace } from '../thread/draft-place.ts'
import type { SendGate } from '../send-check/gate.ts'
import { keepVersion } from '../thread/draft-versions.ts'
import { readDraft, returnToDraft, spendDraft } from '../thread/drafts.ts'
import { enqueueReply, seenNow } from './enqueue.ts'
import { carryOut, endsResolved, keepActions, takeActionsBack } from './reply-actions.ts'
import { checkSendAt } from './send-at.ts'
import * as sql from './sql.ts'
import { changed, removeReply, setState } from './transitions.ts'

/**
 * @param wake tells the workers, after the commit, that there is something to do. @param holdMs the undo window.
 * @param gate stops what the send check blocks, from the console and the command line alike.
 */
export function outboxCommands(parts: {
  clock: Clock
  team: Pick<Team, 'me'>
  settings: Pick<SettingsStore, 'all'>
  wake: () => void
  holdMs: () => number
  gate: SendGate
}): {
  'thread.reply': CommandDefinition<'thread.reply'>
  'thread.replyTo': CommandDefinition<'thread.replyTo'>
  'outbox.undo': CommandDefinition<'outbox.undo'>
  'outbox.sendNow': CommandDefinition<'outbox.sendNow'>
  'outbox.reschedule': CommandDefinition<'outbox.reschedule'>
  'outbox.retry': CommandDefinition<'outbox.retry'>
  'outbox.discard': CommandDefinition<'outbox.discard'>
  'outbox.edit': CommandDefinition<'outbox.edit'>
  'outbox.share': CommandDefinition<'outbox.share'>
} {
  const { clock, wake, holdMs, gate } = parts
  return {
    'thread.reply': {
      kind: 'transaction',
      run(db, { conversation, text, attachment, hold, sendAt, resolves, draft, canned, actions, overridden }) {
        wake()
        const now = clock.now()
        const writing = {
          inConsole: hold,
          holdMs: hold ? holdMs() : 0,
          sendAt,
          resolves: resolves || endsResolved(actions)
        }
        const target = splitConversationKey(conversation)
        gate.check(db, target, text)
        const reply = enqueueReply(db, target, text, writing, now)
        if (attachment !== null) attachToReply(db, target, attachment, reply.outboxId, now)
        gate.keep(db, reply.outboxId, overridden, now)
        keepUses(db, { ...target, outboxId: reply.outboxId, member: parts.team.me(), text }, canned, now)
        carryOut(
          db,
          { conversation, ...target, outboxId: reply.outboxId, sendAt, me: parts.team.me() },
          actions,
          parts.settings,
          now
        )
        spendDraft(db, draftPlace(conversation, 'reply'), text, draft, now)
        return reply
      }
    },
    'thread.replyTo': {
      kind: 'transaction',
      run(db, { account, user, text, hold, sendAt }) {
        const accountId = account ?? onlyAccount(db)
        const target = { accountId, conversationId: directConversationId(accountId, user) }
        if (user === accountId) throw new AppError('invalid-input', 'An account cannot write to itself.')
        gate.check(db, target, text)
        wake()
        const writing = { inConsole: hold, holdMs: hold ? holdMs() : 0, sendAt, resolves: false }
        const reply = enqueueReply(db, target, text, writing, clock.now())
        spendDraft(db, { ...target, mode: 'reply' }, text, null, clock.now())
        return { ...reply, conversation: conversationKey(accountId, target.conversationId) }
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
        db.run(sql.LEAVE_SCHEDULE, outboxId)
        setState(db, entry, 'queued', { now: clock.now() })
        wake()
        return null
      }
    },
    'outbox.reschedule': {
      kind: 'transaction',
      run(db, { outboxId, sendAt }) {
        const entry = findIn(db, outboxId, ['held'])
        const now = clock.now()
        checkSendAt(sendAt, now)
        db.run(sql.RESCHEDULE, sendAt, sendAt, now, outboxId)
        changed(db, entry)
        wake()
        return null
      }
    },
    'outbox.retry': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['failed', 'needs-attention', 'queued'])
        refuseUnanswered(db, outboxId)
        const now = clock.now()
        // The agent has seen what is here and says: send. What comes after this is news again.
        const target = { accountId: entry.account_id, conversationId: entry.conversation_id }
        const key = findConversationKey(db, target.accountId, target.conversationId)
        const seen = seenNow(db, target, key, true, now)
        db.run(sql.SEEN, seen.at, seen.number, seen.status, now, outboxId)
        db.run(sql.LEAVE_SCHEDULE, outboxId)
        setState(db, entry, 'queued', { now })
        wake()
        return null
      }
    },
    'outbox.discard': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['held', 'queued', 'failed', 'needs-attention'])
        keepVersion(db, placeOf(entry), entry.text, 'discarded', clock.now())
        setAsideOfReply(db, outboxId, clock.now())
        keepActions(db, outboxId)
        removeReply(db, entry)
        return null
      }
    },
    'outbox.share': {
      kind: 'transaction',
      run(db, { outboxId }) {
        const entry = findIn(db, outboxId, ['needs-attention'])
        allowSharing(db, outboxId, clock.now())
        setState(db, entry, 'queued', { now: clock.now() })
        wake()
        return null
      }
    }
  }
}

function takeBack(
  db: WriteDb,
  outboxId: string,
  states: readonly OutboxState[],
  now: number
): { conversation: string; text: string } {
  const entry = findIn(db, outboxId, states)
  returnAttachment(db, outboxId, now)
  const place = placeOf(entry)
  const text = entry.text === '' ? (readDraft(db, place)?.text ?? '') : returnToDraft(db, place, entry.text, now)
  replyTakenBack(db, place, entry.sequence)
  takeActionsBack(db, entry, now)
  removeReply(db, entry)
  return { conversation: conversationKey(entry.account_id, entry.conversation_id), text }
}

function placeOf(entry: sql.OutboxEntry): DraftPlace {
  return { accountId: entry.account_id, conversationId: entry.conversation_id, mode: 'reply' }
}

/** @throws {AppError} not-found, conflict with a sentence that says where the reply stands. */
function findIn(db: WriteDb, outboxId: string, states: readonly OutboxState[]): sql.OutboxEntry {
  const entry = db.get<sql.OutboxEntry>(sql.FIND, outboxId)
  if (!entry) throw new AppError('not-found', 'There is no reply {outboxId} in the outbox.', { outboxId })
  if (!states.includes(entry.state)) throw new AppError('conflict', standing[entry.state])
  return entry
}

const standing: Readonly<Record<OutboxState, string>> = {
  held: 'The reply is still held back. Nothing was changed.',
  queued: 'The reply waits for its turn. Nothing was changed.',
  sending: 'The reply is being sent at this moment. Nothing was changed.',
  sent: 'The reply has been sent already. Nothing was changed.',
  unknown: 'X did not answer when the reply was sent; Backchannel is checking whether it arrived. Nothing was changed.',
  failed: 'X refused the reply. Nothing was changed.',
  'needs-attention': 'The reply waits for a look. Nothing was changed.'
}
