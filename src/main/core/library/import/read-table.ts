import { parse } from 'csv-parse/sync'
import { fieldOf } from './csv-columns.ts'
import { splitRecords } from './split-records.ts'

export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table of text, its first row included. */
export interface Table {
  readonly delimiter: string
  readonly rows: readonly TableRow[]
  /** Lines that could not be read, with how they begin. */
  readonly bad: readonly { readonly line: number; readonly start: string }[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** So many records tell how the others are written. */
const SAMPLE = 40

export function readTable(given: string): Table {
  const text = given.replace(/^\uFEFF/u, '')
  // Excel writes `sep=;` as the first line.
  const declared = /^sep=(.)\r?\n/u.exec(text)
  const delimiter = declared?.[1] ?? bestDelimiter(text)
  const from = declared?.[0].length ?? 0
  const { records, bad } = splitRecords(text.slice(from), delimiter)
  const skippedLines = from > 0 ? 1 : 0
  return {
    delimiter,
    rows: cellsOf(
      records.map((record) => record.text),
      delimiter
    ).map((cells, index) => ({
      line: (records[index]?.line ?? 0) + skippedLines,
      cells
    })),
    bad: bad.map((record) => ({ line: record.line + skippedLines, start: record.text.slice(0, 80) }))
  }
}

/** That by which the first row names columns that are known, and the others have as many cells as it. */
function bestDelimiter(text: string): string {
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const { records } = splitRecords(text.slice(0, 200_000), delimiter, SAMPLE)
    const [header = [], ...rest] = cellsOf(
      records.map((record) => record.text),
      delimiter
    )
    if (header.length < 2) continue
    const known = header.filter((name) => fieldOf(name) !== null).length
    const alike = rest.filter((cells) => cells.length === header.length).length / Math.max(1, rest.length)
    const score = known * 10 + alike * 5 + Math.min(header.length, 5) / 10
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function cellsOf(records: readonly string[], delimiter: string): string[][] {
  if (records.length === 0) return []
  // The records are whole by now, so that nothing here can fail.
  return parse(records.join('\n'), {
    delimiter,
    record_delimiter: ['\n', '\r\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false
  })
}
