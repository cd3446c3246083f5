import type { OutboxRow } from '../../../shared/contract/rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { LIST, type OutboxEntry } from './sql.ts'

export function outboxQueries(db: ReadDb): { 'outbox.list': QueryDefinition<'outbox.list'> } {
  return {
    'outbox.list': {
      topics: () => ['outbox'],
      rows: ({ open }) => {
        const rows = open
          ? db.all<OutboxEntry & { title: string | null }>(`${LIST} WHERE o.state <> 'sent' ORDER BY o.sequence`)
          : db.all<OutboxEntry & { title: string | null }>(`${LIST} ORDER BY o.sequence`)
        return rows.map(toRow)
      }
    }
  }
}

function toRow(row: OutboxEntry & { title: string | null }): OutboxRow {
  return {
    id: row.id,
    conversation: conversationKey(row.account_id, row.conversation_id),
    title: row.title ?? row.conversation_id,
    text: row.text,
    state: row.state,
    eventId: row.event_id,
    reason: row.reason,
    createdAt: row.created_at,
    heldUntil: row.state === 'held' ? row.held_until : null,
    notBefore: row.not_before
  }
}
