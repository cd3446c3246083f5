/**
 * A change that nobody wants is declined in one language. What was declined before that was known stays so in each language
 * in which somebody made the change.
 */
export const migration0032 = `
ALTER TABLE canned_fix_declined RENAME TO canned_fix_declined_before;
CREATE TABLE canned_fix_declined (
  reply_id TEXT NOT NULL,
  -- Of the variant; empty: the reply's own text.
  language TEXT NOT NULL,
  put TEXT NOT NULL,
  words TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (reply_id, language, put, words)
) STRICT, WITHOUT ROWID;
INSERT INTO canned_fix_declined (reply_id, language, put, words, member_id, at)
  SELECT reply_id, '', put, words, member_id, at FROM canned_fix_declined_before;
INSERT OR IGNORE INTO canned_fix_declined (reply_id, language, put, words, member_id, at)
  SELECT d.reply_id, e.language, d.put, d.words, d.member_id, d.at
  FROM canned_fix_declined_before d JOIN canned_edit e ON e.reply_id = d.reply_id AND e.put = d.put;
DROP TABLE canned_fix_declined_before;

-- Who got a version is counted without those to whom it has not left yet.
DROP INDEX canned_use_customers;
CREATE INDEX canned_use_customers ON canned_use (version_id, account_id, conversation_id, outbox_id);
`
