import type { Condition, Listed } from './conditions.ts'

const PLACE = `c.account_id, c.id AS conversation_id, c.title, c.is_group, c.peer_id, peer.username AS peer_username,
         peer.avatar_url AS peer_avatar`

/** What a hit shows of messages, by their keys as JSON; in the order of the keys. */
export const HITS = `
  SELECT ${PLACE}, m.event_id, m.sender_id, sender.name AS sender_name, sender.username AS sender_username, m.outbound,
         m.at, m.text, m.links, m.has_media
  FROM json_each(?) AS hit
  JOIN message m ON m.key = hit.value
  JOIN conversation c ON c.key = m.conversation_key
  LEFT JOIN user peer ON peer.id = c.peer_id
  LEFT JOIN user sender ON sender.id = m.sender_id
  ORDER BY hit.key`

/**
 * Newest first is rowid first: message.key grows with time. Ordering by message.at instead would visit every hit of a
 * common word (74 ms against 0.3 ms, data-perf.md B1).
 */
export const KEYS_BY_WORDS = `
  SELECT rowid AS key FROM message_index WHERE message_index MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid DESC LIMIT ?`

export const NEWEST_BY_WORDS =
  'SELECT rowid AS key FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC LIMIT ?'

/** The same with the texts, for a look at each. */
export const CANDIDATES_BY_WORDS = `
  SELECT m.key, m.text, m.links, m.has_media
  FROM (SELECT rowid AS key FROM message_index WHERE message_index MATCH ? AND rowid >= ? AND rowid <= ? ORDER BY rowid DESC LIMIT ?) AS hit
  CROSS JOIN message m ON m.key = hit.key
  ORDER BY hit.key DESC`

export const KEYS_BY_TIME = 'SELECT key FROM message WHERE key >= ? AND key <= ? ORDER BY key DESC LIMIT ?'

/** Keys from a list of messages, newest first. */
export function keysListed({ from, column }: Listed): string {
  return `
  SELECT DISTINCT ${column} AS key FROM ${from} AND ${column} >= ? AND ${column} <= ? ORDER BY ${column} DESC LIMIT ?`
}

/** How long such a list is, up to a limit. */
export function countListed({ from }: Listed): string {
  return `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} LIMIT ?)`
}

/** Crossed, so that SQLite keeps the order: a message leads to its conversation, never the other way round. */
const CONTEXT = `
  CROSS JOIN conversation c ON c.key = m.conversation_key
  CROSS JOIN inbox_entry e NOT INDEXED ON e.conversation_key = c.key
  WHERE m.kind = 'message' AND `

/** Those of some messages (keys as JSON, newest first) that meet a condition. */
export function keptOf({ sql }: Condition): string {
  return `
  SELECT m.key, m.conversation_key FROM json_each(?) AS hit CROSS JOIN message m ON m.key = hit.value ${CONTEXT} ${sql}
  ORDER BY hit.key`
}

/** Messages of few conversations that meet a condition, newest first. */
export function messagesOf(seed: Condition, { sql }: Condition): string {
  return `
  SELECT m.key, m.conversation_key FROM message m INDEXED BY message_thread ${CONTEXT}
    m.conversation_key IN (${seed.sql}) AND ${sql}
  ORDER BY m.key DESC LIMIT ?`
}

/** How many conversations a seed has, up to a limit. */
export function countSeed({ sql }: Condition): string {
  return `SELECT count(*) AS count FROM (SELECT 1 FROM (${sql}) LIMIT ?)`
}

/** Conversations that meet a condition, those with the newest events first; from a seed when there is one. */
export function conversationsOf(seed: Condition | null, { sql }: Condition): string {
  const from =
    seed === null
      ? 'inbox_entry e INDEXED BY inbox_by_time JOIN conversation c ON c.key = e.conversation_key WHERE'
      : `inbox_entry e NOT INDEXED JOIN conversation c ON c.key = e.conversation_key WHERE e.conversation_key IN (${seed.sql}) AND`
  return `
  SELECT e.conversation_key FROM ${from} ${sql}
  ORDER BY e.last_at DESC, e.conversation_key DESC LIMIT ?`
}

/** Of conversations by their keys as JSON, in their order. */
export const IDS = `
  SELECT c.account_id, c.id FROM json_each(?) AS hit CROSS JOIN conversation c ON c.key = hit.value ORDER BY hit.key`

/** The newest message of a conversation. */
export const NEWEST_MESSAGE = `
  SELECT key FROM message WHERE conversation_key = ? AND kind = 'message' ORDER BY at DESC, event_number DESC LIMIT 1`

/** Internal notes that have words and meet a condition, newest first. There are few: each is written by hand. */
export function notesOf({ sql }: Condition): string {
  return `
  SELECT ${PLACE}, n.id, n.created_at AS at, n.text
  FROM note n
  JOIN conversation c ON c.account_id = n.account_id AND c.id = n.conversation_id
  LEFT JOIN inbox_entry e ON e.conversation_key = c.key
  LEFT JOIN user peer ON peer.id = c.peer_id
  WHERE n.deleted_at IS NULL AND n.key IN (SELECT rowid FROM note_index WHERE note_index MATCH ?) AND ${sql}
  ORDER BY n.key DESC LIMIT ?`
}

export const USERS_BY_HANDLE = 'SELECT id FROM user WHERE username = ? COLLATE NOCASE'

/** Somebody who has a conversation here, by the beginnings of the names' words. */
export const USERS_BY_NAME = `
  SELECT u.id FROM user_index JOIN user u ON u.key = user_index.rowid WHERE user_index MATCH ? LIMIT ?`

export const MEMBERS = 'SELECT id, name FROM team_member WHERE removed_at IS NULL ORDER BY created_at, id'
export const TAG_BY_NAME = 'SELECT id FROM tag WHERE folded = ? AND deleted_at IS NULL'
export const TAG_BY_ID = 'SELECT id FROM tag WHERE id = ? AND deleted_at IS NULL'
export const TAG_NAMES = 'SELECT name FROM tag WHERE deleted_at IS NULL ORDER BY folded'

export const ACCOUNTS = 'SELECT id, username AS name FROM account ORDER BY added_at'
export const VIEWS = 'SELECT id, name, query, names FROM saved_view WHERE deleted_at IS NULL ORDER BY position, id'

/** Customers with a 1:1 conversation, those who wrote last first. */
export const SEARCH_USERS = `
  SELECT u.id, u.name, u.username, u.avatar_url, c.account_id, c.last_at
  FROM (SELECT rowid AS key FROM user_index WHERE user_index MATCH ? LIMIT 2000) AS hit
  JOIN user u ON u.key = hit.key
  JOIN conversation c ON c.peer_id = u.id
  ORDER BY c.last_at DESC
  LIMIT ?`
