/** Who reaches the inbox: rules and lists of people (owned), and what X tells of who follows whom (mirrored). */
export const migration0014 = `
-- The newest row holds; the others are what undo goes back to.
CREATE TABLE screening_rules (
  id TEXT PRIMARY KEY NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'answered', 'chosen')),
  following INTEGER NOT NULL,
  followers INTEGER NOT NULL,
  keywords TEXT NOT NULL,
  -- Up to which conversation they have been applied; null when that is done.
  applied_to INTEGER,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Known by the handle alone until X has told whose it is.
CREATE TABLE screening_person (
  id TEXT PRIMARY KEY NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('allowed', 'held')),
  user_id TEXT,
  handle TEXT COLLATE NOCASE,
  -- Which command put it here, and which took it away: undo goes by them.
  added_by TEXT NOT NULL,
  removed_by TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (user_id IS NOT NULL OR handle IS NOT NULL)
) STRICT, WITHOUT ROWID;
-- Nobody is on two lists.
CREATE UNIQUE INDEX screening_person_user ON screening_person (user_id) WHERE removed_by IS NULL AND user_id IS NOT NULL;
CREATE UNIQUE INDEX screening_person_handle ON screening_person (handle) WHERE removed_by IS NULL AND user_id IS NULL;
CREATE INDEX screening_person_list ON screening_person (list, created_at, id) WHERE removed_by IS NULL;

CREATE TABLE user_connection (
  account_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  -- The account follows the user, and the user the account.
  following INTEGER NOT NULL,
  follower INTEGER NOT NULL,
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, user_id)
) STRICT, WITHOUT ROWID;

-- Why a rule put it where it is; says nothing once somebody has decided.
ALTER TABLE conversation_state ADD COLUMN place_reason TEXT;
`
