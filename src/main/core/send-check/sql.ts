export interface LevelRow {
  readonly rule: string
  readonly level: string
}

export const LEVELS = 'SELECT rule, level FROM send_check_rule'

export const SET_LEVEL = `
  INSERT INTO send_check_rule (rule, level, updated_at) VALUES (?, ?, ?)
  ON CONFLICT (rule) DO UPDATE SET level = excluded.level, updated_at = excluded.updated_at`

export interface StoredWord {
  readonly id: string
  readonly word: string
  readonly instead: string
  readonly why: string
}

export const WORDS = 'SELECT id, word, instead, why FROM voice_word'

export const PUT_WORD = `
  INSERT INTO voice_word (id, word, instead, why, updated_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET word = excluded.word, instead = excluded.instead, why = excluded.why,
    updated_at = excluded.updated_at`

export const DROP_WORD = 'DELETE FROM voice_word WHERE id = ?'

export const KEEP_OVERRIDE = 'INSERT OR IGNORE INTO send_check_override (outbox_id, rule, at) VALUES (?, ?, ?)'

export const COUNT_OVERRIDES = 'SELECT rule, count(*) AS count FROM send_check_override WHERE at >= ? GROUP BY rule'

export interface NameRow {
  readonly name: string | null
  readonly username: string | null
}

export const CONVERSATION = 'SELECT c.key, c.sent FROM conversation c WHERE c.account_id = ? AND c.id = ?'

export const USER = 'SELECT name, username FROM user WHERE id = ?'

export const MEMBERS = `
  SELECT u.name, u.username
  FROM conversation_member m JOIN user u ON u.id = m.user_id
  WHERE m.conversation_key = ? AND m.present = 1 AND m.user_id <> ?`

/** The brand and everybody who answers for it, those who left included: their names may stand anywhere. */
export const OWN = 'SELECT name, username FROM account UNION ALL SELECT name, NULL FROM team_member'

/** Whom the desk had to do with last. Parameters: the conversation that is left out, how many. */
export const OTHERS = `
  SELECT u.name, u.username
  FROM inbox_entry e
  JOIN conversation c ON c.key = e.conversation_key
  JOIN user u ON u.id = c.peer_id
  WHERE e.conversation_key <> ?
  ORDER BY e.last_at DESC, e.conversation_key DESC LIMIT ?`

export interface SaidRow {
  readonly outbound: number
  readonly at: number
  readonly text: string
}

export const SAID = `
  SELECT outbound, at, text FROM message
  WHERE conversation_key = ? AND kind = 'message'
  ORDER BY at DESC, event_number DESC LIMIT ?`

/** The newest own reply that X does not have yet and that is on its way there. */
export const LAST_WAITING_REPLY = `
  SELECT max(created_at) AS at FROM outbox
  WHERE account_id = ? AND conversation_id = ? AND state <> 'sent' AND state <> 'failed'`
