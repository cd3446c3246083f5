import { createHash } from 'node:crypto'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { ReplyAttachment } from '../../../../shared/domain/library/canned-reply.ts'
import type { ImportLoss } from '../../../../shared/domain/library/import-report.ts'
import type { Accepting } from '../../attachments/accept.ts'
import { bufferSource } from '../../attachments/byte-source.ts'
import { checkSize, inspect, sortOf } from '../../attachments/inspect.ts'
import { SNIFF_LENGTH } from '../../media/content-type.ts'
import type { ArchivedReply } from '../export/library-archive.ts'
import { newestContent } from '../export/newest-content.ts'
import { keptFile, takeReplyFile } from '../files/kept-files.ts'
import type { ReadArchive } from './read-archive.ts'

/** Null: it is here as it is said to be. Else why it does not come along. */
type Settled = ImportLoss['code'] | null

/**
 * Takes in the files of libraries of ours, each checked by its content like one that an agent attaches. Replies whose file
 * is not there, or is another one than they say, come without it, and it is said.
 * @param dryRun nothing is kept
 */
export async function settleFiles(
  parts: Accepting,
  archives: readonly ReadArchive[],
  dryRun: boolean
): Promise<{ readonly archives: readonly ReadArchive[]; readonly losses: readonly ImportLoss[] }> {
  const losses: ImportLoss[] = archives.flatMap((archive) => archive.losses)
  const settled: ReadArchive[] = []
  for (const archive of archives) {
    const known = new Map<string, Settled>()
    const replies: ArchivedReply[] = []
    for (const reply of archive.replies) {
      for (const attachment of attachmentsOf(reply)) {
        const key = keyOf(attachment)
        if (known.has(key)) continue
        known.set(key, await settle(parts, attachment, archive.files.get(attachment.hash), dryRun))
      }
      const lost = attachmentsOf(reply).filter((attachment) => known.get(keyOf(attachment)) !== null)
      const names = new Map(lost.map((attachment) => [attachment.name, known.get(keyOf(attachment)) ?? 'attachment']))
      const about = { file: archive.file, line: null, reply: newestContent(reply).title }
      for (const [detail, code] of names) losses.push({ code, detail, ...about })
      replies.push(lost.length === 0 ? reply : without(reply, new Set(lost)))
    }
    settled.push({ ...archive, replies })
  }
  if (archives.some(({ files }) => files.size > 0)) await parts.files.sweep()
  return { archives: settled, losses }
}

function attachmentsOf({ versions }: ArchivedReply): ReplyAttachment[] {
  return versions.flatMap(({ content }) => content.attachment ?? [])
}

function keyOf({ hash, type, bytes }: ReplyAttachment): string {
  return `${hash} ${type} ${bytes}`
}

async function settle(
  parts: Accepting,
  { hash, type, bytes: size }: ReplyAttachment,
  data: string | undefined,
  dryRun: boolean
): Promise<Settled> {
  const kept = keptFile(parts.db, hash)
  if (kept !== null && (await parts.files.checked(kept.file)) !== null) {
    return kept.media_type === type && kept.size === size ? null : 'file-damaged'
  }
  if (data === undefined) return 'attachment'
  const bytes = Buffer.from(data, 'base64')
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return 'file-damaged'
  try {
    const sort = await sortOf(bytes.subarray(0, SNIFF_LENGTH))
    checkSize(sort.category, bytes.length)
    const { mediaType } = await inspect(sort, bufferSource(bytes))
    if (mediaType !== type || bytes.length !== size) return 'file-damaged'
    if (!dryRun) await takeReplyFile(parts, oneChunk(bytes))
    return null
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return 'file-refused'
    throw error
  }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

function without(reply: ArchivedReply, lost: ReadonlySet<ReplyAttachment>): ArchivedReply {
  const versions = reply.versions.map((version) => {
    const { attachment } = version.content
    if (attachment === null || !lost.has(attachment)) return version
    return { ...version, content: { ...version.content, attachment: null } }
  })
  return { ...reply, versions }
}
