import {
  type ImportRemark,
  type LeftOutFile,
  type LibraryImportReport,
  systemNames
} from '../../shared/domain/library/import-report.ts'
import { remarkSentence } from '../../shared/domain/library/import-words.ts'
import { english } from '../../shared/i18n/english.ts'
import { count, oneLine } from './table.ts'

const MOST_SHOWN = 20

/** What an import did, for people; `--json` has all of it. */
export function describeImport(report: LibraryImportReport, dryRun: boolean): string {
  const system = report.format === null ? 'nothing that is known' : systemNames[report.format]
  const replies = count(report.new, 'new canned reply', 'new canned replies')
  const lines = [
    `${dryRun ? 'Would import' : 'Imported'} ${replies} from ${system}, and ${dryRun ? 'update' : 'updated'} ${report.updated.toLocaleString('en')}; ` +
      `${report.unchanged.toLocaleString('en')} were here already.`
  ]
  if (report.approved > 0)
    lines.push(`Agents can insert ${count(report.approved, 'reply', 'replies')} of them at once.`)
  const columns = report.columns.map(({ column, field }) => `${oneLine(column, 40)} → ${field ?? 'left out'}`)
  lines.push(...listed('Columns', columns))
  const placeholders = report.placeholders.map(
    ({ from, to, count: times }) => `${oneLine(from, 60)} → ${oneLine(to, 60)} (${times})`
  )
  lines.push(...listed('Placeholders', placeholders))
  lines.push(
    ...listed(
      'Changed here and there',
      report.conflicts.map(({ title, choice }) => `${oneLine(title, 80)}: ${conflictWords[choice]}`)
    ),
    ...listed('Left out', report.skipped.map(remarkLine)),
    ...listed('Lost on the way', report.losses.map(remarkLine)),
    ...listed('To look at', report.flags.map(remarkLine))
  )
  return lines.join('\n')
}

/** The files that an export does not hold, for people. */
export function describeLeftOut(leftOut: readonly LeftOutFile[]): string[] {
  const lines = leftOut.map(
    ({ reply, name, why }) => `“${oneLine(reply, 60)}”: ${oneLine(name, 80)} ${leftOutWords[why]}`
  )
  return listed('Files left out', lines)
}

const leftOutWords: Readonly<Record<LeftOutFile['why'], string>> = {
  'no-files': 'is not in it: a table holds no files. Export as JSON or as Markdown to take it along.',
  'too-large': 'is not in it: the files would be more than 100 MB. Export as Markdown to take it along.',
  missing: 'is not here any more. Attach it again in the library.'
}

const conflictWords = {
  keep: 'ours stays',
  take: 'theirs came as a new version',
  both: 'theirs came beside ours'
} as const

function remarkLine(remark: ImportRemark): string {
  const { pattern, values } = remarkSentence(remark)
  const line = remark.line === null ? '' : `:${remark.line}`
  const reply = remark.reply === null ? '' : ` “${oneLine(remark.reply, 60)}”`
  return `${oneLine(remark.file, 60)}${line}${reply}: ${oneLine(english.sentence(pattern, values), 200)}`
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - MOST_SHOWN
  return [
    `${title} (${lines.length.toLocaleString('en')}):`,
    ...lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … and ${rest.toLocaleString('en')} more (--json lists all)`] : [])
  ]
}
