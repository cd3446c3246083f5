import type { ImportSkip } from '../../../../shared/domain/library/import-report.ts'
import { ArchivedFile, ArchivedReply, ArchiveFrame, ARCHIVE, type LibraryArchive } from '../export/library-archive.ts'
import { asRecord, field, text } from './json-value.ts'

/** A library of ours, as it was written out, with what does not fit into one. */
export interface ReadArchive extends LibraryArchive {
  readonly file: string
  readonly skipped: readonly ImportSkip[]
  /** Contents of files in base64, by the hash that they are said to have. */
  readonly files: ReadonlyMap<string, string>
}

export function isArchive(value: unknown): boolean {
  return field(asRecord(value), 'backchannel') === ARCHIVE
}

/** Reply by reply: one that somebody damaged takes nothing else with it. @returns null when not even its frame fits */
export function readArchive(file: string, value: unknown): ReadArchive | null {
  const frame = ArchiveFrame.safeParse(value)
  if (!frame.success) return null
  const replies: ArchivedReply[] = []
  const skipped: ImportSkip[] = []
  const seen = new Set<string>()
  for (const entry of frame.data.replies) {
    const parsed = ArchivedReply.safeParse(entry)
    const id = text(asRecord(entry), 'id')
    const skip = (code: ImportSkip['code'], detail: string): void =>
      void skipped.push({ code, detail, file, line: null, reply: id?.slice(0, 100) ?? null })
    if (!parsed.success) skip('does-not-fit', parsed.error.issues[0]?.path.join('.').slice(0, 100) ?? '')
    else if (seen.has(parsed.data.id)) skip('twice', parsed.data.id)
    else {
      seen.add(parsed.data.id)
      replies.push(parsed.data)
    }
  }
  const { people, tags } = frame.data
  const files = new Map(
    frame.data.files.flatMap((entry): [string, string][] => {
      const { data } = ArchivedFile.safeParse(entry)
      return data ? [[data.hash, data.data]] : []
    })
  )
  return { file, people, tags, replies, skipped, files }
}
