const COLUMNS = `
  id, account_id, conversation_id, outbox_id, file, name, size, media_type, category, width, height, duration_ms,
  upload_state, shared, media_id, media_key, next_segment, processed_percent, expires_at, not_before, failures, restarts,
  updated_at`

export const INSERT = `
  INSERT INTO attachment (id, account_id, conversation_id, file, name, size, media_type, category, width, height,
                          duration_ms, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const OF_DRAFT = `
  SELECT ${COLUMNS} FROM attachment WHERE account_id = ? AND conversation_id = ? AND outbox_id IS NULL`

export const OF_REPLY = `SELECT ${COLUMNS} FROM attachment WHERE outbox_id = ?`

/** Taken out, but not gone: for an undo. Nothing in the outbox has such an id. */
export const SET_ASIDE = "UPDATE attachment SET outbox_id = 'aside:' || id, updated_at = ? WHERE id = ?"

/** Of those that are set aside. */
export const FIND_ASIDE = `
  SELECT ${COLUMNS} FROM attachment WHERE id = ? AND account_id = ? AND conversation_id = ? AND outbox_id = 'aside:' || id`

/** No undo reaches back that far. Parameter: ms since 1970. */
export const DROP_ASIDE = "DELETE FROM attachment WHERE outbox_id = 'aside:' || id AND updated_at < ?"

export const BIND = 'UPDATE attachment SET outbox_id = ?, updated_at = ? WHERE id = ?'

/** Back to the beginning: X has to be given everything again. */
export const RESET_UPLOAD = `
  UPDATE attachment SET upload_state = 'none', media_id = NULL, media_key = NULL, next_segment = 0,
         processed_percent = NULL, expires_at = NULL, not_before = NULL, shared = 0, restarts = ?, failures = 0,
         updated_at = ?
  WHERE id = ?`

export const STARTED = `
  UPDATE attachment SET upload_state = 'uploading', media_id = ?, media_key = ?, next_segment = 0, shared = ?,
         expires_at = ?, not_before = NULL, failures = 0, updated_at = ?
  WHERE id = ?`

export const APPENDED = `
  UPDATE attachment SET next_segment = ?, not_before = NULL, failures = 0, updated_at = ? WHERE id = ?`

export const SET_UPLOAD_STATE = `
  UPDATE attachment SET upload_state = ?, processed_percent = ?, not_before = ?, failures = 0, updated_at = ? WHERE id = ?`

export const EXPIRES_BY = 'UPDATE attachment SET expires_at = min(coalesce(expires_at, ?), ?) WHERE id = ?'

export const POSTPONE = 'UPDATE attachment SET failures = failures + 1, not_before = ?, updated_at = ? WHERE id = ?'

export const CONSENT = 'SELECT shared FROM attachment_consent WHERE account_id = ?'

export const CONSENTS = 'SELECT account_id, shared FROM attachment_consent WHERE shared = 1 ORDER BY at'

export const SET_CONSENT = `
  INSERT INTO attachment_consent (account_id, shared, at) VALUES (?, ?, ?)
  ON CONFLICT (account_id) DO UPDATE SET shared = excluded.shared, at = excluded.at`
