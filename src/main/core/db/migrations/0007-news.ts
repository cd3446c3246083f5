/** What has come and was not told in a notification yet. Derived: it may be lost without harm. */
export const migration0007 = `
CREATE TABLE news (
  conversation_key INTEGER PRIMARY KEY REFERENCES conversation (key) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  messages INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
`
