import path from 'node:path'
import type { Command } from 'commander'
import type { ImportReport } from '../../shared/contract/commands.ts'
import type { CoreClient } from '../../shared/core-client.ts'
import { type Context, withCore } from './context.ts'
import { xId } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count, oneLine } from './table.ts'

interface ImportOptions {
  readonly dryRun?: boolean
  readonly account?: string
}

export function registerImport(program: Command, run: Run): void {
  withCommonOptions(program.command('import'))
    .description('import the direct messages of an X data archive')
    .argument('<path>', 'the archive: a .zip or the unpacked folder')
    .option('--dry-run', 'only say what would come in')
    .option('--account <id>', 'X id of the owner, for archives without account.js', xId)
    .action(run<ImportOptions>(importArchive))
}

async function importArchive(context: Context, options: ImportOptions, [given = '']: readonly string[]): Promise<void> {
  const dryRun = options.dryRun === true
  const report = await withCore(context, async (client) => {
    const stop = noteProgress(context, client)
    try {
      return await client.run('archive.import', { path: path.resolve(given), dryRun, account: options.account ?? null })
    } finally {
      stop()
    }
  })
  context.print(report, describe(report, dryRun))
}

/** Job news to stderr, at most one line per change of the words. */
function noteProgress(context: Context, client: CoreClient): () => void {
  let last = ''
  return client.subscribe('jobs.list', {}, ({ rows }) => {
    const job = rows.find(({ kind, state }) => kind === 'import' && state === 'running')
    if (!job) return
    const percent = job.progress === null ? '' : `${Math.floor(job.progress * 100)} % `
    const line = `${percent}${oneLine(job.detail, 100)}`
    if (line === last || line === '') return
    last = line
    context.note(line)
  })
}

function describe(report: ImportReport, dryRun: boolean): string {
  const lines = [
    `${dryRun ? 'Would import' : 'Imported'} ${count(report.messages_new, 'new message')} in ${count(report.conversations, 'conversation')}, ` +
      `${count(report.media, 'media file')}; ${report.messages_seen.toLocaleString('en')} were here already.`
  ]
  if (report.skipped.length > 0) lines.push(`Skipped ${count(report.skipped.length, 'entry', 'entries')}:`)
  for (const { file, reason } of report.skipped.slice(0, 20))
    lines.push(`  ${oneLine(file, 80)}: ${oneLine(reason, 160)}`)
  if (report.skipped.length > 20) lines.push(`  … and ${report.skipped.length - 20} more (--json lists all)`)
  return lines.join('\n')
}
