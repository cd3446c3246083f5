import { AppError } from '../../../shared/contract/errors.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import { keepUndo, type StateBefore } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { type CategoryChoice, learnCategories } from '../categories/learn.ts'
import { findTag } from '../tags/tags.ts'
import { isInTeam } from '../team/team.ts'
import { firstUnanswered } from './first-unanswered.ts'
import { refreshPromises, refreshStates } from './refresh.ts'
import { type ConversationState, readState, type StatedConversation, writeState } from './state.ts'

/**
 * Changes the state of conversations, and keeps what they were for undo.
 * @param undoLabel null for what happens by itself and is not worth an undo
 * @returns how many were not so already
 * @throws {AppError} not-found, and then nothing is changed
 */
export function changeStates(
  db: WriteDb,
  conversations: readonly string[],
  now: number,
  undoLabel: string | null,
  change: (state: ConversationState, lastAt: number) => ConversationState
): { changed: number } {
  const before = applyStates(db, conversations, now, change)
  if (undoLabel !== null && before.length > 0) keepUndo(db, undoLabel, before, now)
  return { changed: before.length }
}

/** The same without an entry for undo. @returns what to go back to */
export function applyStates(
  db: WriteDb,
  conversations: readonly string[],
  now: number,
  change: (state: ConversationState, lastAt: number) => ConversationState
): StateBefore[] {
  const before: StateBefore[] = []
  const changed = new Map<number, ConversationState>()
  for (const conversation of new Set(conversations)) {
    const { key, lastAt, state } = stateOf(db, conversation)
    const after = change(state, lastAt)
    if (sameState(state, after)) continue
    before.push(stateBefore(conversation, state, after, lastAt))
    writeState(db, conversation, after, now)
    changed.set(key, after)
  }
  if (before.length > 0) refreshStates(db, changed)
  return before
}

/**
 * Only what is changed now: what happens to the rest until it is undone (a snooze ends, somebody reads it, a customer
 * writes) stays.
 */
function stateBefore(
  conversation: string,
  state: ConversationState,
  after: ConversationState,
  lastAt: number
): StateBefore {
  const names = (Object.keys(state) as (keyof ConversationState)[]).filter((name) => state[name] !== after[name])
  const changed = Object.fromEntries(names.map((name) => [name, state[name]])) as Partial<ConversationState>
  return { conversation, ...changed, ...(names.includes('status') && state.status !== 'open' ? { lastAt } : {}) }
}

/** Let in, it is work again, whatever it was before. */
export function letIn(now: number): (state: ConversationState) => ConversationState {
  return (state) => ({
    ...state,
    status: 'open',
    statusAt: now,
    snoozedUntil: null,
    place: 'inbox',
    placeBy: 'agent',
    letInAt: state.place === 'inbox' ? state.letInAt : now
  })
}

/** A request that is not let in rests, read, until its customer writes again. */
export function declined(now: number): (state: ConversationState, lastAt: number) => ConversationState {
  return (state, lastAt) => ({
    ...state,
    status: 'resolved',
    statusAt: now,
    snoozedUntil: null,
    settledTo: lastAt,
    place: 'requests',
    placeBy: 'agent',
    readToAt: Math.max(state.readToAt, lastAt),
    markedUnread: 0
  })
}

/** Done with, and read, until its customer writes again. */
export function resolved(now: number): (state: ConversationState, lastAt: number) => ConversationState {
  return (state, lastAt) => ({
    ...state,
    status: 'resolved',
    statusAt: now,
    snoozedUntil: null,
    settledTo: lastAt,
    readToAt: Math.max(state.readToAt, lastAt),
    markedUnread: 0
  })
}

/** @param until ms since 1970; null: until the customer writes */
export function snoozed(
  until: number | null,
  now: number
): (state: ConversationState, lastAt: number) => ConversationState {
  return (state, lastAt) => ({
    ...state,
    status: 'snoozed',
    statusAt: now,
    snoozedUntil: until,
    readToAt: Math.max(state.readToAt, lastAt),
    markedUnread: 0
  })
}

/** When it was changed is no change by itself. */
function sameState(a: ConversationState, b: ConversationState): boolean {
  return (Object.keys(a) as (keyof ConversationState)[]).every((name) => name === 'statusAt' || a[name] === b[name])
}

function stateOf(db: ReadDb, conversation: string): StatedConversation {
  const found = readState(db, conversation)
  if (found) return found
  throw new AppError('not-found', 'There is no conversation {conversationId}.', {
    conversationId: splitConversationKey(conversation).conversationId
  })
}

const TAGS_OF = 'SELECT tag_id FROM conversation_tag WHERE account_id = ? AND conversation_id = ?'
const ADD_TAG =
  'INSERT INTO conversation_tag (account_id, conversation_id, tag_id, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'
const REMOVE_TAG = 'DELETE FROM conversation_tag WHERE account_id = ? AND conversation_id = ? AND tag_id = ?'

/** @throws {AppError} not-found, for conversations and tags, and then nothing is changed */
export function changeTags(
  db: WriteDb,
  conversations: readonly string[],
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  now: number
): { changed: number } {
  const added = add.map((id) => findTag(db, id).name)
  const before = applyTags(db, conversations, { add, remove }, now)
  if (before.length > 0) keepUndo(db, added.length === 0 ? 'Tag removed' : `Tagged ${added.join(', ')}`, before, now)
  return { changed: before.length }
}

/** The same without an entry for undo. @returns what to go back to */
export function applyTags(
  db: WriteDb,
  conversations: readonly string[],
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  now: number
): StateBefore[] {
  const before: StateBefore[] = []
  const retagged: number[] = []
  for (const conversation of new Set(conversations)) {
    const { key } = stateOf(db, conversation)
    const tags = tagsOf(db, conversation)
    const after = new Set([...tags.filter((id) => !remove.includes(id)), ...add])
    if (after.size === tags.length && tags.every((id) => after.has(id))) continue
    before.push({ conversation, tags })
    writeTags(db, conversation, tags, [...after], now)
    retagged.push(key)
  }
  if (retagged.length > 0) refreshPromises(db, retagged)
  return before
}

export function tagsOf(db: ReadDb, conversation: string): string[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  return db.all<{ tag_id: string }>(TAGS_OF, accountId, conversationId).map((row) => row.tag_id)
}

function writeTags(
  db: WriteDb,
  conversation: string,
  from: readonly string[],
  to: readonly string[],
  now: number
): void {
  const { accountId, conversationId } = splitConversationKey(conversation)
  for (const tag of from) if (!to.includes(tag)) db.run(REMOVE_TAG, accountId, conversationId, tag)
  for (const tag of to) if (!from.includes(tag)) db.run(ADD_TAG, accountId, conversationId, tag, now)
  db.touch('inbox')
  db.touch(`thread:${conversation}`)
}

/** Who has left the team since has no work any more. */
function whoIsHere(db: ReadDb, state: Partial<ConversationState>): Partial<ConversationState> {
  return state.assignee && !isInTeam(db, state.assignee) ? { ...state, assignee: null } : state
}

function statusOf({ status, statusAt, snoozedUntil, settledTo }: ConversationState): Partial<ConversationState> {
  return { status, statusAt, snoozedUntil, settledTo }
}

/**
 * Brings back what was before; a conversation that is gone is passed over, and one whose customer has written since is
 * not put away with what nobody has seen.
 */
export function undoStates(db: WriteDb, before: readonly StateBefore[], now: number): void {
  const changed = new Map<number, ConversationState>()
  const retagged: number[] = []
  const chosen: CategoryChoice[] = []
  for (const { conversation, tags, lastAt, ...state } of before) {
    const found = readState(db, conversation)
    if (!found) continue
    if (tags !== undefined) {
      writeTags(db, conversation, tagsOf(db, conversation), tags, now)
      retagged.push(found.key)
    }
    if (Object.keys(state).length === 0) continue
    const written = lastAt !== undefined && firstUnanswered(db, found.key, lastAt) !== null
    const after = { ...found.state, ...whoIsHere(db, state), ...(written ? statusOf(found.state) : {}) }
    writeState(db, conversation, after, now)
    changed.set(found.key, after)
    if (after.category !== found.state.category) chosen.push({ conversation, category: after.category })
  }
  if (changed.size > 0) refreshStates(db, changed)
  if (retagged.length > 0) refreshPromises(db, retagged)
  learnCategories(db, chosen, now)
}
