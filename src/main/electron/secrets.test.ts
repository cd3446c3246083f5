import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fileSecretStore } from '../host/secret-file.ts'
import type { SecretStore } from '../core/deps.ts'
import { type Keychain, openSecrets, type SecretsParts } from './secrets.ts'

const silentLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
let folder: string
let asked: number

function keychain(backend: string, available: boolean, key = 'K'): Keychain {
  return {
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text) => Buffer.from(`${key}:${Buffer.from(text).toString('hex')}`),
    decryptStringAsync: async (bytes) => {
      const [usedKey, hex] = bytes.toString().split(':', 2)
      if (usedKey !== key) throw new Error('Error while decrypting')
      return { result: Buffer.from(hex ?? '', 'hex').toString(), shouldReEncrypt: false }
    }
  }
}

function parts(given: Partial<SecretsParts>): SecretsParts {
  return {
    dataDir: folder,
    keychain: keychain('gnome_libsecret', true),
    platform: 'linux',
    log: silentLog,
    fileAgreed: false,
    askForFile: async () => {
      asked += 1
      return true
    },
    ...given
  }
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-secrets-'))
  asked = 0
})

async function open(given: Partial<SecretsParts>): Promise<SecretStore | null> {
  return (await openSecrets(parts(given)))?.store ?? null
}

test('with a keychain nothing readable lies on the disk', async () => {
  const store = await open({})
  await store?.set('token', 'very secret')
  const file = path.join(folder, 'keychain.json')
  expect(readFileSync(file, 'utf8')).not.toContain('very secret')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = await open({})
  expect([again?.kind, await again?.get('token'), await again?.get('other')]).toEqual(['keychain', 'very secret', null])
  await again?.delete('token')
  expect(await again?.get('token')).toBeNull()
  expect(asked).toBe(0)
})

test.each([
  ['no keyring', keychain('gnome_libsecret', false)],
  ['basic_text, even when it calls itself available', keychain('basic_text', true)]
])('%s: asks, and keeps a private file only after a yes', async (_what, missing) => {
  const refused = await open({ keychain: missing, askForFile: async () => false })
  expect([refused, readdirSync(folder)]).toEqual([null, []])
  const agreed = await open({ keychain: missing })
  expect([agreed?.kind, asked]).toEqual(['file', 1])
  const remembered = await open({ keychain: missing, fileAgreed: true })
  expect([remembered?.kind, asked]).toEqual(['file', 1])
})

test('encrypted secrets are not replaced by new ones while the keychain is away', async () => {
  await (await open({}))?.set('database-key', 'D')
  const away = open({ keychain: keychain('basic_text', false), fileAgreed: true })
  await expect(away).rejects.toMatchObject({ code: 'wrong-key' })
  expect(readdirSync(folder)).toEqual(['keychain.json'])
})

test('secrets of another computer say so', async () => {
  await (await open({}))?.set('token', 'T')
  const elsewhere = await open({ keychain: keychain('gnome_libsecret', true, 'OTHER') })
  await expect(elsewhere?.get('token')).rejects.toMatchObject({ code: 'wrong-key' })
})

test('what the command line kept in a file can be read at once, and moves when the folder is ours', async () => {
  const file = fileSecretStore(folder, silentLog)
  await file.set('database-key', 'D')
  await file.set('token', 'old')
  const secrets = await openSecrets(parts({}))
  expect(await secrets?.store.get('database-key')).toBe('D')
  await secrets?.store.set('token', 'new')
  expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toContain('"D"')
  await secrets?.adopt()
  await secrets?.adopt()
  expect([await secrets?.store.get('database-key'), await secrets?.store.get('token')]).toEqual(['D', 'new'])
  expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe('{"movedToKeychain":true}\n')
  await expect(fileSecretStore(folder, silentLog).get('database-key')).rejects.toMatchObject({ code: 'not-allowed' })
})
