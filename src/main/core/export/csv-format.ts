import { stringify } from 'csv-stringify/sync'
import type { ExportFormat } from './export-format.ts'

const COLUMNS = [
  'conversation_id',
  'conversation_title',
  'status',
  'message_id',
  'created_at',
  'sender_id',
  'sender_name',
  'delivery',
  'text',
  'attachments'
]

/**
 * One message a row, for spreadsheets. Texts that a spreadsheet would take for a formula get an apostrophe in front
 * (CSV injection): customers write them, and somebody opens the file.
 */
export const csvFormat: ExportFormat = {
  head: () => stringify([COLUMNS]),
  user: () => '',
  conversation: ({ id, title, status }, events) =>
    stringify(
      events
        .filter((event) => event.kind === 'message')
        .map((event) => [
          id,
          title,
          status,
          event.id,
          new Date(event.at).toISOString(),
          event.senderId,
          event.senderName,
          event.delivery,
          event.text,
          event.media.map(({ kind, key }) => `${kind}:${key}`).join(' ')
        ]),
      { escape_formulas: true }
    ),
  tail: () => ''
}
