/** Which canned reply a member inserts with which key. Owned. */
export const migration0026 = `
CREATE TABLE quick_key (
  member_id TEXT NOT NULL,
  key INTEGER NOT NULL CHECK (key BETWEEN 1 AND 9),
  -- Stays when the reply is deleted: the key says so then, and undo gives the reply back with its key.
  reply_id TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (member_id, key)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quick_key_of_reply ON quick_key (member_id, reply_id);
`
