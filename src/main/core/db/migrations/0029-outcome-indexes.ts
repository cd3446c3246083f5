/** What became of a reply is read version by version, also of one that was sent a hundred thousand times. */
export const migration0029 = `
DROP INDEX canned_use_by_time;
CREATE INDEX canned_use_of_version ON canned_use (reply_id, version_id, at, outbox_id);
CREATE INDEX canned_use_customers ON canned_use (version_id, account_id, conversation_id);
`
