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
}

const PROFILE_COLUMNS = `
  u.id, u.state, u.name, u.username, u.avatar_url, u.description, u.location, u.verified, u.protected, u.followers,
  u.following, u.created_at, u.can_receive_dm`

export const PROFILE = `SELECT ${PROFILE_COLUMNS} FROM user u WHERE u.id = ?`

export const MEMBER_PROFILES = `
  SELECT ${PROFILE_COLUMNS} FROM conversation_member m JOIN user u ON u.id = m.user_id
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ? ORDER BY m.at, m.user_id LIMIT 60`

export interface OtherRow {
  readonly account_id: string
  readonly id: string
  readonly title: string
  readonly last_at: number
}

export const OTHERS = `
  SELECT c.account_id, c.id, c.title, c.last_at FROM conversation c
  WHERE c.key IN (
    SELECT key FROM conversation WHERE peer_id = ?
    UNION SELECT conversation_key FROM conversation_member WHERE user_id = ?) AND c.key <> ?
  ORDER BY c.last_at DESC LIMIT 10`

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
