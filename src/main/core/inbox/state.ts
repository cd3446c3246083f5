import type { Category, ConversationStatus, Place, Priority } from '../../../shared/domain/conversation.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

/** What the team decided about a conversation. Times are ms since 1970. */
export interface ConversationState {
  readonly status: ConversationStatus
  readonly statusAt: number
  readonly readToAt: number
  /** 1 when it was marked unread by hand, or woke up. */
  readonly markedUnread: number
  /** Null while snoozed: until the customer writes. */
  readonly snoozedUntil: number | null
  readonly wokeAt: number | null
  readonly assignee: string | null
  readonly priority: Priority
  readonly category: Category | null
  readonly place: Place
  readonly placeBy: 'rule' | 'agent'
  /** The newest message when it was last resolved; 0 when it never was, or was reopened by hand. */
  readonly settledTo: number
  /** When it came into the inbox from elsewhere; 0 when it always was there. */
  readonly letInAt: number
}

/** A conversation that nothing was decided about. */
const untouched: ConversationState = {
  status: 'open',
  statusAt: 0,
  readToAt: 0,
  markedUnread: 0,
  snoozedUntil: null,
  wokeAt: null,
  assignee: null,
  priority: 'normal',
  category: null,
  place: 'inbox',
  placeBy: 'rule',
  settledTo: 0,
  letInAt: 0
}

/** A conversation with its state. */
export interface StatedConversation {
  readonly key: number
  /** Of the newest message by X's clock: a reply that waits here, dated by ours, must not make a later message look read. */
  readonly lastAt: number
  readonly state: ConversationState
}

interface Found {
  readonly key: number
  readonly last_at: number
}

export const FIND = `
  SELECT key, (SELECT coalesce(max(at), 0) FROM message WHERE conversation_key = c.key) AS last_at
  FROM conversation c WHERE account_id = ? AND id = ?`

export const READ = `
  SELECT status, status_at AS statusAt, read_to_at AS readToAt, marked_unread AS markedUnread,
         snoozed_until AS snoozedUntil, woke_at AS wokeAt, assignee_id AS assignee, priority, category, place,
         place_by AS placeBy, settled_to AS settledTo, let_in_at AS letInAt
  FROM conversation_state WHERE account_id = ? AND conversation_id = ?`

const WRITE = `
  INSERT INTO conversation_state (account_id, conversation_id, status, status_at, read_to_at, marked_unread,
                                  snoozed_until, woke_at, assignee_id, priority, category, place, place_by, settled_to,
                                  let_in_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account_id, conversation_id) DO UPDATE SET
    status = excluded.status, status_at = excluded.status_at, read_to_at = excluded.read_to_at,
    marked_unread = excluded.marked_unread, snoozed_until = excluded.snoozed_until, woke_at = excluded.woke_at,
    assignee_id = excluded.assignee_id, priority = excluded.priority, category = excluded.category,
    place = excluded.place, place_by = excluded.place_by, settled_to = excluded.settled_to,
    let_in_at = excluded.let_in_at,
    updated_at = excluded.updated_at`

/** @returns null when there is no such conversation. */
export function readState(db: ReadDb, conversation: string): StatedConversation | null {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const found = db.get<Found>(FIND, accountId, conversationId)
  if (!found) return null
  const state = db.get<ConversationState>(READ, accountId, conversationId) ?? untouched
  return { key: found.key, lastAt: found.last_at, state }
}

export function writeState(db: WriteDb, conversation: string, state: ConversationState, now: number): void {
  const { accountId, conversationId } = splitConversationKey(conversation)
  db.run(
    WRITE,
    accountId,
    conversationId,
    state.status,
    state.statusAt,
    state.readToAt,
    state.markedUnread,
    state.snoozedUntil,
    state.wokeAt,
    state.assignee,
    state.priority,
    state.category,
    state.place,
    state.placeBy,
    state.settledTo,
    state.letInAt,
    now
  )
}
