/** From what few messages or conversations have, a search starts there, instead of walking through everybody's messages. */
export const migration0019 = `
CREATE INDEX message_media_kind ON message_media (kind, message_key);
CREATE INDEX conversation_group ON conversation (key) WHERE is_group = 1;
`
