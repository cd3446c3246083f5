import type { ColumnMapping, ImportFormat } from '../../../../shared/domain/library/import-report.ts'
import { type ColumnField, fieldOf } from './csv-columns.ts'
import { asList, isActive, moment, usage } from './json-value.ts'
import { parseJson } from './parse-json.ts'
import { type Dialect, type RawLoss, rawReply, type RawReply, type RawSkip, skipped } from './raw-reply.ts'
import { readOurActions } from './read-our-row.ts'
import { readTable, type TableRow } from './read-table.ts'
import { titleAndFolder, zendeskReader } from './read-zendesk.ts'
import { isGuarded, splitList, splitPath, unguarded } from './table-cells.ts'

export interface ReadCsv {
  readonly format: ImportFormat
  readonly dialect: Dialect
  readonly entries: readonly (RawReply | RawSkip)[]
  readonly columns: readonly ColumnMapping[]
}

type Columns = ReadonlyMap<ColumnField, number>

/** @returns null when it is no table of replies: it has neither a column for texts nor two columns. */
export function readCsv(text: string, wanted: ImportFormat | null): ReadCsv | null {
  const table = readTable(text)
  const [header, ...others] = table.rows
  if (!header) return null
  const named = mapColumns(header.cells)
  const hasText = named.has('body') || named.has('html') || named.has('actions')
  // Two columns without names: what it is called, and what it says.
  const columns: Columns = hasText
    ? named
    : new Map([
        ['title', 0],
        ['body', 1]
      ])
  if (!hasText && (header.cells.length !== 2 || named.size > 0)) return null
  const rows = hasText ? others : table.rows
  const ours = columns.has('placeholders')
  const format = ours ? 'backchannel' : (wanted ?? formatOf(header.cells.map(fieldOf)))
  if (wanted !== null && wanted !== format) return null
  const bad = table.bad.map(({ line, start }) => skipped('bad-line', null, start, line))
  const entries = rows.map((row) => readRow(row, columns, { format, ours }))
  return {
    format,
    dialect: ours ? 'ours' : dialectOf(format, rows, columns),
    entries: [...(ours || format === 'csv' ? withVariants(entries) : entries), ...bad],
    columns: hasText
      ? header.cells.map((column, index) => ({ column, field: usedAs(index, columns) }))
      : header.cells.map((_, index) => ({ column: String(index + 1), field: usedAs(index, columns) }))
  }
}

function mapColumns(header: readonly string[]): Columns {
  const columns = new Map<ColumnField, number>()
  for (const [index, name] of header.entries()) {
    const field = fieldOf(name)
    if (field !== null && !columns.has(field)) columns.set(field, index)
  }
  return columns
}

function usedAs(index: number, columns: Columns): ColumnField | null {
  return [...columns].find(([, at]) => at === index)?.[0] ?? null
}

function formatOf(fields: readonly (ColumnField | null)[]): ImportFormat {
  if (fields.includes('keywords') && fields.includes('groups') && fields.includes('body')) return 'zammad'
  return fields.includes('actions') || fields.includes('html') ? 'zendesk-csv' : 'csv'
}

/** The dialect that most of the texts speak. */
function dialectOf(format: ImportFormat, rows: readonly TableRow[], columns: Columns): Dialect {
  if (format === 'zammad') return 'hash'
  if (format !== 'csv') return 'curly'
  const counts = { curly: 0, percent: 0, hash: 0 }
  const at = columns.get('body') ?? columns.get('html') ?? 0
  for (const { cells } of rows) {
    const text = cells[at] ?? ''
    counts.curly += text.match(/\{\{[^{}]+\}\}/gu)?.length ?? 0
    counts.percent += text.match(/\{%[a-zA-Z.]+(?:,fallback=[^}]*)?%\}|%7B%25/gu)?.length ?? 0
    counts.hash += text.match(/#\{[^{}]+\}/gu)?.length ?? 0
  }
  if (counts.percent > counts.curly && counts.percent >= counts.hash) return 'percent'
  return counts.hash > counts.curly ? 'hash' : 'curly'
}

interface RowReading {
  readonly format: ImportFormat
  /** Written by our own export. */
  readonly ours: boolean
}

function readRow(row: TableRow, columns: Columns, { format, ours }: RowReading): RawReply | RawSkip {
  const cell = (name: ColumnField): string => {
    const at = columns.get(name)
    const written = at === undefined ? '' : (row.cells[at] ?? '')
    return ours && isGuarded(written) ? unguarded(written) : written
  }
  const title = cell('title') || cell('shortcut')
  if (!ours && cell('actions').trim().startsWith('[')) return readMacroRow(row, cell)
  const plain = cell('body')
  const text = plain.trim() === '' ? cell('html') : plain
  if (text.trim() === '') return skipped('no-text', title || null, '', row.line)
  const losses: RawLoss[] = []
  if (cell('note').trim() !== '' && format === 'zammad')
    losses.push({ code: 'note', detail: cell('note').slice(0, 80) })
  const attached = cell('attachment').trim()
  if (attached !== '') losses.push({ code: 'attachment', detail: attached.slice(0, 200) })
  const markup = plain.trim() === '' || /<(?:br|p|div|a|b|strong|ul|img|script)\b[^>]*>/iu.test(text) ? 'html' : 'text'
  const keywords = splitList(cell('keywords'), /[,;\s]+/u, false)
  const groups = splitList(cell('groups'), /[,;]+/u, false)
  if (groups.length > 1) losses.push({ code: 'groups', detail: groups.join(', ') })
  if (format === 'zammad' && /https?:\/\//iu.test(text) && !/[\r\n]|<(?:br|p|div)\b/iu.test(text)) {
    losses.push({ code: 'line-breaks', detail: '' })
  }
  const placed = format === 'zendesk-csv' ? titleAndFolder(title) : { title, folder: splitPath(cell('folder'), ours) }
  const team = cell('team').trim() || (groups[0] ?? '')
  return rawReply({
    id: cell('id').trim() || null,
    updatedAt: moment(cell('updated')),
    line: row.line,
    title: placed.title,
    folder: placed.folder,
    shortcut: cell('shortcut').trim() || (keywords[0] ?? null),
    text,
    markup: ours ? 'text' : markup,
    language: cell('language').trim() || null,
    tags: ours
      ? splitList(cell('tags'), /,/u, true)
      : [...splitList(cell('tags'), /[,;]/u, false), ...keywords.slice(1)],
    ...scopeOf(cell('scope'), team),
    actions: ours ? readOurActions(cell('actions')) : [],
    active: isActive(cell('active')),
    usageCount: usage(cell('usage')),
    ...date('effectiveFrom', cell('from'), losses),
    ...date('expiresAt', cell('until'), losses),
    kind: cell('kind').trim() === 'fragment' ? 'fragment' : 'reply',
    losses
  })
}

/** A macro with its actions as JSON in a cell, as scripts write Zendesk's macros into tables. */
function readMacroRow(row: TableRow, cell: (name: ColumnField) => string): RawReply | RawSkip {
  const actions = parseJson(cell('actions'))
  if (asList(actions) === null)
    return skipped('bad-line', cell('title') || null, cell('actions').slice(0, 80), row.line)
  const read = zendeskReader.begin([])({
    id: cell('id').trim() || null,
    title: cell('title'),
    active: cell('active') || true,
    updated_at: cell('updated'),
    actions
  })
  return 'skip' in read ? { ...read, line: row.line } : { ...read, line: row.line }
}

function scopeOf(written: string, team: string): Pick<RawReply, 'scope' | 'team'> {
  if (/^(?:private|personal|me|only me)$/iu.test(written.trim())) return { scope: 'private', team: null }
  if (team !== '') return { scope: 'team', team }
  const named = /^team:\s*(\S.*)$/iu.exec(written.trim())?.[1]
  return named === undefined ? { scope: 'everyone', team: null } : { scope: 'team', team: named }
}

function date<Name extends 'effectiveFrom' | 'expiresAt'>(
  name: Name,
  written: string,
  losses: RawLoss[]
): Partial<Record<Name, number | null>> {
  const at = moment(written.trim())
  if (at === null && written.trim() !== '') losses.push({ code: 'date-unknown', detail: written.slice(0, 40) })
  const given: Partial<Record<'effectiveFrom' | 'expiresAt', number | null>> = { [name]: at }
  return given as Partial<Record<Name, number | null>>
}

/** Rows with the same id and another language are the same reply in that language. */
function withVariants(entries: readonly (RawReply | RawSkip)[]): (RawReply | RawSkip)[] {
  const byId = new Map<string, number>()
  const merged: (RawReply | RawSkip)[] = []
  for (const entry of entries) {
    const at = 'skip' in entry || entry.id === null ? undefined : byId.get(entry.id)
    const first = at === undefined ? undefined : merged[at]
    if (at === undefined || first === undefined || 'skip' in first || 'skip' in entry || entry.language === null) {
      if (!('skip' in entry) && entry.id !== null && at === undefined) byId.set(entry.id, merged.length)
      merged.push(entry)
      continue
    }
    merged[at] = { ...first, variants: [...first.variants, { language: entry.language, text: entry.text }] }
  }
  return merged
}
