import type { ReadDb } from '../db/database.ts'
import { COLLEAGUE_SINCE, CUSTOMER_SINCE, type OutboxEntry } from './sql.ts'

/**
 * Looks at the conversation once more before a reply leaves.
 * @returns why the agent should look first, or null when nothing has changed since it was written.
 */
export function departureProblem(db: ReadDb, entry: OutboxEntry): string | null {
  if (entry.confirmed_change === 1) return null
  const { account_id: account, conversation_id: conversation, seen_to_at: since } = entry
  if (db.get(CUSTOMER_SINCE, account, conversation, since)) {
    return 'The customer wrote again after this reply was written.'
  }
  if (db.get(COLLEAGUE_SINCE, account, conversation, since)) {
    return 'Somebody else answered after this reply was written.'
  }
  return null
}
