import { AppError } from '../../../../shared/contract/errors.ts'
import type { ReplyAttachment, ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import { acceptFile, type AcceptedFile, type Accepting } from '../../attachments/accept.ts'
import type { AttachmentFacts } from '../../attachments/inspect.ts'
import { UNDO_REACHES_MS } from '../../commands/undo.ts'
import type { ReadDb, WriteDb } from '../../db/database.ts'
import * as sql from './sql.ts'

/** The file that versions name by this hash; null when it is not here. */
export function keptFile(db: ReadDb, hash: string): sql.KeptFileRow | null {
  return db.get<sql.KeptFileRow>(sql.FIND, hash) ?? null
}

/**
 * Takes a file in for a canned reply that is being written, checked by its content like one for a draft.
 * @returns its hash
 * @throws {AppError} invalid-input with what to do instead
 */
export async function keepReplyFile(
  parts: Accepting,
  given: { readonly body: AsyncIterable<Uint8Array> }
): Promise<{ attachment: string }> {
  try {
    return { attachment: await takeReplyFile(parts, given.body) }
  } finally {
    await parts.files.sweep()
  }
}

/** The same for one of many: whoever takes them in sweeps at the end. @returns its hash */
export function takeReplyFile(parts: Accepting, body: AsyncIterable<Uint8Array>): Promise<string> {
  return acceptFile(parts, body, (tx, stored, facts) => keepFile(tx, stored, facts, parts.clock.now()))
}

function keepFile(tx: WriteDb, { file, hash, size }: AcceptedFile, facts: AttachmentFacts, now: number): string {
  if (hash === null) throw new TypeError('What was just stored has its hash.')
  const { mediaType, category, width, height, durationMs } = facts
  tx.run(sql.KEEP, hash, file, mediaType, category, size, width, height, durationMs, now)
  tx.touch('media')
  return hash
}

/**
 * What is saved says of its file what the file is. One that has gone stays named where it was, so that the text can
 * still be changed; nothing new names it.
 * @param before of the version that it grew from
 * @throws {AppError} not-found
 */
export function withKeptFile(db: ReadDb, content: ReplyContent, before: ReplyAttachment | null): ReplyContent {
  const { attachment } = content
  if (attachment === null) return content
  const { hash, name } = attachment
  const kept = keptFile(db, hash)
  if (kept) return { ...content, attachment: { hash, name, type: kept.media_type, bytes: kept.size } }
  if (before?.hash === hash) return { ...content, attachment: before }
  throw gone(name)
}

/** Agents would insert the text alone and not know. @throws {AppError} not-allowed */
export function refuseMissingFiles(db: ReadDb, contents: readonly ReplyContent[]): void {
  for (const { title, attachment } of contents) {
    if (attachment === null || keptFile(db, attachment.hash) !== null) continue
    throw new AppError(
      'not-allowed',
      'The file “{name}” of “{title}” is not here any more. Attach it again, or remove it.',
      { name: attachment.name, title }
    )
  }
}

function gone(name: string): AppError {
  return new AppError('not-found', 'The file “{name}” is not here any more. Attach it again.', { name })
}

/**
 * Lets go of files that no version names. What was taken in lately may belong to a reply that is being written, and what
 * an unsaved one names is still wanted. Run at start; the sweep that follows removes the bytes.
 * @param unsaved what is written and not saved, as the settings have it
 */
export function dropUnusedFiles(db: WriteDb, unsaved: unknown, now: number): void {
  const written = JSON.stringify(unsaved ?? null)
  for (const { hash } of db.all<{ hash: string }>(sql.UNUSED, now - UNDO_REACHES_MS)) {
    if (!written.includes(hash)) db.run(sql.DROP, hash)
  }
}
