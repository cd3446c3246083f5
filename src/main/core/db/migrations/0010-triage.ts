/**
 * What a team does with conversations besides answering: snooze, assign, tag, screen, promise. Owned, but for the columns
 * of inbox_entry, its counters and conversation_mention, which are derived.
 */
export const migration0010 = `
CREATE TABLE team_member (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Who has left keeps the name: what they did is still theirs.
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  -- Names are compared without case and accents.
  folded TEXT NOT NULL,
  colour TEXT NOT NULL,
  group_name TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- What carries it keeps it, so that the deletion can be undone.
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tag_name ON tag (folded) WHERE deleted_at IS NULL;

CREATE TABLE conversation_tag (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  tag_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tag_of ON conversation_tag (tag_id, account_id, conversation_id);

-- The promise to write by some time. A reply later than kept_after (outbox.sequence) keeps it.
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  text TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  kept_after INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  done_at INTEGER,
  done_by TEXT CHECK (done_by IN ('reply', 'agent'))
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_open ON follow_up (account_id, conversation_id, due_at) WHERE done_at IS NULL;
CREATE INDEX follow_up_next ON follow_up (due_at) WHERE done_at IS NULL;

CREATE TABLE note_mention (
  note_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (note_id, member_id)
) STRICT, WITHOUT ROWID;

-- Derived from note_mention, but seen_at: the newest mention of a member in a conversation.
CREATE TABLE conversation_mention (
  member_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  seen_at INTEGER,
  PRIMARY KEY (member_id, account_id, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_of_member ON conversation_mention (member_id, at);

-- The table is made anew, because a CHECK cannot be changed.
CREATE TABLE conversation_state_new (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'snoozed', 'resolved')),
  status_at INTEGER NOT NULL,
  read_to_at INTEGER NOT NULL DEFAULT 0,
  marked_unread INTEGER NOT NULL DEFAULT 0,
  -- Null while snoozed: until the customer writes.
  snoozed_until INTEGER,
  -- When a snooze ended by itself: the conversation stands in the list as if it had come then.
  woke_at INTEGER,
  assignee_id TEXT,
  priority TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  category TEXT,
  -- Whether it is work, waits to be let in, or is spam.
  place TEXT NOT NULL DEFAULT 'inbox' CHECK (place IN ('inbox', 'requests', 'spam')),
  -- What a person decided, no rule changes.
  place_by TEXT NOT NULL DEFAULT 'rule' CHECK (place_by IN ('rule', 'agent')),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id)
) STRICT, WITHOUT ROWID;
INSERT INTO conversation_state_new (account_id, conversation_id, status, status_at, read_to_at, marked_unread, updated_at)
  SELECT account_id, conversation_id, status, status_at, read_to_at, marked_unread, updated_at FROM conversation_state;
DROP TABLE conversation_state;
ALTER TABLE conversation_state_new RENAME TO conversation_state;
CREATE INDEX conversation_snoozed ON conversation_state (snoozed_until) WHERE status = 'snoozed' AND snoozed_until IS NOT NULL;

DROP TRIGGER inbox_entry_added;
DROP TRIGGER inbox_entry_removed;
DROP TRIGGER inbox_entry_changed;
DROP INDEX inbox_by_status;
DROP INDEX inbox_by_time;
DROP INDEX inbox_unread;
DROP INDEX inbox_waiting;
DROP INDEX inbox_answered;
-- Where a conversation lies: open, snoozed or resolved, unless it waits to be let in or is spam (domain/conversation.ts).
ALTER TABLE inbox_entry ADD COLUMN shelf TEXT NOT NULL DEFAULT 'open';
ALTER TABLE inbox_entry ADD COLUMN assignee_id TEXT;
-- When it comes back; without a time, the greatest number: an index cannot put NULL last.
ALTER TABLE inbox_entry ADD COLUMN back_at INTEGER;
ALTER TABLE inbox_entry ADD COLUMN follow_up_at INTEGER;
UPDATE inbox_entry SET shelf = status;
CREATE INDEX inbox_by_shelf ON inbox_entry (shelf, last_at, conversation_key);
CREATE INDEX inbox_by_time ON inbox_entry (last_at, conversation_key);
CREATE INDEX inbox_unread ON inbox_entry (last_at, conversation_key) WHERE shelf = 'open' AND unread > 0;
CREATE INDEX inbox_waiting ON inbox_entry (waiting_since, conversation_key) WHERE shelf = 'open' AND waiting_since IS NOT NULL;
CREATE INDEX inbox_answered ON inbox_entry (last_at, conversation_key) WHERE shelf = 'open' AND waiting_since IS NULL;
CREATE INDEX inbox_unassigned ON inbox_entry (last_at, conversation_key) WHERE shelf = 'open' AND assignee_id IS NULL;
CREATE INDEX inbox_assigned ON inbox_entry (assignee_id, last_at, conversation_key) WHERE shelf = 'open' AND assignee_id IS NOT NULL;
CREATE INDEX inbox_snoozed ON inbox_entry (back_at, conversation_key) WHERE shelf = 'snoozed';
CREATE INDEX inbox_follow_up ON inbox_entry (follow_up_at, conversation_key) WHERE follow_up_at IS NOT NULL;

DROP TABLE queue_counter;
CREATE TABLE queue_counter (
  account_id TEXT PRIMARY KEY NOT NULL,
  open INTEGER NOT NULL DEFAULT 0,
  open_unread INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  waiting_unread INTEGER NOT NULL DEFAULT 0,
  unassigned INTEGER NOT NULL DEFAULT 0,
  unassigned_unread INTEGER NOT NULL DEFAULT 0,
  snoozed INTEGER NOT NULL DEFAULT 0,
  snoozed_unread INTEGER NOT NULL DEFAULT 0,
  resolved INTEGER NOT NULL DEFAULT 0,
  resolved_unread INTEGER NOT NULL DEFAULT 0,
  requests INTEGER NOT NULL DEFAULT 0,
  requests_unread INTEGER NOT NULL DEFAULT 0,
  spam INTEGER NOT NULL DEFAULT 0,
  spam_unread INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE assignee_counter (
  account_id TEXT NOT NULL,
  assignee_id TEXT NOT NULL,
  open INTEGER NOT NULL DEFAULT 0,
  open_unread INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, assignee_id)
) STRICT, WITHOUT ROWID;

${counterTrigger('inbox_entry_added', 'AFTER INSERT ON inbox_entry', { plus: 'new' })}
${counterTrigger('inbox_entry_removed', 'AFTER DELETE ON inbox_entry', { minus: 'old' })}
${counterTrigger(
  'inbox_entry_changed',
  `AFTER UPDATE OF shelf, unread, waiting_since, assignee_id ON inbox_entry
   WHEN old.shelf IS NOT new.shelf OR (old.unread > 0) <> (new.unread > 0)
     OR (old.waiting_since IS NULL) <> (new.waiting_since IS NULL) OR old.assignee_id IS NOT new.assignee_id`,
  { plus: 'new', minus: 'old' }
)}
INSERT OR IGNORE INTO queue_counter (account_id) SELECT DISTINCT account_id FROM inbox_entry;
UPDATE queue_counter SET (open, open_unread, waiting, waiting_unread, unassigned, unassigned_unread, resolved, resolved_unread) = (
  SELECT total(shelf = 'open'), total(shelf = 'open' AND unread > 0),
         total(shelf = 'open' AND waiting_since IS NOT NULL), total(shelf = 'open' AND waiting_since IS NOT NULL AND unread > 0),
         total(shelf = 'open'), total(shelf = 'open' AND unread > 0),
         total(shelf = 'resolved'), total(shelf = 'resolved' AND unread > 0)
  FROM inbox_entry e WHERE e.account_id = queue_counter.account_id);
`

function counterTrigger(name: string, event: string, rows: { readonly plus?: 'new'; readonly minus?: 'old' }): string {
  const counted = (condition: (row: string) => string): string =>
    [rows.plus ? ` + (${condition(rows.plus)})` : '', rows.minus ? ` - (${condition(rows.minus)})` : ''].join('')
  const column = (column: string, condition: (row: string) => string): string =>
    `${column} = ${column}${counted(condition)},
     ${column}_unread = ${column}_unread${counted((row) => `${condition(row)} AND ${row}.unread > 0`)}`
  const shelf = (wanted: string) => (row: string) => `${row}.shelf = '${wanted}'`
  const assignee = (row: 'new' | 'old', sign: '+' | '-'): string => `
    INSERT INTO assignee_counter (account_id, assignee_id, open, open_unread)
      SELECT ${row}.account_id, ${row}.assignee_id, ${sign}1, ${sign}(${row}.unread > 0)
      WHERE ${row}.assignee_id IS NOT NULL AND ${row}.shelf = 'open'
      ON CONFLICT (account_id, assignee_id) DO UPDATE SET open = open + excluded.open, open_unread = open_unread + excluded.open_unread;`
  return `
CREATE TRIGGER ${name} ${event} BEGIN
  -- Not OR IGNORE: the statement that fires a trigger overrules that.
  INSERT INTO queue_counter (account_id) VALUES (${rows.plus ?? 'old'}.account_id) ON CONFLICT DO NOTHING;
  UPDATE queue_counter SET
     ${[
       column('open', shelf('open')),
       column('waiting', (row) => `${row}.shelf = 'open' AND ${row}.waiting_since IS NOT NULL`),
       column('unassigned', (row) => `${row}.shelf = 'open' AND ${row}.assignee_id IS NULL`),
       column('snoozed', shelf('snoozed')),
       column('resolved', shelf('resolved')),
       column('requests', shelf('requests')),
       column('spam', shelf('spam'))
     ].join(',\n     ')}
  WHERE account_id = ${rows.plus ?? 'old'}.account_id;
  ${rows.minus ? assignee('old', '-') : ''}
  ${rows.plus ? assignee('new', '+') : ''}
END;`
}
