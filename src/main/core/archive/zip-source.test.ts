import { createHash } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CENTRAL,
  directMessages,
  messageItem,
  patchCentralRecord,
  renameInZip,
  temporaryFolder,
  writeZip
} from '../testing/archive-fixtures.ts'
import type { FixtureFiles } from '../testing/archive-fixtures.ts'
import { isArchiveProblem } from './archive-problem.ts'
import { openArchive } from './read-archive.ts'
import type { OpenedArchive } from './read-archive.ts'

const FILE = 'data/direct-messages.js'
/** Texts that compress badly, the same in every run. */
const noise = (count: number): string =>
  directMessages(
    Array.from({ length: count }, (_, index) =>
      messageItem(String(index + 1), createHash('sha512').update(String(index)).digest('base64'))
    )
  )

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let path: string
const opened: OpenedArchive[] = []
beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder.path, 'archive.zip')
})
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
  await folder.remove()
})

const small: FixtureFiles = { [FILE]: directMessages([messageItem('1', 'a'), messageItem('2', 'b')]) }

async function open(limits = {}): Promise<OpenedArchive> {
  const archive = await openArchive(path, limits)
  if (isArchiveProblem(archive)) throw new Error(archive.message)
  opened.push(archive)
  return archive
}

async function count(archive: OpenedArchive): Promise<number> {
  let messages = 0
  for await (const _item of archive.events({ ownerId: null })) messages += 1
  return messages
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

describe('names', () => {
  it.each([
    ['../../../direct-messages.js', 'leads out of the archive'],
    ['/etc/cron.d/direct-messages', 'absolute path'],
    ['C:/Windows/direct-messages1', 'absolute path'],
    ['data\\direct-messages-part1.', 'backslash'],
    ['data/direct-messages\0.part1', 'zero byte']
  ])('refuses %j and reads the rest', async (name, reason) => {
    const stand = `data/${'x'.repeat(name.length - 5)}`
    await writeZip(path, { [stand]: directMessages([messageItem('6', 'evil')]), ...small })
    await renameInZip(path, stand, name)
    const archive = await open()
    expect(await count(archive)).toBe(2)
    expect(archive.skipped).toHaveLength(1)
    expect(archive.skipped[0]?.reason).toContain(reason)
    expect(archive.skipped[0]?.file).not.toContain('\0')
  })
})

describe('bombs', () => {
  it('refuses an entry that unpacks to far more than it takes', async () => {
    await writeZip(path, { [FILE]: `x = [${' '.repeat(12 << 20)}]` })
    const problem = await openArchive(path)
    expect(problem).toMatchObject({ code: 'refused', message: expect.stringContaining('zip bomb') as string })
  })

  it('stops an entry at the size it declares', async () => {
    await writeZip(path, {
      [FILE]: noise(3_000),
      'data/direct-messages-part1.js': directMessages([messageItem('9', 'z')])
    })
    await patchCentralRecord(path, FILE, CENTRAL.uncompressedSize, uint32(200_000))
    const archive = await open()
    const messages = await count(archive)
    expect(messages).toBeGreaterThan(1)
    expect(messages).toBeLessThan(1_000)
    expect(archive.progress.bytesRead).toBeLessThanOrEqual(archive.progress.bytesTotal)
    expect(archive.skipped).toEqual([
      {
        file: 'direct-messages.js',
        reason: 'It was refused: it holds more than the 200000 bytes that the zip declares.'
      }
    ])
  })

  it('refuses more files, and more text, than the limits allow', async () => {
    await writeZip(path, small)
    expect(await openArchive(path, { entries: 0 })).toMatchObject({ code: 'refused' })
    expect(await openArchive(path, { totalBytes: 100 })).toMatchObject({ code: 'refused' })
  })

  it('does not open media that is too large', async () => {
    await writeZip(path, { ...small, 'data/direct_messages_media/1-a.jpg': Buffer.alloc(100, 7) })
    const archive = await open({ mediaBytes: 99 })
    expect(await archive.openMedia('direct_messages_media/1-a.jpg')).toBeNull()
    expect(archive.skipped[0]?.file).toBe('direct_messages_media/1-a.jpg')
  })
})

describe('damage', () => {
  it('says that a zip is cut off', async () => {
    await writeZip(path, { [FILE]: noise(500) })
    await truncate(path, 20_000)
    expect(await openArchive(path)).toEqual({
      code: 'unreadable',
      message: `${path} is cut off: the list of files at the end of the zip is missing. Copy or download it again.`
    })
  })

  it.each([true, false])('keeps what stands before the damage of an entry (stored: %s)', async (stored) => {
    await writeZip(
      path,
      { [FILE]: noise(3_000), 'data/direct-messages-part1.js': directMessages([messageItem('9', 'z')]) },
      { stored }
    )
    const bytes = await readFile(path)
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64)
    await writeFile(path, bytes)
    const archive = await open()
    const messages = await count(archive)
    expect(messages).toBeGreaterThan(1_000)
    // Stored, only the damaged message is lost; packed, nothing behind the damage can be trusted.
    if (stored) expect(messages).toBeGreaterThan(2_990)
    else expect(messages).toBeLessThan(1_700)
    const reasons = archive.skipped.map(({ file, reason }) => `${file}: ${reason}`)
    expect(reasons.length).toBeLessThan(7)
    expect(reasons.at(-1)).toMatch(/^direct-messages\.js: (It is damaged: |Its checksum is wrong)/)
  })

  it('reads what a damaged list of files names before the damage', async () => {
    await writeZip(path, { ...small, 'data/zzzz.js': 'x = []' })
    const bytes = await readFile(path)
    bytes.fill(0, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])), bytes.lastIndexOf('data/zzzz.js'))
    await writeFile(path, bytes)
    const archive = await open()
    expect(await count(archive)).toBe(2)
    expect(archive.skipped[0]?.reason).toContain('The list of files inside the zip is damaged')
  })

  it('fails the stream of damaged media with a sentence', async () => {
    await writeZip(path, { ...small, 'data/direct_messages_media/1-a.jpg': 'picture picture' }, { stored: true })
    const bytes = await readFile(path)
    bytes.write('X', bytes.indexOf('picture picture'))
    await writeFile(path, bytes)
    const media = await (await open()).openMedia('direct_messages_media/1-a.jpg')
    if (media === null) throw new Error('not found')
    await expect(buffer(media.stream)).rejects.toThrow('checksum')
  })
})

describe('entries that cannot be read', () => {
  it('says that a zip is locked', async () => {
    await writeZip(path, small)
    await patchCentralRecord(path, FILE, CENTRAL.flags, Buffer.from([0x09, 0x08]))
    expect(await openArchive(path)).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('password') as string
    })
    await patchCentralRecord(path, FILE, CENTRAL.flags, Buffer.from([0x49, 0x08]))
    expect(await openArchive(path)).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('password') as string
    })
  })

  it('skips an entry packed by another method', async () => {
    await writeZip(path, { ...small, 'data/direct-messages-part1.js': 'x = []' })
    await patchCentralRecord(path, 'data/direct-messages-part1.js', CENTRAL.method, Buffer.from([9, 0]))
    const archive = await open()
    expect(await count(archive)).toBe(2)
    expect(archive.skipped[0]).toMatchObject({
      file: 'direct-messages-part1.js',
      reason: expect.stringContaining('method 9') as string
    })
  })
})
