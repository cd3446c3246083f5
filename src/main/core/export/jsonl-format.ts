import type { ExportEvent, ExportFormat } from './export-format.ts'

/** One JSON object a line (DESIGN.md section 6, `export`). */
export const jsonlFormat: ExportFormat = {
  head: () => '',
  user: ({ id, username, name, attributes, notes }) =>
    line({
      type: 'user',
      id,
      username,
      name,
      attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value]))
    }) +
    notes
      .map(({ id: note, text, at }) =>
        line({ type: 'customer-note', id: note, user_id: id, text, created_at: new Date(at).toISOString() })
      )
      .join(''),
  conversation: ({ id, accountId, group, title, status, tags }, events) =>
    line({ type: 'conversation', id, account_id: accountId, group, title, status, tags }) +
    events.map((event) => line(eventLine(id, event))).join(''),
  tail: () => ''
}

function eventLine(conversationId: string, event: ExportEvent): Record<string, unknown> {
  const createdAt = new Date(event.at).toISOString()
  if (event.kind === 'message') {
    return {
      type: 'message',
      id: event.id,
      conversation_id: conversationId,
      sender_id: event.senderId,
      text: event.text,
      created_at: createdAt,
      attachments: event.media.map(({ key, kind }) => ({ media_key: key, type: kind })),
      delivery: event.delivery
    }
  }
  const common = { id: event.id, conversation_id: conversationId, sender_id: event.senderId, created_at: createdAt }
  switch (event.kind) {
    case 'note':
      return { type: 'note', id: event.id, conversation_id: conversationId, text: event.text, created_at: createdAt }
    case 'leave':
      return { type: 'participants-leave', ...common, user_ids: event.people }
    case 'rename':
      return { type: 'conversation-name', ...common, name: event.name }
    case 'join':
    case 'created':
      return { type: 'participants-join', ...common, user_ids: event.people, created: event.kind === 'created' }
  }
}

function line(value: Record<string, unknown>): string {
  return `${JSON.stringify(value)}\n`
}
