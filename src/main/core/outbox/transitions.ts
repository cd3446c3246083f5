import type { OutboxState } from '../../../shared/domain/message.ts'
import { snowflakeTime } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import { ingest } from '../sync/ingest.ts'
import * as sql from './sql.ts'

/** Moves a reply to a state, with the reason people see. */
export function setState(
  db: WriteDb,
  entry: sql.OutboxEntry,
  state: OutboxState,
  options: { readonly reason?: string; readonly notBefore?: number | null; readonly now: number }
): void {
  db.run(sql.SET_STATE, state, options.reason ?? null, null, options.notBefore ?? null, options.now, entry.id)
  changed(db, entry)
}

export function startSending(db: WriteDb, entry: sql.OutboxEntry, now: number): void {
  db.run(sql.START_SENDING, now, now, entry.id)
  changed(db, entry)
}

/** X gave its event id: the proof. The message joins the thread at once; the next read of X finds it there. */
export function setSent(db: WriteDb, entry: sql.OutboxEntry, eventId: string, now: number): void {
  const carried = snowflakeTime(eventId)
  const at = carried !== null && Math.abs(carried - now) < 600_000 ? carried : now
  ingest(
    db,
    entry.account_id,
    [
      {
        id: eventId,
        kind: 'message',
        conversationId: entry.conversation_id,
        at,
        senderId: entry.account_id,
        text: entry.text,
        links: [],
        media: [],
        reactions: [],
        userIds: [],
        name: null
      }
    ],
    { source: 'sent', now }
  )
  markSent(db, entry, eventId, now)
}

/** The message is in the database already: only the reply learns its id. */
export function markSent(db: WriteDb, entry: sql.OutboxEntry, eventId: string, now: number): void {
  db.run(sql.SET_SENT, eventId, now, entry.id)
  changed(db, entry)
}

/** Everything on the screen that shows a reply's state. */
export function changed(db: WriteDb, entry: { readonly account_id: string; readonly conversation_id: string }): void {
  const key = findConversationKey(db, entry.account_id, entry.conversation_id)
  if (key !== null) refreshConversations(db, [key])
  db.touch('outbox')
  db.touch('sync')
}

/** What was being sent when the process (or the round) ended may or may not have reached X. */
export function adoptStranded(db: WriteDb, now: number, accountId: string | null = null): void {
  for (const entry of db.all<sql.OutboxEntry>(sql.STRANDED, accountId)) {
    setState(db, entry, 'unknown', {
      reason: 'Backchannel was interrupted while this was being sent. It looks whether the reply arrived.',
      now
    })
  }
}
