import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { type Context, withCore } from './context.ts'
import { isoTime } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count } from './table.ts'

interface ExportOptions {
  readonly format: 'jsonl' | 'csv' | 'html'
  readonly out?: string
  readonly conversation?: string
  readonly since?: number
}

export function registerExport(program: Command, run: Run): void {
  withCommonOptions(program.command('export'))
    .description('write conversations out, to a file or to stdout')
    .addOption(new Option('--format <format>', 'kind of file').choices(['jsonl', 'csv', 'html']).makeOptionMandatory())
    .option('--out <file>', 'where to (default: stdout)')
    .option('--conversation <id>', 'only this conversation')
    .option('--since <iso>', 'only what was written since then', isoTime)
    .action(run<ExportOptions>(writeExport))
}

async function writeExport(context: Context, options: ExportOptions): Promise<void> {
  if (options.out === undefined) return exportToStdout(context, options)
  const result = await exportToFile(context, options, path.resolve(options.out))
  context.print(
    result,
    `Wrote ${count(result.messages, 'message')} of ${count(result.conversations, 'conversation')} to ${result.file}`
  )
}

/** The core writes files only: the way to stdout leads through a private folder that is gone afterwards. */
async function exportToStdout(context: Context, options: ExportOptions): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backchannel-export-'))
  try {
    const file = path.join(folder, `export.${options.format}`)
    await exportToFile(context, options, file)
    await pipeline(createReadStream(file), context.io.stdout, { end: false })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function exportToFile(
  context: Context,
  options: ExportOptions,
  file: string
): Promise<{ file: string; messages: number; conversations: number }> {
  return withCore(context, (client) =>
    client.run('export.write', {
      format: options.format,
      file,
      conversation: options.conversation ?? null,
      since: options.since ?? null
    })
  )
}
