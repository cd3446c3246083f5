import type { WriteDb } from '../db/database.ts'
import { refreshConversations } from '../inbox/refresh.ts'

/** X itself shows 30 days; what an archive tells of the time before is history, not work. */
const OLD_MS = 30 * 24 * 3_600_000

const REST = `
  INSERT INTO conversation_state (account_id, conversation_id, status, status_at, read_to_at, marked_unread,
                                  settled_to, updated_at)
  SELECT account_id, id, 'resolved', last_at, last_at, 0, last_at, ? FROM conversation
  WHERE key = ? AND last_at < ?
  ON CONFLICT DO NOTHING`

/** Puts imported conversations that ended long ago under Resolved. Those the team has touched before stay as they are. */
export function restOldConversations(db: WriteDb, keys: ReadonlySet<number>, now: number): void {
  const rested = [...keys].filter((key) => db.run(REST, now, key, now - OLD_MS).changes > 0)
  refreshConversations(db, rested)
}
