import type { ConversationStatus } from '../../../shared/domain/conversation.ts'

export interface CardRow {
  readonly key: number
  readonly is_group: number
  readonly peer_id: string | null
  readonly first_at: number
  readonly last_at: number
  readonly received: number
  readonly sent: number
}

export const CARD = `
  SELECT key, is_group, peer_id, first_at, last_at, received, sent FROM conversation WHERE account_id = ? AND id = ?`

export interface ProfileRow {
  readonly id: string
  readonly state: 'unknown' | 'known' | 'gone'
  readonly name: string | null
  readonly username: string | null
  readonly avatar_url: string | null
  readonly description: string | null
  readonly location: string | null
  readonly verified: number
  readonly protected: number
  readonly followers: number | null
  readonly following: number | null
  readonly created_at: number | null
  readonly can_receive_dm: number | null
  readonly fetched_at: number | null
}

const PROFILE_COLUMNS = `
  u.id, u.state, u.name, u.username, u.avatar_url, u.description, u.location, u.verified, u.protected, u.followers,
  u.following, u.created_at, u.can_receive_dm, u.fetched_at`

export const PROFILE = `SELECT ${PROFILE_COLUMNS} FROM user u WHERE u.id = ?`

export const MEMBER_PROFILES = `
  SELECT ${PROFILE_COLUMNS} FROM conversation_member m JOIN user u ON u.id = m.user_id
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ? ORDER BY m.at, m.user_id LIMIT 60`

export interface FoundRow {
  readonly id: string
  readonly name: string | null
  readonly username: string | null
  readonly avatar_url: string | null
  readonly can_receive_dm: number | null
  /** Of the conversation with the account; null when there is nothing in it. */
  readonly last_at: number | null
}

/** Everybody whose profile is here: customers, members of groups, and who was looked up. */
export const FIND_PEOPLE = `
  SELECT u.id, u.name, u.username, u.avatar_url, u.can_receive_dm, e.last_at
  FROM (SELECT rowid AS key FROM user_index WHERE user_index MATCH ? LIMIT 2000) AS hit
  CROSS JOIN user u ON u.key = hit.key
  LEFT JOIN conversation c ON c.peer_id = u.id AND c.account_id = ?
  LEFT JOIN inbox_entry e ON e.conversation_key = c.key
  WHERE u.id <> ?
  ORDER BY e.last_at DESC
  LIMIT ?`

export const RECENT_PEOPLE = `
  SELECT u.id, u.name, u.username, u.avatar_url, u.can_receive_dm, e.last_at
  FROM inbox_entry e INDEXED BY inbox_by_time
  JOIN conversation c ON c.key = e.conversation_key
  JOIN user u ON u.id = c.peer_id
  WHERE e.account_id = ? AND u.id <> e.account_id
  ORDER BY e.last_at DESC, e.conversation_key DESC
  LIMIT ?`

export const HAS_ENTRY = `
  SELECT 1 FROM conversation c JOIN inbox_entry e ON e.conversation_key = c.key WHERE c.account_id = ? AND c.id = ?`

/** A handle may have moved on since an earlier day: what X said today counts. */
export const BY_HANDLE_TODAY = `
  SELECT id FROM user WHERE username = ? COLLATE NOCASE AND state = 'known' AND paid_day = ?`

export interface OtherRow {
  readonly account_id: string
  readonly id: string
  readonly title: string
  readonly last_at: number
  /** Handle of our account. */
  readonly account: string
  readonly status: ConversationStatus | null
}

/** Who was met only in a group has no talks; a conversation without messages counts for nothing. */
export const OTHERS = `
  SELECT c.account_id, c.id, c.title, c.last_at, a.username AS account, t.status
  FROM conversation c JOIN account a ON a.id = c.account_id
  LEFT JOIN conversation_state t ON t.account_id = c.account_id AND t.conversation_id = c.id
  WHERE c.key IN (
    SELECT key FROM conversation WHERE peer_id = ?
    UNION SELECT conversation_key FROM conversation_member WHERE user_id = ?) AND c.key <> ? AND c.received + c.sent > 0
  ORDER BY c.last_at DESC LIMIT ?`

export interface TalksRow {
  readonly first_at: number | null
  readonly last_at: number | null
  readonly received: number
  readonly sent: number
}

/** All there was between us and a user, on all our accounts. */
export const TALKS = `
  SELECT min(CASE WHEN received + sent > 0 THEN first_at END) AS first_at,
         max(CASE WHEN received + sent > 0 THEN last_at END) AS last_at, total(received) AS received, total(sent) AS sent
  FROM conversation WHERE peer_id = ?`

export interface TaggedRow {
  readonly tag_id: string
  readonly account_id: string
  readonly id: string
  readonly last_at: number
}

/** Which of the conversations with a user carry which tags. */
export const TAGGED = `
  SELECT t.tag_id, c.account_id, c.id, c.last_at
  FROM conversation c CROSS JOIN conversation_tag t ON t.account_id = c.account_id AND t.conversation_id = c.id
  JOIN tag ON tag.id = t.tag_id AND tag.deleted_at IS NULL
  WHERE c.peer_id = ?`

export interface PromisedRow {
  readonly id: string
  readonly text: string
  readonly due_at: number
  readonly account_id: string
  readonly conversation_id: string
  readonly title: string
}

export const PROMISED = `
  SELECT f.id, f.text, f.due_at, f.account_id, f.conversation_id, c.title
  FROM conversation c CROSS JOIN follow_up f ON f.account_id = c.account_id AND f.conversation_id = c.id AND f.done_at IS NULL
  WHERE c.peer_id = ?`

/** The newest answers to a user; `late` when the promise for that wait was broken. */
export const ANSWERS = `
  SELECT r.answered_at AS at, r.kind, r.wall_ms, r.open_ms, b.id IS NOT NULL AS late
  FROM conversation c CROSS JOIN response_time r ON r.account_id = c.account_id AND r.conversation_id = c.id
  LEFT JOIN sla_breach b
    ON b.account_id = r.account_id AND b.conversation_id = r.conversation_id AND b.asked_at = r.asked_at
  WHERE c.peer_id = ? ORDER BY r.answered_at DESC LIMIT ?`

export const UPSERT_PROFILE = `
  INSERT INTO user (id, state, username, name, avatar_url, description, location, verified, protected, followers,
                    following, created_at, can_receive_dm, fetched_at)
  VALUES (?, 'known', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    state = 'known', username = excluded.username, name = excluded.name,
    avatar_url = coalesce(excluded.avatar_url, user.avatar_url),
    description = coalesce(excluded.description, user.description),
    location = coalesce(excluded.location, user.location), verified = excluded.verified,
    protected = excluded.protected, followers = coalesce(excluded.followers, user.followers),
    following = coalesce(excluded.following, user.following),
    created_at = coalesce(excluded.created_at, user.created_at),
    can_receive_dm = coalesce(excluded.can_receive_dm, user.can_receive_dm), fetched_at = excluded.fetched_at`

export const USER_KEY = 'SELECT key, paid_day FROM user WHERE id = ?'

export const NOTE_USER_PAID = 'UPDATE user SET paid_day = ? WHERE id = ?'

export const NOTE_USER_GONE = "UPDATE user SET state = 'gone', fetched_at = ? WHERE id = ? AND state = 'unknown'"

export const WANTED_USERS = "SELECT id FROM user WHERE state = 'unknown' AND wanted = 1 ORDER BY id LIMIT ?"
