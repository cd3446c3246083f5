import { conversationKey } from '../../../shared/domain/ids.ts'
import type { PreviewKind } from '../../../shared/domain/conversation.ts'
import { type Link, readableText } from '../../../shared/domain/message.ts'
import { displayName } from '../customers/people.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/**
 * Recomputes what the list shows of conversations (title, last message, waiting time, unread) and their places in the
 * queues. Called in every transaction that stores messages or changes the state, a draft aside.
 */
export function refreshConversations(db: WriteDb, keys: Iterable<number>): void {
  for (const key of keys) refreshConversation(db, key)
  db.touch('inbox')
}

function refreshConversation(db: WriteDb, key: number): void {
  const conversation = db.get<sql.ConversationForRefresh>(sql.CONVERSATION_FOR_REFRESH, key)
  if (!conversation) return
  const { account_id: accountId, id } = conversation
  const last = db.get<sql.LastEvent>(sql.LAST_EVENT, key)
  const pending = db.get<sql.PendingReply>(sql.LAST_PENDING_REPLY, accountId, id)
  const state = db.get<sql.StateRow>(sql.STATE, accountId, id)

  // A reply on its way counts as the answer to all the agent had seen, and the list must say so at once.
  const answeredAt = Math.max(conversation.last_outbound_at ?? 0, pending?.seen_to_at ?? 0)
  const waiting = db.get<{ at: number }>(sql.FIRST_UNANSWERED, key, answeredAt)?.at ?? null
  const readTo = Math.max(answeredAt, state?.read_to_at ?? 0)
  const counted = db.get<{ count: number }>(sql.COUNT_UNREAD, key, readTo)?.count ?? 0
  const unread = Math.max(counted, state?.marked_unread ?? 0)

  const preview = previewOf(last, pending)
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
  db.run(sql.UPSERT_ENTRY, key, accountId, state?.status ?? 'open', unread, waiting, preview.at)
  db.touch(`thread:${conversationKey(accountId, id)}`)
}

interface Preview {
  readonly at: number
  readonly senderId: string | null
  readonly outbound: 0 | 1
  readonly text: string
  readonly kind: PreviewKind
}

const PREVIEW_LENGTH = 160

function previewOf(last: sql.LastEvent | undefined, pending: sql.PendingReply | undefined): Preview {
  if (pending && (!last || last.outbound === 1 || last.at <= pending.seen_to_at)) {
    const at = Math.max(pending.created_at, last?.at ?? 0)
    return { at, senderId: null, outbound: 1, text: oneLine(pending.text), kind: 'text' }
  }
  if (!last) return { at: 0, senderId: null, outbound: 0, text: '', kind: 'text' }
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
  for (const userId of userIds) {
    for (const row of db.all<{ key: number }>(sql.CONVERSATIONS_OF_USER, userId, userId)) keys.add(row.key)
  }
  refreshConversations(db, keys)
}

/** The key of a conversation in the database, from X's ids. */
export function findConversationKey(db: WriteDb, accountId: string, conversationId: string): number | null {
  return db.get<{ key: number }>(sql.FIND_KEY, accountId, conversationId)?.key ?? null
}
