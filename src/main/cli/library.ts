import path from 'node:path'
import { type Command, Option } from 'commander'
import {
  type ConflictChoice,
  conflictChoices,
  type ImportFormat,
  importFormats,
  type LibraryExportFormat,
  libraryExportFormats
} from '../../shared/domain/library/import-report.ts'
import { type Context, withCore } from './context.ts'
import { describeImport, describeLeftOut } from './library-report.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count, oneLine, table } from './table.ts'

interface ImportOptions {
  readonly format?: ImportFormat
  readonly dryRun?: boolean
  readonly approve?: boolean
  readonly conflicts: ConflictChoice
}

interface ExportOptions {
  readonly format: LibraryExportFormat
  readonly out: string
}

export function registerLibrary(program: Command, run: Run): void {
  const library = program.command('library').description('the canned replies')
  withCommonOptions(library.command('import'))
    .description('import canned replies of another system, or of ours')
    .argument('<paths...>', 'files, or folders of them')
    .addOption(new Option('--format <format>', 'what they are (default: found out)').choices(importFormats))
    .option('--dry-run', 'only say what would come in')
    .option('--approve', 'agents may insert at once what has no mistake (default: drafts)')
    .addOption(
      new Option('--conflicts <choice>', 'replies that were changed here and there')
        .choices(conflictChoices)
        .default('keep')
    )
    .action(run<ImportOptions>(importReplies))
  withCommonOptions(library.command('export'))
    .description('write the canned replies out: all of it as JSON, a table, or a folder of Markdown')
    .addOption(new Option('--format <format>', 'kind of file').choices(libraryExportFormats).makeOptionMandatory())
    .requiredOption('--out <path>', 'the file, or the folder')
    .action(run<ExportOptions>(exportReplies))
  withCommonOptions(library.command('list')).description('list the canned replies').action(run<object>(listReplies))
}

async function importReplies(context: Context, options: ImportOptions, given: readonly string[]): Promise<void> {
  const dryRun = options.dryRun === true
  const report = await withCore(context, (client) =>
    client.run('library.import', {
      paths: given.map((each) => path.resolve(each)),
      format: options.format ?? null,
      dryRun,
      approve: options.approve === true,
      conflicts: options.conflicts
    })
  )
  context.print(report, describeImport(report, dryRun))
}

async function exportReplies(context: Context, options: ExportOptions): Promise<void> {
  const file = path.resolve(options.out)
  const result = await withCore(context, (client) => client.run('library.export', { format: options.format, file }))
  context.print(
    result,
    [
      `Wrote ${count(result.replies, 'canned reply', 'canned replies')} to ${oneLine(result.file, 200)}`,
      ...describeLeftOut(result.leftOut)
    ].join('\n')
  )
}

async function listReplies(context: Context): Promise<void> {
  const replies = await withCore(context, (client) => client.ask('library.list', {}))
  context.print(
    {
      replies: replies.map(
        ({ id, title, shortcut, folder, languages, attachment, stage, pending, broken, uses, source }) => ({
          id,
          title,
          shortcut,
          folder,
          languages,
          attachment,
          stage,
          pending,
          broken,
          uses,
          source
        })
      )
    },
    [
      ...(replies.length === 0
        ? []
        : [
            table(
              replies.map((reply) => [
                reply.shortcut === null ? '' : oneLine(`/${reply.shortcut}`, 24),
                oneLine([...reply.folder, reply.title].join(' / '), 60),
                reply.broken ? `${reply.stage}, broken` : reply.stage,
                oneLine(reply.preview, 60)
              ])
            )
          ]),
      count(replies.length, 'canned reply', 'canned replies')
    ].join('\n')
  )
}
