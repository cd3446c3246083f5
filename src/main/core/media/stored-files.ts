import type { ReadDb, WriteDb } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { MediaFolder } from './media-folder.ts'
import * as sql from './sql.ts'

/** Files by their content: the same picture through two doors is one file. Rows elsewhere refer to it by `file`. */
export interface StoredFiles {
  /**
   * Stores a stream. `link` runs in the transaction that stores the row, so that no sweep can come between the file and
   * who needs it; what it throws removes the file again.
   */
  keep<T>(source: AsyncIterable<Uint8Array>, link: (tx: WriteDb, file: sql.StoredFileRow) => T): Promise<T>
  /** The file's row when it is sound; a damaged or missing one is forgotten, and null. */
  checked(file: string): Promise<sql.StoredFileRow | null>
  /** Bytes `start` to `end`, both inclusive. */
  read(file: string, start: number, end: number): AsyncIterable<Uint8Array>
  /** Removes what nobody refers to, and the longest unused while there is more than the ceiling. */
  sweep(): Promise<void>
  /** Removes everything that X gives again. */
  clear(): Promise<void>
  /** Removes what an earlier process left half-written. Only before anything is stored. */
  tidy(): Promise<void>
}

/** Larger files are checked by their length alone: reading a video twice before it plays is too slow. */
const HASHED_MAX_BYTES = 32 * 1024 * 1024
/** When a file was last used is only noted this often, so that a look at a picture costs no write. */
const NOTE_USE_MS = 3_600_000

export function createStoredFiles(parts: {
  readonly db: Database
  readonly folder: MediaFolder
  readonly clock: Clock
  readonly log: Log
  /** Bytes that may lie on the disk. */
  readonly ceiling: () => number
}): StoredFiles {
  const { db, folder, clock, log } = parts
  /** Found sound since the start. */
  const sound = new Set<string>()

  const removeFiles = async (files: readonly string[]): Promise<void> => {
    for (const file of files) {
      sound.delete(file)
      // Windows does not remove a file that somebody reads: the next start does.
      await folder.remove(file).catch((error: unknown) => log.warn('a media file was not removed', { error }))
    }
  }

  const damaged = async (file: string): Promise<null> => {
    log.warn('a media file is missing or damaged')
    db.write((tx) => forgetFile(tx, file))
    await removeFiles([file])
    return null
  }

  const isWhole = async (row: sql.StoredFileRow): Promise<boolean> => {
    if (!(await folder.hasSize(row.file, row.size))) return false
    if (row.size > HASHED_MAX_BYTES) return true
    const hash = await folder.hashOf(row.file, row.size)
    if (row.hash !== null) return row.hash === hash
    // From before hashes were kept. A twin that has one by now keeps it.
    db.write((tx) => tx.run(sql.LEARN_HASH, hash, row.file))
    return true
  }

  const sweep = async (): Promise<void> => {
    const files = db.write((tx) => {
      const orphans = tx.all<{ file: string }>(sql.ORPHANS).map(({ file }) => file)
      for (const file of orphans) tx.run(sql.DROP_FILE, file)
      const evicted: string[] = []
      let excess = total(tx) - parts.ceiling()
      while (excess > 0) {
        const oldest = tx.get<{ file: string; size: number }>(sql.OLDEST_EVICTABLE)
        if (!oldest) break
        forgetFile(tx, oldest.file)
        evicted.push(oldest.file)
        excess -= oldest.size
      }
      if (orphans.length + evicted.length > 0) tx.touch('media')
      return [...orphans, ...evicted]
    })
    await removeFiles(files)
  }

  return {
    async keep(source, link) {
      const put = await folder.put(source)
      try {
        const { result, used } = db.write((tx) => {
          const known = tx.get<sql.StoredFileRow>(sql.FILE_BY_HASH, put.hash)
          const row = known ?? {
            file: put.name,
            hash: put.hash,
            content_type: put.contentType,
            size: put.size,
            used_at: clock.now()
          }
          if (!known) tx.run(sql.INSERT_FILE, row.file, row.hash, row.content_type, row.size, row.used_at)
          tx.touch('media')
          return { result: link(tx, row), used: row.file }
        })
        if (used === put.name) sound.add(used)
        else await keepBetter(used, put.name, put.size)
        return result
      } catch (error) {
        await folder.remove(put.name)
        throw error
      }
    },
    async checked(file) {
      const row = db.get<sql.StoredFileRow>(sql.FILE, file)
      if (!row) return null
      if (!sound.has(file)) {
        if (!(await isWhole(row))) return damaged(file)
        sound.add(file)
      } else if (!(await folder.hasSize(row.file, row.size))) {
        return damaged(file)
      }
      if (clock.now() - row.used_at > NOTE_USE_MS) db.write((tx) => tx.run(sql.NOTE_USE, clock.now(), file))
      return row
    },
    read: (file, start, end) => folder.read(file, start, end),
    sweep,
    async clear() {
      const files = db.write((tx) => {
        const all = tx.all<{ file: string }>(sql.EVICTABLE).map(({ file }) => file)
        for (const file of all) forgetFile(tx, file)
        tx.touch('media')
        return all
      })
      await removeFiles(files)
    },
    async tidy() {
      const known = new Set(db.all<{ file: string }>(sql.ALL_FILES).map(({ file }) => file))
      await removeFiles((await folder.list()).filter((name) => !known.has(name)))
      await sweep()
    }
  }

  /** The content was here already. What lies there may have been damaged meanwhile: the fresh copy takes its place. */
  async function keepBetter(file: string, copy: string, size: number): Promise<void> {
    if (await folder.hasSize(file, size)) await folder.remove(copy)
    else await folder.replace(file, copy)
    sound.delete(file)
  }
}

/** Takes a file out of every row that refers to it. Sources are fetched again when they are wanted. */
function forgetFile(tx: WriteDb, file: string): void {
  tx.run(sql.DROP_SOURCES, file)
  tx.run(sql.TAKE_FROM_ATTACHMENTS, file)
  tx.run(sql.TAKE_FROM_CANNED, file)
  tx.run(sql.DROP_FILE, file)
  tx.touch('media')
}

/** Bytes of all files. */
export function total(db: ReadDb): number {
  return db.get<{ bytes: number }>(sql.TOTAL)?.bytes ?? 0
}
