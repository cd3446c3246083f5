export interface KnownMessage {
  readonly key: number
  readonly event_id: string
  readonly read_at_x: number
  readonly paid_day: number | null
}

export interface ConversationCounts {
  readonly key: number
  readonly first_at: number
  readonly last_at: number
  readonly received: number
  readonly sent: number
  readonly last_outbound_at: number | null
}

export const INSERT_MESSAGE = `
  INSERT INTO message (key, account_id, conversation_key, event_id, event_number, kind, sender_id, outbound, at, text,
                       links, people, name, has_media, read_at_x, paid_day)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`

export const FIND_MESSAGE =
  'SELECT key, event_id, read_at_x, paid_day FROM message WHERE account_id = ? AND event_id = ?'

export const ANY_DELETED = 'SELECT 1 FROM deleted_event WHERE account_id = ? LIMIT 1'

export const IS_DELETED = 'SELECT 1 FROM deleted_event WHERE account_id = ? AND event_id = ?'

export const NEXT_FREE_KEY = `
  SELECT m.key + 1 AS key FROM message m
  WHERE m.key >= ? AND NOT EXISTS (SELECT 1 FROM message n WHERE n.key = m.key + 1)
  ORDER BY m.key LIMIT 1`

export const FIND_MEMBER_CHANGE = `
  SELECT key, event_id, read_at_x, paid_day, people, name FROM message
  WHERE conversation_key = ? AND at BETWEEN ? AND ? AND kind = ?`

export const NOTE_READ = 'UPDATE message SET read_at_x = 1, paid_day = ? WHERE key = ?'

export const ADOPT_EVENT_ID = 'UPDATE message SET event_id = ?, event_number = ? WHERE key = ?'

export const INSERT_CONVERSATION =
  'INSERT INTO conversation (account_id, id, is_group, peer_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'

/** `last_at` of what X has: a reply that waits here is no reason to take a customer's message for old. */
export const FIND_CONVERSATION = `
  SELECT key, first_at, (SELECT coalesce(max(at), 0) FROM message WHERE conversation_key = conversation.key) AS last_at,
         received, sent, last_outbound_at
  FROM conversation WHERE account_id = ? AND id = ?`

/** `wanted` only ever rises: who was met in an archive and then at X is looked up. */
export const MEET_USER = `
  INSERT INTO user (id, state, wanted) VALUES (?, 'unknown', ?)
  ON CONFLICT (id) DO UPDATE SET wanted = 1 WHERE excluded.wanted = 1 AND user.wanted = 0`

export const UPDATE_COUNTS =
  'UPDATE conversation SET first_at = ?, received = ?, sent = ?, last_outbound_at = ? WHERE key = ?'

/** A customer who writes again opens the conversation again, also before a snooze ends. */
export const REOPEN = `
  UPDATE conversation_state SET status = 'open', status_at = ?, snoozed_until = NULL, updated_at = ?
  WHERE status <> 'open'
    AND (account_id, conversation_id) = (SELECT account_id, id FROM conversation WHERE key = ?)`

/**
 * Whether a reply from here is all that is newer, and whoever wrote it did not have this message in front of the eyes:
 * the two crossed. `seen_to_at` is 0 where nothing was known.
 */
export const CROSSED = `
  SELECT 1 FROM (SELECT account_id, event_id FROM message
                 WHERE conversation_key = ? AND kind = 'message' ORDER BY at DESC, event_number DESC LIMIT 1) AS newest
  JOIN outbox r ON r.account_id = newest.account_id AND r.event_id = newest.event_id
  WHERE r.seen_to_at > 0 AND r.seen_to_at < ? AND NOT EXISTS (
    SELECT 1 FROM message m WHERE m.conversation_key = ? AND m.at > ? AND m.outbound = 0 AND m.kind = 'message')`

/** Nobody has read it, also where the conversation was read after the reply. */
export const LEAVE_UNREAD = `
  INSERT INTO conversation_state (account_id, conversation_id, status, status_at, marked_unread, updated_at)
  SELECT account_id, id, 'open', 0, 1, ? FROM conversation WHERE key = ?
  ON CONFLICT (account_id, conversation_id) DO UPDATE SET marked_unread = 1, updated_at = excluded.updated_at`

export const UPSERT_MEMBER = `
  INSERT INTO conversation_member (conversation_key, user_id, present, at) VALUES (?, ?, ?, ?)
  ON CONFLICT (conversation_key, user_id) DO UPDATE SET present = excluded.present, at = excluded.at
  WHERE excluded.at >= conversation_member.at`

export const IS_OUT = `
  SELECT 1 FROM conversation_member m JOIN conversation c ON c.key = m.conversation_key
  WHERE m.conversation_key = ? AND m.user_id = ? AND m.present = 0 AND c.is_group = 1`

/** Who speaks is a member. That never overrules a later leave, but who speaks after one has come back. */
export const NOTE_SPEAKER = `
  INSERT INTO conversation_member (conversation_key, user_id, present, at) VALUES (?, ?, 1, ?)
  ON CONFLICT (conversation_key, user_id) DO UPDATE SET present = 1, at = excluded.at
  WHERE conversation_member.present = 0 AND excluded.at > conversation_member.at`

export const RENAME = `
  UPDATE conversation SET name = ?
  WHERE key = ? AND NOT EXISTS (
    SELECT 1 FROM message WHERE conversation_key = conversation.key AND kind = 'rename' AND at > ?)`

export const INSERT_MEDIA = `
  INSERT INTO message_media (message_key, position, media_key, kind, url, preview_url, width, height, duration_ms, alt)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const COUNT_MEDIA = 'SELECT count(*) AS count FROM message_media WHERE message_key = ?'

export const USE_ARCHIVE_FILE = `
  UPDATE message_media SET url = ?
  WHERE message_key = ? AND media_key = ? AND (url IS NULL OR url NOT LIKE 'archive:%')`

export const CORRECT_TEXT = 'UPDATE message SET text = ? WHERE key = ? AND text <> ?'

/** None when one of them is a file of an archive, or what an own reply took along. */
export const DROP_MEDIA = `
  DELETE FROM message_media WHERE message_key = ?
    AND NOT EXISTS (SELECT 1 FROM message_media f WHERE f.message_key = message_media.message_key
                    AND (f.url LIKE 'archive:%' OR f.url LIKE 'attachment:%'))`
export const NAME_OWN_MEDIA = `
  UPDATE message_media SET media_key = ?, kind = ?, url = ?, preview_url = ?, width = coalesce(?, width),
         height = coalesce(?, height), duration_ms = coalesce(?, duration_ms)
  WHERE message_key = ? AND position = 0 AND url LIKE 'attachment:%'`

export const NOTE_MEDIA = 'UPDATE message SET has_media = 1 WHERE key = ?'

export const INSERT_REACTION = `
  INSERT INTO message_reaction (message_key, sender_id, reaction, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const FILL_LINKS = 'UPDATE message SET links = ? WHERE key = ? AND links IS NULL'

/** Whether a message shows a file of an archive. */
export const SHOWS_FILE = `
  SELECT 1 FROM message m JOIN message_media mm ON mm.message_key = m.key
  WHERE m.account_id = ? AND m.event_id = ? AND mm.url = ?`

/** Messages of an account from a key on, counted to 100 at most. */
export const COUNT_FROM = `
  SELECT count(*) AS count FROM (
    SELECT 1 FROM message NOT INDEXED WHERE account_id = ? AND key >= ? ORDER BY key LIMIT 100)`

/** The same for events that could not be used. Ids of one length sort as texts like the numbers they stand for. */
export const COUNT_SKIPPED_FROM = `
  SELECT count(*) AS count FROM (
    SELECT 1 FROM skipped_event WHERE account_id = ? AND event_id >= ? AND length(event_id) = length(?) LIMIT 100)`

/**
 * An account's newest events. By key and not by the account's index, which would bring all of its events to sort them:
 * more than a second of each poll at a million.
 */
export const NEWEST_OF_ACCOUNT = `
  SELECT paid_day FROM message NOT INDEXED WHERE account_id = ? AND key >= ? ORDER BY key DESC LIMIT ?`
