import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, field, type JsonRecord, moment, text } from './json-value.ts'
import { rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

function entriesOf(value: unknown): readonly unknown[] | null {
  const record = asRecord(value)
  const embedded = asRecord(field(record, '_embedded'))
  return (
    asList(value) ??
    asList(field(embedded, 'saved-replies', 'savedReplies')) ??
    asList(field(record, 'saved_replies', 'savedReplies', 'saved-replies'))
  )
}

/** Help Scout's saved replies, each with its text (`GET …/saved-replies/{id}`). */
export const helpScoutReader: JsonReader = {
  format: 'help-scout',
  dialect: 'percent',
  entries: entriesOf,
  recognises: (entry) =>
    text(entry, 'name') !== null &&
    ('chatText' in entry || 'chatPreview' in entry || ('text' in entry && !isFreeScout(entry))),
  begin: (values) => {
    const folders = foldersOf(values)
    return (entry) => readReply(entry, folders)
  }
}

/** What FreeScout's module keeps; its placeholders are Help Scout's. */
export const freeScoutReader: JsonReader = {
  format: 'freescout',
  dialect: 'percent',
  entries: entriesOf,
  recognises: (entry) => text(entry, 'name') !== null && 'text' in entry && isFreeScout(entry),
  begin: helpScoutReader.begin
}

function isFreeScout(entry: JsonRecord): boolean {
  return 'mailbox_id' in entry || 'parent_saved_reply_id' in entry || 'sort_order' in entry
}

/** “Products: …” is a folder where more than one name begins like that. */
function foldersOf(values: readonly unknown[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const entry of values.flatMap((value) => entriesOf(value) ?? [])) {
    const prefix = PREFIXED.exec(text(asRecord(entry), 'name') ?? '')?.[1]
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([prefix]) => prefix))
}

const PREFIXED = /^([^:]{1,40}):\s+(\S[\s\S]*)$/u

function readReply(entry: JsonRecord, folders: ReadonlySet<string>): RawReply | RawSkip {
  const name = text(entry, 'name') ?? ''
  const chat = text(entry, 'chatText')
  const rich = text(entry, 'text')
  const plain = chat !== null && chat.trim() !== ''
  if (!plain && (rich === null || rich.trim() === '')) return skipped('no-text', name)
  const prefixed = PREFIXED.exec(name)
  const [, prefix = '', rest = ''] = prefixed ?? []
  const inFolder = folders.has(prefix)
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updatedAt', 'modifiedAt', 'updated_at')),
    title: inFolder ? rest : name,
    folder: inFolder ? [prefix] : [],
    text: plain ? chat : (rich ?? ''),
    markup: plain ? 'text' : 'html'
  })
}
