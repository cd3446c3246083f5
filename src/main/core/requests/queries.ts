import type { RequestRow } from '../../../shared/contract/rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { LIST, type RequestEntry } from './sql.ts'

type Listed = RequestEntry & {
  readonly title: string | null
  readonly name: string | null
  readonly username: string | null
}

export function requestQueries(db: ReadDb): { 'requests.list': QueryDefinition<'requests.list'> } {
  return {
    'requests.list': { topics: () => ['requests', 'customers'], rows: () => db.all<Listed>(LIST).map(toRow) }
  }
}

function toRow(row: Listed): RequestRow {
  const person = displayName({ id: row.target_id, name: row.name, username: row.username })
  return {
    id: row.id,
    kind: row.action === 'delete' ? 'delete-message' : row.action,
    conversation: conversationKey(row.account_id, row.conversation_id),
    title: row.action === 'delete' ? (row.title ?? row.conversation_id) : person,
    state: row.state,
    reason: row.reason,
    createdAt: row.created_at,
    heldUntil: row.state === 'held' ? row.held_until : null,
    notBefore: row.not_before
  }
}
