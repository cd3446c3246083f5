import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AttachmentRow } from '../../../shared/contract/rows.ts'
import { attach, mp4, pieces, png } from '../testing/attachment-fixtures.ts'
import type { TestCore } from '../testing/create-test-core.ts'
import { createTestCore } from '../testing/create-test-core.ts'
import { stateOf, withCustomer } from '../testing/outbox-steps.ts'

async function draft(
  core: TestCore,
  conversation: string
): Promise<{ text: string; attachment: AttachmentRow | undefined }> {
  const [text] = await core.client.ask('thread.draft', { conversation, mode: 'reply' })
  const [attachment] = await core.client.ask('thread.attachment', { conversation })
  return { text: text?.text ?? '', attachment }
}

async function bytesOf(core: TestCore, src: string | null | undefined): Promise<Buffer | null> {
  const file = await core.core.media((src ?? '').replace(/^media\//, ''), null)
  if (file === null) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of file.body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const filesIn = (core: TestCore): string[] => readdirSync(join(core.dataDir, 'media'))

test('an attachment alone is a draft, lies encrypted, and survives a restart without a network', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const picture = png()
  const id = await attach(core, key, picture, 'C:\\Users\\ana\\mug.png')
  core.network('down')
  await core.restart()
  const row = await draft(core, key)
  expect(row).toMatchObject({
    text: '',
    attachment: { id, name: 'mug.png', size: picture.length, item: { kind: 'photo', width: 40, height: 30 } }
  })
  expect(await bytesOf(core, row.attachment?.item.src)).toEqual(picture)
  const [listed] = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 })
  expect(listed?.hasDraft).toBe(true)
  expect(readFileSync(join(core.dataDir, 'media', filesIn(core)[0] ?? '')).includes(picture.subarray(0, 16))).toBe(
    false
  )
})

test('one per draft: another takes its place; what is taken out can be had back for a day, and then leaves no file', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const first = await attach(core, key, png(1), 'first.png')
  const second = await attach(core, key, png(2), 'second.png')
  expect((await draft(core, key)).attachment).toMatchObject({ id: second, name: 'second.png' })
  await core.client.run('thread.detach', { conversation: key, attachment: second })
  expect(await draft(core, key)).toEqual({ text: '', attachment: undefined })
  await core.restart()
  await core.client.run('thread.reattach', { conversation: key, attachment: second })
  expect((await draft(core, key)).attachment).toMatchObject({ id: second })
  await core.client.run('thread.reattach', { conversation: key, attachment: first })
  expect((await draft(core, key)).attachment).toMatchObject({ id: first })
  expect(await bytesOf(core, (await draft(core, key)).attachment?.item.src)).toEqual(png(1))
  await core.client.run('thread.detach', { conversation: key, attachment: first })
  core.clock.advance(25 * 3_600_000)
  await core.restart()
  expect(filesIn(core)).toEqual([])
  await expect(core.client.run('thread.reattach', { conversation: key, attachment: first })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('the same content is one file, however often it is attached', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const first = await attach(core, ana.key, png())
  await attach(core, ben.key, png())
  expect(filesIn(core)).toHaveLength(1)
  await core.client.run('thread.detach', { conversation: ana.key, attachment: first })
  await core.restart()
  expect(await bytesOf(core, (await draft(core, ben.key)).attachment?.item.src)).toEqual(png())
})

test('what X would not take is refused, keeps the attachment before, and leaves nothing on the disk', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await attach(core, key, png())
  const attempts = [
    Buffer.from('words'),
    Buffer.alloc(0),
    mp4({ seconds: 200 }),
    Buffer.concat([png(), Buffer.alloc(6_000_000)])
  ]
  for (const bytes of attempts) {
    await expect(core.core.attach({ conversation: key, name: 'x.png', body: pieces(bytes) })).rejects.toMatchObject({
      code: 'invalid-input'
    })
  }
  expect((await draft(core, key)).attachment?.id).toBe(id)
  expect(filesIn(core)).toHaveLength(1)
  expect(core.x.requests.some((request) => request.includes('/media/upload'))).toBe(false)
})

test('a file that breaks off on its way leaves nothing behind', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield png()
    yield Buffer.alloc(10_000)
    throw new Error('the page was closed')
  }
  await expect(core.core.attach({ conversation: key, name: 'x.png', body: broken() })).rejects.toThrow('closed')
  expect(filesIn(core)).toEqual([])
  expect(await draft(core, key)).toEqual({ text: '', attachment: undefined })
})

test('nothing is attached to a conversation that is not here', async () => {
  await using core = await createTestCore()
  for (const conversation of ['nonsense', `${core.accountId}/1-2`, '1/1-2']) {
    await expect(core.core.attach({ conversation, name: 'x.png', body: pieces(png()) })).rejects.toMatchObject({
      code: 'not-found'
    })
  }
})

test('undo and edit give the attachment back; discard drops it', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const attachment = await attach(core, key, png())
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'see', attachment })
  expect(await draft(core, key)).toEqual({ text: '', attachment: undefined })
  const [waiting] = (await core.messages(key)).slice(-1)
  expect(waiting).toMatchObject({ text: 'see', media: [{ kind: 'photo' }], delivery: 'held' })
  expect(await bytesOf(core, waiting?.media[0]?.src)).toEqual(png())
  await core.client.run('outbox.undo', { outboxId })
  expect(await draft(core, key)).toMatchObject({ text: 'see', attachment: { id: attachment } })

  const again = await core.client.run('thread.reply', { conversation: key, text: '', attachment })
  await attach(core, key, png(7), 'newer.png')
  await expect(core.client.run('outbox.edit', { outboxId: again.outboxId })).rejects.toMatchObject({ code: 'conflict' })
  expect(await stateOf(core, again.outboxId)).toBe('held')
  await core.client.run('outbox.discard', { outboxId: again.outboxId })
  expect((await draft(core, key)).attachment).toMatchObject({ name: 'newer.png' })
  await core.client.run('thread.reattach', { conversation: key, attachment })
  expect((await draft(core, key)).attachment).toMatchObject({ id: attachment })
  core.clock.advance(25 * 3_600_000)
  await core.restart()
  expect(filesIn(core)).toHaveLength(1)
})

test('a reply takes along what its draft holds and nothing else', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  const attachment = await attach(core, ana.key, png())
  const run = (conversation: string) => core.client.run('thread.reply', { conversation, text: 'x', attachment })
  await expect(run(ben.key)).rejects.toMatchObject({ code: 'conflict' })
  await run(ana.key)
  await expect(run(ana.key)).rejects.toMatchObject({ code: 'conflict' })
  expect(await core.client.ask('outbox.list', { open: true })).toHaveLength(1)
})
