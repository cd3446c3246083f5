import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ReportFormat, ReportInput } from '../../shared/contract/report-input.ts'
import { reportFormats } from '../../shared/contract/report-input.ts'
import { dayOf } from '../../shared/domain/report/report-range.ts'
import { type Context, withCore } from './context.ts'
import { xId } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { describeReport } from './report-text.ts'
import { count } from './table.ts'

interface ReportOptions {
  readonly from: string
  readonly to: string
  readonly zone?: string
  readonly account?: string
  readonly compare: boolean
  readonly format?: ReportFormat
  readonly out?: string
}

export function registerReport(program: Command, run: Run): void {
  withCommonOptions(program.command('report'))
    .description('what came in, how quickly it was answered and resolved, and what is open')
    .requiredOption('--from <day>', 'the first day, like 2026-11-01', day)
    .requiredOption('--to <day>', 'the last day; it counts, too', day)
    .option(
      '--zone <name>',
      'whose days, like Europe/Berlin (default: that of the business hours, else this computer’s)'
    )
    .option('--account <id>', 'only this X account', xId)
    .option('--no-compare', 'leave out the period before')
    .addOption(
      new Option('--format <format>', 'csv: a row for each conversation; html: a page of totals').choices(reportFormats)
    )
    .option('--out <file>', 'where to (default: stdout)')
    .action(run<ReportOptions>(report))
}

/** @throws {InvalidArgumentError} */
function day(text: string): string {
  if (dayOf(text) === null) throw new InvalidArgumentError('It is a day like 2026-11-23.')
  return text
}

async function report(context: Context, options: ReportOptions): Promise<void> {
  const { from, to, zone = null, account = null, compare, format, out } = options
  if (format === undefined && out !== undefined) {
    throw new InvalidArgumentError('What goes into a file needs --format csv or --format html.')
  }
  const input: ReportInput = { from, to, zone, account, compare }
  if (format !== undefined) return exportReport(context, input, format, out)
  const row = await withCore(context, async (client) => (await client.ask('reports.report', input))[0])
  if (row === undefined) throw new Error('there is no report')
  context.print({ report: snakeCased(row) }, describeReport(row))
}

async function exportReport(
  context: Context,
  input: ReportInput,
  format: ReportFormat,
  out: string | undefined
): Promise<void> {
  if (out === undefined) return exportToStdout(context, input, format)
  const result = await write(context, input, format, path.resolve(out))
  const rows = result.conversations === null ? '' : `${count(result.conversations, 'conversation')} `
  context.print(result, `Wrote ${rows === '' ? 'the report ' : rows}to ${result.file}`)
}

/** The core writes files only: the way to stdout leads through a private folder that is gone afterwards. */
async function exportToStdout(context: Context, input: ReportInput, format: ReportFormat): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backchannel-report-'))
  try {
    const file = path.join(folder, `report.${format}`)
    await write(context, input, format, file)
    await pipeline(createReadStream(file), context.io.stdout, { end: false })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function write(
  context: Context,
  input: ReportInput,
  format: ReportFormat,
  file: string
): Promise<{ file: string; conversations: number | null }> {
  return withCore(context, (client) => client.run('reports.export', { ...input, format, file }))
}

/** Names as the other commands print them: `messages_in`. */
function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(inside)
    ])
  )
}
