import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { FollowUpRow } from '../../../shared/contract/triage-rows.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { type FollowUpBefore, keepUndo } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { keptAfter, keptAfterAgain } from './keep-promises.ts'
import * as sql from './sql.ts'
import type { StoredFollowUp } from './stored-follow-up.ts'

const LONGEST_MS = 366 * 24 * 3_600_000

export function followUpQueries(db: ReadDb): { 'followUps.list': QueryDefinition<'followUps.list'> } {
  return {
    'followUps.list': {
      topics: ({ conversation }) => [`thread:${conversation}`],
      rows({ conversation }) {
        const { accountId, conversationId } = splitConversationKey(conversation)
        return db
          .all<StoredFollowUp>(sql.OF_CONVERSATION, accountId, conversationId)
          .map(({ id, text, due_at: dueAt }): FollowUpRow => ({ id, text, dueAt }))
      }
    }
  }
}

/** What was promised to customers. */
export function followUpCommands(clock: Clock): {
  'followUps.add': CommandDefinition<'followUps.add'>
  'followUps.change': CommandDefinition<'followUps.change'>
  'followUps.done': CommandDefinition<'followUps.done'>
  'followUps.delete': CommandDefinition<'followUps.delete'>
} {
  return {
    'followUps.add': {
      kind: 'transaction',
      run(db, { conversation, text, dueAt }) {
        const now = clock.now()
        checkDue(dueAt, now)
        const place = splitConversationKey(conversation)
        if (findConversationKey(db, place.accountId, place.conversationId) === null) {
          throw new AppError('not-found', 'There is no conversation {conversationId}.', {
            conversationId: place.conversationId
          })
        }
        const id = uuidv7()
        db.run(sql.ADD, id, place.accountId, place.conversationId, text, dueAt, keptAfter(db, place), now, now)
        keepUndo(db, 'Follow-up promised', { followUp: id, conversation, before: null }, now)
        refresh(db, conversation)
        return { followUp: id }
      }
    },
    'followUps.change': {
      kind: 'transaction',
      run(db, { followUp, text, dueAt }) {
        const now = clock.now()
        const found = findOpen(db, followUp)
        // The words may be mended after the time has come; only a new time must lie ahead.
        if (dueAt !== found.due_at) checkDue(dueAt, now)
        db.run(sql.CHANGE, text, dueAt, now, followUp)
        done(db, found, 'Follow-up changed', now)
        return null
      }
    },
    'followUps.done': {
      kind: 'transaction',
      run(db, { followUp }) {
        const found = findOpen(db, followUp)
        db.run(sql.SET_DONE, clock.now(), 'agent', clock.now(), followUp)
        done(db, found, 'Follow-up done', clock.now())
        return null
      }
    },
    'followUps.delete': {
      kind: 'transaction',
      run(db, { followUp }) {
        const found = findOpen(db, followUp)
        db.run(sql.DELETE, followUp)
        done(db, found, 'Follow-up deleted', clock.now())
        return null
      }
    }
  }
}

/** A promise becomes what it was; one that was not there yet goes. */
export function undoFollowUp(db: WriteDb, { followUp, conversation, before }: FollowUpBefore, now: number): void {
  if (before === null) db.run(sql.DELETE, followUp)
  else {
    const open = db.get<StoredFollowUp>(sql.FIND, followUp)
    const keptAfter = open?.done_at === null ? open.kept_after : before.kept_after
    db.run(
      sql.PUT,
      before.id,
      before.account_id,
      before.conversation_id,
      before.text,
      before.due_at,
      keptAfterAgain(db, splitConversationKey(conversation), keptAfter),
      before.created_at,
      now,
      before.done_at,
      before.done_by
    )
  }
  refresh(db, conversation)
}

function done(db: WriteDb, found: StoredFollowUp, label: string, now: number): void {
  const conversation = conversationKey(found.account_id, found.conversation_id)
  keepUndo(db, label, { followUp: found.id, conversation, before: found }, now)
  refresh(db, conversation)
}

function findOpen(db: ReadDb, id: string): StoredFollowUp {
  const found = db.get<StoredFollowUp>(sql.FIND, id)
  if (found?.done_at === null) return found
  throw new AppError('not-found', 'This promise is not open any more.')
}

function refresh(db: WriteDb, conversation: string): void {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const key = findConversationKey(db, accountId, conversationId)
  if (key !== null) refreshConversations(db, [key])
}

function checkDue(dueAt: number, now: number): void {
  if (dueAt <= now) throw new AppError('invalid-input', 'This time is over. Choose one that is still to come.')
  if (dueAt > now + LONGEST_MS) {
    throw new AppError('invalid-input', 'A promise can be for a year ahead at most. Choose an earlier time.')
  }
}
