export const NOTE_RECEIPT = `
  INSERT INTO read_receipt (account_id, conversation_id, reader_id, read_at, read_to_number) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (account_id, conversation_id, reader_id) DO UPDATE SET
    read_at = max(read_at, excluded.read_at),
    read_to_number = CASE
      WHEN excluded.read_to_number IS NULL THEN read_to_number
      ELSE max(coalesce(read_to_number, 0), excluded.read_to_number) END`

export interface SeenMessage {
  readonly event_id: string
  readonly read_at: number
}

/** The last own message that somebody else has read. A receipt without an event counts by its time. */
export const SEEN = `
  SELECT m.event_id, r.read_at
  FROM conversation c
  JOIN read_receipt r ON r.account_id = c.account_id AND r.conversation_id = c.id
  JOIN message m ON m.conversation_key = c.key
  WHERE c.account_id = ? AND c.id = ? AND m.outbound = 1 AND m.kind = 'message'
    AND (m.event_number <= r.read_to_number OR (r.read_to_number IS NULL AND m.at <= r.read_at))
  ORDER BY m.at DESC, m.event_number DESC LIMIT 1`

/** A dismissed row begins to count anew. */
export const NOTE_ENCRYPTED_CHAT = `
  INSERT INTO encrypted_chat (account_id, conversation_id, sender_id, count, last_at) VALUES (?, ?, ?, 1, ?)
  ON CONFLICT (account_id, conversation_id) DO UPDATE SET
    sender_id = coalesce(excluded.sender_id, sender_id),
    count = CASE WHEN dismissed_at IS NULL THEN count + 1 ELSE 1 END,
    last_at = max(last_at, excluded.last_at),
    dismissed_at = NULL`

export interface EncryptedChat {
  readonly account_id: string
  readonly conversation_id: string
  readonly sender_id: string | null
  readonly count: number
  readonly last_at: number
  readonly here: number | null
  readonly name: string | null
  readonly username: string | null
  readonly avatar_url: string | null
}

export const ENCRYPTED_CHATS = `
  SELECT e.account_id, e.conversation_id, e.sender_id, e.count, e.last_at, c.key AS here,
         u.name, u.username, u.avatar_url
  FROM encrypted_chat e
  LEFT JOIN conversation c ON c.account_id = e.account_id AND c.id = e.conversation_id
  LEFT JOIN user u ON u.id = e.sender_id
  WHERE e.dismissed_at IS NULL ORDER BY e.last_at DESC, e.conversation_id LIMIT 200`

export interface PersonRow {
  readonly id: string
  readonly name: string | null
  readonly username: string | null
  readonly avatar_url: string | null
}

export const PERSON = 'SELECT id, name, username, avatar_url FROM user WHERE id = ?'

export const DISMISS_ENCRYPTED_CHAT = `
  UPDATE encrypted_chat SET dismissed_at = ?
  WHERE account_id || '/' || conversation_id = ? AND dismissed_at IS NULL`
