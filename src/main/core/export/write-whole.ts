import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../shared/contract/errors.ts'

/** What a file holds, in pieces. */
type Body = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** What is written appears under its name only when it is whole. @throws {AppError} unreadable-file */
export function writeWholeFile(file: string, body: Body): Promise<void> {
  return whole(file, (temporary) => write(temporary, body))
}

/**
 * The same for a folder; `path` within it, with `/`. Nothing that lies there is written over.
 * @throws {AppError} conflict, unreadable-file
 */
export function writeWholeFolder(
  folder: string,
  files: readonly { readonly path: string; readonly body: Body }[]
): Promise<void> {
  return whole(folder, async (temporary) => {
    await makeRoom(folder)
    await mkdir(temporary, { recursive: true, mode: 0o700 })
    const made = new Set<string>()
    for (const { path: name, body } of files) {
      const target = path.join(temporary, ...name.split('/'))
      const within = path.dirname(target)
      if (!made.has(within)) await mkdir(within, { recursive: true, mode: 0o700 })
      made.add(within)
      await write(target, body)
    }
  })
}

async function whole(target: string, work: (temporary: string) => Promise<void>): Promise<void> {
  // Nothing that somebody else put there is in the way.
  const temporary = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    await work(temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    if (error instanceof AppError) throw error
    throw new AppError(
      'unreadable-file',
      'The file {file} cannot be written. Choose another place.',
      { file: target },
      { cause: error }
    )
  }
}

async function write(file: string, body: Body): Promise<void> {
  await pipeline(Readable.from(body, { objectMode: true }), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
}

/** Nothing that lies there is written over. */
async function makeRoom(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (entries === null) return
  if (entries.length > 0) {
    throw new AppError('conflict', 'The folder {folder} is not empty. Choose another one.', { folder })
  }
  await rmdir(folder)
}
