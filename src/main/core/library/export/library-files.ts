import type { LeftOutFile } from '../../../../shared/domain/library/import-report.ts'
import type { ReplyAttachment } from '../../../../shared/domain/library/canned-reply.ts'
import type { ReadDb } from '../../db/database.ts'
import type { StoredFiles } from '../../media/stored-files.ts'
import { keptFile } from '../files/kept-files.ts'
import type { ArchivedBytes } from './archive-pieces.ts'
import type { ArchivedReply } from './library-archive.ts'
import { newestContent } from './newest-content.ts'

/** More could be written, and no longer be read as one text. In bytes, before base64. */
const MOST_EMBEDDED_BYTES = 100 * 1024 * 1024

export interface LibraryFiles {
  /** By hash, in its order. */
  readonly files: readonly ArchivedBytes[]
  readonly leftOut: readonly LeftOutFile[]
}

/** The files that versions name, as many as fit; the small ones first. */
export async function libraryFiles(
  parts: { readonly db: ReadDb; readonly files: Pick<StoredFiles, 'checked' | 'read'> },
  replies: readonly ArchivedReply[],
  most = MOST_EMBEDDED_BYTES
): Promise<LibraryFiles> {
  const named = new Map<string, { readonly reply: string; readonly attachment: ReplyAttachment }>()
  for (const reply of replies) {
    // The newest version names it last, under the name that it has now.
    for (const { content } of reply.versions) {
      if (content.attachment === null) continue
      named.set(content.attachment.hash, { reply: newestContent(reply).title, attachment: content.attachment })
    }
  }
  const inOrder = [...named.values()].toSorted(
    (a, b) => a.attachment.bytes - b.attachment.bytes || (a.attachment.hash < b.attachment.hash ? -1 : 1)
  )
  const taken: ArchivedBytes[] = []
  const leftOut: LeftOutFile[] = []
  let size = 0
  for (const { reply, attachment } of inOrder) {
    const { hash, name } = attachment
    const body = await bytesOf(parts, hash)
    if (body === null) leftOut.push({ reply, name, why: 'missing' })
    else if (size + body.size > most) leftOut.push({ reply, name, why: 'too-large' })
    else {
      size += body.size
      taken.push({ hash, body: body.read() })
    }
  }
  return { files: taken.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)), leftOut }
}

/** @returns null when the file is not here, or damaged */
export async function bytesOf(
  { db, files }: { readonly db: ReadDb; readonly files: Pick<StoredFiles, 'checked' | 'read'> },
  hash: string
): Promise<{ readonly size: number; readonly read: () => AsyncIterable<Uint8Array> } | null> {
  const file = keptFile(db, hash)?.file
  const row = file === undefined ? null : await files.checked(file)
  return row === null ? null : { size: row.size, read: () => files.read(row.file, 0, row.size - 1) }
}

/** Of a kind of export that holds no files. */
export function withoutFiles(replies: readonly ArchivedReply[]): LeftOutFile[] {
  return replies.flatMap((reply): LeftOutFile[] => {
    const { title, attachment } = newestContent(reply)
    return attachment === null ? [] : [{ reply: title, name: attachment.name, why: 'no-files' }]
  })
}
