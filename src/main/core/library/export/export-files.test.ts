import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReplyAttachment } from '../../../../shared/domain/library/canned-reply.ts'
import { gif, png } from '../../testing/attachment-fixtures.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../../testing/library-fixtures.ts'
import { bytesAt, keepFile } from '../../testing/reply-file-fixtures.ts'
import { libraryFiles } from './library-files.ts'
import type { ArchivedReply } from './library-archive.ts'

interface WrittenLibrary {
  replies: ArchivedReply[]
  files: { hash: string; data: string }[]
}

async function exportAs(core: TestCore, format: 'json' | 'csv' | 'markdown', name: string) {
  const file = join(core.dataDir, name)
  return core.client.run('library.export', { format, file })
}

async function importText(core: TestCore, text: string, more: { name?: string; dryRun?: boolean } = {}) {
  const path = join(core.dataDir, more.name ?? 'in.json')
  await writeFile(path, text)
  return core.client.run('library.import', { paths: [path], dryRun: more.dryRun ?? false })
}

async function attachments(core: TestCore) {
  const rows = await core.client.ask('library.list', {})
  const details = await Promise.all(rows.map(({ id }) => detailOf(core, id)))
  return new Map(details.map(({ newest }) => [newest.content.title, newest.content.attachment]))
}

const filesIn = (core: TestCore): string[] => readdirSync(join(core.dataDir, 'media'))
const bytesOf = async (core: TestCore, attachment: ReplyAttachment | null | undefined) =>
  bytesAt(core, `media/canned/${attachment?.hash ?? ''}`)

/** Two replies with one picture, one of which had a GIF before, and one without anything. */
async function fill(core: TestCore): Promise<void> {
  const mug = await keepFile(core, png())
  const first = await addReply(core, { title: 'First', attachment: await keepFile(core, gif(), 'dance.gif') })
  await saveOver(core, first, { attachment: mug })
  await writeReply(core, { title: 'Second', attachment: { ...mug, name: 'other name.png' } })
  await writeReply(core, { title: 'Third' })
}

test('JSON takes each file along once, also those of earlier versions, and another desk has all of them', async () => {
  await using here = await createTestCore({ connected: false })
  await fill(here)
  expect(await exportAs(here, 'json', 'out.json')).toMatchObject({ replies: 3, leftOut: [] })
  const json = readFileSync(join(here.dataDir, 'out.json'), 'utf8')
  const { files } = JSON.parse(json) as WrittenLibrary
  expect(files.map(({ data }) => Buffer.from(data, 'base64').length).toSorted((a, b) => a - b)).toEqual(
    [gif().length, png().length].toSorted((a, b) => a - b)
  )

  await using there = await createTestCore({ connected: false })
  expect(await importText(there, json, { dryRun: true })).toMatchObject({ new: 3, losses: [] })
  expect(filesIn(there)).toEqual([])
  expect(await importText(there, json)).toMatchObject({ new: 3, losses: [], skipped: [] })
  const found = await attachments(there)
  expect([found.get('First')?.name, found.get('Second')?.name, found.get('Third')]).toEqual([
    'mug.png',
    'other name.png',
    null
  ])
  expect(await bytesOf(there, found.get('First'))).toEqual(png())
  expect(filesIn(there)).toHaveLength(2)
  await exportAs(there, 'json', 'again.json')
  expect(readFileSync(join(there.dataDir, 'again.json'), 'utf8')).toBe(json)
  // Without the bytes nothing is lost where they are.
  const bare = JSON.stringify({ ...(JSON.parse(json) as WrittenLibrary), files: [] })
  expect(await importText(there, bare)).toMatchObject({ unchanged: 3, losses: [] })
})

test('a library that lost its files on the disk has them again when it is imported over itself', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  await exportAs(core, 'json', 'out.json')
  for (const file of filesIn(core)) rmSync(join(core.dataDir, 'media', file))
  await core.restart()
  const { leftOut } = await exportAs(core, 'json', 'broken.json')
  expect(leftOut.map(({ name, why }) => [name, why])).toEqual(
    expect.arrayContaining([
      ['dance.gif', 'missing'],
      ['other name.png', 'missing']
    ])
  )
  const json = readFileSync(join(core.dataDir, 'out.json'), 'utf8')
  expect(await importText(core, json)).toMatchObject({ unchanged: 3, losses: [] })
  expect(await bytesOf(core, (await attachments(core)).get('First'))).toEqual(png())
  await exportAs(core, 'json', 'again.json')
  expect(readFileSync(join(core.dataDir, 'again.json'), 'utf8')).toBe(json)
})

test('hostile files of a library: each is reported with its reply, which comes without it', async () => {
  await using here = await createTestCore({ connected: false })
  await writeReply(here, { title: 'Picture', attachment: await keepFile(here, png()) })
  await exportAs(here, 'json', 'out.json')
  const sound = JSON.parse(readFileSync(join(here.dataDir, 'out.json'), 'utf8')) as WrittenLibrary
  const { createHash } = await import('node:crypto')
  const other = (bytes: Buffer, type = 'image/png', said = bytes.length): WrittenLibrary => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const text = JSON.stringify(sound.replies).replaceAll(sound.files[0]?.hash ?? '', hash)
    const replies = (JSON.parse(text) as ArchivedReply[]).map((reply) => ({
      ...reply,
      versions: reply.versions.map((version) => ({
        ...version,
        content: { ...version.content, attachment: { hash, name: 'mug.png', type, bytes: said } }
      }))
    }))
    return { ...sound, replies, files: [{ hash, data: bytes.toString('base64') }] }
  }
  const cases: [string, unknown, string][] = [
    ['no bytes', { ...sound, files: [] }, 'attachment'],
    ['no list of files at all', { ...sound, files: undefined }, 'attachment'],
    ['entries that are none', { ...sound, files: [null, 5, {}, { hash: 7, data: [] }] }, 'attachment'],
    ['other bytes than its hash says', { ...sound, files: [{ ...sound.files[0], data: 'AAAA' }] }, 'file-damaged'],
    ['no base64', { ...sound, files: [{ ...sound.files[0], data: '%%%' }] }, 'file-damaged'],
    ['another type than it says', other(png(), 'video/mp4'), 'file-damaged'],
    ['another size than it says', other(png(), 'image/png', 7), 'file-damaged'],
    ['a kind that X does not take', other(Buffer.from('<svg onload="x()"/>')), 'file-refused'],
    ['larger than X takes', other(Buffer.concat([png(), Buffer.alloc(6_000_000)])), 'file-refused'],
    ['a picture that is damaged', other(png().subarray(0, 20)), 'file-refused']
  ]
  for (const [what, value, code] of cases) {
    await using there = await createTestCore({ connected: false })
    const report = await importText(there, JSON.stringify(value))
    expect(report, what).toMatchObject({ new: 1, losses: [{ code, detail: 'mug.png', reply: 'Picture' }] })
    expect(await attachments(there), what).toEqual(new Map([['Picture', null]]))
    expect(filesIn(there), what).toEqual([])
  }
  const unnamed = [{ hash: '../../etc/passwd' }, { hash: null }, { type: 'text/html' }, { bytes: 2 ** 40 }, { more: 1 }]
  for (const change of unnamed) {
    await using there = await createTestCore({ connected: false })
    const value = { ...sound, replies: JSON.parse(JSON.stringify(sound.replies)) as ArchivedReply[] }
    const [version] = value.replies[0]?.versions ?? []
    if (version?.content.attachment) Object.assign(version.content.attachment, change)
    expect(await importText(there, JSON.stringify(value)), JSON.stringify(change)).toMatchObject({
      new: 1,
      losses: [{ code: 'file-damaged', detail: 'mug.png', reply: 'Picture' }],
      skipped: []
    })
    expect(await attachments(there)).toEqual(new Map([['Picture', null]]))
  }
})

test('a table names the files and says that it holds none; what replies have here stays', async () => {
  await using here = await createTestCore({ connected: false })
  await fill(here)
  const { leftOut } = await exportAs(here, 'csv', 'out.csv')
  expect(leftOut.toSorted((a, b) => (a.reply < b.reply ? -1 : 1))).toEqual([
    { reply: 'First', name: 'mug.png', why: 'no-files' },
    { reply: 'Second', name: 'other name.png', why: 'no-files' }
  ])
  const csv = readFileSync(join(here.dataDir, 'out.csv'), 'utf8')
  expect(await importText(here, csv, { name: 'in.csv' })).toMatchObject({ unchanged: 3, losses: [] })
  const changed = csv.replace('Your refund is on its way.', 'Changed in the table.')
  expect(await importText(here, changed, { name: 'in.csv' })).toMatchObject({ updated: 1, losses: [] })
  expect((await attachments(here)).get('First')?.name).toBe('mug.png')

  await using there = await createTestCore({ connected: false })
  const report = await importText(there, csv, { name: 'in.csv' })
  expect(report).toMatchObject({ new: 3, skipped: [] })
  expect(report.losses.map(({ code, detail, reply }) => [code, detail, reply])).toEqual([
    ['attachment', 'mug.png', 'First'],
    ['attachment', 'other name.png', 'Second']
  ])
})

test('Markdown: the file lies beside its text, which names it; one that is lost is said', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  await addReply(core, { title: 'Fourth', attachment: await keepFile(core, png(9), 'gone.png') })
  const [lost] = filesIn(core)
    .filter((file) => statSync(join(core.dataDir, 'media', file)).size > 0)
    .slice(-1)
  rmSync(join(core.dataDir, 'media', lost ?? ''))
  await core.restart()
  const folder = join(core.dataDir, 'markdown')
  const { leftOut } = await exportAs(core, 'markdown', 'markdown')
  expect(leftOut).toEqual([{ reply: 'Fourth', name: 'gone.png', why: 'missing' }])
  expect(readdirSync(folder).toSorted()).toEqual([
    'First.md',
    'First.png',
    'Fourth.md',
    'Second.md',
    'Second.png',
    'Third.md'
  ])
  expect(readFileSync(join(folder, 'First.png'))).toEqual(png())
  expect(readFileSync(join(folder, 'Second.md'), 'utf8')).toContain(
    'attachment: {"file":"Second.png","name":"other name.png"}\n'
  )
  expect(readFileSync(join(folder, 'Third.md'), 'utf8')).not.toContain('attachment')
})

test('more than one JSON may hold: the small files first, the others are named', async () => {
  const content = (hash: string, bytes: number) => ({
    title: hash,
    shortcut: null,
    body: 'x',
    language: null,
    variants: [],
    actions: [],
    effectiveFrom: null,
    expiresAt: null,
    attachment: { hash, name: `${hash}.png`, type: 'image/png', bytes }
  })
  const replies = [
    ['a', 900],
    ['b', 100],
    ['c', 200]
  ].map(([hash, bytes]) => ({
    newest: 'v',
    versions: [{ id: 'v', content: content(String(hash), Number(bytes)) }]
  })) as unknown as ArchivedReply[]
  const sizes: Record<string, number> = { a: 900, b: 100, c: 200 }
  const parts = {
    db: { get: (_sql: string, hash: string) => ({ file: hash }) },
    files: { checked: (file: string) => Promise.resolve({ file, size: sizes[file] ?? 0 }), read: () => [] }
  } as unknown as Parameters<typeof libraryFiles>[0]
  const { files, leftOut } = await libraryFiles(parts, replies, 1_000)
  expect(files.map(({ hash }) => hash)).toEqual(['b', 'c'])
  expect(leftOut).toEqual([{ reply: 'a', name: 'a.png', why: 'too-large' }])
})
