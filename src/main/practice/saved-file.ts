import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Reads a JSON file; null when there is none. @throws when it is damaged. */
export async function readJson(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  return JSON.parse(text)
}

/** Writes beside the file and moves it into place, so that a crash leaves the old or the new one, never half of it. */
export async function writeJsonAtomically(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.new`
  await writeFile(beside, JSON.stringify(value), { mode: 0o600 })
  await rename(beside, path)
}

/** Puts a file that cannot be read out of the way, keeping it. */
export async function setAside(path: string, now: number): Promise<string> {
  const aside = `${path}.damaged-${now}`
  await rename(path, aside)
  return aside
}
