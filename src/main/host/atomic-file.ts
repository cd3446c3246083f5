import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Replaces `file` so that a crash or a power cut leaves either the old content or the new one: written beside it,
 * flushed, renamed. The file can be read by its owner only.
 */
export function writeFileAtomically(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.tmp`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** The rename itself is durable only when the folder is flushed; Windows has no such thing and refuses. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Nothing is lost without it but the newest value after a power cut.
  }
}

/**
 * Reads a JSON file that holds one object.
 * @returns its values; none when there is no file. A damaged file is moved aside (`setAside` names its new place) and
 *   never overwritten, because a person may still be able to save what is in it.
 */
export function readJsonObject(file: string): { values: Record<string, unknown>; setAside: string | null } {
  if (!existsSync(file)) return { values: {}, setAside: null }
  const text = readFileSync(file, 'utf8')
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return { values: parsed as Record<string, unknown>, setAside: null }
    }
  } catch {
    // Not JSON: treated like any other damage.
  }
  return { values: {}, setAside: setDamagedFileAside(file) }
}

/** Renames a damaged file to `NAME.damaged-TIME` and returns that path. */
function setDamagedFileAside(file: string): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  for (let attempt = 0; ; attempt += 1) {
    const aside = `${file}.damaged-${stamp}${attempt === 0 ? '' : `-${attempt}`}`
    if (existsSync(aside)) continue
    renameSync(file, aside)
    return aside
  }
}
