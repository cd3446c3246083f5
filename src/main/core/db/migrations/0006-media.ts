/**
 * Media by content, and what agents attach to their replies.
 *
 * `stored_file` has one row per file on disk; rows of `media_file` (where a file came from) and of `attachment` (what a
 * reply takes along) refer to it. Two sources with the same content share one file. A file that nobody refers to any
 * more is removed by the next sweep. `hash` is null for files from before, until they are opened.
 */
export const migration0006 = `
CREATE TABLE stored_file (
  file TEXT PRIMARY KEY NOT NULL,
  hash TEXT UNIQUE,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_file_used ON stored_file (used_at);

INSERT INTO stored_file (file, content_type, size, used_at)
SELECT file, coalesce(content_type, 'application/octet-stream'), size, fetched_at FROM media_file
WHERE state = 'here' AND file IS NOT NULL AND size IS NOT NULL;
ALTER TABLE media_file DROP COLUMN content_type;
ALTER TABLE media_file DROP COLUMN size;
CREATE INDEX media_file_stored ON media_file (file) WHERE file IS NOT NULL;
CREATE INDEX media_file_url ON media_file (substr(source, instr(source, ' ') + 1));

-- A deleted message takes its files along (x-api.md 1.11): the last one that shows an address lets the file go.
CREATE INDEX message_media_url ON message_media (url) WHERE url IS NOT NULL;
CREATE INDEX message_media_preview ON message_media (preview_url) WHERE preview_url IS NOT NULL;
CREATE TRIGGER message_media_removed AFTER DELETE ON message_media BEGIN
  DELETE FROM media_file WHERE substr(source, instr(source, ' ') + 1) = old.url
    AND NOT EXISTS (SELECT 1 FROM message_media WHERE url = old.url);
  DELETE FROM media_file WHERE substr(source, instr(source, ' ') + 1) = old.preview_url
    AND NOT EXISTS (SELECT 1 FROM message_media WHERE preview_url = old.preview_url);
END;

-- ---- owned: one attachment per draft, or per reply in the outbox. With the state of its upload to X.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- Null while it belongs to the draft of its conversation.
  outbox_id TEXT,
  -- Null when the reply is with X and the file had to make room.
  file TEXT REFERENCES stored_file (file),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('dm_image', 'dm_gif', 'dm_video')),
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  upload_state TEXT NOT NULL DEFAULT 'none'
    CHECK (upload_state IN ('none', 'uploading', 'finalizing', 'processing', 'ready', 'refused-unshared')),
  -- Whether the upload is a shared one: X then lets anybody with the link open it.
  shared INTEGER NOT NULL DEFAULT 0,
  media_id TEXT,
  media_key TEXT,
  next_segment INTEGER NOT NULL DEFAULT 0,
  processed_percent INTEGER,
  expires_at INTEGER,
  not_before INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  restarts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attachment_draft ON attachment (account_id, conversation_id) WHERE outbox_id IS NULL;
CREATE UNIQUE INDEX attachment_reply ON attachment (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX attachment_file ON attachment (file) WHERE file IS NOT NULL;

-- The agent's answer to the one question: may X make the attachments of this account reachable by their link?
CREATE TABLE attachment_consent (
  account_id TEXT PRIMARY KEY NOT NULL,
  shared INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
