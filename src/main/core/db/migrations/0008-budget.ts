/**
 * What X allows and what may be spent. The windows are mirrored (X tells them again) and count what has left this
 * computer; the choices are owned.
 */
export const migration0008 = `
-- ---- mirrored: X's counters. The scope is an account, or 'app:' and the client id that several accounts share.
DROP TABLE rate_window;
CREATE TABLE rate_window (
  scope TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  span TEXT NOT NULL,
  call_limit INTEGER NOT NULL,
  used INTEGER NOT NULL,
  own INTEGER NOT NULL,
  -- By X's clock.
  reset_at INTEGER NOT NULL,
  told INTEGER NOT NULL,
  PRIMARY KEY (scope, endpoint, span)
) STRICT, WITHOUT ROWID;

-- Requests that have left and have no answer yet, or never got one.
CREATE TABLE rate_request (
  key INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  left_at INTEGER NOT NULL
) STRICT;

-- Families of operations that X has been seen to count apart.
CREATE TABLE rate_apart (
  account_id TEXT NOT NULL,
  family TEXT NOT NULL,
  PRIMARY KEY (account_id, family)
) STRICT, WITHOUT ROWID;

-- X's time of its newest answer, and ours when it came.
CREATE TABLE x_clock (
  account_id TEXT PRIMARY KEY NOT NULL,
  seen_at INTEGER NOT NULL,
  local_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything X wrote before this moment (X's clock) has been read; what is later may have stragglers.
ALTER TABLE sync_cursor ADD COLUMN settled_at INTEGER;

-- ---- owned: how far back an account is read, and what that may cost
CREATE TABLE backfill (
  account_id TEXT PRIMARY KEY NOT NULL,
  -- NULL while the team is asked.
  choice TEXT CHECK (choice IN ('all', 'week', 'new')),
  until_at INTEGER,
  max_usd REAL,
  spent_usd REAL NOT NULL DEFAULT 0,
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  -- Where reading stopped and could go on; the floor is what lies below.
  rest_token TEXT,
  rest_floor_id TEXT,
  rest_oldest_at INTEGER
) STRICT, WITHOUT ROWID;

-- ---- owned: “send all the same” although a ceiling is reached. The period is a UTC day or month.
CREATE TABLE ceiling_permit (
  period TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
