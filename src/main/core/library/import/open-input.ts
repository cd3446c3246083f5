import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { InputFile } from './imported-reply.ts'

/** A library is text, and of ours the files in it: more than this is something else. */
const MOST_BYTES = 200 * 1024 * 1024
const MOST_FILES = 20_000
const DEEPEST = 10
/** What is looked at in folders; a file that is named is looked at whatever it is called. */
const WANTED = /\.(?:json|csv|tsv|txt|html?)$/iu

/**
 * Reads the files that were chosen, and those in folders that were. Links within folders are not followed.
 * @throws {AppError} not-found, unreadable-file
 */
export async function openInput(paths: readonly string[]): Promise<InputFile[]> {
  const found: { readonly name: string; readonly path: string }[] = []
  for (const chosen of paths) {
    const kind = await attempt(chosen, () => stat(chosen))
    if (kind.isDirectory()) await list(chosen, '', 0, found)
    else found.push({ name: path.basename(chosen), path: chosen })
  }
  const files: InputFile[] = []
  let size = 0
  for (const { name, path: file } of found) {
    const info = await attempt(file, () => stat(file))
    size += info.size
    if (size > MOST_BYTES) {
      throw new AppError('unreadable-file', 'There are more than {size} MB to read. Import fewer files at a time.', {
        size: MOST_BYTES / 1024 / 1024
      })
    }
    files.push({ name, bytes: await attempt(file, () => readFile(file)) })
  }
  return files
}

async function list(
  folder: string,
  within: string,
  depth: number,
  found: { readonly name: string; readonly path: string }[]
): Promise<void> {
  const entries = await attempt(folder, () => readdir(folder, { withFileTypes: true }))
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && depth < DEEPEST) await list(path.join(folder, entry.name), name, depth + 1, found)
    else if (entry.isFile() && WANTED.test(entry.name)) found.push({ name, path: path.join(folder, entry.name) })
    if (found.length > MOST_FILES) {
      throw new AppError('unreadable-file', 'There are more than {count} files to read. Import fewer at a time.', {
        count: MOST_FILES
      })
    }
  }
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw missing
      ? new AppError('not-found', 'There is nothing at {path}. Check the path.', { path: file }, { cause: error })
      : new AppError(
          'unreadable-file',
          '{path} cannot be read. Check its permissions.',
          { path: file },
          { cause: error }
        )
  }
}
