import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Log } from '../core/deps.ts'
import { rotatingFile } from './rotating-file.ts'
import { fileSecretStore, markSecretsMoved, secretsToMove } from './secret-file.ts'
import { fileSettingsStore } from './settings-file.ts'

let folder: string
let complaints: string[]
let log: Log

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-files-'))
  complaints = []
  const complain = (message: string): void => void complaints.push(message)
  log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain }
})

test('secrets last, are the owner’s alone, and leave no other files behind', async () => {
  const store = fileSecretStore(folder, log)
  expect(await store.get('token')).toBeNull()
  await store.set('token', 'one')
  await store.set('key', 'two')
  await store.set('token', 'three')
  await store.delete('key')
  const again = fileSecretStore(folder, log)
  expect([await again.get('token'), await again.get('key')]).toEqual(['three', null])
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('two stores on one file keep what the other wrote', async () => {
  const [one, two] = [fileSecretStore(folder, log), fileSecretStore(folder, log)]
  await two.get('token')
  await one.set('token', 'T')
  await two.set('session', 'S')
  await two.delete('nothing')
  const again = fileSecretStore(folder, log)
  expect([await again.get('token'), await again.get('session')]).toEqual(['T', 'S'])
})

test('a secrets file that others may read is closed to them', async () => {
  writeFileSync(path.join(folder, 'secrets.json'), '{"token":"one"}', { mode: 0o644 })
  expect(await fileSecretStore(folder, log).get('token')).toBe('one')
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test.each(['{"token": "on', '[1, 2]', ''])('damaged secrets (%j) are set aside, not overwritten', async (damaged) => {
  writeFileSync(path.join(folder, 'secrets.json'), damaged)
  const store = fileSecretStore(folder, log)
  expect(await store.get('token')).toBeNull()
  await store.set('token', 'new')
  const aside = readdirSync(folder).find((name) => name.startsWith('secrets.json.damaged-')) ?? ''
  expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(damaged)
  expect(complaints).toHaveLength(1)
})

test('secrets that went into the keychain are not made anew here', async () => {
  await fileSecretStore(folder, log).set('token', 'one')
  expect(secretsToMove(folder)).toEqual({ token: 'one' })
  markSecretsMoved(folder)
  expect(secretsToMove(folder)).toBeNull()
  const store = fileSecretStore(folder, log)
  await expect(store.get('token')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(store.set('token', 'two')).rejects.toMatchObject({ code: 'not-allowed' })
  expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('one')
})

test('settings last; damaged ones are set aside and defaults apply', () => {
  fileSettingsStore(folder, log).set('panes', { list: 320 })
  expect(fileSettingsStore(folder, log).all()).toEqual({ panes: { list: 320 } })
  writeFileSync(path.join(folder, 'settings.json'), 'oh no')
  const store = fileSettingsStore(folder, log)
  expect(store.all()).toEqual({})
  store.set('theme', 'dark')
  expect(readdirSync(folder).some((name) => name.startsWith('settings.json.damaged-'))).toBe(true)
  expect(fileSettingsStore(folder, log).all()).toEqual({ theme: 'dark' })
})

test('the log never grows beyond its size', () => {
  const file = path.join(folder, 'logs', 'test.log')
  const target = rotatingFile(file, 100)
  for (let line = 0; line < 30; line += 1) target.write(`${String(line).padStart(9, '0')}\n`)
  const sizes = readdirSync(path.dirname(file)).map((name) => statSync(path.join(path.dirname(file), name)).size)
  expect(sizes).toEqual([100, 100, 100])
  expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)).toBe('000000029')
})
