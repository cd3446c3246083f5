import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, field, isActive, type JsonRecord, moment, text, texts } from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

/** Missive's responses: `GET /v1/responses`. Their bodies are Liquid in HTML. */
export const missiveReader: JsonReader = {
  format: 'missive',
  dialect: 'curly',
  entries: (value) => asList(value) ?? asList(field(asRecord(value), 'responses')),
  recognises: (entry) =>
    text(entry, 'body') !== null &&
    text(entry, 'title', 'name') !== null &&
    ('share_with_team' in entry ||
      'organization' in entry ||
      'shared_label_ids' in entry ||
      'response_folder' in entry),
  begin: () => readResponse
}

function readResponse(entry: JsonRecord): RawReply | RawSkip {
  const title = text(entry, 'title', 'name') ?? ''
  const body = text(entry, 'body')
  if (body === null || body.trim() === '') return skipped('no-text', title)
  const losses: RawLoss[] = []
  const subject = text(entry, 'subject')
  if (subject !== null && subject.trim() !== '') losses.push({ code: 'subject', detail: subject })
  for (const file of asList(field(entry, 'attachments')) ?? []) {
    losses.push({ code: 'attachment', detail: text(asRecord(file), 'filename', 'name', 'url') ?? '' })
  }
  const folder = text(asRecord(field(entry, 'response_folder', 'folder')), 'name') ?? text(entry, 'folder')
  const team = text(asRecord(field(entry, 'team')), 'name')
  const personal = field(entry, 'organization') === undefined && asRecord(field(entry, 'user')) !== null
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_at', 'created_at')),
    title,
    shortcut: text(entry, 'shortcut'),
    folder: folder === null ? [] : folder.split('/').map((part) => part.trim()),
    text: body,
    markup: /<[a-z][^>]*>/iu.test(body) ? 'html' : 'text',
    tags: texts(field(entry, 'tags')),
    scope: team !== null ? 'team' : personal ? 'private' : 'everyone',
    team,
    active: isActive(field(entry, 'active')),
    losses
  })
}
