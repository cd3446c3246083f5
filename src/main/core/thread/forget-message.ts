import type { WriteDb } from '../db/database.ts'
import { refreshConversations } from '../inbox/refresh.ts'

interface Forgotten {
  readonly key: number
  readonly conversation_key: number
  readonly outbound: number
  readonly kind: string
  readonly paid_day: number | null
}

/**
 * Removes a message from everything that shows or counts it, for good: a later read of X or an archive finds the mark
 * that stays in its place. The customer stays answered, because they keep their copy.
 * @returns the addresses of its files. They hold the message's id: no other message shows them.
 */
export function forgetMessage(db: WriteDb, accountId: string, eventId: string, now: number): string[] {
  db.run(
    'INSERT INTO deleted_event (account_id, event_id, deleted_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    accountId,
    eventId,
    now
  )
  // What was typed for it is kept as a version of the draft.
  db.run(DROP_VERSIONS, accountId, eventId)
  // The reply it was sent as keeps the proof that it left, but not what it said.
  db.run(
    'DELETE FROM attachment WHERE outbox_id IN (SELECT id FROM outbox WHERE account_id = ? AND event_id = ?)',
    accountId,
    eventId
  )
  db.run("UPDATE outbox SET text = '' WHERE account_id = ? AND event_id = ?", accountId, eventId)
  const message = db.get<Forgotten>(
    'SELECT key, conversation_key, outbound, kind, paid_day FROM message WHERE account_id = ? AND event_id = ?',
    accountId,
    eventId
  )
  if (!message) return []
  const files = db.all<{ url: string }>(OWN_FILES, message.key, message.key).map(({ url }) => url)
  // X still returns it until it is deleted there, and charges for an event once a day.
  if (message.paid_day !== null) {
    db.run(
      'INSERT INTO skipped_event (account_id, event_id, paid_day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      accountId,
      eventId,
      message.paid_day
    )
  }
  db.run('DELETE FROM message_index WHERE rowid = ?', message.key)
  db.run('DELETE FROM message_media WHERE message_key = ?', message.key)
  db.run('DELETE FROM message_reaction WHERE message_key = ?', message.key)
  db.run('DELETE FROM message WHERE key = ?', message.key)
  if (message.kind === 'message') db.run(COUNT_DOWN, message.outbound, message.outbound, message.conversation_key)
  refreshConversations(db, [message.conversation_key])
  return files
}

const DROP_VERSIONS = `
  DELETE FROM draft_version WHERE (account_id, conversation_id, text) IN (
    SELECT account_id, conversation_id, text FROM outbox WHERE account_id = ? AND event_id = ?)`

const OWN_FILES = `
  SELECT url FROM message_media WHERE message_key = ? AND url IS NOT NULL
  UNION SELECT preview_url FROM message_media WHERE message_key = ? AND preview_url IS NOT NULL`

/** The first contact stays what it was when nothing is left that could tell another. */
const COUNT_DOWN = `
  UPDATE conversation SET
    sent = max(0, sent - ?), received = max(0, received - (1 - ?)),
    first_at = coalesce((SELECT min(at) FROM message WHERE conversation_key = conversation.key), first_at)
  WHERE key = ?`
