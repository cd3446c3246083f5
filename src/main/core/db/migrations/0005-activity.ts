/**
 * What X's Activity stream tells and no read tells again, and sign-outs that X has not heard of yet. All of it is
 * mirrored but `dismissed_at`, which is the team's.
 */
export const migration0005 = `
-- How far the other side of a conversation has read. read_to_number orders like message.event_number; null when X only
-- said when.
CREATE TABLE read_receipt (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  reader_id TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  read_to_number INTEGER,
  PRIMARY KEY (account_id, conversation_id, reader_id)
) STRICT, WITHOUT ROWID;

-- Encrypted X Chat messages: that there are some, never what they say.
CREATE TABLE encrypted_chat (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  sender_id TEXT,
  count INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  dismissed_at INTEGER,
  PRIMARY KEY (account_id, conversation_id)
) STRICT, WITHOUT ROWID;

-- The tokens themselves lie in the secret store under the same id.
CREATE TABLE pending_sign_out (
  id TEXT PRIMARY KEY NOT NULL,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
