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
  'attachments',
  'tags'
]

/** Told apart from the other columns, whatever the team calls its attributes. */
const attributeColumn = (name: string): string => `attribute: ${name}`

/**
 * One message a row, for spreadsheets. Texts that a spreadsheet would take for a formula get an apostrophe in front
 * (CSV injection): customers write them, and somebody opens the file. Each attribute of customers is a column.
 */
export const csvFormat: ExportFormat = {
  head: (attributes) => stringify([[...COLUMNS, ...attributes.map(attributeColumn)]]),
  user: () => '',
  conversation({ id, title, status, tags, attributes: given }, events, attributes) {
    const values = new Map(given.map(({ name, value }) => [name, value]))
    const decided = [tags.join('; '), ...attributes.map((name) => values.get(name) ?? '')]
    return stringify(
      events
        .filter((event) => event.kind === 'message' || event.kind === 'note')
        .map((event) => [
          id,
          title,
          status,
          event.id,
          new Date(event.at).toISOString(),
          event.senderId,
          event.senderName,
          event.kind === 'note' ? 'internal note' : event.delivery,
          event.text,
          event.media.map(({ kind, key }) => `${kind}:${key}`).join(' '),
          ...decided
        ]),
      { escape_formulas: true }
    )
  },
  tail: () => ''
}
