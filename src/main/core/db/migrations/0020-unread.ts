/** Unread conversations wherever they lie: a search for a common word among them reads theirs, and not all that have it. */
export const migration0020 = `
CREATE INDEX inbox_with_unread ON inbox_entry (conversation_key) WHERE unread > 0;
`
