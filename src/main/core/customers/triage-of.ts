import type { CustomerFollowUpRow, CustomerTagRow } from '../../../shared/contract/customer-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import { sameCustomer } from './links.ts'
import * as sql from './sql.ts'

/** The tags of all conversations with a customer; the name is the renderer's to look up. */
export function tagsOfCustomer(db: ReadDb, user: string): CustomerTagRow[] {
  const rows = sameCustomer(db, user)
    .flatMap((id) => db.all<sql.TaggedRow>(sql.TAGGED, id))
    .toSorted((a, b) => b.last_at - a.last_at)
  const byTag = Map.groupBy(rows, (row) => row.tag_id)
  return [...byTag].map(([id, tagged]) => ({
    id,
    conversations: tagged.map((row) => conversationKey(row.account_id, row.id))
  }))
}

/** All open promises to a customer, what is due first. */
export function promisesTo(db: ReadDb, user: string): CustomerFollowUpRow[] {
  return sameCustomer(db, user)
    .flatMap((id) => db.all<sql.PromisedRow>(sql.PROMISED, id))
    .toSorted((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      text: row.text,
      dueAt: row.due_at,
      conversation: conversationKey(row.account_id, row.conversation_id),
      title: row.title
    }))
}
