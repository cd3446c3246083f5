import { conversationKey } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import { blockChanged } from './blocks.ts'
import type { RequestEntry } from './sql.ts'

/** Everything on the screen that shows where a request stands. */
export function requestChanged(
  db: WriteDb,
  entry: Pick<RequestEntry, 'account_id' | 'conversation_id' | 'action' | 'target_id'>
): void {
  db.touch('requests')
  db.touch(`thread:${conversationKey(entry.account_id, entry.conversation_id)}`)
  if (entry.action !== 'delete') blockChanged(db, entry.target_id)
}
