import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Topic } from '../live/topics.ts'
import { createCore } from '../core.ts'
import type { CoreDeps } from '../deps.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createMemorySecrets } from '../testing/memory-secrets.ts'
import { createRecordedLog } from '../testing/recorded-log.ts'
import { lockFolder } from './folder-lock.ts'
import { LATEST_VERSION } from './migrate.ts'
import { openDatabase } from './open.ts'

const KEY = { hex: '0123456789abcdef'.repeat(4) }
const folders: string[] = []
const children: ChildProcess[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-db-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function deps(dataDir: string, secrets = createMemorySecrets()): CoreDeps {
  return {
    dataDir,
    clock: createFakeClock(),
    log: createRecordedLog(),
    fetch,
    random: () => 0.5,
    secrets,
    settings: { all: () => ({}), set: () => undefined },
    listenForRedirect: () => Promise.reject(new Error('no sign-in in this test')),
    background: false
  }
}

/** Names and hashes of all files, apart from those of the lock. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .filter((entry) => !entry.name.startsWith('owner.'))
      .map((entry) => [entry.name, hash(readFileSync(join(entry.parentPath, entry.name)))])
  )
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason
  )
  if (!(error instanceof AppError)) throw new Error(`no AppError but ${String(error)}`)
  return error
}

function openRaw(folder: string): BetterSqlite.Database {
  const file = new BetterSqlite(join(folder, 'backchannel.db'))
  file.pragma("cipher = 'chacha20'")
  file.pragma(`key = "raw:${KEY.hex}"`)
  return file
}

test('a database of a newer version is refused, and every byte stays as it is', async () => {
  const folder = newFolder()
  openDatabase(folder, KEY, () => undefined).close()
  const raw = openRaw(folder)
  raw.pragma(`user_version = ${LATEST_VERSION + 1}`)
  raw.close()
  const before = fingerprint(folder)
  const error = await refusal(createCore(deps(folder, createMemorySecrets({ 'database-key': KEY.hex }))))
  expect(error.code).toBe('newer-database')
  expect(error.message).toContain(`version ${LATEST_VERSION + 1}`)
  expect(fingerprint(folder)).toEqual({ ...before, ...existingExtras(folder, before) })
  expect(fingerprint(folder)['backchannel.db']).toBe(before['backchannel.db'])
  // The folder is free again.
  lockFolder(folder)()
})

/** Looking at a database may leave empty helper files of SQLite beside it, and nothing else. */
function existingExtras(folder: string, before: Record<string, string>): Record<string, string> {
  const extras = Object.entries(fingerprint(folder)).filter(([name]) => !(name in before))
  for (const [name] of extras) expect(name).toMatch(/-(wal|shm)$/)
  return Object.fromEntries(extras)
}

test('with another key, or none, nothing is opened and nothing is changed', async () => {
  const folder = newFolder()
  const core = await createCore(deps(folder, createMemorySecrets({ 'database-key': KEY.hex })))
  await core.close()
  const before = fingerprint(folder)
  const wrong = await refusal(createCore(deps(folder, createMemorySecrets({ 'database-key': 'f'.repeat(64) }))))
  expect(wrong.code).toBe('wrong-key')
  const secrets = createMemorySecrets()
  const missing = await refusal(createCore(deps(folder, secrets)))
  expect(missing.code).toBe('wrong-key')
  expect(secrets.values.size).toBe(0)
  const damaged = await refusal(createCore(deps(folder, createMemorySecrets({ 'database-key': '"; --' }))))
  expect(damaged.code).toBe('wrong-key')
  expect(fingerprint(folder)).toEqual(before)
  const again = await createCore(deps(folder, createMemorySecrets({ 'database-key': KEY.hex })))
  await again.close()
})

test('a file that is no database is refused and kept', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'backchannel.db'), 'something else that somebody put here'.repeat(200))
  const before = fingerprint(folder)
  const error = await refusal(createCore(deps(folder, createMemorySecrets({ 'database-key': KEY.hex }))))
  expect(error.code).toBe('wrong-key')
  expect(fingerprint(folder)).toEqual(before)
})

test('what lies on the disk is encrypted', () => {
  const folder = newFolder()
  const db = openDatabase(folder, KEY, () => undefined)
  db.write((tx) =>
    tx.run("INSERT INTO account (id, username, name, added_at) VALUES ('1', 'visible_name', 'Visible Name', 0)")
  )
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  expect(bytes.includes('visible_name')).toBe(false)
  expect(bytes.includes('SQLite format 3')).toBe(false)
  expect(bytes.includes('CREATE TABLE')).toBe(false)
  db.close()
})

const lockModule = join(import.meta.dirname, 'folder-lock.ts')

async function holdFromAnotherProcess(folder: string): Promise<ChildProcess> {
  const script = `
    const { lockFolder } = await import(${JSON.stringify(lockModule)})
    lockFolder(${JSON.stringify(folder)})
    console.log('locked')
    setInterval(() => {}, 1_000_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

test('a second process on the same folder is told who holds it; a killed holder lets go', async () => {
  const folder = newFolder()
  const child = await holdFromAnotherProcess(folder)
  const error = await refusal(createCore(deps(folder)))
  expect(error.code).toBe('data-folder-in-use')
  expect(error.message).toContain(`process ${child.pid}`)
  expect(error.message).toContain(folder)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  const core = await createCore(deps(folder))
  await core.close()
})

test('twice in one process is refused as well, and closing gives the folder back', async () => {
  const folder = newFolder()
  const secrets = createMemorySecrets()
  const first = await createCore(deps(folder, secrets))
  expect((await refusal(createCore(deps(folder, secrets)))).code).toBe('data-folder-in-use')
  await Promise.all([first.close(), first.close()])
  const second = await createCore(deps(folder, secrets))
  await second.close()
})

test('a transaction that fails leaves nothing, and its topics are not published', () => {
  const published: Topic[] = []
  const db = openDatabase(newFolder(), KEY, (topics) => published.push(...topics))
  const add = (id: string): void =>
    db.write((tx) => {
      tx.run("INSERT INTO account (id, username, name, added_at) VALUES (?, 'x', 'x', 0)", id)
      tx.touch('accounts')
      if (id === 'bad') throw new Error('no')
    })
  expect(() => add('bad')).toThrow('no')
  add('1')
  expect(published).toEqual(['accounts'])
  expect(db.all('SELECT id FROM account')).toEqual([{ id: '1' }])
  expect(() => db.write((() => Promise.resolve()) as () => never)).toThrow('synchronous')
  // Values of the wrong type are refused instead of stored.
  expect(() =>
    db.write((tx) => tx.run("INSERT INTO account (id, username, name, added_at) VALUES ('2', 'x', 'x', 1.5)"))
  ).toThrow()
  db.close()
})

test('a copy of the files, taken while they are in use, opens with everything that was committed', () => {
  const folder = newFolder()
  const db = openDatabase(folder, KEY, () => undefined)
  for (let index = 0; index < 50; index += 1) {
    db.write((tx) =>
      tx.run("INSERT INTO account (id, username, name, added_at) VALUES (?, 'x', 'x', 0)", String(index))
    )
  }
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  const opened = openDatabase(copy, KEY, () => undefined)
  expect(opened.all('SELECT id FROM account')).toHaveLength(50)
  expect(opened.integrity()).toBe('ok')
  opened.close()
  db.close()
})
