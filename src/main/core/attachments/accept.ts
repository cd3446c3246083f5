import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Database, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { SNIFF_LENGTH } from '../media/content-type.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import { type AttachmentFacts, checkSize, inspect, sortOf } from './inspect.ts'

/** A file that lies in the media folder. */
export interface AcceptedFile {
  /** As the media folder has it. */
  readonly file: string
  /** SHA-256 of the content, hex. */
  readonly hash: string | null
  /** Bytes. */
  readonly size: number
}

/** What a file is taken in with. */
export interface Accepting {
  readonly db: Database
  readonly files: StoredFiles
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Keeps a file that X would take, checked by its content while it comes in; nothing stays of one that it would not take.
 * Whoever calls sweeps afterwards.
 * @param link refers to the file, in a transaction that outlives a power cut: what a person did cannot be fetched again
 * @throws {AppError} invalid-input with what to do instead
 */
export async function acceptFile<T>(
  { db, files, clock }: Accepting,
  body: AsyncIterable<Uint8Array>,
  link: (tx: WriteDb, stored: AcceptedFile, facts: AttachmentFacts) => T
): Promise<T> {
  // The file is stored first and looked into then, because the index of a video may stand at its end.
  const held = uuidv7()
  const stored = await files.keep(checkedBytes(body), (tx, row) => {
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
  const letGo = (tx: WriteDb): void => void tx.run('DELETE FROM media_file WHERE source = ?', held)
  try {
    const head = await readBytes(files, stored.file, 0, Math.min(SNIFF_LENGTH, stored.size))
    const facts = await inspect(await sortOf(head), {
      size: stored.size,
      read: (start, length) => readBytes(files, stored.file, start, Math.min(length, stored.size - start))
    })
    return db.writeDurably((tx) => {
      letGo(tx)
      return link(tx, stored, facts)
    })
  } catch (error) {
    db.write(letGo)
    throw error
  }
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
