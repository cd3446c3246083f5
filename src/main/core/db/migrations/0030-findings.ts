/** What was found in the library and is meant as it is: of a version, so that another text is looked at again. Owned. */
export const migration0030 = `
CREATE TABLE finding_meant (
  version_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (version_id, kind)
) STRICT, WITHOUT ROWID;
`
