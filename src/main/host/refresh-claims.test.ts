import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { refreshClaims } from './refresh-claims.ts'

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const folders: string[] = []

function setUp() {
  const root = mkdtempSync(path.join(tmpdir(), 'backchannel-claims-'))
  folders.push(root)
  const claims = path.join(root, 'claims')
  const desk = (name: string): ((token: string) => boolean) => {
    mkdirSync(path.join(root, name), { recursive: true })
    return refreshClaims(claims, path.join(root, name), silent)
  }
  return { root, claims, desk }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('of two copies of a folder the first may renew, again after a crash too; the other may not', () => {
  const { desk, claims } = setUp()
  const first = desk('one')
  const copy = desk('two')
  expect([first('refresh-1'), copy('refresh-1'), first('refresh-1'), desk('one')('refresh-1')]).toEqual([
    true,
    false,
    true,
    true
  ])
  // What came after is the first one's own, and another sign-in is another matter.
  expect([first('refresh-2'), copy('refresh-9')]).toEqual([true, true])
  for (const name of readdirSync(claims)) {
    expect(name + readFileSync(path.join(claims, name), 'utf8')).not.toMatch(/refresh-|one|two/)
  }
})

test('claims are not kept for ever', () => {
  const { desk, claims } = setUp()
  desk('one')('refresh-1')
  const [file] = readdirSync(claims)
  const long = Date.now() / 1000 - 300 * 86_400
  utimesSync(path.join(claims, file ?? ''), long, long)
  desk('one')('refresh-2')
  expect(readdirSync(claims)).not.toContain(file)
})

test('where claims cannot be kept the renewal goes on', () => {
  const { root } = setUp()
  writeFileSync(path.join(root, 'blocked'), '')
  mkdirSync(path.join(root, 'one'))
  expect(refreshClaims(path.join(root, 'blocked'), path.join(root, 'one'), silent)('refresh-1')).toBe(true)
})
