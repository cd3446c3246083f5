/** Surveys, whom they were sent to, and what was answered. All owned. */
export const migration0037 = `
CREATE TABLE survey (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('csat', 'nps', 'open')),
  name TEXT NOT NULL,
  -- JSON: [{ language, text }]; the first is for customers whose language is not among them.
  texts TEXT NOT NULL,
  -- A team within the team; null: everyone.
  team TEXT,
  on_resolve TEXT NOT NULL CHECK (on_resolve IN ('off', 'offer', 'automatic')),
  every_days INTEGER NOT NULL,
  window_hours INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Kept for undo, and for what was asked with it.
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_asked (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  outbox_id TEXT NOT NULL,
  -- The customer.
  user_id TEXT NOT NULL,
  -- Who sent it, or sat at the desk when it was resolved.
  member_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  window_ms INTEGER NOT NULL,
  automatic INTEGER NOT NULL,
  -- What was used last before it: a canned reply, and a promo.
  reply_id TEXT,
  version_id TEXT,
  promo_id TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX survey_asked_of_outbox ON survey_asked (outbox_id);
CREATE INDEX survey_asked_in ON survey_asked (account_id, conversation_id, asked_at);
CREATE INDEX survey_asked_user ON survey_asked (user_id, asked_at);
CREATE INDEX survey_asked_time ON survey_asked (asked_at);
CREATE INDEX survey_asked_of ON survey_asked (survey_id);
CREATE INDEX survey_asked_version ON survey_asked (version_id, asked_at) WHERE version_id IS NOT NULL;
-- The reply was taken back, or discarded: nobody was asked.
CREATE TRIGGER survey_taken_back AFTER DELETE ON outbox BEGIN
  DELETE FROM survey_asked WHERE outbox_id = old.id;
END;

CREATE TABLE survey_answer (
  asked_id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('score', 'asking', 'words', 'none')),
  -- X's id of the message; null: given by hand. It may be gone by now.
  event_id TEXT,
  -- When it was written by X's clock, or given by ours.
  at INTEGER NOT NULL,
  score INTEGER,
  -- JSON: what it may mean, while an agent is to decide.
  candidates TEXT NOT NULL DEFAULT '[]',
  why TEXT,
  -- Of the conversation, when it was answered.
  category TEXT,
  -- Null: read out of the message. What somebody decided is not read again.
  decided_by TEXT,
  updated_at INTEGER NOT NULL,
  CHECK ((state = 'score') = (score IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER survey_asked_removed AFTER DELETE ON survey_asked BEGIN
  DELETE FROM survey_answer WHERE asked_id = old.id;
END;

-- Who wants no more surveys, or is asked again after they did not.
CREATE TABLE survey_opt_out (
  user_id TEXT PRIMARY KEY NOT NULL,
  opted_out INTEGER NOT NULL,
  -- Null: the customer said so.
  member_id TEXT,
  -- Of the message by X's clock, or of the decision by ours: what was said before it changes nothing.
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Up to when conversations that were resolved have been looked at for surveys that are sent by themselves; one row.
CREATE TABLE survey_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  resolved_to INTEGER NOT NULL
) STRICT;
`
