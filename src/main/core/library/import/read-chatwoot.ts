import { priorities } from '../../../../shared/domain/conversation.ts'
import type { ImportedAction } from './imported-reply.ts'
import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, asText, field, type JsonRecord, moment, records, text, texts } from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

/** Chatwoot's canned responses (`GET …/canned_responses`) and macros (`GET …/macros`). */
export const chatwootReader: JsonReader = {
  format: 'chatwoot',
  dialect: 'curly',
  entries(value) {
    const record = asRecord(value)
    const payload = field(record, 'payload', 'canned_responses', 'macros')
    return asList(value) ?? asList(payload) ?? asList(field(asRecord(field(record, 'data')), 'payload'))
  },
  recognises: (entry) =>
    text(entry, 'short_code') !== null || actionsOf(entry).some((each) => actionName(each) !== null),
  begin: () => (entry) => (text(entry, 'short_code') === null ? readMacro(entry) : readCannedResponse(entry))
}

function readCannedResponse(entry: JsonRecord): RawReply | RawSkip {
  const shortcut = text(entry, 'short_code') ?? ''
  const content = text(entry, 'content')
  if (content === null || content.trim() === '') return skipped('no-text', shortcut)
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_at')),
    title: shortcut,
    shortcut,
    text: content,
    markup: 'markdown'
  })
}

function actionsOf(entry: JsonRecord): readonly JsonRecord[] {
  return records(field(entry, 'actions'))
}

function actionName(action: JsonRecord): string | null {
  return text(action, 'action_name')
}

function readMacro(entry: JsonRecord): RawReply | RawSkip {
  const name = text(entry, 'name') ?? ''
  const messages: string[] = []
  const actions: ImportedAction[] = []
  const losses: RawLoss[] = []
  for (const action of actionsOf(entry)) {
    const kind = actionName(action) ?? ''
    const given = texts(field(action, 'action_params'), /$^/u)
    if (kind === 'send_message') messages.push(...given)
    else if (kind === 'send_attachment') losses.push({ code: 'attachment', detail: given.join(', ') })
    else if (kind === 'send_webhook_event') losses.push({ code: 'call-out', detail: kind })
    else if (kind === 'add_private_note') losses.push({ code: 'note', detail: given.join(' ').slice(0, 80) })
    else {
      const known = actionOf(kind, given)
      if (known.length > 0) actions.push(...known)
      else losses.push({ code: 'action', detail: given.length === 0 ? kind : `${kind}: ${given.join(', ')}` })
    }
  }
  if (messages.join('').trim() === '') return skipped('no-text', name)
  return rawReply({
    // Macros and canned responses are numbered apart.
    id: text(entry, 'id') === null ? null : `macro-${text(entry, 'id')}`,
    updatedAt: moment(field(entry, 'updated_at')),
    title: name,
    text: messages.join('\n\n'),
    markup: 'markdown',
    scope: asText(field(entry, 'visibility')) === 'personal' ? 'private' : 'everyone',
    actions,
    losses
  })
}

function actionOf(kind: string, given: readonly string[]): ImportedAction[] {
  const [first = ''] = given
  switch (kind) {
    case 'add_label':
      return given.map((name) => ({ kind: 'tag', name }))
    case 'resolve_conversation':
      return [{ kind: 'resolve' }]
    case 'snooze_conversation':
      return [{ kind: 'snooze', minutes: null }]
    case 'change_status':
      if (first === 'resolved') return [{ kind: 'resolve' }]
      return first === 'snoozed' ? [{ kind: 'snooze', minutes: null }] : []
    case 'change_priority': {
      const priority = priorities.find((each) => each === (first === 'medium' ? 'normal' : first))
      return priority ? [{ kind: 'priority', priority }] : []
    }
    case 'assign_agent':
      return first === 'self' ? [{ kind: 'assign', name: null }] : []
    default:
      return []
  }
}
