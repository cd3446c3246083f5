import { AppError } from '../../../shared/contract/errors.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { keepUndo, type StateBefore, takeUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { refreshConversations } from './refresh.ts'
import { FULL_STATE, type FullState, UPSERT_STATE } from './sql.ts'

type Change = (state: StateBefore, lastAt: number) => StateBefore

export function inboxCommands(clock: Clock): {
  'inbox.resolve': CommandDefinition<'inbox.resolve'>
  'inbox.reopen': CommandDefinition<'inbox.reopen'>
  'inbox.markRead': CommandDefinition<'inbox.markRead'>
  'inbox.markUnread': CommandDefinition<'inbox.markUnread'>
  'undo.run': CommandDefinition<'undo.run'>
} {
  return {
    'inbox.resolve': {
      kind: 'transaction',
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), 'Resolved', (state, lastAt) => ({
          ...state,
          status: 'resolved',
          statusAt: clock.now(),
          readToAt: Math.max(state.readToAt, lastAt),
          markedUnread: 0
        }))
    },
    'inbox.reopen': {
      kind: 'transaction',
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), 'Reopened', (state) => ({
          ...state,
          status: 'open',
          statusAt: clock.now()
        }))
    },
    'inbox.markRead': {
      kind: 'transaction',
      // Reading happens by itself when a conversation is opened: an undo for it would bury the one that matters.
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), null, (state, lastAt) => ({
          ...state,
          readToAt: Math.max(state.readToAt, lastAt),
          markedUnread: 0
        }))
    },
    'inbox.markUnread': {
      kind: 'transaction',
      run: (db, { conversations }) =>
        changeStates(db, conversations, clock.now(), 'Marked unread', (state) => ({ ...state, markedUnread: 1 }))
    },
    'undo.run': {
      kind: 'transaction',
      run(db) {
        const now = clock.now()
        const entry = takeUndo(db, now)
        if (!entry) return { label: null, conversations: [] }
        const keys = entry.before.flatMap((before) => writeState(db, before, now))
        refreshConversations(db, keys)
        return { label: entry.label, conversations: entry.before.map((before) => before.conversation) }
      }
    }
  }
}

function changeStates(
  db: WriteDb,
  conversations: readonly string[],
  now: number,
  undoLabel: string | null,
  change: Change
): { changed: number } {
  const before: StateBefore[] = []
  const keys: number[] = []
  for (const conversation of new Set(conversations)) {
    const { accountId, conversationId } = splitConversationKey(conversation)
    const row = db.get<FullState>(FULL_STATE, accountId, conversationId)
    if (!row) throw new AppError('not-found', `There is no conversation ${conversationId}.`)
    const state: StateBefore = {
      conversation,
      status: row.status ?? 'open',
      statusAt: row.status_at ?? 0,
      readToAt: row.read_to_at ?? 0,
      markedUnread: row.marked_unread ?? 0
    }
    const after = change(state, row.last_at)
    if (sameState(state, after)) continue
    before.push(state)
    keys.push(...writeState(db, after, now))
  }
  if (before.length > 0) refreshConversations(db, keys)
  if (undoLabel !== null && before.length > 0) keepUndo(db, undoLabel, before, now)
  return { changed: before.length }
}

function sameState(a: StateBefore, b: StateBefore): boolean {
  return a.status === b.status && a.readToAt === b.readToAt && a.markedUnread === b.markedUnread
}

/** @returns the key of the conversation; empty when its mirror is gone, in which case the state is kept all the same. */
function writeState(db: WriteDb, state: StateBefore, now: number): number[] {
  const { accountId, conversationId } = splitConversationKey(state.conversation)
  db.run(UPSERT_STATE, accountId, conversationId, state.status, state.statusAt, state.readToAt, state.markedUnread, now)
  const row = db.get<FullState>(FULL_STATE, accountId, conversationId)
  return row ? [row.key] : []
}
