export const ADD_REPLY = `
  INSERT INTO canned_reply (id, kind, folder, tags, scope, team, owner_id, approved_id, newest_id, pending, sent_back,
                            created_at, updated_at, retired_at, source_system, source_id, source_hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const ADD_VERSION = `
  INSERT INTO canned_version (id, reply_id, number, content, author_id, saved_at, approved_by, approved_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

export const VERSION_IDS = 'SELECT id FROM canned_version WHERE reply_id = ?'

export const REPLY_OF_VERSION = 'SELECT reply_id AS reply FROM canned_version WHERE id = ?'

export const HAS_NUMBER = 'SELECT 1 FROM canned_version WHERE reply_id = ? AND number = ?'

export const HAS_TAG = 'SELECT 1 FROM tag WHERE id = ?'

export const MEMBERS = 'SELECT id, name, removed_at FROM team_member ORDER BY created_at, id'

/** Somebody who wrote replies at another desk: known by name, and not of this team. */
export const ADD_FORMER_MEMBER =
  'INSERT INTO team_member (id, name, created_at, updated_at, removed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
