import type { OutboxState } from '../../../shared/domain/message.ts'
import { snowflakeTime } from '../../../shared/domain/ids.ts'
import { ownMedia } from '../attachments/attachment-rows.ts'
import type { WriteDb } from '../db/database.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import { forgetUses } from '../library/uses.ts'
import { noteCost } from '../sync/cost-meter.ts'
import { laterId, loadCursor } from '../sync/cursors.ts'
import { ingest } from '../sync/ingest.ts'
import type { ClockOffset } from '../x/clock-reading.ts'
import * as attempts from './attempt-sql.ts'
import { changesInWords, type StoredChange } from './changes.ts'
import * as sql from './sql.ts'

/** Moves a reply to a state, with the reason people see. */
export function setState(
  db: WriteDb,
  entry: sql.OutboxEntry,
  state: OutboxState,
  options: { readonly reason?: string; readonly notBefore?: number | null; readonly now: number }
): void {
  db.run(sql.SET_STATE, state, options.reason ?? null, null, null, options.notBefore ?? null, options.now, entry.id)
  changed(db, entry)
}

/** Stops a reply and asks the agent, saying what changed. */
export function needAttention(
  db: WriteDb,
  entry: sql.OutboxEntry,
  changes: readonly StoredChange[],
  now: number
): void {
  const key = findConversationKey(db, entry.account_id, entry.conversation_id)
  const reason = changesInWords(db, key, changes)
  db.run(sql.SET_STATE, 'needs-attention', reason, JSON.stringify(changes), null, null, now, entry.id)
  changed(db, entry)
}

/** Before the request leaves: what can be said of its result later is known only now. */
export function startSending(db: WriteDb, entry: sql.OutboxEntry, offset: ClockOffset | null, now: number): void {
  db.run(sql.START_SENDING, now, now, entry.id)
  db.run(
    attempts.START_ATTEMPT,
    entry.account_id,
    entry.conversation_id,
    entry.id,
    now,
    newestKnown(db, entry),
    offset?.low ?? null,
    offset?.high ?? null
  )
  changed(db, entry)
}

/** X numbers its events in order: what it shows later with a smaller id was written before. */
function newestKnown(db: WriteDb, entry: sql.OutboxEntry): string | null {
  const key = findConversationKey(db, entry.account_id, entry.conversation_id)
  const inThread = key === null ? undefined : db.get<{ number: string }>(sql.NEWEST, key)
  const { floorId, walk } = loadCursor(db, entry.account_id)
  return laterId(laterId(inThread?.number ?? null, floorId), walk?.topId ?? null)
}

/** The answer was lost: nobody knows yet what became of the attempt. */
export function loseAttempt(
  db: WriteDb,
  entry: sql.OutboxEntry,
  options: { readonly reason: string; readonly notBefore?: number; readonly now: number }
): void {
  db.run(attempts.LOSE_UNDER_WAY, options.now, entry.id)
  setState(db, entry, 'unknown', options)
}

/** The attempt certainly had no effect: what is known of the one before it still counts. */
export function forgetAttempt(db: WriteDb, entry: sql.OutboxEntry): void {
  db.run(attempts.DROP_UNDER_WAY, entry.id)
  db.run(sql.FORGET_ATTEMPT, entry.attempted_at, entry.checks, entry.id)
}

/**
 * X gave its event id: the proof. The message joins the thread at once; the next read of X finds it there. A proof
 * outranks a claim: where this very message had been taken for the result of another attempt, that one is open again.
 * @returns false when the id is the proof of another reply already, so that it proves nothing of this one.
 */
export function setSent(db: WriteDb, entry: sql.OutboxEntry, eventId: string, now: number): boolean {
  const holder = db.get<{ key: number; outbox_id: string; claimed: number }>(
    attempts.FIND_BY_EVENT,
    entry.account_id,
    eventId
  )
  if (holder) {
    if (holder.claimed === 0) return false
    db.run(attempts.RELEASE, holder.key)
    const other = db.get<sql.OutboxEntry>(sql.FIND, holder.outbox_id)
    if (other?.event_id === eventId) {
      db.run(sql.TAKE_PROOF_BACK, LOOKING_AGAIN, now, now, other.id)
      // X charged for this message once: that is noted with the answer that names it.
      noteCost(db, entry.account_id, 'dm-send', -1, now)
      changed(db, other)
    }
  }
  db.run(attempts.PROVE_UNDER_WAY, eventId, now, entry.id)
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
        media: ownMedia(db, entry.id),
        reactions: [],
        userIds: [],
        name: null
      }
    ],
    { source: 'sent', now }
  )
  markSent(db, entry, eventId, now)
  return true
}

const LOOKING_AGAIN = 'What was taken for this reply is another one with the same text. X is looked at again.'

/** The message is in the database already: only the reply learns its id. */
export function markSent(db: WriteDb, entry: sql.OutboxEntry, eventId: string, now: number): void {
  db.run(sql.SET_SENT, eventId, now, entry.id)
  changed(db, entry)
}

/** Takes a reply out of the outbox for good, with what is known of its attempts. */
export function removeReply(db: WriteDb, entry: sql.OutboxEntry): void {
  db.run(sql.DISCARD, entry.id)
  db.run(attempts.DROP_OF_REPLY, entry.id)
  forgetUses(db, entry.id)
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
    // When it ended is not known: not later than any request.
    db.run(attempts.LOSE_UNDER_WAY, null, entry.id)
    setState(db, entry, 'unknown', {
      reason: 'Backchannel was interrupted while this was being sent. It looks whether the reply arrived.',
      now
    })
  }
}
