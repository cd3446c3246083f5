import { expect, test } from 'vitest'
import type { OutboxRow } from '../../../shared/contract/rows.ts'
import { gif, mp4, png, replyWith } from '../testing/attachment-fixtures.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { outbox, SEND, sentTexts, stateOf, withCustomer, withCustomerInBackground } from '../testing/outbox-steps.ts'

const MEGABYTE = 1024 * 1024
const APPEND = /\/append$/

const made = (core: TestCore, part: string): string[] => core.x.requests.filter((request) => request.includes(part))

async function row(core: TestCore, id: string): Promise<OutboxRow | undefined> {
  return (await outbox(core)).find((each) => each.id === id)
}

/** What the brand sent with a medium, as bytes. */
function sentBytes(core: TestCore): (Buffer | null)[] {
  return core.world.sent.map(({ media }) =>
    media?.recipe.kind === 'bytes' ? Buffer.from(media.recipe.base64, 'base64') : null
  )
}

test('a picture without words is uploaded privately and sent, exactly once', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await replyWith(core, key, png())
  expect((await core.messages(key)).at(-1)).toMatchObject({ delivery: 'queued', text: '', media: [{ kind: 'photo' }] })
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(sentBytes(core)).toEqual([png()])
  expect(core.world.uploads.all()).toMatchObject([{ category: 'dm_image', mediaType: 'image/png', shared: false }])
  // The picture stands in the thread at once, and X's word for it does not double it or fetch it again.
  const shown = (await core.messages(key)).at(-1)
  expect(shown).toMatchObject({ delivery: 'sent', media: [{ kind: 'photo', width: 40, height: 30 }] })
  await core.round()
  const [, read] = await core.messages(key)
  expect(read).toMatchObject({
    id: shown?.id,
    media: [{ kind: 'photo', width: 40, height: 30, src: shown?.media[0]?.src }]
  })
  expect(await core.core.media((read?.media[0]?.src ?? '').replace('media/', ''), null)).toMatchObject({
    contentType: 'image/png',
    size: png().length
  })
  expect(made(core, '/1.1/ton/')).toEqual([])
})

test('a video goes up in segments and is sent when X has processed it', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const film = mp4({ bytes: 2.5 * MEGABYTE })
  const id = await replyWith(core, key, film, 'how it works')
  core.world.uploads.processingMs = 10_000
  await core.sync()
  expect(made(core, '/append')).toHaveLength(3)
  expect(await row(core, id)).toMatchObject({ state: 'queued', upload: { phase: 'processing', percent: 0 } })
  core.clock.advance(4_000)
  await core.sync()
  expect(await row(core, id)).toMatchObject({ state: 'queued', upload: { phase: 'processing', percent: 40 } })
  core.clock.advance(7_000)
  await core.sync()
  expect(await row(core, id)).toMatchObject({ state: 'sent', upload: null })
  expect(core.world.uploads.all()[0]?.bytes?.equals(film)).toBe(true)
  expect(core.world.sent).toMatchObject([{ text: expect.stringMatching(/^how it works https/) }])
})

test('a connection that breaks goes on at the next segment, also after a restart and a crash', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const film = mp4({ bytes: 3.5 * MEGABYTE })
  const id = await replyWith(core, key, film)
  // The first segment arrives, but its answer is lost.
  const begun = core.x.faults.add({ kind: 'reset', when: 'after' }, { path: APPEND })
  await core.sync()
  expect(begun.hits).toBe(1)
  expect(await row(core, id)).toMatchObject({ state: 'queued', upload: { phase: 'uploading', percent: 0 } })
  await core.restart()
  const second = core.x.faults.add({ kind: 'reset', when: 'before' }, { path: /finalize$/ })
  await core.sync()
  expect(second.hits).toBe(1)
  await core.crash()
  core.world.uploads.processingMs = 0
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(core.world.uploads.all()).toHaveLength(1)
  expect(core.world.uploads.all()[0]?.bytes?.equals(film)).toBe(true)
  // Five segments were sent for four: only the one without an answer went twice.
  expect(made(core, '/append')).toHaveLength(5)
  expect(core.world.sent).toHaveLength(1)
})

test('a finish whose answer is lost is not done over from the start', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await replyWith(core, key, png())
  const lost = core.x.faults.add({ kind: 'reset', when: 'after' }, { path: /finalize$/ })
  await core.sync()
  expect(lost.hits).toBe(1)
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(made(core, '/initialize')).toHaveLength(1)
  expect(made(core, '/append')).toHaveLength(1)
})

test('an upload that X has lost, or that is a day old, is made again', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const held = core.x.faults.add({ kind: 'status', status: 503 }, { path: /finalize$/ })
  const id = await replyWith(core, key, png())
  await core.sync()
  expect(held.hits).toBe(1)
  core.world.uploads.forgetAll()
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
  expect(made(core, '/initialize')).toHaveLength(2)

  core.x.limits.exhaust(core.accountId, 'dm_conversations.with.messages')
  const late = await replyWith(core, key, png(9))
  await core.sync()
  expect(await stateOf(core, late)).toBe('queued')
  core.clock.advance(24 * 3_600_000)
  await core.sync()
  expect(await stateOf(core, late)).toBe('sent')
  expect(made(core, '/initialize')).toHaveLength(4)
})

test('X refuses it unshared: the agent is asked once, the yes is remembered, and nothing is sent twice', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  core.world.uploads.demandShared = true
  const first = await replyWith(core, ana.key, png(), 'look')
  await core.sync()
  expect(await row(core, first)).toMatchObject({
    state: 'needs-attention',
    asks: 'share',
    reason: expect.stringContaining('anybody who gets hold of its link')
  })
  expect((await core.messages(ana.key)).at(-1)).toMatchObject({ asks: 'share' })
  expect(await core.client.ask('attachments.consent', {})).toEqual([])
  await expect(core.client.run('outbox.retry', { outboxId: first })).rejects.toMatchObject({ code: 'conflict' })
  await core.restart()
  await core.client.run('outbox.share', { outboxId: first })
  await core.sync()
  expect(await stateOf(core, first)).toBe('sent')
  expect(core.world.uploads.all().map(({ shared }) => shared)).toEqual([false, true])
  const second = await replyWith(core, ben.key, png(4))
  await core.sync()
  expect(await stateOf(core, second)).toBe('sent')
  expect(core.world.uploads.all().map(({ shared }) => shared)).toEqual([false, true, true])
  expect(core.world.sent).toHaveLength(2)
  expect(await core.client.ask('attachments.consent', {})).toEqual([{ id: core.accountId }])
  await core.client.run('attachments.share', { account: core.accountId, allowed: false })
  expect(await core.client.ask('attachments.consent', {})).toEqual([])
})

test('asked and answered no: the attachment can be taken out and the words sent', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.world.uploads.demandShared = true
  const outboxId = await replyWith(core, key, png(), 'only words then')
  await core.sync()
  await core.client.run('outbox.edit', { outboxId })
  const [draft] = await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })
  expect(draft).toMatchObject({ text: 'only words then' })
  const [attachment] = await core.client.ask('thread.attachment', { conversation: key })
  await core.client.run('thread.detach', { conversation: key, attachment: attachment?.id ?? '' })
  await core.reply(key, 'only words then')
  await core.sync()
  expect(sentTexts(core)).toEqual(['only words then'])
})

test('what X cannot process is said, and tried anew from the start when the agent wants', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.world.uploads.failProcessing = true
  const outboxId = await replyWith(core, key, mp4())
  await core.sync()
  expect(await row(core, outboxId)).toMatchObject({ state: 'failed', reason: expect.stringContaining('H.264') })
  core.world.uploads.failProcessing = false
  core.world.uploads.processingMs = 0
  await core.client.run('outbox.retry', { outboxId })
  await core.sync()
  expect(await stateOf(core, outboxId)).toBe('sent')
})

test('a sign-in without the permission to upload fails with what to do', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.faults.add(
    {
      kind: 'status',
      status: 403,
      body: { title: 'Forbidden', detail: 'You lack the required OAuth 2.0 scopes [media.write].' }
    },
    { path: '/2/media/*' }
  )
  const id = await replyWith(core, key, png())
  await core.sync()
  expect(await row(core, id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('sign in again') })
})

test('order within a conversation is kept, and a film holds up nobody else', async () => {
  await using core = await createTestCore()
  const ana = await withCustomer(core)
  const ben = await withCustomer(core)
  core.world.uploads.processingMs = 60_000
  await replyWith(core, ana.key, mp4())
  await core.reply(ana.key, 'after the film')
  await core.reply(ben.key, 'for Ben')
  await core.sync()
  expect(sentTexts(core)).toEqual(['for Ben'])
  core.clock.advance(61_000)
  await core.sync()
  expect(sentTexts(core).map((text) => text.replace(/ ?https.*/, 'film'))).toEqual([
    'for Ben',
    'film',
    'after the film'
  ])
})

test('a limit of uploads is waited for', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  core.x.limits.exhaust(core.accountId, 'media.append')
  const id = await replyWith(core, key, png())
  await core.sync()
  await core.sync()
  expect(made(core, '/append')).toHaveLength(1)
  expect(await stateOf(core, id)).toBe('queued')
  core.clock.advance(15 * 60_000)
  await core.sync()
  expect(await stateOf(core, id)).toBe('sent')
})

test('a lost answer to a picture is found by its having a picture, not by a message without one', async () => {
  await using core = await createTestCore()
  const { key, id: customer } = await withCustomer(core)
  const outboxId = await replyWith(core, key, png())
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND })
  await core.sync()
  expect(['unknown', 'sent']).toContain(await stateOf(core, outboxId))
  await core.sync()
  expect(await stateOf(core, outboxId)).toBe('sent')
  expect(core.world.sent).toHaveLength(1)

  const second = await replyWith(core, key, gif(), 'with words')
  core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: SEND })
  core.world.uploads.processingMs = 0
  await core.sync()
  // Typed on x.com meanwhile, the same words without the GIF: that is not it.
  core.world.say(core.accountId, customer, 'with words')
  await core.sync()
  expect(await stateOf(core, second)).toBe('unknown')
})

test('in the background it uploads, waits for the processing and sends by itself', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomerInBackground(core)
  const id = await replyWith(core, key, mp4({ bytes: 2 * MEGABYTE }))
  const processing = core.until('outbox.list', { open: true }, (rows) => rows[0]?.upload?.phase === 'processing')
  await core.when(() => made(core, '/finalize').length === 1)
  await processing
  const sent = core.until('outbox.list', { open: false }, (rows) => rows[0]?.state === 'sent')
  await core.quiet()
  core.clock.advance(3_000)
  await core.when(() => core.world.sent.length === 1)
  await sent
  // Read back, X's copy of what lies here is not fetched ahead.
  await core.client.run('sync.now', {})
  await core.quiet()
  expect(made(core, '/1.1/ton/')).toEqual([])
  expect(await stateOf(core, id)).toBe('sent')
})

test('offline the attachment waits, and leaves when the network is back', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomerInBackground(core)
  core.network('down')
  await replyWith(core, key, png())
  await core.quiet()
  expect(core.world.uploads.all()).toEqual([])
  core.network('up')
  core.clock.advance(10 * 60_000)
  await core.when(() => core.world.sent.length === 1)
  expect(sentBytes(core)).toEqual([png()])
})

test('a damaged file is not sent: the agent is told to attach it again', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const id = await replyWith(core, key, png())
  await core.restart()
  core.tamper('PRAGMA foreign_keys = OFF')
  core.tamper("UPDATE stored_file SET hash = 'other'")
  await core.sync()
  expect(await row(core, id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('attach it again') })
  expect(core.world.sent).toEqual([])
})

test('an attachment that is taken back while it is uploaded goes nowhere', async () => {
  await using core = await createTestCore({ background: true })
  const { key } = await withCustomerInBackground(core)
  const hanging = core.x.faults.add({ kind: 'hang', when: 'before' }, { path: APPEND })
  const outboxId = await replyWith(core, key, png())
  await core.when(() => hanging.hits === 1)
  await core.client.run('outbox.edit', { outboxId })
  hanging.release()
  await core.quiet()
  core.clock.advance(5_000)
  await core.quiet()
  expect(core.world.sent).toEqual([])
  const [attachment] = await core.client.ask('thread.attachment', { conversation: key })
  expect(attachment).toBeDefined()
  await core.client.run('thread.reply', {
    conversation: key,
    text: '',
    attachment: attachment?.id ?? null,
    hold: false
  })
  await core.when(() => core.world.sent.length === 1)
  // The segment X has already is not sent again.
  expect(made(core, '/append')).toHaveLength(1)
})
