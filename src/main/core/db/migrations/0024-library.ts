/**
 * Canned replies: where they stand, every version that was saved, and each time one was sent. All owned, but for
 * canned_use_count, which is derived. Fragments and teams within the team belong to them.
 */
export const migration0024 = `
CREATE TABLE canned_reply (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'fragment')),
  -- JSON: names from the outermost folder to the innermost.
  folder TEXT NOT NULL,
  -- JSON: words to find it by.
  tags TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('everyone', 'team', 'private')),
  team TEXT,
  owner_id TEXT NOT NULL,
  -- What agents insert. Null: nothing was approved yet.
  approved_id TEXT,
  newest_id TEXT NOT NULL,
  -- Of the newest version; null when it is the approved one.
  pending TEXT CHECK (pending IN ('draft', 'in-review')),
  -- Why it came back from review.
  sent_back TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  retired_at INTEGER,
  -- Kept for undo.
  deleted_at INTEGER,
  -- Where it was imported from, and a hash of what came: a second import tells what was changed there, and what here.
  source_system TEXT,
  source_id TEXT,
  source_hash TEXT,
  CHECK ((scope = 'team') = (team IS NOT NULL)),
  CHECK ((pending IS NULL) = (approved_id IS newest_id))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX canned_reply_source ON canned_reply (source_system, source_id)
  WHERE source_system IS NOT NULL AND deleted_at IS NULL;

-- Never changed but for the approval.
CREATE TABLE canned_version (
  id TEXT PRIMARY KEY NOT NULL,
  reply_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  author_id TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  approved_by TEXT,
  approved_at INTEGER,
  -- JSON, as shared/domain/library/canned-reply.ts has it. Last, so that the rest is read without it.
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX canned_version_of ON canned_version (reply_id, number);

-- A canned reply went into a reply that was sent. What became of that reply tells what it is worth.
CREATE TABLE canned_use (
  id TEXT PRIMARY KEY NOT NULL,
  reply_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  outbox_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  -- As it was inserted, and the whole reply as it left: between them are the agent's edits.
  inserted TEXT NOT NULL,
  sent TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_use_of_reply ON canned_use (reply_id, member_id, at);
CREATE INDEX canned_use_of_outbox ON canned_use (outbox_id);
CREATE INDEX canned_use_of_conversation ON canned_use (account_id, conversation_id, at);

CREATE TABLE canned_use_count (
  reply_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  uses INTEGER NOT NULL,
  last_at INTEGER,
  PRIMARY KEY (reply_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER canned_use_added AFTER INSERT ON canned_use BEGIN
  INSERT INTO canned_use_count (reply_id, member_id, uses, last_at) VALUES (new.reply_id, new.member_id, 1, new.at)
    ON CONFLICT (reply_id, member_id) DO UPDATE SET uses = uses + 1, last_at = max(coalesce(last_at, 0), excluded.last_at);
END;
-- A reply was taken back.
CREATE TRIGGER canned_use_removed AFTER DELETE ON canned_use BEGIN
  UPDATE canned_use_count SET uses = uses - 1,
    last_at = (SELECT max(at) FROM canned_use WHERE reply_id = old.reply_id AND member_id = old.member_id)
  WHERE reply_id = old.reply_id AND member_id = old.member_id;
END;

-- What was done to the conversation with a reply, to go back to when it is taken back: JSON (outbox/reply-actions.ts).
CREATE TABLE reply_action (
  outbox_id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  -- What the undo key would take back: it is done once, one way or the other.
  undo_id TEXT NOT NULL,
  changes TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Teams within the team.
CREATE TABLE team_group (
  member_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (member_id, name)
) STRICT, WITHOUT ROWID;
`
