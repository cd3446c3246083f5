import { conversationKey } from '../../../shared/domain/ids.ts'
import { type ConversationStatus, type PreviewKind, shelfOf } from '../../../shared/domain/conversation.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import { displayName } from '../customers/people.ts'
import { categoryKinds } from '../../../shared/domain/attachment.ts'
import { keepPromises } from '../follow-ups/keep-promises.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { type Promised, type Promises, promises } from '../sla/promise.ts'
import { firstUnanswered } from './first-unanswered.ts'
import * as sql from './sql.ts'
import type { ConversationState } from './state.ts'

/**
 * Recomputes what the list shows of conversations (title, last message, waiting time, unread) and their places in the
 * queues. Called in every transaction that stores messages or changes the state, a draft aside.
 */
export function refreshConversations(db: WriteDb, keys: Iterable<number>): void {
  const promised = promises(db)
  for (const key of keys) refreshConversation(db, key, promised)
  db.touch('inbox')
}

function refreshConversation(db: WriteDb, key: number, promised: Promises): void {
  const conversation = db.get<sql.ConversationForRefresh>(sql.CONVERSATION_FOR_REFRESH, key)
  if (!conversation) return
  const { account_id: accountId, id } = conversation
  keepPromises(db, { accountId, conversationId: id }, key)
  const last = db.get<sql.LastEvent>(sql.LAST_EVENT, key)
  const pending = db.get<sql.PendingReply>(sql.LAST_PENDING_REPLY, accountId, id)
  const state = db.get<sql.StateRow>(sql.STATE, accountId, id)

  // A reply on its way counts as the answer to all the agent had seen, and the list must say so at once.
  const answeredAt = Math.max(conversation.last_outbound_at ?? 0, pending?.seen_to_at ?? 0)
  const waiting = firstUnanswered(db, key, answeredAt)
  const readTo = Math.max(answeredAt, state?.read_to_at ?? 0)
  const counted = db.get<{ count: number }>(sql.COUNT_UNREAD, key, readTo)?.count ?? 0
  const unread = Math.max(counted, state?.marked_unread ?? 0)

  const preview = previewOf(last, pending, conversation.first_at)
  db.run(
    sql.UPDATE_SUMMARY,
    titleOf(db, key, conversation),
    preview.at,
    preview.senderId,
    preview.outbound,
    preview.text,
    preview.kind,
    waiting,
    key
  )
  // One that was only looked at, or whose last trace was deleted, is in no queue.
  const place = [accountId, id] as const
  if (!last && db.get(sql.HAS_OWN_TRACE, ...place, ...place, ...place, ...place, ...place) === undefined)
    db.run(sql.DROP_ENTRY, key)
  else {
    const status = state?.status ?? 'open'
    db.run(
      sql.UPSERT_ENTRY,
      key,
      accountId,
      status,
      shelfOf(status, state?.place ?? 'inbox'),
      unread,
      waiting,
      Math.max(preview.at, state?.woke_at ?? 0),
      state?.assignee_id ?? null,
      backAt(status, state?.snoozed_until ?? null),
      db.get<{ at: number | null }>(sql.FOLLOW_UP_AT, accountId, id)?.at ?? null,
      conversation.last_outbound_at ?? 0,
      ...promiseValues(promised(key, answeredAt, waiting))
    )
  }
  db.touch(`thread:${conversationKey(accountId, id)}`)
}

/**
 * The same after the state alone has changed: what the messages say stays as it is. Ten thousand conversations at a time
 * must not be felt.
 */
export function refreshStates(db: WriteDb, states: ReadonlyMap<number, ConversationState>): void {
  const promised = promises(db)
  for (const [key, state] of states) {
    const conversation = db.get<sql.PlacedConversation>(sql.PLACED_CONVERSATION, key)
    if (!conversation) continue
    const { account_id: accountId, id } = conversation
    const answeredAt = Math.max(conversation.last_outbound_at ?? 0, conversation.pending_seen_to_at ?? 0)
    const counted = db.get<{ count: number }>(sql.COUNT_UNREAD, key, Math.max(answeredAt, state.readToAt))?.count ?? 0
    db.run(
      sql.SET_ENTRY,
      state.status,
      shelfOf(state.status, state.place),
      Math.max(counted, state.markedUnread),
      conversation.last_at,
      state.wokeAt ?? 0,
      state.assignee,
      backAt(state.status, state.snoozedUntil),
      key
    )
    setPromise(db, key, promised(key, answeredAt, conversation.waiting_since))
    db.touch(`thread:${conversationKey(accountId, id)}`)
  }
  db.touch('inbox')
}

/** The same for what is promised alone. */
export function refreshPromises(db: WriteDb, keys: Iterable<number>): void {
  const promised = promises(db)
  for (const key of keys) {
    const conversation = db.get<sql.PlacedConversation>(sql.PLACED_CONVERSATION, key)
    if (!conversation) continue
    const answeredAt = Math.max(conversation.last_outbound_at ?? 0, conversation.pending_seen_to_at ?? 0)
    setPromise(db, key, promised(key, answeredAt, conversation.waiting_since))
    db.touch(`thread:${conversationKey(conversation.account_id, conversation.id)}`)
  }
  db.touch('inbox')
}

function setPromise(db: WriteDb, key: number, promised: Promised | null): void {
  db.run(sql.SET_PROMISE, promised?.since ?? null, promised?.dueAt ?? null, ...promiseValues(promised), key)
}

function promiseValues(promised: Promised | null): (string | number | null)[] {
  if (promised === null) return [null, null, null, null, null]
  const { since, dueAt, riskAt, kind, policy } = promised
  return [since, dueAt, riskAt, kind, policy]
}

/** Greater than every time. */
const SOME_DAY = Number.MAX_SAFE_INTEGER

function backAt(status: ConversationStatus, snoozedUntil: number | null): number | null {
  return status === 'snoozed' ? (snoozedUntil ?? SOME_DAY) : null
}

interface Preview {
  readonly at: number
  readonly senderId: string | null
  readonly outbound: 0 | 1
  readonly text: string
  readonly kind: PreviewKind
}

const PREVIEW_LENGTH = 160

function previewOf(last: sql.LastEvent | undefined, pending: sql.PendingReply | undefined, startedAt: number): Preview {
  if (pending && (!last || last.outbound === 1 || last.at <= pending.seen_to_at)) {
    const at = Math.max(pending.created_at, last?.at ?? 0)
    const kind = pending.category === null ? 'text' : categoryKinds[pending.category]
    return { at, senderId: null, outbound: 1, text: oneLine(pending.text), kind }
  }
  if (!last) return { at: startedAt, senderId: null, outbound: 0, text: 'No messages yet', kind: 'text' }
  const outbound = last.outbound === 1 ? 1 : 0
  if (last.kind !== 'message') {
    return { at: last.at, senderId: last.sender_id, outbound, text: memberText(last), kind: 'member' }
  }
  const links = last.links === null ? [] : (JSON.parse(last.links) as Link[])
  const text = oneLine(readableText(last.text, links, last.media_kind !== null))
  return { at: last.at, senderId: last.sender_id, outbound, text, kind: last.media_kind ?? 'text' }
}

function oneLine(text: string): string {
  return text
    .slice(0, PREVIEW_LENGTH * 2)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, PREVIEW_LENGTH)
    .toWellFormed()
}

function memberText(last: sql.LastEvent): string {
  switch (last.kind) {
    case 'join':
      return 'Somebody joined'
    case 'leave':
      return 'Somebody left'
    case 'rename':
      return `Renamed to “${last.name ?? ''}”`
    default:
      return 'Conversation started'
  }
}

function titleOf(db: WriteDb, key: number, conversation: sql.ConversationForRefresh): string {
  if (conversation.is_group === 0) {
    return displayName({
      id: conversation.peer_id ?? '',
      name: conversation.peer_name,
      username: conversation.peer_username
    })
  }
  if (conversation.name !== null && conversation.name.trim() !== '') return conversation.name
  const members = db.all<sql.MemberName>(sql.MEMBER_NAMES, key, conversation.account_id)
  return members.length === 0 ? 'Group' : members.map(displayName).join(', ')
}

/** After profiles changed: titles of all conversations these users take part in. */
export function refreshTitlesOf(db: WriteDb, userIds: readonly string[]): void {
  const keys = new Set<number>()
  for (const userId of userIds) for (const key of conversationsOfUser(db, userId)) keys.add(key)
  refreshConversations(db, keys)
}

/** Keys of all conversations that a user takes part in. */
export function conversationsOfUser(db: ReadDb, userId: string): number[] {
  return db.all<{ key: number }>(sql.CONVERSATIONS_OF_USER, userId, userId).map(({ key }) => key)
}

/** The key of a conversation in the database, from X's ids. */
export function findConversationKey(db: ReadDb, accountId: string, conversationId: string): number | null {
  return db.get<{ key: number }>(sql.FIND_KEY, accountId, conversationId)?.key ?? null
}
