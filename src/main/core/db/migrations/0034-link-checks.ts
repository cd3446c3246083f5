/**
 * What came of asking the links in canned replies. `outcome`, `status` and `checked_at` are what was told last (`status`
 * NULL with a dead one: there is no such host); `trouble` says why the try at `tried_at` could not tell, and leaves what
 * was told before as it is. Owned: an answer of May cannot be fetched again.
 */
export const migration0034 = `
CREATE TABLE link_check (
  address TEXT NOT NULL PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('lives', 'dead', 'unknown')),
  status INTEGER,
  checked_at INTEGER NOT NULL,
  trouble TEXT,
  trouble_status INTEGER,
  tried_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_check_dead ON link_check (outcome) WHERE outcome = 'dead';
`
