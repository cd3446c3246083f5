/**
 * The first schema. Mirrored tables hold X's truth and may be dropped and fetched again; owned tables hold the team's
 * truth and are keyed by X's ids, so that they outlive a fresh mirror; derived tables can be rebuilt from both.
 */
export const migration0001 = `
-- ---- owned: connections
CREATE TABLE account (
  id TEXT PRIMARY KEY NOT NULL,
  username TEXT NOT NULL,
  name TEXT NOT NULL,
  api_base TEXT,
  auth_base TEXT,
  client_id TEXT,
  practice INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL
) STRICT;

-- ---- mirrored: people, conversations, messages
CREATE TABLE user (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('unknown', 'known', 'gone')),
  username TEXT,
  name TEXT,
  avatar_url TEXT,
  description TEXT,
  location TEXT,
  verified INTEGER NOT NULL DEFAULT 0,
  protected INTEGER NOT NULL DEFAULT 0,
  followers INTEGER,
  following INTEGER,
  created_at INTEGER,
  can_receive_dm INTEGER,
  fetched_at INTEGER,
  paid_day INTEGER,
  -- Met in a conversation with X. People known from an archive alone are not looked up: each look-up costs money.
  wanted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX user_wanted ON user (id) WHERE state = 'unknown' AND wanted = 1;

CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  id TEXT NOT NULL,
  is_group INTEGER NOT NULL,
  peer_id TEXT,
  name TEXT,
  title TEXT NOT NULL DEFAULT '',
  first_at INTEGER NOT NULL DEFAULT 0,
  last_at INTEGER NOT NULL DEFAULT 0,
  last_sender_id TEXT,
  last_outbound INTEGER NOT NULL DEFAULT 0,
  preview TEXT NOT NULL DEFAULT '',
  preview_kind TEXT NOT NULL DEFAULT 'text',
  received INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  last_outbound_at INTEGER,
  waiting_since INTEGER,
  UNIQUE (account_id, id)
) STRICT;
CREATE INDEX conversation_peer ON conversation (peer_id) WHERE peer_id IS NOT NULL;

CREATE TABLE conversation_member (
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  present INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (conversation_key, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_member_user ON conversation_member (user_id);

-- key grows with time (64 ms ticks), so that the newest hits of a search are the highest rowids.
-- event_number orders events of the same millisecond as X numbered them.
CREATE TABLE message (
  key INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
  event_id TEXT NOT NULL,
  event_number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  sender_id TEXT,
  outbound INTEGER NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  links TEXT,
  people TEXT,
  name TEXT,
  has_media INTEGER NOT NULL DEFAULT 0,
  read_at_x INTEGER NOT NULL DEFAULT 0,
  paid_day INTEGER,
  UNIQUE (account_id, event_id)
) STRICT;
CREATE INDEX message_thread ON message (conversation_key, at, event_number);

CREATE TABLE message_media (
  message_key INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  media_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  url TEXT,
  preview_url TEXT,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  alt TEXT,
  PRIMARY KEY (message_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_reaction (
  message_key INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
  sender_id TEXT NOT NULL,
  reaction TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (message_key, sender_id, reaction)
) STRICT, WITHOUT ROWID;

-- Events that could not be used (x-api.md 1.6): known by id, so that they are neither news nor charged twice a day.
CREATE TABLE skipped_event (
  account_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  paid_day INTEGER NOT NULL,
  PRIMARY KEY (account_id, event_id)
) STRICT, WITHOUT ROWID;

-- ---- mirrored: how far X has been read, what it allowed, what it cost
CREATE TABLE sync_cursor (
  account_id TEXT PRIMARY KEY NOT NULL,
  floor_id TEXT,
  walk_top_id TEXT,
  walk_token TEXT,
  walk_pages INTEGER NOT NULL DEFAULT 0,
  walk_events INTEGER NOT NULL DEFAULT 0,
  walk_oldest_at INTEGER,
  last_sync_at INTEGER
) STRICT;

CREATE TABLE rate_window (
  account_id TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  span TEXT NOT NULL,
  call_limit INTEGER NOT NULL,
  remaining INTEGER NOT NULL,
  reset_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, endpoint, span)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_day (
  account_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  units INTEGER NOT NULL,
  PRIMARY KEY (account_id, day, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE media_file (
  source TEXT PRIMARY KEY NOT NULL,
  file TEXT,
  content_type TEXT,
  size INTEGER,
  state TEXT NOT NULL CHECK (state IN ('here', 'gone')),
  fetched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- owned: what the team did
CREATE TABLE conversation_state (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'resolved')),
  status_at INTEGER NOT NULL,
  read_to_at INTEGER NOT NULL DEFAULT 0,
  marked_unread INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id, mode)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'unknown', 'failed', 'needs-attention')),
  held_until INTEGER,
  not_before INTEGER,
  event_id TEXT,
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  attempted_at INTEGER,
  checks INTEGER NOT NULL DEFAULT 0,
  -- What the agent had in front of the eyes when writing, by X's clock. Later messages stop the departure, once.
  seen_to_at INTEGER NOT NULL DEFAULT 0,
  confirmed_change INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_open ON outbox (account_id, conversation_id, sequence) WHERE state <> 'sent';
CREATE UNIQUE INDEX outbox_event ON outbox (account_id, event_id) WHERE event_id IS NOT NULL;

CREATE TABLE receipt (
  command_id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE undo_entry (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  payload TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

-- ---- derived: the queues
CREATE TABLE inbox_entry (
  conversation_key INTEGER PRIMARY KEY REFERENCES conversation (key) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  status TEXT NOT NULL,
  unread INTEGER NOT NULL,
  waiting_since INTEGER,
  last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_by_status ON inbox_entry (status, last_at, conversation_key);
CREATE INDEX inbox_by_time ON inbox_entry (last_at, conversation_key);
CREATE INDEX inbox_unread ON inbox_entry (last_at, conversation_key) WHERE status = 'open' AND unread > 0;
CREATE INDEX inbox_waiting ON inbox_entry (waiting_since, conversation_key) WHERE status = 'open' AND waiting_since IS NOT NULL;
CREATE INDEX inbox_answered ON inbox_entry (last_at, conversation_key) WHERE status = 'open' AND waiting_since IS NULL;

CREATE TABLE queue_counter (
  account_id TEXT PRIMARY KEY NOT NULL,
  open INTEGER NOT NULL DEFAULT 0,
  open_unread INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  waiting_unread INTEGER NOT NULL DEFAULT 0,
  resolved INTEGER NOT NULL DEFAULT 0,
  resolved_unread INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TRIGGER inbox_entry_added AFTER INSERT ON inbox_entry BEGIN
  INSERT OR IGNORE INTO queue_counter (account_id) VALUES (new.account_id);
  UPDATE queue_counter SET
    open = open + (new.status = 'open'),
    open_unread = open_unread + (new.status = 'open' AND new.unread > 0),
    waiting = waiting + (new.status = 'open' AND new.waiting_since IS NOT NULL),
    waiting_unread = waiting_unread + (new.status = 'open' AND new.waiting_since IS NOT NULL AND new.unread > 0),
    resolved = resolved + (new.status = 'resolved'),
    resolved_unread = resolved_unread + (new.status = 'resolved' AND new.unread > 0)
  WHERE account_id = new.account_id;
END;
CREATE TRIGGER inbox_entry_removed AFTER DELETE ON inbox_entry BEGIN
  UPDATE queue_counter SET
    open = open - (old.status = 'open'),
    open_unread = open_unread - (old.status = 'open' AND old.unread > 0),
    waiting = waiting - (old.status = 'open' AND old.waiting_since IS NOT NULL),
    waiting_unread = waiting_unread - (old.status = 'open' AND old.waiting_since IS NOT NULL AND old.unread > 0),
    resolved = resolved - (old.status = 'resolved'),
    resolved_unread = resolved_unread - (old.status = 'resolved' AND old.unread > 0)
  WHERE account_id = old.account_id;
END;
CREATE TRIGGER inbox_entry_changed AFTER UPDATE OF status, unread, waiting_since ON inbox_entry BEGIN
  UPDATE queue_counter SET
    open = open + (new.status = 'open') - (old.status = 'open'),
    open_unread = open_unread + (new.status = 'open' AND new.unread > 0) - (old.status = 'open' AND old.unread > 0),
    waiting = waiting + (new.status = 'open' AND new.waiting_since IS NOT NULL) - (old.status = 'open' AND old.waiting_since IS NOT NULL),
    waiting_unread = waiting_unread + (new.status = 'open' AND new.waiting_since IS NOT NULL AND new.unread > 0) - (old.status = 'open' AND old.waiting_since IS NOT NULL AND old.unread > 0),
    resolved = resolved + (new.status = 'resolved') - (old.status = 'resolved'),
    resolved_unread = resolved_unread + (new.status = 'resolved' AND new.unread > 0) - (old.status = 'resolved' AND old.unread > 0)
  WHERE account_id = new.account_id;
END;

-- ---- derived: search. Contentless: the text stands in message already, and its folded form (search/fold.ts) is only needed here.
CREATE VIRTUAL TABLE message_index USING fts5 (
  body, content = '', contentless_delete = 1, prefix = '2',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'"
);
CREATE VIRTUAL TABLE user_index USING fts5 (
  name, username, content = '', contentless_delete = 1, prefix = '1 2',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'"
);
`
