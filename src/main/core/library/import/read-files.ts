import { MOST_REPLIES } from '../../../../shared/domain/library/canned-reply.ts'
import type {
  ColumnMapping,
  ImportFormat,
  ImportLoss,
  ImportSkip,
  SkipCode
} from '../../../../shared/domain/library/import-report.ts'
import { decodeText } from './decode-text.ts'
import { type Finished, finishReply } from './finish-reply.ts'
import type { ImportedReply, InputFile, ReadReplies } from './imported-reply.ts'
import type { JsonReader } from './json-reader.ts'
import { jsonReaderOf, recogniseJson } from './json-readers.ts'
import { asRecord } from './json-value.ts'
import { parseJson } from './parse-json.ts'
import type { Dialect, RawReply, RawSkip } from './raw-reply.ts'
import { isArchive, readArchive, type ReadArchive } from './read-archive.ts'
import { readCsv } from './read-csv.ts'
import { readMailspring } from './read-mailspring.ts'

export interface ReadOptions {
  /** Null: to be found out from the files. */
  readonly format: ImportFormat | null
  /** Names of the attributes that customers have here. */
  readonly attributes: readonly string[]
}

/** The raw replies of one file. */
interface RawFile {
  readonly file: string
  readonly format: ImportFormat
  readonly dialect: Dialect
  readonly entries: readonly (RawReply | RawSkip)[]
  readonly columns: readonly ColumnMapping[]
  /** Lines in another encoding than the rest. */
  readonly odd: readonly number[]
}

const MOST_ODD_LINES = 100

/** What all files hold: replies of other systems, and libraries of ours. */
export interface ReadAll extends ReadReplies {
  readonly archives: readonly ReadArchive[]
}

/**
 * Reads files. Whatever they hold: it is read, or reported, and nothing is thrown. A generator, so that a long import leaves
 * room for others: it yields how much is done, 0 to 1.
 */
export function* readFiles(files: readonly InputFile[], options: ReadOptions): Generator<number, ReadAll> {
  const skipped: ImportSkip[] = []
  const skipFile = (file: string, code: SkipCode): null => {
    skipped.push({ code, detail: '', file, line: null, reply: null })
    return null
  }
  const all: OpenedFile[] = []
  for (const file of files) {
    all.push(openFile(file))
    yield 0
  }
  const ofOurs = (file: OpenedFile): boolean =>
    (options.format === null || options.format === 'backchannel') && isArchive(file.value)
  const archives = all
    .filter(ofOurs)
    .map((file) => readArchive(file.name, file.value) ?? skipFile(file.name, 'unknown-format'))
  const opened = all.filter((file) => !ofOurs(file))
  const values = opened.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const raw: RawFile[] = []
  for (const file of opened) {
    const read = readOne(file, values, options.format, skipFile)
    if (read) raw.push(read)
    yield 0
  }
  for (const { file, entries } of raw) if (entries.length === 0 && !isAside(file, files)) skipFile(file, 'empty-file')
  const found = yield* gather(raw, options.attributes)
  const libraries = archives.filter((archive) => archive !== null)
  return {
    format: raw[0]?.format ?? (libraries.length > 0 ? 'backchannel' : options.format),
    ...found,
    skipped: [...skipped, ...found.skipped, ...libraries.flatMap((archive) => archive.skipped)],
    columns: raw.flatMap(({ columns }) => columns),
    archives: libraries
  }
}

/** One of several files: folders or groups, that go with the others. */
function isAside(file: string, files: readonly InputFile[]): boolean {
  return files.length > 1 && /folder|group|team/iu.test(file)
}

interface OpenedFile {
  readonly name: string
  readonly text: string
  readonly odd: readonly number[]
  /** Undefined: no JSON. */
  readonly value: unknown
}

function openFile({ name, bytes }: InputFile): OpenedFile {
  const { text, odd } = decodeText(bytes)
  return { name, text, odd, value: /^\s*[[{]/u.test(text) ? parseJson(text) : undefined }
}

function readOne(
  { name, text, odd, value }: OpenedFile,
  values: readonly unknown[],
  wanted: ImportFormat | null,
  skipFile: (file: string, code: SkipCode) => null
): RawFile | null {
  if (text.trim() === '') return skipFile(name, 'empty-file')
  if (value !== undefined) return readJson(name, value, values, wanted) ?? skipFile(name, 'unknown-format')
  const markup = /\.html?$/iu.test(name) || wanted === 'mailspring'
  if (markup && (wanted === null || wanted === 'mailspring')) {
    return {
      file: name,
      format: 'mailspring',
      dialect: 'none',
      entries: [readMailspring(name, text)],
      columns: [],
      odd
    }
  }
  const isTable =
    wanted === null || wanted === 'backchannel' || wanted === 'csv' || wanted === 'zendesk-csv' || wanted === 'zammad'
  const table = isTable && !/^\s*[[{<]/u.test(text) ? readCsv(text, wanted) : null
  return table === null
    ? skipFile(name, /^\s*[[{]/u.test(text) ? 'unreadable-file' : 'unknown-format')
    : { file: name, odd, ...table }
}

function readJson(
  file: string,
  value: unknown,
  values: readonly unknown[],
  wanted: ImportFormat | null
): RawFile | null {
  const reader = (wanted === null ? null : jsonReaderOf(wanted)) ?? recogniseJson(value)
  if (reader === null || (wanted !== null && reader.format !== wanted)) return null
  const entries = reader.entries(value)
  if (entries === null) return null
  const read = reader.begin(values)
  return {
    file,
    format: reader.format,
    dialect: reader.dialect,
    entries: entries.map((entry) => readEntry(entry, read)),
    columns: [],
    odd: []
  }
}

function readEntry(entry: unknown, read: ReturnType<JsonReader['begin']>): RawReply | RawSkip {
  const record = asRecord(entry)
  return record === null
    ? { skip: 'no-entry', detail: String(JSON.stringify(entry)).slice(0, 80), name: null, line: null }
    : read(record)
}

/** Of one system, whatever its files look like. */
function systemOf(format: ImportFormat): string {
  return format === 'zendesk-csv' ? 'zendesk' : format
}

/** Characters between two turns for everybody else. */
const YIELD_EVERY = 100_000
/** What an entry takes besides its text. */
const ENTRY = 1_000

function* gather(
  raw: readonly RawFile[],
  attributes: readonly string[]
): Generator<number, Pick<ReadReplies, 'replies' | 'losses' | 'skipped' | 'placeholders'>> {
  const replies: ImportedReply[] = []
  const losses: ImportLoss[] = []
  const skipped: ImportSkip[] = []
  const placeholders: { from: string; to: string }[] = []
  const known = new Set<string>()
  const total = raw.reduce((sum, { entries }) => sum + entries.length, 0)
  let done = 0
  let since = 0
  for (const { file, format, dialect, entries, odd } of raw) {
    for (const line of odd.slice(0, MOST_ODD_LINES))
      losses.push({ code: 'encoding', detail: '', file, line, reply: null })
    for (const entry of entries) {
      done += 1
      since += ENTRY + ('skip' in entry ? 0 : entry.text.length)
      if (since > YIELD_EVERY) {
        since = 0
        yield done / total
      }
      if ('skip' in entry) {
        skipped.push({ code: entry.skip, detail: entry.detail, file, line: entry.line, reply: entry.name })
        continue
      }
      const finished = finishSafely(entry, { format, dialect, attributes, file, system: systemOf(format) })
      if ('skip' in finished) {
        skipped.push(finished.skip)
        continue
      }
      const { reply } = finished
      const key = `${reply.source.system} ${reply.source.id}`
      const about = { detail: reply.source.id, file, line: reply.line, reply: reply.content.title }
      if (known.has(key)) skipped.push({ code: 'twice', ...about })
      else if (replies.length >= MOST_REPLIES) skipped.push({ code: 'too-many', ...about })
      else {
        known.add(key)
        replies.push(reply)
        losses.push(...finished.losses)
        placeholders.push(...finished.mapped)
      }
    }
  }
  return { replies, losses, skipped, placeholders }
}

/** One entry that is nested beyond what the stack holds takes nothing else with it. */
function finishSafely(entry: RawReply, given: Parameters<typeof finishReply>[1]): Finished {
  try {
    return finishReply(entry, given)
  } catch {
    const reply = entry.title.slice(0, 120) || entry.id
    return { skip: { code: 'does-not-fit', detail: '', file: given.file, line: entry.line, reply } }
  }
}
