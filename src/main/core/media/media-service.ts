import type { MediaFile } from '../core-interface.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { XClient } from '../x/client.ts'
import type { MediaFolder } from './media-folder.ts'

/** Serves what the rows' `media/…` paths name, and fetches it from X the first time. */
export interface MediaService {
  open(path: string, range: { start: number; end: number | null } | null): Promise<MediaFile | null>
  /** Keeps a file of an archive under the name its message uses. */
  keepArchiveFile(accountId: string, localFile: string, body: AsyncIterable<Uint8Array>): Promise<void>
  /** Fetches pictures and voice clips of recent messages, so that they can be seen offline. */
  prefetch(accountId: string): Promise<void>
  /** Nothing is fetched ahead or remembered from here on: the database is about to close. */
  close(): void
  /** Removes the files of an account that is going away. */
  forget(accountId: string): Promise<void>
}

interface FileRow {
  readonly file: string | null
  readonly content_type: string | null
  readonly size: number | null
  readonly state: 'here' | 'gone'
  readonly fetched_at: number
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
  folder: MediaFolder
  clock: Clock
  log: Log
  /** The client of an account; null when it is not connected. */
  clientOf: (accountId: string) => XClient | null
}): MediaService {
  const { db, folder, clock, log, clientOf } = parts
  let closed = false
  const fetching = new Map<string, { readonly maxBytes: number; readonly row: Promise<FileRow | null> }>()
  /** Too large to be fetched ahead; opened on demand all the same. */
  const tooLarge = new Set<string>()

  const find = (source: string): FileRow | undefined =>
    db.get<FileRow>('SELECT file, content_type, size, state, fetched_at FROM media_file WHERE source = ?', source)

  const remember = (source: string, row: FileRow): FileRow => {
    if (closed) return row
    db.write((tx) =>
      tx.run(
        `INSERT INTO media_file (source, file, content_type, size, state, fetched_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (source) DO UPDATE SET file = excluded.file, content_type = excluded.content_type,
           size = excluded.size, state = excluded.state, fetched_at = excluded.fetched_at`,
        source,
        row.file,
        row.content_type,
        row.size,
        row.state,
        row.fetched_at
      )
    )
    return row
  }

  /** @returns null when X cannot be asked now, or the file is larger than wanted. */
  const download = async (
    accountId: string,
    url: string,
    source: string,
    maxBytes: number
  ): Promise<FileRow | null> => {
    const client = clientOf(accountId)
    if (!client || url.startsWith('archive:')) return null
    const result = await client.downloadMedia(url, { maxBytes })
    if (!result.ok) {
      if (TRANSIENT.has(result.problem.kind)) return null
      if (result.problem.kind === 'too-large' && maxBytes < MAX_BYTES) {
        tooLarge.add(source)
        return null
      }
      return remember(source, { file: null, content_type: null, size: null, state: 'gone', fetched_at: clock.now() })
    }
    try {
      const stored = await folder.put(result.value.body)
      return remember(source, {
        file: stored.name,
        content_type: stored.contentType,
        size: stored.size,
        state: 'here',
        fetched_at: clock.now()
      })
    } catch (error) {
      log.warn('a media file broke off while it was loaded', { error })
      return null
    }
  }

  const obtain = async (accountId: string, url: string, maxBytes: number): Promise<FileRow | null> => {
    const source = `${accountId} ${url}`
    const known = find(source)
    if (known && (known.state === 'here' || clock.now() - known.fetched_at < RETRY_MS)) return known
    const running = fetching.get(source)
    if (!running) {
      const row = download(accountId, url, source, maxBytes).finally(() => fetching.delete(source))
      fetching.set(source, { maxBytes, row })
      return row
    }
    // What is being fetched ahead may give up at a size that is wanted now.
    const row = await running.row
    return row === null && running.maxBytes < maxBytes ? obtain(accountId, url, maxBytes) : row
  }

  return {
    async open(path, range) {
      const target = resolve(db, path)
      if (!target) return null
      const row = await obtain(target.accountId, target.url, MAX_BYTES)
      if (!row || row.state !== 'here' || row.file === null || row.size === null) return null
      const end = Math.min(range?.end ?? row.size - 1, row.size - 1)
      const start = range?.start ?? 0
      if (start > end || start < 0) return null
      return {
        contentType: row.content_type ?? 'application/octet-stream',
        size: row.size,
        start,
        end,
        body: folder.read(row.file, start, end)
      }
    },
    async keepArchiveFile(accountId, localFile, body) {
      const source = `${accountId} archive:${localFile}`
      if (find(source)?.state === 'here') return
      const stored = await folder.put(body)
      remember(source, {
        file: stored.name,
        content_type: stored.contentType,
        size: stored.size,
        state: 'here',
        fetched_at: clock.now()
      })
    },
    async prefetch(accountId) {
      const rows = db
        .all<{ url: string }>(RECENT_MEDIA, accountId, accountId, accountId, PREFETCH_LOOK)
        .filter(({ url }) => !tooLarge.has(`${accountId} ${url}`))
      for (const row of rows.slice(0, PREFETCH_COUNT)) {
        if (closed) return
        const source = `${accountId} ${row.url}`
        const found = await obtain(accountId, row.url, PREFETCH_MAX_BYTES)
        // X cannot be asked now: the rest would fare no better, and may use up a limit.
        if (found === null && !tooLarge.has(source)) return
      }
    },
    close() {
      closed = true
    },
    async forget(accountId) {
      const rows = db.all<{ file: string | null }>("SELECT file FROM media_file WHERE source LIKE ? || ' %'", accountId)
      db.write((tx) => tx.run("DELETE FROM media_file WHERE source LIKE ? || ' %'", accountId))
      for (const row of rows) if (row.file !== null) await folder.remove(row.file)
    }
  }
}

/** Pictures, GIFs and voice clips of the newest messages, posters of videos, faces in the list: what is not here yet. */
const RECENT_MEDIA = `
  SELECT url FROM (
    SELECT coalesce(CASE WHEN mm.kind = 'video' THEN mm.preview_url ELSE mm.url END, mm.preview_url) AS url, m.key AS key
    FROM (SELECT key FROM message WHERE has_media = 1 AND account_id = ? ORDER BY key DESC LIMIT 200) AS m
    JOIN message_media mm ON mm.message_key = m.key
    UNION ALL
    SELECT u.avatar_url, 0 FROM (
      SELECT conversation_key FROM inbox_entry WHERE status = 'open' AND account_id = ? ORDER BY last_at DESC LIMIT 200) e
    JOIN conversation c ON c.key = e.conversation_key JOIN user u ON u.id = c.peer_id)
  WHERE url IS NOT NULL AND url NOT LIKE 'archive:%'
    AND NOT EXISTS (SELECT 1 FROM media_file f WHERE f.source = ? || ' ' || url)
  ORDER BY key DESC LIMIT ?`

const AVATAR = /^([0-9]{1,19})\/avatar\/([0-9]{1,19})$/
const MESSAGE = /^([0-9]{1,19})\/message\/([^/]{1,600})\/([0-9]{1,2})(\/poster)?$/

/** @returns where the bytes come from, for a path that names something we know. */
function resolve(db: Database, path: string): { accountId: string; url: string } | null {
  const avatar = AVATAR.exec(path)
  if (avatar) {
    const [, accountId = '', userId = ''] = avatar
    const url = db.get<{ avatar_url: string | null }>('SELECT avatar_url FROM user WHERE id = ?', userId)?.avatar_url
    return url ? { accountId, url } : null
  }
  const message = MESSAGE.exec(path)
  if (!message) return null
  const [, accountId = '', writtenId = '', position = '0', poster] = message
  const eventId = decoded(writtenId)
  if (eventId === null) return null
  const row = db.get<{ url: string | null; preview_url: string | null }>(
    `SELECT mm.url, mm.preview_url FROM message m JOIN message_media mm ON mm.message_key = m.key
     WHERE m.account_id = ? AND m.event_id = ? AND mm.position = ?`,
    accountId,
    eventId,
    Number(position)
  )
  const url = poster === undefined ? row?.url : row?.preview_url
  return url ? { accountId, url } : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
