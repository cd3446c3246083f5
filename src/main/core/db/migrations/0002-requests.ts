/** What the team wants of X besides replies, whom it blocked, and which messages it deleted for good. */
export const migration0002 = `
-- ---- owned: one row per wish, gone when X has carried it out. A newer wish about the same thing takes the older's place.
CREATE TABLE x_request (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  -- What it is about: somebody's messages (target: user id), or a message (target: event id).
  subject TEXT NOT NULL CHECK (subject IN ('block', 'message')),
  target_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('block', 'unblock', 'delete')),
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'failed')),
  held_until INTEGER,
  not_before INTEGER,
  reason TEXT,
  -- Attempts that X may have carried out: after one, a wish cannot simply be forgotten.
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  -- Addresses of files that have to go with a deleted message, as JSON; NULL when they are gone.
  files TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (account_id, subject, target_id)
) STRICT;

-- Whom X does not let write to the account, as far as X has confirmed it.
CREATE TABLE blocked_user (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  blocked_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, user_id)
) STRICT, WITHOUT ROWID;

-- Handles are looked for whatever their case.
CREATE INDEX user_username ON user (username COLLATE NOCASE) WHERE username IS NOT NULL;

-- Deleted here: no later read of X and no archive may bring it back.
CREATE TABLE deleted_event (
  account_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  deleted_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, event_id)
) STRICT, WITHOUT ROWID;
`
