import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MediaItem } from '../../../shared/contract/rows.ts'
import type { MediaRecipe } from '../../practice/world/types.ts'
import type { MediaFile } from '../core-interface.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { temporaryFolder } from '../testing/archive-fixtures.ts'
import { mediaKey } from './cipher.ts'
import { openMediaFolder } from './media-folder.ts'

async function bytesOf(file: Pick<MediaFile, 'body'> | null): Promise<Buffer> {
  if (file === null) throw new Error('there is no file')
  const chunks: Uint8Array[] = []
  for await (const chunk of file.body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function path(item: MediaItem | undefined, what: 'src' | 'poster' = 'src'): string {
  return (item?.[what] ?? '').replace(/^media\//, '')
}

async function received(core: TestCore, recipe: MediaRecipe): Promise<MediaItem | undefined> {
  const ana = core.customer()
  core.say(ana, 'look', { media: recipe })
  await core.round()
  return (await core.messages(core.keyOf(ana)))[0]?.media[0]
}

function upload(bytes: Buffer, type: 'photo' | 'video', contentType: string): MediaRecipe {
  return { kind: 'bytes', type, contentType, base64: bytes.toString('base64') }
}

function downloads(core: TestCore): number {
  return core.x.requests.filter((request) => request.includes('/dm/') && request.startsWith('GET /1.1')).length
}

test('a picture is fetched once, kept encrypted, and served again without X', async () => {
  await using core = await createTestCore()
  const item = await received(core, { kind: 'picture', motif: 'mug', seed: 3 })
  const [one, two] = await Promise.all([core.core.media(path(item), null), core.core.media(path(item), null)])
  const plain = await bytesOf(one)
  expect(await bytesOf(two)).toEqual(plain)
  expect(one).toMatchObject({ contentType: 'image/png', size: plain.length, start: 0, end: plain.length - 1 })
  expect(plain.subarray(1, 4).toString()).toBe('PNG')
  expect(downloads(core)).toBe(1)

  const files = readdirSync(join(core.dataDir, 'media')).map((name) => readFileSync(join(core.dataDir, 'media', name)))
  expect(files).toHaveLength(1)
  expect(files[0]?.includes(plain.subarray(0, 16))).toBe(false)
  expect(files[0]?.includes(plain.subarray(100, 116))).toBe(false)

  core.network('down')
  await core.restart()
  expect(await bytesOf(await core.core.media(path(item), null))).toEqual(plain)
  expect(downloads(core)).toBe(1)
})

test('any range is the slice it names', async () => {
  await using core = await createTestCore()
  const item = await received(core, { kind: 'video' })
  const whole = await bytesOf(await core.core.media(path(item), null))
  expect(whole.length).toBeGreaterThan(1000)
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: whole.length - 1 }),
      fc.option(fc.nat({ max: whole.length * 2 }), { nil: null }),
      async (start, length) => {
        const end = length === null ? null : start + length
        const file = await core.core.media(path(item), { start, end })
        const last = Math.min(end ?? whole.length - 1, whole.length - 1)
        expect(file).toMatchObject({ size: whole.length, start, end: last })
        expect((await bytesOf(file)).equals(whole.subarray(start, last + 1))).toBe(true)
      }
    ),
    { numRuns: 100 }
  )
  expect(await core.core.media(path(item), { start: whole.length, end: null })).toBeNull()
  expect(await core.core.media(path(item), { start: 5, end: 4 })).toBeNull()
})

test('what could be a page or a script is plain bytes, whatever X calls it', async () => {
  await using core = await createTestCore()
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  for (const bytes of [html, svg, Buffer.from('%PDF-1.7 '), Buffer.from('x')]) {
    const file = await core.core.media(path(await received(core, upload(bytes, 'photo', 'image/png'))), null)
    expect(file?.contentType).toBe('application/octet-stream')
    expect(await bytesOf(file)).toEqual(bytes)
  }
})

test.each([
  'x',
  '../../backchannel.db',
  '1/message/2/0',
  '1/message/%/0',
  '1/message/%E0%A4%A/0',
  '1/avatar/2',
  '1/avatar/../../x',
  ''
])('a path that names nothing gives nothing: %s', async (wanted) => {
  await using core = await createTestCore()
  expect(await core.core.media(wanted, null)).toBeNull()
})

test('what X does not have now is asked for again later, not at once', async () => {
  await using core = await createTestCore()
  const item = await received(core, { kind: 'picture', motif: 'mug', seed: 3 })
  core.x.faults.add({ kind: 'status', status: 404 }, { path: '/1.1/*' })
  expect(await core.core.media(path(item), null)).toBeNull()
  expect(await core.core.media(path(item), null)).toBeNull()
  expect(downloads(core)).toBe(1)
  core.clock.advance(7 * 3_600_000)
  expect(await core.core.media(path(item), null)).not.toBeNull()
})

test('a connection that breaks off leaves no half file behind, and the next look gets it', async () => {
  await using core = await createTestCore()
  const item = await received(core, { kind: 'picture', motif: 'mug', seed: 3 })
  core.x.faults.add({ kind: 'truncated' }, { path: '/1.1/*' })
  expect(await core.core.media(path(item), null)).toBeNull()
  expect(readdirSync(join(core.dataDir, 'media'))).toEqual([])
  expect(await core.core.media(path(item), null)).not.toBeNull()
})

test('in the background, new pictures and faces come before anybody looks', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  const ana = core.customer()
  core.say(ana, 'look', { media: { kind: 'picture', motif: 'mug', seed: 3 } })
  await core.client.run('sync.now', {})
  await core.until('inbox.list', { queue: 'all', account: null, limit: 9 }, (rows) => rows.length === 1)
  await core.when(() => readdirSync(join(core.dataDir, 'media')).filter((name) => !name.endsWith('.part')).length >= 2)
  await core.quiet()
  core.network('down')
  const item = (await core.messages(core.keyOf(ana)))[0]?.media[0]
  expect(await core.core.media(path(item), null)).not.toBeNull()
  expect(await core.core.media(`${core.accountId}/avatar/${ana.id}`, null)).toMatchObject({ contentType: 'image/png' })
})

test('what is too large to be fetched ahead is fetched when it is opened, also while it is being given up', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  const ana = core.customer()
  const large = Buffer.alloc(7 * 1024 * 1024, 'GIF89a')
  const held = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: '/1.1/*' })
  core.say(ana, 'look', { media: upload(large, 'photo', 'image/gif') })
  await core.client.run('sync.now', {})
  await held.hit
  const item = (await core.messages(core.keyOf(ana)))[0]?.media[0]
  const opened = core.core.media(path(item), null)
  held.release()
  expect((await bytesOf(await opened)).equals(large)).toBe(true)
  // No second copy.
  await core.quiet()
  const sizes = readdirSync(join(core.dataDir, 'media')).filter(
    (name) => readFileSync(join(core.dataDir, 'media', name)).length > 1_000_000
  )
  expect(sizes).toHaveLength(1)
})

test('bytes of every length come back as they went in', async () => {
  const folder = await temporaryFolder()
  const media = openMediaFolder(folder.path, mediaKey('ab'.repeat(32)))
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), fc.nat(), async (bytes, at) => {
      const stored = await media.put(Readable.from([Buffer.from(bytes)]))
      expect(stored.size).toBe(bytes.length)
      if (bytes.length === 0) return
      const start = at % bytes.length
      const back = await bytesOf({ body: media.read(stored.name, start, bytes.length - 1) })
      expect(back.equals(Buffer.from(bytes.subarray(start)))).toBe(true)
      await media.remove(stored.name)
    }),
    { numRuns: 50 }
  )
  await folder.remove()
})
