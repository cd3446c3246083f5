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

/** The secrets, and what to do with those of the browser host and the command line in the same folder. */
export interface DesktopSecrets {
  readonly store: SecretStore
  /**
   * Takes what lies in the private file into the keychain. Only for the owner of the data folder: another process that
   * holds it still writes there.
   */
  adopt(): Promise<void>
}

/**
 * The secrets of this desk: encrypted with a key of the operating system's keychain. Without one (Linux without a
 * keyring, or `basic_text`, which hides nothing) the user decides; nothing is downgraded in silence.
 * @returns null when the user would rather not go on.
 * @throws {AppError} wrong-key when the folder's secrets are encrypted and the keychain is not there.
 */
export async function openSecrets(parts: SecretsParts): Promise<DesktopSecrets | null> {
  const { dataDir, log } = parts
  if (await hasRealKeychain(parts)) return keychainSecrets(parts)
  if (existsSync(path.join(dataDir, FILE))) {
    throw new AppError(
      'wrong-key',
      'The tokens of this data folder are encrypted with this computer’s keychain, and the keychain does not answer. Unlock it (or sign in to the desktop as usual) and start Backchannel again. Nothing was changed.'
    )
  }
  if (!parts.fileAgreed && !(await parts.askForFile())) return null
  log.warn('secrets are kept in a private file, because there is no keychain')
  return { store: fileSecretStore(dataDir, log), adopt: async () => undefined }
}

async function hasRealKeychain({ keychain, platform }: SecretsParts): Promise<boolean> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(keychain.getSelectedStorageBackend())) return false
  return keychain.isAsyncEncryptionAvailable()
}

function keychainSecrets({ dataDir, keychain, log }: SecretsParts): DesktopSecrets {
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

  const store: SecretStore = {
    kind: 'keychain',
    get: async (name) => {
      const stored = load()[name]
      if (typeof stored !== 'string') return secretsToMove(dataDir)?.[name] ?? null
      try {
        const { result, shouldReEncrypt } = await keychain.decryptStringAsync(Buffer.from(stored, 'base64'))
        if (shouldReEncrypt) await put(name, result)
        return result
      } catch (error) {
        throw new AppError(
          'wrong-key',
          'The keychain of this computer cannot open the secrets of this data folder. They were made on another computer or by another user. Nothing was changed.',
          undefined,
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

  return {
    store,
    adopt: async () => {
      const movable = secretsToMove(dataDir)
      if (!movable) return
      const known = load()
      for (const [name, value] of Object.entries(movable)) if (typeof known[name] !== 'string') await put(name, value)
      markSecretsMoved(dataDir)
      log.info('the secrets of this folder went into the keychain')
    }
  }
}
