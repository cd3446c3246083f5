import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentName } from '../../../../shared/domain/attachment.ts'
import { Shortcut } from '../../../../shared/domain/library/canned-reply.ts'
import { openMediaFolder } from '../../media/media-folder.ts'
import { createStoredFiles } from '../../media/stored-files.ts'
import { gif, pieces, png } from '../../testing/attachment-fixtures.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { createFakeClock } from '../../testing/fake-clock.ts'
import { createRecordedLog } from '../../testing/recorded-log.ts'
import { temporaryDatabase } from '../../testing/temporary-database.ts'
import { readArchive } from '../import/read-archive.ts'
import { restoreArchive } from '../import/restore-archive.ts'
import { settleFiles } from '../import/settle-files.ts'
import { archivePieces } from './archive-pieces.ts'
import type { ArchivedReply, LibraryArchive } from './library-archive.ts'
import { libraryFiles } from './library-files.ts'
import { readLibrary } from './read-library.ts'

const line = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((text) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim() || 'x')
const id = fc.uuid({ version: 7 })
const time = fc.integer({ min: 0, max: 2_000_000_000_000 })
const people = ['person-1', 'person-2']
const tags = ['tag-1', 'tag-2']
const body = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed())
const action = fc.oneof(
  fc.constantFrom(...tags).map((tag) => ({ kind: 'tag' as const, tag })),
  fc.option(fc.constantFrom(...people), { nil: null }).map((member) => ({ kind: 'assign' as const, member })),
  fc
    .option(fc.integer({ min: 1, max: 525_600 }), { nil: null })
    .map((minutes) => ({ kind: 'snooze' as const, minutes })),
  fc.constant({ kind: 'resolve' as const }),
  fc.constant({ kind: 'priority' as const, priority: 'high' as const }),
  fc.constant({ kind: 'category' as const, category: 'billing' as const })
)
const shortcut = line(10).map((text) => Shortcut.safeParse(text.replaceAll(/[\s/]/gu, '-')).data ?? null)
/** Sizes whose base64 ends in each of the three ways. */
const pool = [png(1), Buffer.concat([png(2), Buffer.alloc(1)]), Buffer.concat([png(3), Buffer.alloc(2)]), gif()].map(
  (bytes, at) => ({
    bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
    type: at === 3 ? 'image/gif' : 'image/png'
  })
)
const content = fc.record({
  title: line(40),
  shortcut: fc.option(shortcut, { nil: null }),
  body,
  language: fc.constantFrom(null, 'en', 'pt-BR'),
  variants: fc.uniqueArray(
    fc.record({ language: fc.constantFrom('de', 'ar', 'zh-Hant'), body, outdated: fc.boolean() }),
    { selector: (variant) => variant.language, maxLength: 3 }
  ),
  actions: fc.array(action, { maxLength: 4 }),
  effectiveFrom: fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: null }),
  expiresAt: fc.option(fc.integer({ min: 2_000, max: 3_000 }), { nil: null }),
  attachment: fc.option(
    fc.record({ file: fc.constantFrom(...pool), name: line(30) }).map(({ file, name }) => ({
      hash: file.hash,
      name: attachmentName(name),
      type: file.type,
      bytes: file.bytes.length
    })),
    { nil: null }
  )
})

const reply = fc
  .record({
    id,
    kind: fc.constantFrom('reply' as const, 'fragment' as const),
    folder: fc.array(line(20), { maxLength: 3 }),
    tags: fc.array(line(20), { maxLength: 3 }),
    place: fc.constantFrom(
      { scope: 'everyone' as const, team: null },
      { scope: 'private' as const, team: null },
      { scope: 'team' as const, team: 'Élite' }
    ),
    owner: fc.constantFrom(...people),
    createdAt: time,
    updatedAt: time,
    retiredAt: fc.option(time, { nil: null }),
    source: fc.option(
      fc.record({ system: fc.constantFrom('zendesk', 'csv'), id: fc.uuid(), hash: fc.option(line(20), { nil: null }) }),
      { nil: null }
    ),
    sentBack: fc.option(
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.toWellFormed()),
      { nil: null }
    ),
    versions: fc.array(fc.record({ id, savedAt: time, author: fc.constantFrom(...people), content }), {
      minLength: 1,
      maxLength: 4
    }),
    approved: fc.nat(),
    hasApproved: fc.boolean(),
    review: fc.constantFrom('draft' as const, 'in-review' as const)
  })
  .map(({ place, versions, approved: which, hasApproved, review, ...rest }): ArchivedReply => {
    const at = hasApproved ? which % versions.length : -1
    const newest = versions.at(-1)?.id ?? ''
    const approved = versions[at]?.id ?? null
    return {
      ...rest,
      ...place,
      approved,
      newest,
      pending: approved === newest ? null : review,
      versions: versions.map((version, index) => ({
        ...version,
        number: index * 2 + 1,
        approvedBy: index === at ? 'person-1' : null,
        approvedAt: index === at ? 5 : null
      }))
    }
  })

const library = fc.uniqueArray(reply, { selector: (one) => one.id, maxLength: 8 }).map((replies): LibraryArchive => ({
  people: [
    { id: 'person-1', name: 'Ána' },
    { id: 'person-2', name: 'בן' }
  ],
  tags: [
    { id: 'tag-1', name: 'Refund', colour: 'red', group: null },
    { id: 'tag-2', name: 'VIP 🌟', colour: 'gray', group: 'Who' }
  ],
  replies
}))

/** A database with a media folder, as the core has them. */
function temporaryLibrary() {
  const { db, remove } = temporaryDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'backchannel-library-'))
  const clock = createFakeClock()
  const folder = openMediaFolder(dataDir, Buffer.alloc(32, 7))
  const files = createStoredFiles({ db, folder, clock, log: createRecordedLog(), ceiling: () => 1_000_000_000 })
  return {
    db,
    files,
    clock,
    remove() {
      remove()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
type Library = ReturnType<typeof temporaryLibrary>

async function restore(library: Library, json: string): Promise<void> {
  const archive = readArchive('library.json', JSON.parse(json))
  if (!archive) throw new Error('It is no library.')
  expect(archive.skipped).toEqual([])
  const settled = await settleFiles(library, [archive], false)
  expect(settled.losses).toEqual([])
  const given = { writer: { author: 'person-1', now: 9 }, madeTags: [], choiceOf: () => 'keep' as const }
  for (const one of settled.archives) {
    const { conflicts, skipped } = library.db.write((tx) => restoreArchive(tx, one, given))
    expect([conflicts, skipped]).toEqual([[], []])
  }
}

async function written(library: Library): Promise<string> {
  const archive = readLibrary(library.db)
  const { files, leftOut } = await libraryFiles(library, archive.replies)
  expect(leftOut).toEqual([])
  return textOf(archivePieces(archive, files))
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  const texts: string[] = []
  for await (const part of parts) texts.push(part)
  return texts.join('')
}

/** What a library of random things looks like when it was written out once: its people and tags are those in use. */
async function inFresh<T>(json: string, work: (library: Library) => Promise<T>): Promise<T> {
  const library = temporaryLibrary()
  try {
    await restore(library, json)
    return await work(library)
  } finally {
    library.remove()
  }
}

/** As an export would hold them: those that are named, in the order of their hashes. */
function filesOf({ replies }: LibraryArchive) {
  const named = new Set(replies.flatMap(({ versions }) => versions.map((version) => version.content.attachment?.hash)))
  return pool
    .filter(({ hash }) => named.has(hash))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ hash, bytes }) => ({ hash, body: pieces(bytes, 500) }))
}

test('export, import into an empty library, export: the same bytes, and nothing of what was there is lost', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (given) => {
      const once = await inFresh(await textOf(archivePieces(given, filesOf(given))), written)
      const sorted = given.replies.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect((JSON.parse(once) as LibraryArchive).replies).toEqual(JSON.parse(JSON.stringify(sorted)))
      const twice = await inFresh(once, async (fresh) => {
        // Again over what is there: it is there already.
        await restore(fresh, once)
        return written(fresh)
      })
      expect(twice).toBe(once)
    }),
    { numRuns: 15 }
  )
}, 120_000)

async function exported(core: TestCore, format: 'json' | 'csv', name: string): Promise<string> {
  const file = join(core.dataDir, name)
  await core.client.run('library.export', { format, file })
  return readFileSync(file, 'utf8')
}

async function importText(core: TestCore, name: string, text: string) {
  const path = join(core.dataDir, name)
  await writeFile(path, text)
  return core.client.run('library.import', { paths: [path], dryRun: false })
}

const texts = [
  '=1+1',
  "'quoted",
  '  "x", y;\nz',
  'مرحبًا {{ customer.first_name | fallback: "x" }} 👋',
  '{% raw %}{{ }}{% endraw %}',
  '@me +1 -2',
  'a\n\nb  ',
  '\n =1+1'
]

async function fill(core: TestCore): Promise<void> {
  const { tag } = await core.client.run('tags.create', { name: 'Refund, late', colour: 'red', group: null })
  for (const [index, text] of texts.entries()) {
    await core.client.run('library.save', {
      reply: null,
      base: null,
      content: {
        title: `${text} ${index}`,
        shortcut: `r${index}`,
        body: text,
        language: index % 2 === 0 ? 'en' : null,
        variants: index % 3 === 0 ? [{ language: 'es', body: `¡${text}!` }] : [],
        actions: index === 1 ? [{ kind: 'tag', tag }, { kind: 'resolve' }, { kind: 'snooze', minutes: null }] : [],
        expiresAt: index === 2 ? 5_000 : null
      },
      placement: {
        kind: index === 4 ? 'fragment' : 'reply',
        folder: index % 2 === 0 ? ['A/B\\C', 'CON', '..'] : [],
        tags: ['a, b', 'c\\'],
        scope: index === 5 ? 'team' : 'everyone',
        team: index === 5 ? 'Tier 2' : null
      }
    })
  }
}

/** All that is in the library but ids, times and where it came from. */
async function said(core: TestCore) {
  const rows = await core.client.ask('library.list', {})
  const details = await Promise.all(rows.map(({ id: reply }) => core.client.ask('library.reply', { reply })))
  const names = new Map((await core.client.ask('tags.list', {})).map(({ id, name }) => [id, name]))
  return details.flat().map(({ newest, kind, folder, tags, scope, team }) => ({
    ...newest.content,
    actions: newest.content.actions.map((done) => (done.kind === 'tag' ? { ...done, tag: names.get(done.tag) } : done)),
    placement: { kind, folder, tags, scope, team }
  }))
}

test('from one desk to another: JSON byte for byte with its versions, a table with all that it can hold', async () => {
  await using here = await createTestCore({ connected: false })
  await fill(here)
  const [first] = await here.client.ask('library.list', {})
  const [detail] = await here.client.ask('library.reply', { reply: first?.id ?? '' })
  if (!detail) throw new Error('There is no reply.')
  await here.client.run('library.approve', { replies: [detail.id] })
  await here.client.run('library.save', {
    reply: detail.id,
    base: detail.newest.id,
    content: { ...detail.newest.content, body: 'A second version' },
    placement: {
      kind: detail.kind,
      folder: [...detail.folder],
      tags: [...detail.tags],
      scope: detail.scope,
      team: detail.team
    }
  })
  const json = await exported(here, 'json', 'library.json')
  const csv = await exported(here, 'csv', 'library.csv')
  // Some programs take blanks away before they look for a formula.
  expect(csv).toContain(`"'\n =1+1"`)
  expect(await importText(here, 'again.json', json)).toMatchObject({ new: 0, updated: 0, unchanged: texts.length })
  expect(await importText(here, 'again.csv', csv)).toMatchObject({
    new: 0,
    updated: 0,
    unchanged: texts.length,
    conflicts: []
  })

  await using there = await createTestCore({ connected: false })
  expect(await importText(there, 'in.json', json)).toMatchObject({
    format: 'backchannel',
    new: texts.length,
    skipped: [],
    losses: []
  })
  expect(await exported(there, 'json', 'out.json')).toBe(json)
  expect((await there.client.ask('undo.next', {}))[0]?.label).toBe(
    `Imported ${texts.length} canned replies from Backchannel`
  )

  await using third = await createTestCore({ connected: false })
  const report = await importText(third, 'in.csv', csv)
  expect(report).toMatchObject({ format: 'backchannel', new: texts.length, skipped: [], losses: [] })
  expect(await said(third)).toEqual(await said(here))
})

async function change(core: TestCore, shortcut: string, body: string): Promise<void> {
  const row = (await core.client.ask('library.list', {})).find((one) => one.shortcut === shortcut)
  const [detail] = await core.client.ask('library.reply', { reply: row?.id ?? '' })
  if (!detail) throw new Error('There is no reply.')
  const { kind, folder, tags, scope, team, newest } = detail
  const placement = { kind, folder: [...folder], tags: [...tags], scope, team }
  await core.client.run('library.save', {
    reply: detail.id,
    base: newest.id,
    content: { ...newest.content, body },
    placement
  })
}

test('a table that somebody worked on brings its changes, and asks where both sides changed', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  const csv = (await exported(core, 'csv', 'library.csv')).replace('a\n\nb  ', 'Changed in the table')
  expect(await importText(core, 'in.csv', csv)).toMatchObject({ new: 0, updated: 1, unchanged: texts.length - 1 })
  const other = csv.replace('Changed in the table', 'And again')
  core.clock.advance(60_000)
  await change(core, 'r6', 'Changed here')
  expect(await importText(core, 'in.csv', other)).toMatchObject({ new: 0, updated: 0, conflicts: [{ choice: 'keep' }] })
})

test('a library that went on at both desks: what is newer there comes, what went on here stays', async () => {
  await using here = await createTestCore({ connected: false })
  await fill(here)
  await using there = await createTestCore({ connected: false })
  await importText(there, 'in.json', await exported(here, 'json', 'a.json'))
  await change(here, 'r1', 'Changed here')
  await change(there, 'r1', 'Changed there')
  await change(there, 'r2', 'Only there')
  const report = await importText(here, 'back.json', await exported(there, 'json', 'b.json'))
  expect(report).toMatchObject({ new: 0, updated: 1, unchanged: texts.length - 2, conflicts: [{ choice: 'keep' }] })
  const bodies = (await said(here)).map(({ body: text }) => text)
  expect(bodies).toContain('Changed here')
  expect(bodies).toContain('Only there')
})

test('a damaged library is read reply by reply; nothing of it reaches what it does not own', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  const before = await said(core)
  const archive = JSON.parse(await exported(core, 'json', 'library.json')) as { replies: ArchivedReply[] }
  const [first, second] = archive.replies
  if (!first || !second) throw new Error('There are replies.')
  const stolen = {
    ...first,
    id: 'another',
    source: null,
    versions: second.versions,
    newest: second.newest,
    pending: 'draft' as const,
    approved: null
  }
  const damaged = { ...archive, replies: [{ ...first, id: 'x', newest: 'nowhere' }, { id: 'y' }, null, stolen, second] }
  const report = await importText(core, 'damaged.json', JSON.stringify(damaged))
  expect(report).toMatchObject({ new: 0, updated: 0, unchanged: 1 })
  expect(report.skipped.map(({ code }) => code)).toEqual([
    'does-not-fit',
    'does-not-fit',
    'does-not-fit',
    'does-not-fit'
  ])
  expect(await said(core)).toEqual(before)
  expect(await importText(core, 'frame.json', '{"backchannel":"canned-replies","version":99}')).toMatchObject({
    new: 0,
    skipped: [{ code: 'unknown-format' }]
  })
})

test('Markdown: a file for each reply and language, in folders of safe names; nothing is written over', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  const folder = join(core.dataDir, 'markdown')
  expect(await core.client.run('library.export', { format: 'markdown', file: folder })).toEqual({
    file: folder,
    replies: texts.length,
    leftOut: []
  })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile()
  )
  expect(files.toSorted()).toEqual(
    [
      '=1+1 7.md',
      "'quoted 1.md",
      '@me +1 -2 5.md',
      'A-B-C/_CON/untitled/x-, y; z 2.md',
      'A-B-C/_CON/untitled/=1+1 0.es.md',
      'A-B-C/_CON/untitled/=1+1 0.md',
      'A-B-C/_CON/untitled/a b 6.es.md',
      'A-B-C/_CON/untitled/a b 6.md',
      'A-B-C/_CON/untitled/{% raw %}{{ }}{% endraw %} 4.md',
      'مرحبًا {{ customer.first_name - fallback- -x- }} 👋 3.es.md',
      'مرحبًا {{ customer.first_name - fallback- -x- }} 👋 3.md'
    ].toSorted()
  )
  expect(readFileSync(join(folder, "'quoted 1.md"), 'utf8')).toMatch(
    /^---\nid: "[^"]+"\ntitle: "'quoted 1"\nshortcut: "r1"\nlanguage: null\n[\s\S]*stage: "draft"\n---\n\n'quoted\n$/u
  )
  await expect(core.client.run('library.export', { format: 'markdown', file: folder })).rejects.toMatchObject({
    code: 'conflict'
  })
  const empty = join(core.dataDir, 'empty')
  await mkdir(empty)
  await core.client.run('library.export', { format: 'markdown', file: empty })
  await expect(
    core.client.run('library.export', { format: 'json', file: join(core.dataDir, 'no', 'where.json') })
  ).rejects.toMatchObject({ code: 'unreadable-file' })
})

test('Markdown: titles that look like the files of other replies, or like folders, are written beside them', async () => {
  await using core = await createTestCore({ connected: false })
  const save = (title: string, folder: string[], variants: { language: string; body: string }[] = []) =>
    core.client.run('library.save', {
      reply: null,
      base: null,
      content: { title, body: title, variants },
      placement: { folder }
    })
  await save('Hello', [], [{ language: 'es', body: 'Hola' }])
  await save('hello.ES', [])
  await save('Deep', ['Hello.md'])
  const folder = join(core.dataDir, 'markdown')
  await core.client.run('library.export', { format: 'markdown', file: folder })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(files.toSorted()).toEqual(
    ['Hello.md', 'Hello.md/Deep.md', 'Hello (2).md', 'Hello (2).es.md', 'hello.ES.md'].toSorted()
  )
})

test('an export takes nothing away that lies beside it', async () => {
  await using core = await createTestCore({ connected: false })
  await fill(core)
  const folder = join(core.dataDir, 'out')
  await mkdir(`${folder}.part`)
  await writeFile(join(`${folder}.part`, 'mine.txt'), 'mine')
  await core.client.run('library.export', { format: 'markdown', file: folder })
  expect(readFileSync(join(`${folder}.part`, 'mine.txt'), 'utf8')).toBe('mine')
})
