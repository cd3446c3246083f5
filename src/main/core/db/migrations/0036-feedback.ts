/** What customers say of the product, tagged on their own words. All owned, except what is called derived. */
export const migration0036 = `
CREATE TABLE feedback_theme (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  retired_at INTEGER,
  -- Another theme, which has all that this one had.
  merged_into TEXT,
  -- Derived: how many entries have it.
  uses INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX feedback_theme_name ON feedback_theme (folded) WHERE merged_into IS NULL;

-- What became of themes. name: the one it had before.
CREATE TABLE feedback_theme_change (
  id TEXT PRIMARY KEY NOT NULL,
  theme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'renamed', 'merged', 'split', 'retired', 'revived')),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  other_id TEXT,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX feedback_theme_change_of ON feedback_theme_change (theme_id, at);
CREATE INDEX feedback_theme_change_name ON feedback_theme_change (folded, at);

CREATE TABLE feedback_product (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- event_id null: about the conversation. start_at null: about the whole message. Places in UTF-16 units; the quote finds
-- the words again when the message was changed. erased: the message was deleted, and the words went with it.
CREATE TABLE feedback (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  event_id TEXT,
  start_at INTEGER,
  end_at INTEGER,
  quote TEXT NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0,
  product_id TEXT,
  sentiment TEXT NOT NULL CHECK (sentiment IN ('positive', 'neutral', 'negative')),
  severity INTEGER CHECK (severity BETWEEN 1 AND 3),
  note TEXT NOT NULL,
  member_id TEXT NOT NULL,
  -- When the customer wrote it: the message's time.
  said_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX feedback_of_conversation ON feedback (account_id, conversation_id);
CREATE INDEX feedback_of_message ON feedback (account_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX feedback_said ON feedback (said_at, sentiment, product_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX feedback_taken_away ON feedback (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX feedback_of_product ON feedback (product_id) WHERE product_id IS NOT NULL AND deleted_at IS NULL;

-- Which themes an entry has, with what the board asks for beside it. Empty for an entry that was taken away.
CREATE TABLE feedback_given (
  feedback_key INTEGER NOT NULL,
  theme_id TEXT NOT NULL,
  said_at INTEGER NOT NULL,
  sentiment TEXT NOT NULL,
  product_id TEXT,
  PRIMARY KEY (feedback_key, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_given_said ON feedback_given (said_at, theme_id, sentiment, product_id);
CREATE INDEX feedback_given_theme ON feedback_given (theme_id, said_at, sentiment, product_id);
CREATE TRIGGER feedback_given_added AFTER INSERT ON feedback_given BEGIN
  UPDATE feedback_theme SET uses = uses + 1 WHERE id = new.theme_id;
END;
CREATE TRIGGER feedback_given_removed AFTER DELETE ON feedback_given BEGIN
  UPDATE feedback_theme SET uses = uses - 1 WHERE id = old.theme_id;
END;

-- What a merge moved, so that it can be taken back. had_both: the entry had the other theme already.
CREATE TABLE feedback_moved (
  merge_id TEXT NOT NULL,
  feedback_key INTEGER NOT NULL,
  had_both INTEGER NOT NULL,
  PRIMARY KEY (merge_id, feedback_key)
) STRICT, WITHOUT ROWID;

-- Derived: what is quoted, by its terms (library/suggest/terms.ts), to find what was tagged alike.
CREATE VIRTUAL TABLE feedback_index USING fts5 (
  body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'"
);
CREATE VIRTUAL TABLE feedback_term USING fts5vocab (feedback_index, row);

CREATE TRIGGER feedback_removed AFTER DELETE ON feedback BEGIN
  DELETE FROM feedback_given WHERE feedback_key = old.key;
  DELETE FROM feedback_moved WHERE feedback_key = old.key;
  DELETE FROM feedback_index WHERE rowid = old.key;
END;
-- The words of a message that was deleted go with it; that there was feedback stays.
CREATE TRIGGER feedback_erased AFTER INSERT ON deleted_event BEGIN
  DELETE FROM feedback_index WHERE rowid IN (
    SELECT key FROM feedback WHERE account_id = new.account_id AND event_id = new.event_id);
  UPDATE feedback SET quote = '', erased = 1, updated_at = new.deleted_at
  WHERE account_id = new.account_id AND event_id = new.event_id;
END;
-- A message from an archive gets the id that X gives it.
CREATE TRIGGER feedback_adopted AFTER UPDATE OF event_id ON message WHEN old.event_id <> new.event_id BEGIN
  UPDATE feedback SET event_id = new.event_id WHERE account_id = old.account_id AND event_id = old.event_id;
END;
`
