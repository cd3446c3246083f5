/** After each read the newest messages with media are looked for: without an index that reads every message of the account. */
export const migration0009 = `
CREATE INDEX message_with_media ON message (account_id, key) WHERE has_media = 1;
`
