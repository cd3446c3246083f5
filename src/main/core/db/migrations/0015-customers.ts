/** What the team knows of customers beyond X: one person behind two X accounts, notes, attributes. All owned. */
export const migration0015 = `
-- Users with the same customer are one person.
CREATE TABLE customer_link (
  user_id TEXT PRIMARY KEY NOT NULL,
  customer_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_link_of ON customer_link (customer_id, user_id);

CREATE TABLE customer_note (
  id TEXT PRIMARY KEY NOT NULL,
  user_id TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Kept for undo.
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_note_of ON customer_note (user_id, created_at) WHERE deleted_at IS NULL;

CREATE TABLE attribute (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'yes-no', 'choice', 'link')),
  -- JSON: the texts of a choice.
  options TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Its values stay, so that the deletion can be undone.
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attribute_name ON attribute (folded) WHERE deleted_at IS NULL;

-- Every value there ever was; the newest holds. Null: taken away.
CREATE TABLE attribute_value (
  id TEXT PRIMARY KEY NOT NULL,
  attribute_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  value TEXT,
  member_id TEXT,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_value_of ON attribute_value (user_id, attribute_id, id);
`
