/** A record as it is written, and the line it begins on, from 1 on. */
export interface WrittenRecord {
  readonly text: string
  readonly line: number
}

export interface SplitRecords {
  readonly records: readonly WrittenRecord[]
  /** Lines that begin a record which cannot be read. */
  readonly bad: readonly WrittenRecord[]
}

/** A quote that is not closed within that was none. */
const LONGEST_FIELD = 100_000

/**
 * Finds where the records of a table begin and end. A record with a quote too many or too few is bad, and the next one
 * begins on the next line: one bad line takes nothing else with it, which parsers of whole files do not do.
 * @param most stops after so many records
 */
export function splitRecords(text: string, delimiter: string, most = Number.MAX_SAFE_INTEGER): SplitRecords {
  const records: WrittenRecord[] = []
  const bad: WrittenRecord[] = []
  let at = 0
  let line = 1
  while (at < text.length && records.length < most) {
    const end = endOfRecord(text, at, delimiter)
    const stop = end ?? endOfLine(text, at)
    const record = { text: text.slice(at, stop), line }
    if (end === null) bad.push(record)
    else if (record.text.trim() !== '') records.push(record)
    const next = pastNewline(text, stop)
    line += countNewlines(text, at, next)
    at = next
  }
  return { records, bad }
}

/** @returns null when its quotes do not fit */
function endOfRecord(text: string, start: number, delimiter: string): number | null {
  for (let at = start; ;) {
    if (text.charAt(at) === '"') {
      const closed = endOfQuotes(text, at)
      if (closed === null) return null
      at = closed
      if (at < text.length && text.charAt(at) !== delimiter && !isNewline(text, at)) return null
    } else while (at < text.length && text.charAt(at) !== delimiter && !isNewline(text, at)) at += 1
    if (at >= text.length || isNewline(text, at)) return at
    at += 1
  }
}

/** @returns the place behind the closing quote */
function endOfQuotes(text: string, start: number): number | null {
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote === -1 || quote - start > LONGEST_FIELD) return null
    if (text.charAt(quote + 1) !== '"') return quote + 1
    at = quote + 2
  }
}

function isNewline(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === '\n' || character === '\r'
}

function endOfLine(text: string, start: number): number {
  let at = start
  while (at < text.length && !isNewline(text, at)) at += 1
  return at
}

function pastNewline(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length)
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at)
    if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) count += 1
  }
  return count
}
