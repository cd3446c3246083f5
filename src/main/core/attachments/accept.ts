import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { MAX_ATTACHMENT_NAME } from '../../../shared/domain/attachment.ts'
import { ConversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { NewAttachment } from '../core-interface.ts'
import { findConversationKey } from '../inbox/refresh.ts'
import type { Database } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { SNIFF_LENGTH } from '../media/content-type.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import { setAsideOfDraft, touched } from './attachments.ts'
import { type AttachmentFacts, checkSize, inspect, sortOf } from './inspect.ts'
import * as sql from './sql.ts'

/**
 * Takes a file into the draft of a conversation: checked by its content while it comes in, kept encrypted, in place of
 * the one before. Nothing is kept of a file that X would not take.
 * @throws {AppError} invalid-input with what to do instead, not-found, not-allowed
 */
export async function acceptAttachment(
  parts: { readonly db: Database; readonly files: StoredFiles; readonly clock: Clock },
  given: NewAttachment
): Promise<{ attachment: string }> {
  const { db, files, clock } = parts
  const key = ConversationKey.safeParse(given.conversation)
  if (!key.success) throw new AppError('not-found', 'There is no such conversation.')
  const target = splitConversationKey(key.data)
  const account = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', target.accountId)
  if (!account || findConversationKey(db, target.accountId, target.conversationId) === null) {
    throw new AppError('not-found', 'There is no such conversation.')
  }
  if (account.api_base === null) {
    throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X before you answer.')
  }
  // The file is stored first and looked into then, because the index of a video may stand at its end.
  const held = uuidv7()
  const checked: { facts: AttachmentFacts | null } = { facts: null }
  const stored = await files.keep(checkedBytes(given.body), (tx, row) => {
    // Held by a row of its own meanwhile, so that no sweep takes it.
    tx.run(
      'INSERT INTO media_file (source, file, state, fetched_at) VALUES (?, ?, ?, ?)',
      held,
      row.file,
      'here',
      clock.now()
    )
    return row
  })
  try {
    const head = await readBytes(files, stored.file, 0, Math.min(SNIFF_LENGTH, stored.size))
    checked.facts = await inspect(await sortOf(head), {
      size: stored.size,
      read: (start, length) => readBytes(files, stored.file, start, Math.min(length, stored.size - start))
    })
  } finally {
    // What a person did cannot be fetched again.
    db.writeDurably((tx) => {
      tx.run('DELETE FROM media_file WHERE source = ?', held)
      if (checked.facts === null) return
      const { accountId, conversationId } = target
      setAsideOfDraft(tx, accountId, conversationId, clock.now())
      const { mediaType, category, width, height, durationMs } = checked.facts
      const now = clock.now()
      tx.run(
        sql.INSERT,
        held,
        accountId,
        conversationId,
        stored.file,
        shownName(given.name),
        stored.size,
        mediaType,
        category,
        width,
        height,
        durationMs,
        now,
        now
      )
      touched(tx, accountId, conversationId)
    })
    await files.sweep()
  }
  return { attachment: held }
}

/** Passes the bytes on, and breaks off as soon as they are more, or of another kind, than X takes. */
async function* checkedBytes(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  let start = Buffer.alloc(0)
  let category: AttachmentFacts['category'] | null = null
  for await (const chunk of body) {
    size += chunk.byteLength
    if (category === null) {
      start = Buffer.concat([start, chunk])
      if (start.length < SNIFF_LENGTH) continue
      category = (await sortOf(start)).category
      checkSize(category, size)
      yield start
    } else {
      checkSize(category, size)
      yield chunk
    }
  }
  if (size === 0) throw new AppError('invalid-input', 'The file is empty. Choose another one.')
  if (category === null) {
    await sortOf(start)
    yield start
  }
}

/** A part of a stored file as one buffer; the caller keeps it small. */
export async function readBytes(
  files: Pick<StoredFiles, 'read'>,
  file: string,
  start: number,
  length: number
): Promise<Buffer> {
  if (length <= 0) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  for await (const chunk of files.read(file, start, start + length - 1)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A name is shown and nothing else: no folder, no line breaks, not for ever. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MAX_ATTACHMENT_NAME)
    .toWellFormed()
  return clean === '' ? 'Attachment' : clean
}
