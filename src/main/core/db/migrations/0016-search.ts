/** Saved searches, which are owned, and indexes from which a search about few conversations starts. */
export const migration0016 = `
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  query TEXT NOT NULL,
  -- What the names in the query stood for when it was written, as JSON: they may be given other names since.
  names TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- The number of its shortcut, 1 to 9.
  slot INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Kept for a while, so that the deletion can be undone.
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_owner ON inbox_entry (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX conversation_category ON conversation_state (category) WHERE category IS NOT NULL;
CREATE INDEX conversation_priority ON conversation_state (priority) WHERE priority <> 'normal';
`
