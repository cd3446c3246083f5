import type { LeftOutFile } from '../../../../shared/domain/library/import-report.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database } from '../../db/database.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { StoredFiles } from '../../media/stored-files.ts'
import type { Team } from '../../team/team.ts'
import { isVisible } from '../reply-record.ts'
import { archivePieces } from './archive-pieces.ts'
import { writeCsvLibrary } from './csv-library.ts'
import type { LibraryArchive } from './library-archive.ts'
import { bytesOf, libraryFiles, withoutFiles } from './library-files.ts'
import { writeMarkdownLibrary } from './markdown-library.ts'
import { newestContent } from './newest-content.ts'
import { readLibrary } from './read-library.ts'
import { writeWholeFile, writeWholeFolder } from '../../export/write-whole.ts'

interface ExportParts {
  readonly db: Database
  readonly files: StoredFiles
  readonly jobs: Jobs
  readonly team: Pick<Team, 'me'>
}

export function libraryExportCommand(parts: ExportParts): { 'library.export': CommandDefinition<'library.export'> } {
  const { db, jobs, team } = parts
  return {
    'library.export': {
      kind: 'task',
      run: ({ format, file }) =>
        jobs.run('library-export', file, async () => {
          const all = readLibrary(db)
          const library = format === 'json' ? all : shownTo(all, team.me())
          const leftOut = await writers[format](parts, library, file)
          return { file, replies: library.replies.length, leftOut }
        })
    }
  }
}

/** What others keep to themselves goes into a backup, not into a table to pass on. */
function shownTo(library: LibraryArchive, me: string): LibraryArchive {
  return { ...library, replies: library.replies.filter((reply) => isVisible(reply, me)) }
}

/** Each says which files are not in what it wrote. */
const writers = {
  async json(parts: ExportParts, library: LibraryArchive, file: string): Promise<readonly LeftOutFile[]> {
    const { files, leftOut } = await libraryFiles(parts, library.replies)
    await writeWholeFile(file, archivePieces(library, files))
    return leftOut
  },
  async csv(_parts: ExportParts, library: LibraryArchive, file: string): Promise<readonly LeftOutFile[]> {
    await writeWholeFile(file, [writeCsvLibrary(library)])
    return withoutFiles(library.replies)
  },
  async markdown(parts: ExportParts, library: LibraryArchive, folder: string): Promise<readonly LeftOutFile[]> {
    const bodies = new Map<string, () => AsyncIterable<Uint8Array>>()
    const leftOut: LeftOutFile[] = []
    for (const reply of library.replies) {
      const { title, attachment } = newestContent(reply)
      if (attachment === null || bodies.has(attachment.hash)) continue
      const body = await bytesOf(parts, attachment.hash)
      if (body === null) leftOut.push({ reply: title, name: attachment.name, why: 'missing' })
      else bodies.set(attachment.hash, body.read)
    }
    const files = writeMarkdownLibrary(library, new Set(bodies.keys()))
    await writeWholeFolder(
      folder,
      files.map((file) =>
        'text' in file
          ? { path: file.path, body: [file.text] }
          : { path: file.path, body: bodies.get(file.hash)?.() ?? [] }
      )
    )
    return leftOut
  }
} as const
