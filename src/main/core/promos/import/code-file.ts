import { parse } from 'csv-parse/sync'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../../shared/contract/errors.ts'
import { jsonRecords } from './json-records.ts'

/** A record of a table or a list. Null cells: it cannot be read. */
export interface CodeRecord {
  /** From 1. */
  readonly line: number
  readonly cells: readonly string[] | null
}

/** Some records, and how much of the file is read with them, 0 to 1. */
export interface CodeBlock {
  readonly records: readonly CodeRecord[]
  readonly done: number
}

const CHUNK = 64 * 1024
const MOST_BYTES = 1024 * 1024 * 1024
/** JSON is read whole. */
const MOST_JSON_BYTES = 200 * 1024 * 1024
/** A quote that is not closed within was none. */
const LONGEST_RECORD = 100_000
const DELIMITERS = ['\t', ';', ',', '|'] as const

/**
 * Reads a list, a table or JSON of codes, a part at a time.
 * @throws {AppError} not-found, unreadable-file
 */
export async function* readCodeFile(path: string): AsyncGenerator<CodeBlock> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (size > MOST_BYTES) throw tooLarge(MOST_BYTES)
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let splitter: RecordSplitter | null = null
  let read = 0
  const stream = createReadStream(path, { highWaterMark: CHUNK })
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      read += chunk.length
      decoder ??= new TextDecoder(encodingOf(chunk))
      const text = decoder.decode(chunk, { stream: true })
      if (splitter === null && /^\s*[[{]/u.test(text)) {
        if (size > MOST_JSON_BYTES) throw tooLarge(MOST_JSON_BYTES)
        yield { records: jsonRecords(new TextDecoder(encodingOf(chunk)).decode(await readFile(path))), done: 1 }
        return
      }
      splitter ??= new RecordSplitter(text)
      yield { records: splitter.add(text, false), done: size === 0 ? 1 : read / size }
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error)
  } finally {
    stream.destroy()
  }
  if (decoder && splitter) yield { records: splitter.add(decoder.decode(), true), done: 1 }
}

/** Cuts text into records; quotes may hold line breaks. */
class RecordSplitter {
  readonly #delimiter: string | null
  #rest = ''
  #line = 1

  constructor(start: string) {
    const first = start.split(/\r?\n|\r/u, 5).find((line) => line.trim() !== '' && !line.startsWith('sep=')) ?? ''
    const declared = /^\uFEFF?sep=(.)\r?\n/u.exec(start)?.[1]
    // Codes hold none of these: the first that is there parts the cells.
    const counts = DELIMITERS.map((sign) => ({ sign, count: first.split(sign).length - 1 }))
    const [best] = counts.toSorted((a, b) => b.count - a.count)
    this.#delimiter = declared ?? (best !== undefined && best.count > 0 ? best.sign : null)
  }

  add(text: string, ends: boolean): CodeRecord[] {
    const records: CodeRecord[] = []
    const all = this.#rest + text
    let at = 0
    while (at < all.length) {
      const end = recordEnd(all, at)
      // The last line may go on, and a `\r` may be half a line break.
      if (!ends && (end >= all.length || (all.charAt(end) === '\r' && end + 1 >= all.length))) break
      const record = all.slice(at, end)
      const next = all.startsWith('\r\n', end) ? end + 2 : end + 1
      const cells = this.#cellsOf(record)
      if (cells !== null && !cells.every((cell) => cell.trim() === '')) records.push({ line: this.#line, cells })
      if (cells === null) records.push({ line: this.#line, cells: null })
      this.#line += 1 + countBreaks(record)
      at = next
    }
    this.#rest = all.slice(at)
    return records
  }

  #cellsOf(record: string): readonly string[] | null {
    const clean = this.#line === 1 ? record.replace(/^\uFEFF/u, '') : record
    if (this.#line === 1 && /^sep=.$/u.test(clean)) return []
    if (!clean.includes('"')) return this.#delimiter === null ? [clean] : clean.split(this.#delimiter)
    try {
      const [cells] = parse(clean, { delimiter: this.#delimiter ?? ',', relax_column_count: true })
      return cells ?? []
    } catch {
      return null
    }
  }
}

/** Where a record ends: at a line break outside of quotes, or at the end of the text. */
function recordEnd(text: string, start: number): number {
  const simple = lineEnd(text, start)
  const quote = text.indexOf('"', start)
  if (quote === -1 || quote > simple) return simple
  let quoted = false
  for (let at = start; at < text.length && at - start < LONGEST_RECORD; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '\n' || sign === '\r')) return at
  }
  // Not closed: if there is more to come it may be; else it was none.
  return text.length - start >= LONGEST_RECORD ? simple : text.length
}

function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  const until = newline === -1 ? text.length : newline
  const carriage = text.indexOf('\r', start)
  return carriage !== -1 && carriage < until ? carriage : until
}

function countBreaks(record: string): number {
  return record.includes('\n') || record.includes('\r') ? record.split(/\r\n|\n|\r/u).length - 1 : 0
}

function encodingOf(bytes: Uint8Array): string {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  // Western text as wide characters: every second byte is zero.
  if (bytes.length >= 4 && one !== 0 && two === 0 && bytes[3] === 0) return 'utf-16le'
  return 'utf-8'
}

function tooLarge(bytes: number): AppError {
  return new AppError('unreadable-file', 'The file has more than {size} MB. Import it in parts.', {
    size: bytes / 1024 / 1024
  })
}

function unreadable(path: string, cause: unknown): AppError {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  return missing
    ? new AppError('not-found', 'There is nothing at {path}. Check the path.', { path }, { cause })
    : new AppError('unreadable-file', '{path} cannot be read. Check its permissions.', { path }, { cause })
}
