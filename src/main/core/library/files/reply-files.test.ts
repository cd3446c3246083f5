import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attach, gif, mp4, pieces, png } from '../../testing/attachment-fixtures.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../../testing/library-fixtures.ts'
import { withCustomer } from '../../testing/outbox-steps.ts'
import { bytesAt, keepFile } from '../../testing/reply-file-fixtures.ts'

const DAY = 24 * 3_600_000
const filesIn = (core: TestCore): string[] => readdirSync(join(core.dataDir, 'media'))
const attachmentOf = async (core: TestCore, reply: string) => (await detailOf(core, reply)).newest.content.attachment
const draftOf = async (core: TestCore, conversation: string) =>
  (await core.client.ask('thread.attachment', { conversation }))[0]

async function insert(core: TestCore, conversation: string, reply: string) {
  const { approved } = await detailOf(core, reply)
  return core.client.run('library.attach', { conversation, version: approved?.id ?? '' })
}

test('a file belongs to the version: changed, taken out, compared and rolled back like its text', async () => {
  await using core = await createTestCore({ connected: false })
  const [mug, dance] = [await keepFile(core, png()), await keepFile(core, gif(), 'C:\\Users\\ana\\dance.gif')]
  const reply = await addReply(core, { attachment: mug })
  expect(await attachmentOf(core, reply)).toEqual({ ...mug, type: 'image/png', bytes: png().length })
  const second = await saveOver(core, reply, { attachment: dance })
  expect(await detailOf(core, reply)).toMatchObject({
    pending: 'draft',
    approved: { content: { attachment: mug } },
    newest: { content: { attachment: { name: 'dance.gif', type: 'image/gif' } } }
  })
  await core.client.run('library.approve', { replies: [reply] })
  await saveOver(core, reply, { attachment: null })
  expect(await attachmentOf(core, reply)).toBeNull()
  await core.client.run('library.rollBack', { reply, version: second })
  expect(await attachmentOf(core, reply)).toMatchObject({ hash: dance.hash })
  expect(await core.client.ask('library.list', {})).toMatchObject([{ attachment: 'dance.gif' }])
  const versions = await core.client.ask('library.versions', { reply, limit: 9 })
  expect(versions.map(({ content }) => content.attachment?.name ?? null)).toEqual([
    'dance.gif',
    null,
    'dance.gif',
    'mug.png'
  ])
  const [row] = await core.client.ask('library.file', { hash: mug.hash })
  expect(row?.item).toMatchObject({ kind: 'photo', width: 40, height: 30 })
  expect(await bytesAt(core, row?.item.src)).toEqual(png())
})

test('what was saved before replies could take files along is saved again without a new version', async () => {
  await using core = await createTestCore({ connected: false })
  const reply = await addReply(core)
  core.tamper("UPDATE canned_version SET content = json_remove(content, '$.attachment')")
  await core.restart()
  const { newest } = await detailOf(core, reply)
  expect(newest.content.attachment).toBeNull()
  expect(await saveOver(core, reply, {})).toBe(newest.id)
})

test('a version says of its file what the file is, and names none that is not here', async () => {
  await using core = await createTestCore({ connected: false })
  const mug = await keepFile(core, png())
  const reply = await writeReply(core, { attachment: { ...mug, type: 'video/mp4', bytes: 7 } })
  expect(await attachmentOf(core, reply)).toEqual(mug)
  const nowhere = { ...mug, hash: 'a'.repeat(64) }
  await expect(writeReply(core, { attachment: nowhere })).rejects.toMatchObject({
    code: 'not-found',
    message: 'The file “mug.png” is not here any more. Attach it again.'
  })
  for (const hash of ['', '../../x', 'A'.repeat(64)]) {
    await expect(writeReply(core, { attachment: { ...mug, hash } })).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('what X would not take is refused with the sentences of the composer, and leaves nothing', async () => {
  await using core = await createTestCore({ connected: false })
  const attempts: [Buffer, RegExp][] = [
    [Buffer.from('words'), /X takes one picture/],
    [Buffer.alloc(0), /empty/],
    [mp4({ seconds: 200 }), /at most 140/],
    [Buffer.concat([png(), Buffer.alloc(6_000_000)]), /larger than 5 MB/]
  ]
  for (const [bytes, why] of attempts) {
    await expect(core.core.attach({ conversation: null, name: 'x.png', body: pieces(bytes) })).rejects.toThrow(why)
  }
  expect(filesIn(core)).toEqual([])
})

test('inserted it goes into the draft and on to X byte for byte, offline at first, with its use', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const reply = await addReply(core, { attachment: await keepFile(core, png()) })
  core.network('down')
  const inserted = await insert(core, key, reply)
  if (inserted.kind !== 'attached') throw new Error('it was not attached')
  await core.restart()
  const row = await draftOf(core, key)
  expect(row).toMatchObject({
    id: inserted.attachment,
    name: 'mug.png',
    item: { kind: 'photo', width: 40, height: 30 }
  })
  expect(await bytesAt(core, row?.item.src)).toEqual(png())
  expect(filesIn(core)).toHaveLength(1)
  const { approved } = await detailOf(core, reply)
  const text = 'Your refund is on its way.'
  const canned = [{ reply, version: approved?.id ?? '', text, from: 'picker' as const }]
  const attachment = inserted.attachment
  await core.client.run('thread.reply', { conversation: key, text, attachment, canned, hold: false })
  core.network('up')
  await core.round()
  const [sent] = core.world.sent
  expect(sent?.text).toContain(text)
  expect(sent?.media?.recipe).toEqual(expect.objectContaining({ base64: png().toString('base64') }))
  expect(await core.client.ask('library.list', {})).toMatchObject([{ uses: 1 }])
})

test('the draft keeps what it has; the same file again is no news; one undo and redo takes it out and back', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const first = await addReply(core, { attachment: await keepFile(core, png(1)) })
  const second = await addReply(core, { title: 'Other', attachment: await keepFile(core, gif(), 'dance.gif') })
  const own = await attach(core, key, png(7), 'own.png')
  expect(await insert(core, key, first)).toEqual({ kind: 'taken', name: 'own.png' })
  expect(await draftOf(core, key)).toMatchObject({ id: own })
  await core.client.run('thread.detach', { conversation: key, attachment: own })
  const inserted = await insert(core, key, first)
  expect(inserted.kind).toBe('attached')
  expect(await insert(core, key, first)).toEqual({ kind: 'there', name: 'mug.png' })
  expect(await insert(core, key, second)).toEqual({ kind: 'taken', name: 'mug.png' })
  const attachment = inserted.kind === 'attached' ? inserted.attachment : ''
  await core.client.run('thread.detach', { conversation: key, attachment })
  expect(await draftOf(core, key)).toBeUndefined()
  await core.client.run('thread.reattach', { conversation: key, attachment })
  expect(await draftOf(core, key)).toMatchObject({ id: attachment })
  await expect(
    core.client.run('library.attach', { conversation: `${core.accountId}/1-2`, version: 'x' })
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('no file goes while any version of any reply names it, whatever the ceiling; undo brings all of it back', async () => {
  await using core = await createTestCore()
  const mug = await keepFile(core, png())
  const dance = await keepFile(core, gif(), 'dance.gif')
  const reply = await addReply(core, { attachment: mug })
  const other = await addReply(core, { title: 'Other', attachment: mug })
  await saveOver(core, reply, { attachment: dance })
  await saveOver(core, reply, { attachment: null })
  core.clock.advance(30 * DAY)
  await core.restart()
  await core.client.run('media.clear', {})
  expect(filesIn(core)).toHaveLength(2)
  expect(await core.client.ask('media.usage', {})).toMatchObject([{ files: 2, evictable: 0 }])
  await core.client.run('library.delete', { replies: [reply] })
  core.clock.advance(6 * DAY)
  await core.restart()
  await core.client.run('undo.run', {})
  const versions = await core.client.ask('library.versions', { reply, limit: 9 })
  expect(versions.map(({ content }) => content.attachment?.hash ?? null)).toEqual([null, dance.hash, mug.hash])
  await core.client.run('library.delete', { replies: [reply] })
  core.clock.advance(8 * DAY)
  await core.restart()
  // The other reply still has its picture.
  expect(filesIn(core)).toHaveLength(1)
  expect(await attachmentOf(core, other)).toMatchObject({ hash: mug.hash })
  await core.client.run('library.delete', { replies: [other] })
  core.clock.advance(8 * DAY)
  await core.restart()
  expect(filesIn(core)).toEqual([])
})

test('a draft, a reply that waits and a text that is not saved keep the file of a reply that is gone', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const reply = await addReply(core, { attachment: await keepFile(core, png()) })
  const written = await keepFile(core, gif(), 'dance.gif')
  core.settings.set('library.unsaved', { 'new-1': { attachment: written } })
  const inserted = await insert(core, key, reply)
  await core.client.run('library.delete', { replies: [reply] })
  core.clock.advance(8 * DAY)
  await core.restart()
  expect(filesIn(core)).toHaveLength(2)
  expect(await bytesAt(core, (await draftOf(core, key))?.item.src)).toEqual(png())
  core.network('down')
  const attachment = inserted.kind === 'attached' ? inserted.attachment : null
  await core.client.run('thread.reply', { conversation: key, text: '', attachment, hold: false })
  core.settings.set('library.unsaved', {})
  core.clock.advance(DAY)
  await core.restart()
  expect(filesIn(core)).toHaveLength(1)
})

test('a crash between the file and its version loses nothing; what no version ever names goes after a week', async () => {
  await using core = await createTestCore({ connected: false })
  const mug = await keepFile(core, png())
  await keepFile(core, gif(), 'dance.gif')
  await core.crash()
  const reply = await addReply(core, { attachment: mug })
  await core.crash()
  expect(await attachmentOf(core, reply)).toEqual(mug)
  expect(filesIn(core)).toHaveLength(2)
  core.clock.advance(8 * DAY)
  await core.restart()
  expect(filesIn(core)).toHaveLength(1)
  const [row] = await core.client.ask('library.file', { hash: mug.hash })
  expect(await bytesAt(core, row?.item.src)).toEqual(png())
})

test('a file that is lost on the disk: the text can be changed, is not approved without it, and heals with it', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const mug = await keepFile(core, png())
  const reply = await addReply(core, { attachment: mug })
  for (const file of filesIn(core)) rmSync(join(core.dataDir, 'media', file))
  await core.restart()
  expect(await bytesAt(core, `media/canned/${mug.hash}`)).toBeNull()
  expect(await core.client.ask('library.file', { hash: mug.hash })).toEqual([])
  expect(await insert(core, key, reply)).toEqual({ kind: 'missing' })
  await saveOver(core, reply, { body: 'Changed.' })
  await expect(core.client.run('library.approve', { replies: [reply] })).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'The file “mug.png” of “Refund” is not here any more. Attach it again, or remove it.'
  })
  await keepFile(core, png())
  await core.client.run('library.approve', { replies: [reply] })
  expect((await insert(core, key, reply)).kind).toBe('attached')
})
