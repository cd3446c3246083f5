/** What becomes of suggested replies: whether they were looked at, and whether one was taken. Owned. */
export const migration0025 = `
-- How the agent came to the reply; null: not known.
ALTER TABLE canned_use ADD COLUMN origin TEXT CHECK (origin IN ('suggestion', 'picker', 'shortcut'));
CREATE INDEX canned_use_suggested ON canned_use (at) WHERE origin = 'suggestion';

-- Replies were suggested for a message of a customer, and somebody saw it.
CREATE TABLE suggestion_shown (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  replies INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id, event_id)
) STRICT, WITHOUT ROWID;
`
