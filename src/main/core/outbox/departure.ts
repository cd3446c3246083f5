import type { ConversationStatus } from '../../../shared/domain/conversation.ts'
import type { ReadDb } from '../db/database.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import { blockState } from '../requests/blocks.ts'
import { MESSAGES_KEPT, type StoredChange } from './changes.ts'
import * as sql from './sql.ts'

/** A change of state this soon after a reply was written belongs to it: sending and then resolving is one gesture in two keys. */
const SAME_GESTURE_MS = 30_000

/**
 * Looks at the conversation once more before a reply leaves.
 * @returns what changed since it was written, the most telling first; empty when it may go.
 */
export function departureChanges(db: ReadDb, entry: sql.OutboxEntry): StoredChange[] {
  const changes: StoredChange[] = []
  const peer = peerOf(entry.conversation_id, entry.account_id)
  if (peer !== null && blockState(db, entry.account_id, peer).blocked) {
    changes.push({ kind: 'blocked', at: entry.seen_at })
  }
  const customer = since(db, sql.CUSTOMER_SINCE, 'customer-wrote', entry)
  if (customer) changes.push(customer)
  const answered = since(db, sql.ANSWERED_SINCE, 'answered', entry)
  if (answered) changes.push(answered)
  const state = stateChange(db, entry)
  // A message of the customer opens a resolved conversation by itself: that is said already.
  if (state && !(state.kind === 'reopened' && customer)) changes.push(state)
  return changes
}

function since(
  db: ReadDb,
  statement: string,
  kind: 'customer-wrote' | 'answered',
  entry: sql.OutboxEntry
): StoredChange | null {
  const rows = db.all<sql.SinceRow>(statement, entry.id)
  const [first] = rows
  if (!first) return null
  return { kind, at: first.at, count: rows.length, ids: rows.slice(0, MESSAGES_KEPT).map((row) => row.event_id) }
}

function stateChange(db: ReadDb, entry: sql.OutboxEntry): StoredChange | null {
  if (entry.seen_status === null) return null
  const now = db.get<{ status: ConversationStatus; status_at: number }>(
    sql.STATUS,
    entry.account_id,
    entry.conversation_id
  )
  const status = now?.status === 'resolved' ? 'resolved' : 'open'
  const at = now?.status_at ?? 0
  if (status === entry.seen_status || at <= entry.seen_at + SAME_GESTURE_MS) return null
  return { kind: status === 'resolved' ? 'resolved' : 'reopened', at }
}
