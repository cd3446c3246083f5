/** What becomes of canned replies. All owned. */
export const migration0028 = `
-- How much of the reply did not leave as it was inserted, in thousandths of its words; null: not known.
ALTER TABLE canned_use ADD COLUMN changed INTEGER;
CREATE INDEX canned_use_by_time ON canned_use (reply_id, at);

-- Where somebody changed words of the template itself, in the version that was inserted: not what was filled in.
CREATE TABLE canned_edit (
  use_id TEXT NOT NULL,
  reply_id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  -- Of the variant; empty: the reply's own text.
  language TEXT NOT NULL,
  -- In the template, in UTF-16 units.
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  -- What stands there instead; empty: nothing.
  put TEXT NOT NULL,
  PRIMARY KEY (version_id, language, from_at, to_at, put, use_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_edit_of_use ON canned_edit (use_id);
CREATE TRIGGER canned_edit_removed AFTER DELETE ON canned_use BEGIN
  DELETE FROM canned_edit WHERE use_id = old.id;
END;

-- Changes that were proposed, and that nobody wants. By their words, because each version has places of its own.
CREATE TABLE canned_fix_declined (
  reply_id TEXT NOT NULL,
  words TEXT NOT NULL,
  put TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (reply_id, words, put)
) STRICT, WITHOUT ROWID;

-- Each time a conversation was resolved, and when it came back. Times by our clock.
CREATE TABLE resolution (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  reopened_at INTEGER,
  PRIMARY KEY (account_id, conversation_id, at)
) STRICT, WITHOUT ROWID;
INSERT INTO resolution (account_id, conversation_id, at)
  SELECT account_id, conversation_id, status_at FROM conversation_state WHERE status = 'resolved';
CREATE TRIGGER resolution_first AFTER INSERT ON conversation_state WHEN new.status = 'resolved' BEGIN
  INSERT INTO resolution (account_id, conversation_id, at) VALUES (new.account_id, new.conversation_id, new.status_at)
    ON CONFLICT DO UPDATE SET reopened_at = NULL;
END;
CREATE TRIGGER resolution_begun AFTER UPDATE OF status ON conversation_state
WHEN new.status = 'resolved' AND old.status <> 'resolved' BEGIN
  INSERT INTO resolution (account_id, conversation_id, at) VALUES (new.account_id, new.conversation_id, new.status_at)
    ON CONFLICT DO UPDATE SET reopened_at = NULL;
END;
CREATE TRIGGER resolution_ended AFTER UPDATE OF status ON conversation_state
WHEN old.status = 'resolved' AND new.status <> 'resolved' BEGIN
  UPDATE resolution SET reopened_at = new.status_at
  WHERE account_id = old.account_id AND conversation_id = old.conversation_id AND at = old.status_at
    AND new.status_at >= old.status_at;
  -- Taken back: it never was resolved.
  DELETE FROM resolution
  WHERE account_id = old.account_id AND conversation_id = old.conversation_id AND at = old.status_at
    AND new.status_at < old.status_at;
END;
`
