import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { LibraryExportFormat } from '../../../../shared/domain/library/import-report.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database } from '../../db/database.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Team } from '../../team/team.ts'
import { isVisible } from '../reply-record.ts'
import { writeCsvLibrary } from './csv-library.ts'
import { type LibraryArchive, writeArchive } from './library-archive.ts'
import { type TextFile, writeMarkdownLibrary } from './markdown-library.ts'
import { readLibrary } from './read-library.ts'

export function libraryExportCommand({
  db,
  jobs,
  team
}: {
  readonly db: Database
  readonly jobs: Jobs
  readonly team: Pick<Team, 'me'>
}): { 'library.export': CommandDefinition<'library.export'> } {
  return {
    'library.export': {
      kind: 'task',
      run: ({ format, file }) =>
        jobs.run('library-export', file, async () => {
          const library = readLibrary(db)
          const shown = format === 'json' ? library : shownTo(library, team.me())
          await writeWhole(file, contentOf(format, shown))
          return { file, replies: shown.replies.length }
        })
    }
  }
}

/** What others keep to themselves goes into a backup, not into a table to pass on. */
function shownTo(library: LibraryArchive, me: string): LibraryArchive {
  return { ...library, replies: library.replies.filter((reply) => isVisible(reply, me)) }
}

function contentOf(format: LibraryExportFormat, library: LibraryArchive): string | TextFile[] {
  if (format === 'json') return writeArchive(library)
  return format === 'csv' ? writeCsvLibrary(library) : writeMarkdownLibrary(library)
}

/** What is written appears under its name only when it is whole. @throws {AppError} conflict, unreadable-file */
async function writeWhole(file: string, content: string | TextFile[]): Promise<void> {
  // Nothing that somebody else put there is in the way.
  const temporary = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    if (typeof content === 'string') await writeFile(temporary, content, { mode: 0o600 })
    else {
      await makeRoom(file)
      await writeFolder(temporary, content)
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (error instanceof AppError) throw error
    throw new AppError(
      'unreadable-file',
      'The file {file} cannot be written. Choose another place.',
      { file },
      { cause: error }
    )
  }
}

/** Nothing that lies there is written over. */
async function makeRoom(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (entries === null) return
  if (entries.length > 0) {
    throw new AppError('conflict', 'The folder {folder} is not empty. Choose another one.', { folder })
  }
  await rmdir(folder)
}

async function writeFolder(root: string, files: readonly TextFile[]): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const made = new Set<string>()
  for (const { path: name, text } of files) {
    const target = path.join(root, ...name.split('/'))
    const folder = path.dirname(target)
    if (!made.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
    made.add(folder)
    await writeFile(target, text, { mode: 0o600, flag: 'wx' })
  }
}
