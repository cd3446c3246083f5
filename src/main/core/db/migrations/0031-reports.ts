/** What reports need and the states alone forget. All owned. */
export const migration0031 = `
-- Each time that a conversation went to another shelf (domain/conversation.ts), by our clock; never changed.
-- from_shelf null: it came like this, and never lay anywhere else before.
CREATE TABLE shelf_change (
  key INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  from_shelf TEXT,
  to_shelf TEXT NOT NULL
) STRICT;
CREATE INDEX shelf_change_at ON shelf_change (at);

CREATE TRIGGER shelf_first AFTER INSERT ON conversation_state
WHEN ${shelfSql('new')} <> 'open' BEGIN
  INSERT INTO shelf_change (account_id, conversation_id, at, from_shelf, to_shelf)
  SELECT new.account_id, new.conversation_id, new.updated_at,
         -- Of the past when it came (an archive), or put away before anybody saw it.
         CASE WHEN (new.status = 'resolved' AND new.status_at < new.updated_at) OR NOT EXISTS (
           SELECT 1 FROM conversation c JOIN inbox_entry e ON e.conversation_key = c.key
           WHERE c.account_id = new.account_id AND c.id = new.conversation_id) THEN NULL ELSE 'open' END,
         ${shelfSql('new')};
END;
CREATE TRIGGER shelf_changed AFTER UPDATE OF status, place ON conversation_state
WHEN ${shelfSql('new')} <> ${shelfSql('old')} BEGIN
  INSERT INTO shelf_change (account_id, conversation_id, at, from_shelf, to_shelf)
  VALUES (new.account_id, new.conversation_id, new.updated_at, ${shelfSql('old')}, ${shelfSql('new')});
END;

-- From when on changes are known; 0: from the very first.
CREATE TABLE shelf_history (since INTEGER NOT NULL) STRICT;
INSERT INTO shelf_history (since)
  SELECT CASE WHEN EXISTS (SELECT 1 FROM account) THEN CAST(unixepoch('subsec') * 1000 AS INTEGER) ELSE 0 END;

-- Requests and spam are few, and counted nowhere.
CREATE INDEX conversation_put_away ON conversation_state (account_id, conversation_id) WHERE place <> 'inbox';

-- Whose it was and what it was about when it was resolved. 1: it was of the past when it came, and nobody's work.
ALTER TABLE resolution ADD COLUMN assignee_id TEXT;
ALTER TABLE resolution ADD COLUMN category TEXT;
ALTER TABLE resolution ADD COLUMN rested INTEGER NOT NULL DEFAULT 0;
UPDATE resolution SET (assignee_id, category, rested) = (
    SELECT s.assignee_id, s.category, s.settled_to = s.status_at FROM conversation_state s
    WHERE s.account_id = resolution.account_id AND s.conversation_id = resolution.conversation_id)
  WHERE EXISTS (SELECT 1 FROM conversation_state s
    WHERE s.account_id = resolution.account_id AND s.conversation_id = resolution.conversation_id
      AND s.status = 'resolved' AND s.status_at = resolution.at);
CREATE INDEX resolution_by_time ON resolution (at);
CREATE INDEX resolution_by_return ON resolution (reopened_at) WHERE reopened_at IS NOT NULL;
DROP TRIGGER resolution_first;
DROP TRIGGER resolution_begun;
CREATE TRIGGER resolution_first AFTER INSERT ON conversation_state WHEN new.status = 'resolved' BEGIN
  INSERT INTO resolution (account_id, conversation_id, at, assignee_id, category, rested)
    VALUES (new.account_id, new.conversation_id, new.status_at, new.assignee_id, new.category, new.status_at < new.updated_at)
    ON CONFLICT DO UPDATE SET reopened_at = NULL, assignee_id = excluded.assignee_id, category = excluded.category;
END;
CREATE TRIGGER resolution_begun AFTER UPDATE OF status ON conversation_state
WHEN new.status = 'resolved' AND old.status <> 'resolved' BEGIN
  INSERT INTO resolution (account_id, conversation_id, at, assignee_id, category)
    VALUES (new.account_id, new.conversation_id, new.status_at, new.assignee_id, new.category)
    ON CONFLICT DO UPDATE SET reopened_at = NULL, assignee_id = excluded.assignee_id, category = excluded.category;
END;
-- Said after it was resolved, it is about the same matter.
CREATE TRIGGER resolution_named AFTER UPDATE OF category ON conversation_state
WHEN new.status = 'resolved' AND old.status = 'resolved' AND new.category IS NOT old.category BEGIN
  UPDATE resolution SET category = new.category
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND at = new.status_at;
END;

CREATE INDEX canned_use_at ON canned_use (at);
`

function shelfSql(row: 'new' | 'old'): string {
  return `CASE WHEN ${row}.place = 'spam' THEN 'spam'
    WHEN ${row}.place = 'requests' AND ${row}.status = 'open' THEN 'requests' ELSE ${row}.status END`
}
