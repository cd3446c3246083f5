import { constants, createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveSource, SourceFile } from './archive-source.ts'
import { isMediaFolder, isMessageFile, isWanted } from './archive-source.ts'
import type { ArchiveProblem } from './archive-problem.ts'
import { errorText, notAnArchive, unreadable } from './archive-problem.ts'

const CHUNK_BYTES = 128 * 1024
/** Folders looked into when somebody chose the one above the archive. */
const NEIGHBOURS = 64

/** Lists an unpacked archive: `path` itself, its `data/`, or those of its only sub-folder that holds an archive. */
export async function openFolder(path: string): Promise<ArchiveSource | ArchiveProblem> {
  try {
    const [root, another] = await findDataFolders(path)
    if (root === undefined) return notAnArchive(path)
    if (another !== undefined) {
      return unreadable(`${path} holds several X archives. Choose the folder of one of them.`)
    }
    return folderSource(root, await listFolder(root))
  } catch (error) {
    return unreadable(`${path} cannot be read: ${errorText(error)}. Check the permissions of the folder.`)
  }
}

/** A single direct-messages.js: the folder around it, with this one file of messages only. */
export async function openSingleFile(folder: string, name: string): Promise<ArchiveSource | ArchiveProblem> {
  try {
    const files = await listFolder(folder)
    for (const path of files.keys()) if (isMessageFile(path) && path !== name) files.delete(path)
    // Its manifest would report the other parts as missing.
    files.delete('manifest.js')
    return folderSource(folder, files)
  } catch (error) {
    return unreadable(`${join(folder, name)} cannot be read: ${errorText(error)}. Check the permissions of the file.`)
  }
}

async function findDataFolders(path: string): Promise<readonly string[]> {
  const own = (await holdsMessages(join(path, 'data'))) ?? (await holdsMessages(path))
  if (own !== null) return [own]
  const entries = await readdir(path, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).slice(0, NEIGHBOURS)
  const found: string[] = []
  for (const folder of folders) {
    const inner = await holdsMessages(join(path, folder.name, 'data'))
    if (inner !== null) found.push(inner)
  }
  return found
}

async function holdsMessages(folder: string): Promise<string | null> {
  try {
    const names = await readdir(folder)
    return names.some((name) => isMessageFile(name) || name === 'manifest.js') ? folder : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR'
}

async function listFolder(root: string): Promise<Map<string, SourceFile>> {
  const files = new Map<string, SourceFile>()
  const add = async (folder: string, prefix: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = prefix + entry.name
      if (prefix === '' && entry.isDirectory() && isMediaFolder(entry.name)) {
        await add(join(folder, entry.name), `${entry.name}/`)
      } else if (entry.isFile() && isWanted(path)) {
        // The size of pictures is asked for when they are opened: there may be 100,000 of them.
        const size = prefix === '' ? (await lstat(join(folder, entry.name))).size : 0
        files.set(path, { path, size, problem: null })
      } else if (entry.isSymbolicLink() && isWanted(path)) {
        files.set(path, { path, size: 0, problem: unreadable('It is a link to another place and was not followed.') })
      }
    }
  }
  await add(root, '')
  return files
}

function folderSource(root: string, files: Map<string, SourceFile>): ArchiveSource {
  return {
    files,
    async *read(file) {
      // Links were sorted out while listing; one put there since must not be followed either.
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)
      const stream = createReadStream(join(root, file.path), { flags: flags as never, highWaterMark: CHUNK_BYTES })
      try {
        for await (const chunk of stream) yield chunk as Buffer
      } catch (error) {
        throw new Error(`It cannot be read to its end: ${errorText(error)}.`, { cause: error })
      } finally {
        stream.destroy()
      }
    },
    isTrustworthy: () => Promise.resolve(true),
    async sizeOf(file) {
      return (await lstat(join(root, file.path))).size
    },
    close: () => Promise.resolve()
  }
}
