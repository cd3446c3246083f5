/** Drafts with revisions and a history, and internal notes. All owned. */
export const migration0003 = `
-- The revision names one state of the draft: whoever saves says from which one the text grew.
ALTER TABLE draft ADD COLUMN revision TEXT NOT NULL DEFAULT 'first';
ALTER TABLE draft ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
-- The fullest text since the last version was kept, and since when: what is kept when too much of it is about to go.
ALTER TABLE draft ADD COLUMN fullest TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN fullest_at INTEGER NOT NULL DEFAULT 0;
UPDATE draft SET fullest = text, fullest_at = updated_at;

CREATE TABLE draft_version (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('typed', 'cleared', 'sent', 'discarded', 'replaced', 'other-window')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_version_of ON draft_version (account_id, conversation_id, mode, updated_at);

CREATE TABLE note (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Set while the deletion can be undone.
  deleted_at INTEGER
) STRICT;
CREATE INDEX note_thread ON note (account_id, conversation_id, created_at) WHERE deleted_at IS NULL;

CREATE VIRTUAL TABLE note_index USING fts5 (
  body, content = '', contentless_delete = 1, prefix = '2',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'"
);
`
