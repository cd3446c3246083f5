/** Promises to somebody who had to wait to be let in count from then on, not from what was written before. */
export const migration0021 = `
ALTER TABLE conversation_state ADD COLUMN let_in_at INTEGER NOT NULL DEFAULT 0;
`
