import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { messageFilesOfManifest } from './archive-manifest.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { defaultLimits } from './archive-limits.ts'
import type { ArchiveOwner } from './archive-owner.ts'
import { ownerOfAccountFile, ownerOfManifest } from './archive-owner.ts'
import type { ArchiveProblem } from './archive-problem.ts'
import { errorText, isArchiveProblem, notAnArchive, notFound, refused, unreadable } from './archive-problem.ts'
import type { ArchiveSource, SourceFile } from './archive-source.ts'
import { isDirectHeadersFile, isMessageFile } from './archive-source.ts'
import { openFolder, openSingleFile } from './folder-source.ts'
import type { InferredOwner } from './infer-owner.ts'
import { inferOwner } from './infer-owner.ts'
import type { ArchiveMedia } from './open-media.ts'
import { openMedia } from './open-media.ts'
import { createMediaFiles } from './media-files.ts'
import type { ArchiveItem } from './read-messages.ts'
import { readMessages } from './read-messages.ts'
import { readSmallFile } from './read-small-file.ts'
import type { SkipLog, SkippedPart } from './skip-log.ts'
import { createSkipLog, sentence } from './skip-log.ts'
import { openZip } from './zip-source.ts'

export interface MessageFile {
  /** Relative to the data folder: `direct-messages-part1.js`. */
  readonly path: string
  /** Bytes, unpacked. */
  readonly size: number
}

export interface OpenedArchive {
  /** Whose archive it is by account.js or manifest.js; null when neither says. Then see `inferOwner`. */
  readonly owner: ArchiveOwner | null
  readonly files: readonly MessageFile[]
  /** Pictures and videos lying in the archive. */
  readonly mediaFiles: number
  /** What was left out, file by file; grows while `events` is read and holds the first 1,000 reasons. */
  readonly skipped: readonly SkippedPart[]
  /** All that was left out, also beyond what `skipped` holds. */
  readonly skippedTotal: number
  readonly progress: { readonly bytesRead: number; readonly bytesTotal: number }
  /** Finds the owner by who takes part in every 1:1 conversation; reads all of them once. */
  inferOwner(): Promise<InferredOwner>
  /** Everything said and done, in the archive's order (newest first within a conversation). Can be read again. */
  events(options: { ownerId: string | null }): AsyncIterable<ArchiveItem>
  /** The same in batches of a few hundred, for a bulk import. */
  batches(options: { ownerId: string | null }): AsyncIterable<readonly ArchiveItem[]>
  /** The bytes behind `IncomingMedia.localFile`; null when the archive does not hold it or it must not be read. */
  openMedia(localFile: string): Promise<ArchiveMedia | null>
  close(): Promise<void>
}

/**
 * Opens an X data archive (x-api.md 9): the .zip, the folder it was unpacked into, its `data` folder, or a single
 * direct-messages.js. Reads account.js and manifest.js only; the messages are streamed by `events`.
 */
export async function openArchive(
  path: string,
  limits: Partial<ArchiveLimits> = {}
): Promise<OpenedArchive | ArchiveProblem> {
  const all = { ...defaultLimits, ...limits }
  const skipped = createSkipLog(all.skippedKept)
  const source = await openSource(path, all, skipped)
  if (isArchiveProblem(source)) return source
  const opened = await inspect(path, source, all, skipped)
  if (isArchiveProblem(opened)) await source.close()
  return opened
}

async function openSource(
  path: string,
  limits: ArchiveLimits,
  skipped: SkipLog
): Promise<ArchiveSource | ArchiveProblem> {
  if (path === '' || path.includes('\0')) return notFound(path === '' ? 'an empty path' : 'this path')
  try {
    const found = await stat(path)
    if (found.isDirectory()) return await openFolder(path)
    if (!found.isFile()) return notAnArchive(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return notFound(path)
    return unreadable(`${path} cannot be read: ${errorText(error)}.`)
  }
  if (isMessageFile(basename(path))) return openSingleFile(dirname(path), basename(path))
  return openZip(path, limits, skipped)
}

async function inspect(
  path: string,
  source: ArchiveSource,
  limits: ArchiveLimits,
  skipped: SkipLog
): Promise<OpenedArchive | ArchiveProblem> {
  const small = async (name: string): Promise<unknown> => {
    const file = source.files.get(name)
    if (file === undefined) return null
    try {
      return await readSmallFile(source, file, limits.smallFileBytes)
    } catch (error) {
      skipped.add(name, sentence(errorText(error)))
      return null
    }
  }
  const account = await small('account.js')
  const manifest = await small('manifest.js')
  const found = messageFiles(source, messageFilesOfManifest(manifest), skipped)
  if (found.length === 0) return notAnArchive(path)

  const bomb = found.find((file) => file.problem?.code === 'refused')?.problem
  if (bomb !== undefined && bomb !== null) return bomb
  const files = found.filter((file) => file.problem === null)
  if (files.length === 0) return found[0]?.problem ?? notAnArchive(path)
  for (const file of found) if (file.problem !== null) skipped.add(file.path, file.problem.message)
  const bytesTotal = files.reduce((sum, file) => sum + file.size, 0)
  if (bytesTotal > limits.totalBytes) {
    return refused(`${path} was refused: its messages would take ${bytesTotal} bytes, more than any archive of X does.`)
  }
  const owner = ownerOfAccountFile(account) ?? ownerOfManifest(manifest)
  return openedArchive({ source, files, owner, limits, skipped, bytesTotal })
}

/** The manifest's order first, then what matches by name: parts that the manifest forgot are no less real. */
function messageFiles(source: ArchiveSource, named: readonly string[], skipped: SkipLog): SourceFile[] {
  const files: SourceFile[] = []
  for (const name of named) {
    const file = source.files.get(name)
    if (file !== undefined) files.push(file)
    else skipped.add(name, 'The archive names this file in manifest.js but does not hold it.')
  }
  const others = [...source.files.values()]
    .filter((file) => !file.path.includes('/') && isMessageFile(file.path) && !files.includes(file))
    .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  return [...files, ...others]
}

interface Contents {
  readonly source: ArchiveSource
  readonly files: readonly SourceFile[]
  readonly owner: ArchiveOwner | null
  readonly limits: ArchiveLimits
  readonly skipped: SkipLog
  readonly bytesTotal: number
}

function openedArchive({ source, files, owner, limits, skipped, bytesTotal }: Contents): OpenedArchive {
  const media = createMediaFiles(source.files.keys())
  const progress = { bytesRead: 0, bytesTotal }
  const mark = { kept: skipped.kept.length, total: skipped.total }
  async function* batches({ ownerId }: { ownerId: string | null }): AsyncGenerator<ArchiveItem[], void, undefined> {
    progress.bytesRead = 0
    skipped.rewind(mark)
    const onBytes = (bytes: number): void => {
      progress.bytesRead += bytes
    }
    yield* readMessages({ source, files, media, limits, skipped, ownerId, onBytes })
  }
  return {
    owner,
    files: files.map(({ path, size }) => ({ path, size })),
    mediaFiles: media.count,
    skipped: skipped.kept,
    get skippedTotal() {
      return skipped.total
    },
    progress,
    inferOwner() {
      const headers = [...source.files.values()].filter(
        (file) => isDirectHeadersFile(file.path) && file.problem === null
      )
      return inferOwner(
        source,
        smaller(
          headers,
          files.filter((file) => !/group/i.test(file.path))
        ),
        limits
      )
    },
    batches,
    async *events(options) {
      for await (const batch of batches(options)) yield* batch
    },
    openMedia: (localFile) => openMedia(source, localFile, limits, skipped),
    close: () => source.close()
  }
}

function smaller(headers: readonly SourceFile[], messages: readonly SourceFile[]): readonly SourceFile[] {
  const sizeOf = (files: readonly SourceFile[]): number => files.reduce((sum, file) => sum + file.size, 0)
  return sizeOf(headers) > 100 && sizeOf(headers) < sizeOf(messages) ? headers : messages
}
