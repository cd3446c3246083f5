import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { MediaItem } from '../../../shared/contract/rows.ts'
import { migration0001 } from '../db/migrations/0001-first.ts'
import { attach, png } from '../testing/attachment-fixtures.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const folder = (core: TestCore): string => join(core.dataDir, 'media')
const files = (core: TestCore): string[] => readdirSync(folder(core))
const downloads = (core: TestCore): number =>
  core.x.requests.filter((request) => request.startsWith('GET /1.1/ton/')).length

/** Customers who each sent a picture of about `bytes` bytes; the newest is the last. */
async function pictures(core: TestCore, count: number, bytes = 1_000_000, same = false): Promise<MediaItem[]> {
  const customers = Array.from({ length: count }, (_, index) => {
    const customer = core.customer()
    const content = Buffer.concat([png(same ? 0 : index), Buffer.alloc(bytes)])
    const media = {
      kind: 'bytes' as const,
      type: 'photo' as const,
      contentType: 'image/png',
      base64: content.toString('base64')
    }
    core.say(customer, 'look', { media })
    return customer
  })
  await core.round()
  const items: MediaItem[] = []
  for (const customer of customers) {
    const item = (await core.messages(core.keyOf(customer)))[0]?.media[0]
    if (item) items.push(item)
  }
  return items
}

async function open(core: TestCore, item: MediaItem | undefined): Promise<number | null> {
  const file = await core.core.media((item?.src ?? '').replace('media/', ''), null)
  if (file === null) return null
  let size = 0
  for await (const chunk of file.body) size += chunk.length
  return size
}

test('the same picture from two customers is one file', async () => {
  await using core = await createTestCore()
  const [one, two] = await pictures(core, 2, 1_000, true)
  expect(await open(core, one)).toBe(await open(core, two))
  expect(files(core)).toHaveLength(1)
  expect(core.peek('SELECT count(*) AS count FROM media_file')).toEqual([{ count: 2 }])
})

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['cut off', (path: string) => truncateSync(path, 500)],
  ['changed', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size, 7))]
])('a %s file is fetched again', async (_what, damage) => {
  await using core = await createTestCore()
  const [item] = await pictures(core, 1)
  const size = await open(core, item)
  damage(join(folder(core), files(core)[0] ?? ''))
  await core.restart()
  expect(await open(core, item)).toBe(size)
  expect(downloads(core)).toBe(2)
  expect(await open(core, item)).toBe(size)
  expect(downloads(core)).toBe(2)
  expect(files(core)).toHaveLength(1)
})

test('above the ceiling the longest unused make room; what is attached never does', async () => {
  await using core = await createTestCore()
  core.settings.set('media.ceilingMegabytes', 100)
  const [first, second, third] = await pictures(core, 3, 40 * 1024 * 1024)
  await open(core, first)
  core.clock.advance(7_200_000)
  await open(core, second)
  core.clock.advance(7_200_000)
  // Looked at again: now the second is the oldest.
  await open(core, first)
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  await attach(core, core.keyOf(ana), Buffer.concat([png(9), Buffer.alloc(4_500_000)]))
  expect(await core.client.ask('media.usage', {})).toMatchObject([{ files: 3, ceiling: 100 * 1024 * 1024 }])
  core.clock.advance(7_200_000)
  await open(core, third)
  await core.restart()
  const [usage] = await core.client.ask('media.usage', {})
  expect(usage).toMatchObject({ files: 3 })
  expect(usage?.bytes).toBeLessThanOrEqual(100 * 1024 * 1024)
  const fetched = downloads(core)
  await open(core, first)
  await open(core, third)
  expect(downloads(core)).toBe(fetched)
  await open(core, second)
  expect(downloads(core)).toBe(fetched + 1)
  const [attachment] = await core.client.ask('thread.attachment', { conversation: core.keyOf(ana) })
  expect(attachment?.item.src).toEqual(expect.any(String))
})

test('clearing removes what X gives again, and nothing that is attached', async () => {
  await using core = await createTestCore()
  const [item] = await pictures(core, 1)
  await open(core, item)
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  await attach(core, core.keyOf(ana), png(5))
  await core.client.run('media.clear', {})
  expect(await core.client.ask('media.usage', {})).toMatchObject([{ files: 1, evictable: 0, bytes: png(5).length }])
  expect(files(core)).toHaveLength(1)
  expect(await open(core, item)).toBeGreaterThan(0)
})

test('a deleted message takes its file along, unless another shows the same', async () => {
  await using core = await createTestCore()
  const [one, two] = await pictures(core, 2, 1_000, true)
  await open(core, one)
  await open(core, two)
  core.tamper('DELETE FROM message WHERE key = (SELECT min(key) FROM message)')
  await core.restart()
  expect(files(core)).toHaveLength(1)
  core.tamper('DELETE FROM message')
  await core.restart()
  expect(files(core)).toEqual([])
})

test('half-written files of an earlier process go away, known ones stay', async () => {
  await using core = await createTestCore()
  const [item] = await pictures(core, 1)
  const size = await open(core, item)
  writeFileSync(join(folder(core), 'half.part'), 'x')
  writeFileSync(join(folder(core), 'orphan'), 'x')
  await core.restart()
  expect(files(core)).toHaveLength(1)
  core.network('down')
  expect(await open(core, item)).toBe(size)
})

test('what was kept before is still kept, with its hash learned when it is opened', async () => {
  await using core = await createTestCore()
  const [item] = await pictures(core, 1)
  const size = await open(core, item)
  core.tamper('UPDATE stored_file SET hash = NULL')
  core.network('down')
  await core.restart()
  expect(await open(core, item)).toBe(size)
  expect(core.peek('SELECT hash FROM stored_file')).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
})

test('the rows of the first schema move over without loss', async () => {
  const { migration0006 } = await import('../db/migrations/0006-media.ts')
  const db = new BetterSqlite(':memory:')
  db.exec(migration0001)
  const insert = db.prepare(
    'INSERT INTO media_file (source, file, content_type, size, state, fetched_at) VALUES (?, ?, ?, ?, ?, ?)'
  )
  insert.run('1 https://x/a', 'file-a', 'image/png', 10, 'here', 5)
  insert.run('1 archive:b.jpg', 'file-b', 'image/jpeg', 20, 'here', 6)
  insert.run('1 https://x/c', null, null, null, 'gone', 7)
  db.exec(migration0006)
  expect(db.prepare('SELECT source, file, state, fetched_at FROM media_file ORDER BY fetched_at').all()).toEqual([
    { source: '1 https://x/a', file: 'file-a', state: 'here', fetched_at: 5 },
    { source: '1 archive:b.jpg', file: 'file-b', state: 'here', fetched_at: 6 },
    { source: '1 https://x/c', file: null, state: 'gone', fetched_at: 7 }
  ])
  expect(db.prepare('SELECT file, hash, content_type, size, used_at FROM stored_file ORDER BY file').all()).toEqual([
    { file: 'file-a', hash: null, content_type: 'image/png', size: 10, used_at: 5 },
    { file: 'file-b', hash: null, content_type: 'image/jpeg', size: 20, used_at: 6 }
  ])
  db.close()
})
