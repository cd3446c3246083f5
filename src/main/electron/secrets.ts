import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { Log, SecretStore } from '../core/deps.ts'
import { readJsonObject, writeFileAtomically } from '../host/atomic-file.ts'
import { fileSecretStore, markSecretsMoved, secretsToMove } from '../host/secret-file.ts'

/** The part of Electron's safeStorage that is used here. */
export interface Keychain {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
  getSelectedStorageBackend(): string
}

export interface SecretsParts {
  readonly dataDir: string
  readonly keychain: Keychain
  readonly platform: NodeJS.Platform
  readonly log: Log
  /** What the user answered earlier. */
  readonly fileAgreed: boolean
  /** Asks whether secrets may be kept in a private file; the answer is remembered by the caller. */
  readonly askForFile: () => Promise<boolean>
}

const FILE = 'keychain.json'

/**
 * The secrets of this desk: encrypted with a key of the operating system's keychain. Without one (Linux without a
 * keyring, or `basic_text`, which hides nothing) the user decides; nothing is downgraded in silence.
 * @returns null when the user would rather not go on.
 * @throws {AppError} wrong-key when the folder's secrets are encrypted and the keychain is not there.
 */
export async function openSecrets(parts: SecretsParts): Promise<SecretStore | null> {
  const { dataDir, log } = parts
  if (await hasRealKeychain(parts)) {
    const store = keychainStore(parts)
    const movable = secretsToMove(dataDir)
    if (movable) {
      // Written by the browser host, the command line, or before this computer had a keychain.
      for (const [name, value] of Object.entries(movable)) await store.set(name, value)
      markSecretsMoved(dataDir)
      log.info('the secrets of this folder went into the keychain')
    }
    return store
  }
  if (existsSync(path.join(dataDir, FILE))) {
    throw new AppError(
      'wrong-key',
      'The tokens of this data folder are encrypted with this computer’s keychain, and the keychain does not answer. Unlock it (or sign in to the desktop as usual) and start Backchannel again. Nothing was changed.'
    )
  }
  if (!parts.fileAgreed && !(await parts.askForFile())) return null
  log.warn('secrets are kept in a private file, because there is no keychain')
  return fileSecretStore(dataDir, log)
}

async function hasRealKeychain({ keychain, platform }: SecretsParts): Promise<boolean> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(keychain.getSelectedStorageBackend())) return false
  return keychain.isAsyncEncryptionAvailable()
}

function keychainStore({ dataDir, keychain, log }: SecretsParts): SecretStore {
  const file = path.join(dataDir, FILE)
  let values: Record<string, unknown> | null = null

  function load(): Record<string, unknown> {
    if (values) return values
    const found = readJsonObject(file)
    if (found.setAside) log.error('keychain.json was damaged and has been set aside', { file: found.setAside })
    values = found.values
    return values
  }

  function save(next: Record<string, unknown>): void {
    writeFileAtomically(file, `${JSON.stringify(next, null, 2)}\n`)
    values = next
  }

  async function put(name: string, value: string): Promise<void> {
    const encrypted = await keychain.encryptStringAsync(value)
    save({ ...load(), [name]: encrypted.toString('base64') })
  }

  return {
    kind: 'keychain',
    get: async (name) => {
      const stored = load()[name]
      if (typeof stored !== 'string') return null
      try {
        const { result, shouldReEncrypt } = await keychain.decryptStringAsync(Buffer.from(stored, 'base64'))
        if (shouldReEncrypt) await put(name, result)
        return result
      } catch (error) {
        throw new AppError(
          'wrong-key',
          'The keychain of this computer cannot open the secrets of this data folder. They were made on another computer or by another user. Nothing was changed.',
          { cause: error }
        )
      }
    },
    set: put,
    delete: async (name) => {
      const { [name]: removed, ...rest } = load()
      if (removed !== undefined) save(rest)
    }
  }
}
