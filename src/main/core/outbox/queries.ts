import type { OutboxRow } from '../../../shared/contract/rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { attachmentRow, replyQuestion, uploadProgress } from '../attachments/attachment-rows.ts'
import type { Attachment } from '../attachments/attachment.ts'
import { attachmentOfReply } from '../attachments/attachments.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { readChanges } from './changes.ts'
import { forecastOf } from './queue-forecast.ts'
import { LIST, type OutboxEntry } from './sql.ts'

export function outboxQueries(
  db: ReadDb,
  clock: Clock
): { 'outbox.list': QueryDefinition<'outbox.list'>; 'outbox.forecast': QueryDefinition<'outbox.forecast'> } {
  return {
    'outbox.forecast': {
      topics: () => ['outbox', 'sync'],
      rows: () =>
        db
          .all<{ id: string }>('SELECT id FROM account WHERE api_base IS NOT NULL ORDER BY added_at, id')
          .flatMap(({ id }) => [...forecastOf(db, id, clock.now())].map(([reply, at]) => ({ id: reply, at })))
    },
    'outbox.list': {
      topics: () => ['outbox'],
      rows: ({ open }) => {
        const rows = open
          ? db.all<OutboxEntry & { title: string | null }>(`${LIST} WHERE o.state <> 'sent' ORDER BY o.sequence`)
          : db.all<OutboxEntry & { title: string | null }>(`${LIST} ORDER BY o.sequence`)
        return rows.map((row) => toRow(db, row, attachmentOfReply(db, row.id)))
      }
    }
  }
}

function toRow(db: ReadDb, row: OutboxEntry & { title: string | null }, attached: Attachment | null): OutboxRow {
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
    scheduledAt: row.state === 'held' ? row.scheduled_at : null,
    changes: readChanges(db, row.account_id, row.changes),
    notBefore: row.not_before,
    attachment: attached && attachmentRow(attached),
    upload: attached && uploadProgress(attached),
    asks: replyQuestion(row.state, attached)
  }
}
