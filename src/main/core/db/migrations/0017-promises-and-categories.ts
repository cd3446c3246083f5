/** What tells which reply keeps a promise, and what is learned from the categories that people choose. */
export const migration0017 = `
-- Which reply came after a promise: also among those that were sent long ago.
CREATE INDEX outbox_sent ON outbox (account_id, conversation_id, sequence) WHERE state = 'sent';

-- A choice that was learned from, with the words that were counted for it: to be taken back exactly.
CREATE TABLE category_example (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  category TEXT NOT NULL,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX category_example_of ON category_example (category);

-- Derived from category_example: in how many of them a word stands.
CREATE TABLE category_word (
  word TEXT NOT NULL,
  category TEXT NOT NULL,
  examples INTEGER NOT NULL,
  PRIMARY KEY (word, category)
) STRICT, WITHOUT ROWID;
`
