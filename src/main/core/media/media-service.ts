import { isRecent } from '../clock/is-recent.ts'
import type { MediaFile } from '../core-interface.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { XClient } from '../x/client.ts'
import { resolveMedia, type MediaSource } from './resolve-media.ts'
import * as sql from './sql.ts'
import { type StoredFiles, total } from './stored-files.ts'

/** Serves what the rows' `media/…` paths name, and fetches it from X the first time. */
export interface MediaService {
  open(path: string, range: { start: number; end: number | null } | null): Promise<MediaFile | null>
  /** Keeps a file of an archive under the name its message uses. */
  keepArchiveFile(accountId: string, localFile: string, body: AsyncIterable<Uint8Array>): Promise<void>
  /** Fetches pictures and voice clips of recent messages, so that they can be seen offline. */
  prefetch(accountId: string): Promise<void>
  /** Nothing is fetched ahead or remembered from here on: the database is about to close. */
  close(): void
  /** Lets go of the files that a deleted message showed, by their addresses at X or in an archive. */
  forgetFiles(accountId: string, addresses: readonly string[]): Promise<void>
  /** Removes the files of an account that is going away. */
  forget(accountId: string): Promise<void>
}

const MAX_BYTES = 600 * 1024 * 1024
const PREFETCH_MAX_BYTES = 6 * 1024 * 1024
const PREFETCH_COUNT = 20
/** So many are looked at, because some of them may be too large. */
const PREFETCH_LOOK = 200
/** What X did not have is asked for again after this. */
const RETRY_MS = 6 * 3_600_000
const TRANSIENT = new Set([
  'network',
  'timeout',
  'rate-limited',
  'server',
  'cancelled',
  'unauthorized',
  'sign-in-needed',
  'out-of-credits'
])

export function createMediaService(parts: {
  db: Database
  files: StoredFiles
  clock: Clock
  log: Log
  /** Bytes that may lie on the disk. */
  ceiling: () => number
  /** The client of an account; null when it is not connected. */
  clientOf: (accountId: string) => XClient | null
}): MediaService {
  const { db, files, clock, log, clientOf } = parts
  let closed = false
  const fetching = new Map<string, { readonly maxBytes: number; readonly file: Promise<string | null> }>()
  /** Too large to be fetched ahead; opened on demand all the same. */
  const tooLarge = new Set<string>()

  const remember = (source: string, state: 'here' | 'gone', file: string | null): void => {
    if (!closed) db.write((tx) => tx.run(sql.REMEMBER_SOURCE, source, file, state, clock.now()))
  }

  /** @returns the stored file; null when X cannot be asked now, has it no more, or the file is larger than wanted. */
  const download = async (
    { accountId, url }: MediaSource,
    source: string,
    maxBytes: number
  ): Promise<string | null> => {
    const client = clientOf(accountId)
    if (!client || /^(archive|attachment):/.test(url)) return null
    const result = await client.downloadMedia(url, { maxBytes })
    if (!result.ok) {
      if (TRANSIENT.has(result.problem.kind)) return null
      if (result.problem.kind === 'too-large' && maxBytes < MAX_BYTES) tooLarge.add(source)
      else remember(source, 'gone', null)
      return null
    }
    try {
      return await files.keep(result.value.body, (tx, { file }) => {
        tx.run(sql.REMEMBER_SOURCE, source, file, 'here', clock.now())
        return file
      })
    } catch (error) {
      if (!closed) log.warn('a media file broke off while it was loaded', { error })
      return null
    }
  }

  /** What lies here already, under this address or as the attachment of an own reply. */
  const here = async (
    wanted: MediaSource,
    source: string
  ): Promise<{ readonly file: string | null; readonly gone: boolean }> => {
    const found = async (file: string | null | undefined): Promise<string | null> =>
      file !== null && file !== undefined && (await files.checked(file)) !== null ? file : null
    if (wanted.file !== null) return { file: await found(wanted.file), gone: true }
    const known = db.get<sql.SourceRow>(sql.SOURCE, source)
    const kept = await found(known?.file)
    if (kept !== null) return { file: kept, gone: false }
    const gone = known?.state === 'gone' && isRecent(known.fetched_at, RETRY_MS, clock.now())
    const { accountId, ownEventId } = wanted
    if (gone || ownEventId === null) return { file: null, gone }
    const own = db.get<{ file: string }>(sql.OWN_FILE, accountId, ownEventId)
    return { file: await found(own?.file), gone: false }
  }

  const obtain = async (wanted: MediaSource, maxBytes: number): Promise<string | null> => {
    const source = `${wanted.accountId} ${wanted.url}`
    const running = fetching.get(source)
    if (!running) {
      const file = here(wanted, source)
        .then(({ file: known, gone }) => known ?? (gone ? null : download(wanted, source, maxBytes)))
        .finally(() => fetching.delete(source))
      fetching.set(source, { maxBytes, file })
      return file
    }
    // What is being fetched ahead may give up at a size that is wanted now.
    const file = await running.file
    return file === null && running.maxBytes < maxBytes ? obtain(wanted, maxBytes) : file
  }

  return {
    async open(path, range) {
      const wanted = resolveMedia(db, path)
      if (!wanted) return null
      const file = await obtain(wanted, MAX_BYTES)
      const row = file === null ? undefined : db.get<sql.StoredFileRow>(sql.FILE, file)
      if (!row) return null
      const end = Math.min(range?.end ?? row.size - 1, row.size - 1)
      const start = range?.start ?? 0
      if (start > end || start < 0) return null
      return { contentType: row.content_type, size: row.size, start, end, body: files.read(row.file, start, end) }
    },
    async keepArchiveFile(accountId, localFile, body) {
      const source = `${accountId} archive:${localFile}`
      const known = db.get<sql.SourceRow>(sql.SOURCE, source)
      if (known?.file && (await files.checked(known.file))) return
      await files.keep(body, (tx, { file }) => tx.run(sql.REMEMBER_SOURCE, source, file, 'here', clock.now()))
    },
    async prefetch(accountId) {
      await files.sweep()
      const rows = db
        .all<{ url: string }>(sql.RECENT_MEDIA, accountId, accountId, accountId, PREFETCH_LOOK)
        .filter(({ url }) => !tooLarge.has(`${accountId} ${url}`))
      for (const { url } of rows.slice(0, PREFETCH_COUNT)) {
        // Fetching ahead what the ceiling drops again would never end.
        if (closed || total(db) >= parts.ceiling()) return
        const source = `${accountId} ${url}`
        const found = await obtain({ accountId, url, file: null, ownEventId: null }, PREFETCH_MAX_BYTES)
        // X cannot be asked now: the rest would fare no better, and may use up a limit.
        if (found === null && !tooLarge.has(source) && db.get(sql.SOURCE, source) === undefined) return
      }
    },
    close() {
      closed = true
    },
    async forgetFiles(accountId, addresses) {
      // A download that is under way would bring it back.
      const sources = addresses.map((address) => `${accountId} ${address}`)
      await Promise.allSettled(sources.map((source) => Promise.resolve(fetching.get(source)?.file)))
      if (closed) return
      db.write((tx) => {
        for (const source of sources) tx.run(sql.FORGET_SOURCE, source)
      })
      await files.sweep()
    },
    async forget(accountId) {
      db.write((tx) => {
        tx.run(sql.FORGET_SOURCES, accountId)
        tx.run('DELETE FROM attachment WHERE account_id = ?', accountId)
      })
      await files.sweep()
    }
  }
}
