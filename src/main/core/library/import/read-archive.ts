import { ReplyAttachment } from '../../../../shared/domain/library/canned-reply.ts'
import type { ImportLoss, ImportSkip } from '../../../../shared/domain/library/import-report.ts'
import { ArchivedFile, ArchivedReply, ArchiveFrame, ARCHIVE, type LibraryArchive } from '../export/library-archive.ts'
import { newestContent } from '../export/newest-content.ts'
import { asList, asRecord, field, text } from './json-value.ts'

/** A library of ours, as it was written out, with what does not fit into one. */
export interface ReadArchive extends LibraryArchive {
  readonly file: string
  readonly skipped: readonly ImportSkip[]
  /** Contents of files in base64, by the hash that they are said to have. */
  readonly files: ReadonlyMap<string, string>
  /** Files that replies name in a way that nothing can be named. */
  readonly losses: readonly ImportLoss[]
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
  const losses: ImportLoss[] = []
  const seen = new Set<string>()
  for (const entry of frame.data.replies) {
    const { entry: sound, damaged } = withoutDamagedNames(entry)
    const parsed = ArchivedReply.safeParse(sound)
    const id = text(asRecord(entry), 'id')
    const skip = (code: ImportSkip['code'], detail: string): void =>
      void skipped.push({ code, detail, file, line: null, reply: id?.slice(0, 100) ?? null })
    if (!parsed.success) skip('does-not-fit', parsed.error.issues[0]?.path.join('.').slice(0, 100) ?? '')
    else if (seen.has(parsed.data.id)) skip('twice', parsed.data.id)
    else {
      seen.add(parsed.data.id)
      replies.push(parsed.data)
      const about = { code: 'file-damaged', file, line: null, reply: newestContent(parsed.data).title } as const
      for (const detail of damaged) losses.push({ ...about, detail })
    }
  }
  const { people, tags } = frame.data
  const files = new Map(
    frame.data.files.flatMap((entry): [string, string][] => {
      const { data } = ArchivedFile.safeParse(entry)
      return data ? [[data.hash, data.data]] : []
    })
  )
  return { file, people, tags, replies, skipped, files, losses }
}

/** A reply whose file is named in a way that cannot be comes without it, and is not left out as a whole. */
function withoutDamagedNames(entry: unknown): { readonly entry: unknown; readonly damaged: ReadonlySet<string> } {
  const damaged = new Set<string>()
  const reply = asRecord(entry)
  const versions = asList(field(reply, 'versions'))
  if (reply === null || versions === null) return { entry, damaged }
  const sound = versions.map((version): unknown => {
    const content = asRecord(field(asRecord(version), 'content'))
    const attachment = field(content, 'attachment') ?? null
    if (content === null || attachment === null || ReplyAttachment.safeParse(attachment).success) return version
    damaged.add(text(asRecord(attachment), 'name')?.slice(0, 200) ?? '')
    return { ...asRecord(version), content: { ...content, attachment: null } }
  })
  return { entry: damaged.size === 0 ? entry : { ...reply, versions: sound }, damaged }
}
