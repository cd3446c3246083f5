import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { Log, SecretStore } from '../core/deps.ts'
import { readJsonObject, writeFileAtomically } from './atomic-file.ts'

/** Stands in `secrets.json` once the desktop app has taken its values into the keychain. */
const MOVED = 'movedToKeychain'

function secretFilePath(dataDir: string): string {
  return path.join(dataDir, 'secrets.json')
}

/**
 * Secrets in `DATA/secrets.json`, readable by its owner only: for the browser host and the command line, and for
 * Electron where the user agreed to it because there is no keychain.
 * @throws {AppError} from every function when the desktop app keeps this folder's secrets in the keychain.
 */
export function fileSecretStore(dataDir: string, log: Log): SecretStore {
  const file = secretFilePath(dataDir)
  let loaded: Record<string, string> | null = null

  function values(): Record<string, string> {
    if (loaded) return loaded
    if (existsSync(file)) restrict(file)
    const { values: found, setAside } = readJsonObject(file)
    if (setAside) log.error('secrets.json was damaged and has been set aside', { file: setAside })
    if (found[MOVED] === true) {
      throw new AppError(
        'not-allowed',
        'The tokens of this data folder are in the keychain of the desktop app. Use the desktop app, or another folder with --data.'
      )
    }
    loaded = Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    )
    return loaded
  }

  /** The core and the host of the console keep secrets in the same file: what the other has written since must stay. */
  function latest(): Record<string, string> {
    loaded = null
    return values()
  }

  function save(next: Record<string, string>): void {
    writeFileAtomically(file, `${JSON.stringify(next, null, 2)}\n`)
    loaded = next
  }

  return {
    kind: 'file',
    get: async (name) => values()[name] ?? null,
    set: async (name, value) => save({ ...latest(), [name]: value }),
    delete: async (name) => {
      const { [name]: removed, ...rest } = latest()
      if (removed !== undefined) save(rest)
    }
  }
}

/** What the file holds, for the move into the keychain; null when there is nothing to move. */
export function secretsToMove(dataDir: string): Record<string, string> | null {
  const { values } = readJsonObject(secretFilePath(dataDir))
  if (values[MOVED] === true) return null
  const entries = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

/** Empties the file and leaves the note that its values are in the keychain now. */
export function markSecretsMoved(dataDir: string): void {
  writeFileAtomically(secretFilePath(dataDir), `${JSON.stringify({ [MOVED]: true })}\n`)
}

function restrict(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // A file of another user, or a file system without modes: reading it decides.
  }
}
