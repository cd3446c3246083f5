/** What canned replies take along: one file each, kept as long as any version of any reply names it. Owned. */
export const migration0027 = `
CREATE TABLE canned_file (
  -- SHA-256 of the content, hex: versions name it by this.
  hash TEXT PRIMARY KEY NOT NULL,
  file TEXT NOT NULL REFERENCES stored_file (file),
  media_type TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('dm_image', 'dm_gif', 'dm_video')),
  size INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  -- When it was taken in last: a reply that is being written may name it before any version does.
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_file_stored ON canned_file (file);
CREATE INDEX canned_version_attachment ON canned_version (content ->> '$.attachment.hash')
  WHERE content ->> '$.attachment.hash' IS NOT NULL;
`
