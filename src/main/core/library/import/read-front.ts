import type { JsonReader } from './json-reader.ts'
import { asList, asRecord, field, type JsonRecord, moment, records, text } from './json-value.ts'
import { type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'

interface Folder {
  readonly name: string
  readonly parent: string | null
}

/** Front's message templates (`GET /message_templates`), with its folders beside them or nested. */
export const frontReader: JsonReader = {
  format: 'front',
  dialect: 'curly',
  entries(value) {
    const record = asRecord(value)
    const found = asList(value) ?? asList(field(record, '_results', 'message_templates', 'templates'))
    const folders = foldersOf(value)
    if (found === null) return folders.length === 0 ? null : nestedTemplates(value)
    // A file of folders has nothing to import of its own.
    return [...found.filter((entry) => !isFolder(asRecord(entry))), ...nestedTemplates(value)]
  },
  recognises: (entry) =>
    (text(entry, 'id') ?? '').startsWith('rsp_') ||
    (text(entry, 'name') !== null && 'body' in entry && 'subject' in entry),
  begin(values) {
    const folders = new Map(values.flatMap((value) => foldersOf(value)))
    return (entry) => readTemplate(entry, folders)
  }
}

function isFolder(entry: JsonRecord | null): boolean {
  return entry !== null && field(entry, 'body') === undefined && /^(?:rsf|fol)_/u.test(text(entry, 'id') ?? '')
}

function listsOf(value: unknown): readonly JsonRecord[] {
  const record = asRecord(value)
  const lists = [value, field(record, '_results'), field(record, 'folders', 'message_template_folders')]
  return lists.flatMap(records)
}

function foldersOf(value: unknown): [string, Folder][] {
  const found: [string, Folder][] = []
  const visit = (entry: JsonRecord, parent: string | null, depth: number): void => {
    const [id, name] = [text(entry, 'id'), text(entry, 'name')]
    if (id === null || name === null || depth > 20) return
    found.push([id, { name, parent: text(entry, 'parent_folder_id') ?? parentOf(entry) ?? parent }])
    for (const child of records(field(entry, 'folders', 'children'))) visit(child, id, depth + 1)
  }
  const named = asRecord(value)
  const listed = new Set(asList(field(named, 'folders', 'message_template_folders')) ?? [])
  for (const entry of listsOf(value)) if (isFolder(entry) || listed.has(entry)) visit(entry, null, 0)
  return found
}

/** The last part of the address that a folder or a template gives of the folder around it. */
function parentOf(entry: JsonRecord): string | null {
  const related = asRecord(field(asRecord(field(entry, '_links')), 'related'))
  const address = text(related, 'parent_folder', 'folder')
  return address === null ? null : (/\/([a-z]+_[a-z0-9]+)\/?$/iu.exec(address)?.[1] ?? null)
}

/** Templates inside of folders, each told in which one it lies. */
function nestedTemplates(value: unknown): JsonRecord[] {
  const found: JsonRecord[] = []
  const visit = (entry: JsonRecord, depth: number): void => {
    if (depth > 20) return
    for (const template of records(field(entry, 'message_templates', 'templates'))) {
      found.push({ folder_id: text(entry, 'id'), ...template })
    }
    for (const child of records(field(entry, 'folders', 'children'))) visit(child, depth + 1)
  }
  for (const entry of records(field(asRecord(value), 'folders', 'message_template_folders'))) visit(entry, 0)
  return found
}

function readTemplate(entry: JsonRecord, folders: ReadonlyMap<string, Folder>): RawReply | RawSkip {
  const title = text(entry, 'name') ?? ''
  const body = text(entry, 'body')
  if (body === null || body.trim() === '') return skipped('no-text', title)
  const losses: RawLoss[] = []
  const subject = text(entry, 'subject')
  if (subject !== null && subject.trim() !== '') losses.push({ code: 'subject', detail: subject })
  for (const attachment of records(field(entry, 'attachments'))) {
    const inline = field(asRecord(field(attachment, 'metadata')), 'is_inline') === true
    // An image within the text is reported where it stands.
    if (!inline) losses.push({ code: 'attachment', detail: text(attachment, 'filename', 'url') ?? '' })
  }
  const inboxes = asList(field(entry, 'inbox_ids')) ?? []
  if (inboxes.length > 0) losses.push({ code: 'scope', detail: inboxes.map(String).join(', ') })
  return rawReply({
    id: text(entry, 'id'),
    updatedAt: moment(field(entry, 'updated_at', 'created_at')),
    title,
    folder: pathOf(text(entry, 'folder_id', 'parent_folder_id') ?? parentOf(entry), folders),
    text: body,
    markup: 'html',
    losses
  })
}

function pathOf(id: string | null, folders: ReadonlyMap<string, Folder>): string[] {
  const path: string[] = []
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at);) {
    seen.add(at)
    const folder = folders.get(at)
    if (!folder) break
    path.unshift(folder.name)
    at = folder.parent
  }
  return path
}
