import type { ReplyKind, ReplyScope } from '../../../shared/domain/library/canned-reply.ts'

/** A row of canned_reply. */
export interface ReplyRow {
  readonly id: string
  readonly kind: ReplyKind
  readonly folder: string
  readonly tags: string
  readonly scope: ReplyScope
  readonly team: string | null
  readonly owner_id: string
  readonly approved_id: string | null
  readonly newest_id: string
  readonly pending: 'draft' | 'in-review' | null
  readonly sent_back: string | null
  readonly created_at: number
  readonly updated_at: number
  readonly retired_at: number | null
  readonly deleted_at: number | null
  readonly source_system: string | null
  readonly source_id: string | null
  readonly source_hash: string | null
}

const COLUMNS = `
  id, kind, folder, tags, scope, team, owner_id, approved_id, newest_id, pending, sent_back, created_at, updated_at,
  retired_at, deleted_at, source_system, source_id, source_hash`

export const ALL = `SELECT ${COLUMNS} FROM canned_reply WHERE deleted_at IS NULL`
/** Whether deleted or not. */
export const FIND = `SELECT ${COLUMNS} FROM canned_reply WHERE id = ?`

/** What was imported from there, and is not deleted. */
export const FIND_SOURCE = `
  SELECT ${COLUMNS} FROM canned_reply WHERE source_system = ? AND source_id = ? AND deleted_at IS NULL`

export const ADD = `
  INSERT INTO canned_reply (id, kind, folder, tags, scope, team, owner_id, newest_id, pending, created_at, updated_at,
                            source_system, source_id, source_hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?)`

export const CHANGE = `
  UPDATE canned_reply SET kind = ?, folder = ?, tags = ?, scope = ?, team = ?, owner_id = ?, approved_id = ?,
    newest_id = ?, pending = ?, sent_back = ?, retired_at = ?, deleted_at = ?, source_hash = ?, updated_at = ?
  WHERE id = ?`

/** A row of canned_version without its content. */
export interface VersionHead {
  readonly id: string
  readonly reply_id: string
  readonly number: number
  readonly author_id: string
  readonly saved_at: number
  readonly approved_by: string | null
  readonly approved_at: number | null
}

const VERSION_HEAD = 'v.id, v.reply_id, v.number, v.author_id, v.saved_at, v.approved_by, v.approved_at'

/**
 * Of what is approved and what is newest. `CROSS` holds the order: with statistics SQLite would look through all replies for
 * each version (24 s instead of 11 ms for ten thousand).
 */
export const HEADS = `
  SELECT ${VERSION_HEAD} FROM canned_reply r CROSS JOIN canned_version v ON v.id IN (r.newest_id, r.approved_id)
  WHERE r.deleted_at IS NULL`

/** Parameters: ids of versions. */
export const HEADS_OF = `SELECT ${VERSION_HEAD} FROM canned_version v WHERE v.id IN (?, ?)`

export const CONTENT = 'SELECT content FROM canned_version WHERE id = ?'

export const VERSION = `SELECT ${VERSION_HEAD}, v.content FROM canned_version v WHERE v.id = ?`

export const VERSIONS = `
  SELECT ${VERSION_HEAD}, v.content FROM canned_version v WHERE v.reply_id = ? ORDER BY v.number DESC LIMIT ?`

export const NEXT_NUMBER = 'SELECT coalesce(max(number), 0) + 1 AS number FROM canned_version WHERE reply_id = ?'

export const ADD_VERSION =
  'INSERT INTO canned_version (id, reply_id, number, author_id, saved_at, content) VALUES (?, ?, ?, ?, ?, ?)'

export const SET_APPROVED = 'UPDATE canned_version SET approved_by = ?, approved_at = ? WHERE id = ?'

/** What was deleted longer ago than undo reaches. */
export const DROP_OLD_VERSIONS = `
  DELETE FROM canned_version WHERE reply_id IN (SELECT id FROM canned_reply WHERE deleted_at < ?)`
export const DROP_OLD = 'DELETE FROM canned_reply WHERE deleted_at < ?'

export const ADD_USE = `
  INSERT INTO canned_use (id, reply_id, version_id, outbox_id, account_id, conversation_id, member_id, inserted, sent, at,
                          origin, changed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const ADD_EDIT = `
  INSERT OR IGNORE INTO canned_edit (use_id, reply_id, version_id, language, from_at, to_at, put)
  VALUES (?, ?, ?, ?, ?, ?, ?)`

export const FORGET_USES = 'DELETE FROM canned_use WHERE outbox_id = ?'

export interface UseRow {
  readonly id: string
  readonly uses: number
  readonly last_at: number | null
}

/** How often each was sent, by everybody or by one. */
export const USES =
  'SELECT reply_id AS id, sum(uses) AS uses, max(last_at) AS last_at FROM canned_use_count GROUP BY reply_id'

export interface OwnUseRow {
  readonly id: string
  readonly mine: number
  readonly uses: number
}

/** How often each was sent, by one and by everybody. Parameter: the one. */
export const OWN_USES = `
  SELECT reply_id AS id, sum(CASE member_id WHEN ? THEN uses ELSE 0 END) AS mine, sum(uses) AS uses
  FROM canned_use_count GROUP BY reply_id`
