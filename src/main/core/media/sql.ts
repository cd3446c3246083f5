export interface StoredFileRow {
  readonly file: string
  readonly hash: string | null
  readonly content_type: string
  readonly size: number
  readonly used_at: number
}

const FILE_COLUMNS = 'file, hash, content_type, size, used_at'

export const FILE = `SELECT ${FILE_COLUMNS} FROM stored_file WHERE file = ?`

export const FILE_BY_HASH = `SELECT ${FILE_COLUMNS} FROM stored_file WHERE hash = ?`

export const INSERT_FILE = `INSERT INTO stored_file (${FILE_COLUMNS}) VALUES (?, ?, ?, ?, ?)`

export const LEARN_HASH = 'UPDATE OR IGNORE stored_file SET hash = ? WHERE file = ?'

export const NOTE_USE = 'UPDATE stored_file SET used_at = ? WHERE file = ?'

export const DROP_FILE = 'DELETE FROM stored_file WHERE file = ?'

export const ALL_FILES = 'SELECT file FROM stored_file'

export const ORPHANS = `
  SELECT file FROM stored_file s
  WHERE NOT EXISTS (SELECT 1 FROM media_file m WHERE m.file = s.file)
    AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file = s.file)
    AND NOT EXISTS (SELECT 1 FROM canned_file c WHERE c.file = s.file)`

/** X gives it again: no archive brought it, no reply that has still to leave takes it along, and no canned one does. */
const EVICTABLE_FILES = `
  FROM stored_file s
  WHERE NOT EXISTS (SELECT 1 FROM media_file m
                    WHERE m.file = s.file AND substr(m.source, instr(m.source, ' ') + 1) LIKE 'archive:%')
    AND NOT EXISTS (SELECT 1 FROM attachment a LEFT JOIN outbox o ON o.id = a.outbox_id
                    WHERE a.file = s.file AND (o.id IS NULL OR o.state <> 'sent'))
    AND NOT EXISTS (SELECT 1 FROM canned_file c WHERE c.file = s.file)`

export const OLDEST_EVICTABLE = `SELECT s.file, s.size ${EVICTABLE_FILES} ORDER BY s.used_at, s.file LIMIT 1`

export const EVICTABLE = `SELECT s.file ${EVICTABLE_FILES}`

export const TOTAL = 'SELECT coalesce(sum(size), 0) AS bytes FROM stored_file'

export const USAGE = `
  SELECT (SELECT count(*) FROM stored_file) AS files, (SELECT coalesce(sum(size), 0) FROM stored_file) AS bytes,
         (SELECT coalesce(sum(s.size), 0) ${EVICTABLE_FILES}) AS evictable`

export const DROP_SOURCES = 'DELETE FROM media_file WHERE file = ?'

export const TAKE_FROM_ATTACHMENTS = 'UPDATE attachment SET file = NULL WHERE file = ?'

export const TAKE_FROM_CANNED = 'DELETE FROM canned_file WHERE file = ?'

export interface SourceRow {
  readonly file: string | null
  readonly state: 'here' | 'gone'
  readonly fetched_at: number
}

/** `source`: the account, a space, and the address at X or `archive:` with the file's name. */
export const SOURCE = 'SELECT file, state, fetched_at FROM media_file WHERE source = ?'

export const REMEMBER_SOURCE = `
  INSERT INTO media_file (source, file, state, fetched_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (source) DO UPDATE SET file = excluded.file, state = excluded.state, fetched_at = excluded.fetched_at`

export const FORGET_SOURCE = 'DELETE FROM media_file WHERE source = ?'

export const FORGET_SOURCES = "DELETE FROM media_file WHERE source LIKE ? || ' %'"

/** What an own message took along lies here already. */
export const OWN_FILE = `
  SELECT a.file FROM outbox o JOIN attachment a ON a.outbox_id = o.id
  WHERE o.account_id = ? AND o.event_id = ? AND a.file IS NOT NULL`

/** What a canned reply takes along. */
export const CANNED_FILE = 'SELECT file FROM canned_file WHERE hash = ?'

export const ATTACHED_FILE = 'SELECT file FROM attachment WHERE id = ? AND account_id = ?'

/** Pictures, GIFs and voice clips of the newest messages, posters of videos, faces in the list: what is not here yet. */
export const RECENT_MEDIA = `
  SELECT url FROM (
    SELECT coalesce(CASE WHEN mm.kind = 'video' THEN mm.preview_url ELSE mm.url END, mm.preview_url) AS url, recent.key AS key
    FROM (SELECT key, account_id, event_id FROM message
          WHERE has_media = 1 AND account_id = ? ORDER BY key DESC LIMIT 200) AS recent
    JOIN message_media mm ON mm.message_key = recent.key
    WHERE NOT EXISTS (SELECT 1 FROM outbox o JOIN attachment a ON a.outbox_id = o.id
                      WHERE o.account_id = recent.account_id AND o.event_id = recent.event_id AND a.file IS NOT NULL)
    UNION ALL
    SELECT u.avatar_url, 0 FROM (
      SELECT conversation_key FROM inbox_entry WHERE shelf = 'open' AND account_id = ? ORDER BY last_at DESC LIMIT 200) e
    JOIN conversation c ON c.key = e.conversation_key JOIN user u ON u.id = c.peer_id)
  WHERE url IS NOT NULL AND url NOT LIKE 'archive:%' AND url NOT LIKE 'attachment:%'
    AND NOT EXISTS (SELECT 1 FROM media_file f WHERE f.source = ? || ' ' || url)
  ORDER BY key DESC LIMIT ?`
