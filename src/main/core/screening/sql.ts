import type { Place } from '../../../shared/domain/conversation.ts'

export interface RulesRow {
  readonly id: string
  readonly audience: string
  readonly following: number
  readonly followers: number
  readonly keywords: string
  readonly applied_to: number | null
}

const RULES = 'id, audience, following, followers, keywords, applied_to'
export const CURRENT_RULES = `SELECT ${RULES} FROM screening_rules ORDER BY id DESC LIMIT 1`
export const FIND_RULES = `SELECT ${RULES} FROM screening_rules WHERE id = ?`
export const ADD_RULES = `
  INSERT INTO screening_rules (id, audience, following, followers, keywords, applied_to, updated_at)
  VALUES (?, ?, ?, ?, ?, 0, ?)`
/** The older ones are overtaken. */
export const STOP_APPLYING = 'UPDATE screening_rules SET applied_to = NULL WHERE applied_to IS NOT NULL'
export const SET_APPLIED = 'UPDATE screening_rules SET applied_to = ?, updated_at = ? WHERE id = ?'

export const ANYBODY_HELD = "SELECT 1 FROM screening_person WHERE list = 'held' AND removed_by IS NULL LIMIT 1"

export interface FactsRow {
  readonly key: number
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly peer_id: string | null
  readonly sent: number
  /** On any of our accounts. */
  readonly answered: number
  /** One of our own accounts. */
  readonly own: number
  readonly following: number | null
  readonly follower: number | null
  readonly list: 'allowed' | 'held' | null
  readonly place: Place
  readonly place_by: 'rule' | 'agent'
  readonly place_reason: string | null
}

const FACTS = `
  SELECT c.key, c.account_id, c.id, c.is_group, c.peer_id, c.sent,
         EXISTS (SELECT 1 FROM conversation o WHERE o.peer_id = c.peer_id AND o.sent > 0) AS answered,
         EXISTS (SELECT 1 FROM account a WHERE a.id = c.peer_id) AS own,
         k.following, k.follower, p.list,
         coalesce(t.place, 'inbox') AS place, coalesce(t.place_by, 'rule') AS place_by, t.place_reason`
const FACTS_JOINS = `
  LEFT JOIN user_connection k ON k.account_id = c.account_id AND k.user_id = c.peer_id
  LEFT JOIN screening_person p ON p.user_id = c.peer_id AND p.removed_by IS NULL
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id`

export const FACTS_OF = `${FACTS} FROM conversation c ${FACTS_JOINS} WHERE c.key = ?`

/** What is in the work, or waits for it: resolved and snoozed ones are looked at when their customers write. */
export const NEXT_FACTS = `${FACTS}
  FROM (SELECT conversation_key FROM inbox_entry
        WHERE conversation_key > ? AND shelf IN ('open', 'requests', 'spam') ORDER BY conversation_key LIMIT ?) AS e
  JOIN conversation c ON c.key = e.conversation_key ${FACTS_JOINS}
  ORDER BY c.key`

export interface MemberFactsRow {
  readonly answered: number
  readonly own: number
  readonly following: number | null
  readonly follower: number | null
  readonly list: 'allowed' | 'held' | null
}

export const MEMBER_FACTS = `
  SELECT EXISTS (SELECT 1 FROM conversation o WHERE o.peer_id = m.user_id AND o.sent > 0) AS answered,
         EXISTS (SELECT 1 FROM account a WHERE a.id = m.user_id) AS own, k.following, k.follower, p.list
  FROM conversation_member m
  LEFT JOIN user_connection k ON k.account_id = ? AND k.user_id = m.user_id
  LEFT JOIN screening_person p ON p.user_id = m.user_id AND p.removed_by IS NULL
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ? LIMIT 60`

/** What a stranger has written; the newest, for somebody who goes on and on. */
export const TEXTS = `
  SELECT text, links, has_media FROM message
  WHERE conversation_key = ? AND outbound = 0 AND kind = 'message' ORDER BY at DESC LIMIT 50`

export const PLACE = `
  INSERT INTO conversation_state (account_id, conversation_id, status, status_at, place, place_by, place_reason, updated_at)
  VALUES (?, ?, 'open', 0, ?, 'rule', ?, ?)
  ON CONFLICT (account_id, conversation_id) DO UPDATE SET
    let_in_at = CASE WHEN excluded.place = 'inbox' AND place <> 'inbox' THEN excluded.updated_at ELSE let_in_at END,
    place = excluded.place, place_reason = excluded.place_reason, updated_at = excluded.updated_at`

export const PUT_AWAY = `
  SELECT 1 FROM conversation c JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  WHERE c.key = ? AND t.place <> 'inbox' AND t.place_by = 'rule'`

/** Who answers has decided. */
export const LET_IN = `
  UPDATE conversation_state SET place = 'inbox', place_by = 'agent', updated_at = ?
  WHERE place <> 'inbox' AND (account_id, conversation_id) = (SELECT account_id, id FROM conversation WHERE key = ?)`

export const UNREAD_OF = "SELECT unread FROM inbox_entry WHERE conversation_key = ? AND shelf = 'open'"

export const LAST_KEY = 'SELECT max(conversation_key) AS key FROM inbox_entry'

// ---- people on lists

export const PERSON_BY_USER = 'SELECT id, list FROM screening_person WHERE user_id = ? AND removed_by IS NULL'
export const PERSON_BY_HANDLE =
  'SELECT id, list FROM screening_person WHERE handle = ? AND user_id IS NULL AND removed_by IS NULL'
export const ADD_PERSON = `
  INSERT INTO screening_person (id, list, user_id, handle, added_by, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)`
export const REMOVE_PERSON =
  'UPDATE screening_person SET removed_by = ?, updated_at = ? WHERE id = ? AND removed_by IS NULL'
export const FIND_PERSON = 'SELECT id, user_id FROM screening_person WHERE id = ? AND removed_by IS NULL'
export const USER_BY_HANDLE = "SELECT id FROM user WHERE username = ? COLLATE NOCASE AND state = 'known' LIMIT 1"
/** Everybody we have answered. */
export const CUSTOMERS = `
  SELECT DISTINCT peer_id AS id FROM conversation
  WHERE peer_id IS NOT NULL AND sent > 0 AND peer_id NOT IN (SELECT id FROM account)`

/** X has told whose handle it is. Who was put on a list by the id already stays there. */
export const KNOW_PERSON = `
  UPDATE OR IGNORE screening_person SET user_id = ?, updated_at = ?
  WHERE handle = ? AND user_id IS NULL AND removed_by IS NULL`
export const DROP_HANDLE = 'DELETE FROM screening_person WHERE handle = ? AND user_id IS NULL AND removed_by IS NULL'

export const UNDO_ADDED =
  'UPDATE screening_person SET removed_by = ?, updated_at = ? WHERE added_by = ? AND removed_by IS NULL'
export const UNDO_REMOVED =
  'UPDATE OR IGNORE screening_person SET removed_by = NULL, updated_at = ? WHERE removed_by = ?'
export interface PersonRow {
  readonly id: string
  readonly user_id: string | null
  readonly handle: string | null
  readonly name: string | null
  readonly username: string | null
}

export const PEOPLE = `
  SELECT p.id, p.user_id, p.handle, u.name, u.username
  FROM screening_person p LEFT JOIN user u ON u.id = p.user_id
  WHERE p.list = ? AND p.removed_by IS NULL ORDER BY p.created_at DESC, p.id DESC LIMIT ?`

export const COUNT_PEOPLE = `
  SELECT total(list = 'allowed') AS allowed, total(list = 'held') AS held FROM screening_person WHERE removed_by IS NULL`

/** Of how many customers X has told whether the account and they follow each other. */
export const COUNT_CONNECTIONS = 'SELECT count(*) AS count FROM user_connection'

export const PUT_CONNECTION = `
  INSERT INTO user_connection (account_id, user_id, following, follower, fetched_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (account_id, user_id) DO UPDATE SET
    following = excluded.following, follower = excluded.follower, fetched_at = excluded.fetched_at`
