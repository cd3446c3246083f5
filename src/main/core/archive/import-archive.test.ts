import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportReport } from '../../../shared/contract/commands.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import {
  accountFile,
  conversationEntry,
  CUSTOMER,
  dataFile,
  directMessages,
  type FixtureFiles,
  messageItem,
  OWNER,
  writeFolder,
  writeZip
} from '../testing/archive-fixtures.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function importFiles(core: TestCore, files: FixtureFiles, dryRun = false): Promise<ImportReport> {
  const path = join(core.dataDir, 'archive')
  await mkdir(path, { recursive: true })
  await writeFolder(path, files)
  return core.client.run('archive.import', { path, dryRun, account: null })
}

/** Everything that lies in the tables, apart from what says when something was done. */
function contents(core: TestCore): unknown {
  const tables = ['message', 'message_media', 'message_reaction', 'conversation', 'conversation_member', 'inbox_entry']
  return tables.map((table) => core.peek(`SELECT * FROM ${table} ORDER BY 1, 2`))
}

const at = (minute: number): string => `2025-04-28T10:${String(minute).padStart(2, '0')}:00.123Z`

const group = dataFile('direct_messages_group', [
  conversationEntry('1578398451921985538', [
    { participantsLeave: { userIds: ['8'], createdAt: at(5) } },
    { conversationNameUpdate: { initiatingUserId: '7', name: 'Returns', createdAt: at(4) } },
    messageItem('1910000000000000203', 'in the group', { recipientId: undefined, senderId: '7', createdAt: at(3) }),
    { participantsJoin: { initiatingUserId: '7', userIds: ['8', '9'], createdAt: at(2) } },
    { joinConversation: { initiatingUserId: '7', participantsSnapshot: ['7', OWNER], createdAt: at(1) } }
  ])
])

const files: FixtureFiles = {
  'data/account.js': accountFile(),
  'data/direct-messages.js': directMessages([
    messageItem('1910000000000000003', 'and the answer', { senderId: OWNER, recipientId: CUSTOMER, createdAt: at(3) }),
    messageItem('1910000000000000002', 'with a picture', {
      createdAt: at(2),
      mediaUrls: ['https://ton.twitter.com/dm/1910000000000000002/55/pic.png'],
      reactions: [{ senderId: OWNER, reactionKey: 'like', eventId: '1910000000000000009', createdAt: at(4) }]
    }),
    messageItem('1910000000000000001', 'the first 確認', { createdAt: at(1) }),
    { messageCreate: { id: 'damaged' } }
  ]),
  'data/direct-messages-group.js': group,
  'data/direct_messages_media/1910000000000000002-pic.png': Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')
}

test('a dry run counts what the real one then brings, and stores nothing; again, both bring nothing', async () => {
  await using core = await createTestCore({ connected: false })
  const dry = await importFiles(core, files, true)
  expect(dry).toEqual({
    conversations: 2,
    messages_new: 4,
    messages_seen: 0,
    member_events_new: 4,
    media: 1,
    skipped: [{ file: 'direct-messages.js', reason: expect.any(String) }]
  })
  expect(await core.client.ask('accounts.list', {})).toEqual([])
  expect(core.peek('SELECT * FROM message')).toEqual([])
  expect(await importFiles(core, files)).toEqual(dry)
  const before = contents(core)
  const nothing = { messages_new: 0, messages_seen: 4, member_events_new: 0, media: 0 }
  expect(await importFiles(core, files, true)).toMatchObject(nothing)
  expect(await importFiles(core, files)).toMatchObject(nothing)
  expect(contents(core)).toEqual(before)
})

test('what was imported can be read, searched and looked at, but not answered', async () => {
  await using core = await createTestCore({ connected: false })
  await importFiles(core, files)
  const key = conversationKey(OWNER, `${CUSTOMER}-${OWNER}`)
  expect(await core.texts(key)).toEqual(['the first 確認', 'with a picture', 'and the answer'])
  expect(await core.client.ask('accounts.list', {})).toEqual([
    expect.objectContaining({ id: OWNER, username: 'acme_help', name: 'Acme Help', archiveOnly: true, practice: false })
  ])
  expect((await core.client.ask('search.messages', { text: '確認', limit: 5 })).map((hit) => hit.conversation)).toEqual(
    [key]
  )
  const [, second] = await core.messages(key)
  expect(second?.reactions).toEqual([{ key: 'like', by: ['Acme Help'] }])
  const file = await core.core.media(second?.media[0]?.src?.replace('media/', '') ?? '', null)
  expect(file).toMatchObject({ size: 12 })
  expect((await core.client.ask('thread.head', { conversation: key }))[0]).toMatchObject({ canReply: false })
  await expect(core.client.run('thread.reply', { conversation: key, text: 'x' })).rejects.toMatchObject({
    code: 'not-allowed'
  })
  const groupKey = conversationKey(OWNER, '1578398451921985538')
  const [head] = await core.client.ask('thread.head', { conversation: groupKey })
  expect(head).toMatchObject({ name: 'Returns', group: true })
  expect(head?.members.map((member) => member.id)).toEqual(['7', '9'])
  const rows = await core.client.ask('thread.messages', { conversation: groupKey, window: { at: 'newest', older: 9 } })
  expect(rows.map((row) => (row.kind === 'member' ? row.change : 'message'))).toEqual([
    'created',
    'join',
    'message',
    'rename',
    'leave'
  ])
  // Long ago: history, not work.
  const list = await core.client.ask('inbox.list', { queue: 'inbox', account: null, limit: 9 })
  expect(list).toEqual([])
  // Nobody is looked up for money because of an archive.
  expect(core.x.requests).toEqual([])
})

test('the same from a zip', async () => {
  await using core = await createTestCore({ connected: false })
  const path = await writeZip(join(core.dataDir, 'archive.zip'), files)
  const report = await core.client.run('archive.import', { path, dryRun: false, account: null })
  expect(report).toMatchObject({ messages_new: 4, member_events_new: 4, media: 1 })
  const [job] = await core.client.ask('jobs.list', {})
  expect(job).toMatchObject({ kind: 'import', state: 'done', progress: 1, error: null })
})

/** The world of a simulated X, as X would write it into an archive of the account. */
function archiveOf(core: TestCore): FixtureFiles {
  const conversations = Map.groupBy(core.world.events(), (event) => event.conversationId)
  const entries = { direct: [] as unknown[], group: [] as unknown[] }
  for (const [id, events] of conversations) {
    const items = events.toReversed().map((event) => {
      const createdAt = new Date(event.at).toISOString()
      const initiatingUserId = event.senderId ?? '0'
      const userIds = event.participantIds
      if (event.type === 'ParticipantsJoin') return { participantsJoin: { initiatingUserId, userIds, createdAt } }
      if (event.type === 'ParticipantsLeave') return { participantsLeave: { userIds, createdAt } }
      const media = event.media
      return messageItem(event.id, event.text, {
        senderId: event.senderId,
        recipientId: undefined,
        createdAt,
        mediaUrls: media === null ? [] : [`https://ton.twitter.com/dm/${event.id}/${media.id}/${media.name}.png`]
      })
    })
    entries[id.includes('-') ? 'direct' : 'group'].push(conversationEntry(id, items))
  }
  const pictures = core.world
    .events()
    .flatMap((event) =>
      event.media === null
        ? []
        : [
            [
              `data/direct_messages_media/${event.id}-${event.media.name}.png`,
              Buffer.from('\x89PNG\r\n\x1a\nfrom the archive', 'latin1')
            ] as const
          ]
    )
  return {
    'data/account.js': accountFile(core.accountId),
    'data/direct-messages.js': dataFile('direct_messages', entries.direct),
    'data/direct-messages-group.js': dataFile('direct_messages_group', entries.group),
    ...Object.fromEntries(pictures)
  }
}

async function talk(core: TestCore): Promise<{ key: string; groupKey: string }> {
  const ana = core.customer({ name: 'Ana' })
  const ben = core.customer({ name: 'Ben' })
  for (let index = 0; index < 5; index += 1) core.say(ana, `message ${index}`)
  core.say(ana, 'a picture', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
  const { id } = core.world.createGroup([core.accountId, ana.id])
  core.clock.advance(1234)
  core.world.join(id, [ben.id], { byUserId: ana.id })
  core.clock.advance(3456)
  core.world.say(ben.id, id, 'hello group')
  core.clock.advance(5678)
  core.world.leave(id, [ben.id])
  core.clock.advance(250)
  core.world.join(id, [ben.id])
  core.clock.advance(250)
  core.world.leave(id, [ben.id])
  return { key: core.keyOf(ana), groupKey: conversationKey(core.accountId, id) }
}

test('an archive over a synced account adds nothing twice, and keeps what the team did', async () => {
  await using core = await createTestCore()
  const { key, groupKey } = await talk(core)
  await core.round()
  await core.reply(key, 'answered here')
  await core.sync()
  await core.client.run('inbox.resolve', { conversations: [key] })
  const archive = archiveOf(core)
  const expected = { messages_new: 0, member_events_new: 0, media: 0, skipped: [] }
  expect(await importFiles(core, archive, true)).toMatchObject(expected)
  expect(await importFiles(core, archive)).toMatchObject(expected)
  expect(await core.client.ask('accounts.list', {})).toEqual([
    expect.objectContaining({ id: core.accountId, archiveOnly: false })
  ])
  const [head] = await core.client.ask('thread.head', { conversation: key })
  expect(head).toMatchObject({ status: 'resolved', messageCount: 7, canReply: true })
  const members = await core.client.ask('thread.messages', {
    conversation: groupKey,
    window: { at: 'newest', older: 50 }
  })
  expect(members.map((row) => (row.kind === 'member' ? row.change : 'message'))).toEqual([
    'join',
    'message',
    'leave',
    'join',
    'leave'
  ])
  // The archive's own copy of the picture is used from now on, also without X.
  core.network('down')
  const [picture] = (await core.messages(key)).flatMap((row) => row.media)
  expect(await core.core.media(picture?.src?.replace('media/', '') ?? '', null)).toMatchObject({ size: 24 })
})

test('synced after an archive: the same events, the same order, paid for once', async () => {
  await using core = await createTestCore({ connected: false })
  const { key, groupKey } = await talk(core)
  const archive = archiveOf(core)
  await importFiles(core, archive)
  const texts = await core.texts(key)
  await core.addAccount()
  const report = await core.round()
  expect(report).toMatchObject({
    complete: true,
    events_new: 0,
    events_seen: core.world.events().length,
    users_fetched: 2
  })
  expect(await core.texts(key)).toEqual(texts)
  // Two pages, because all of this history lies within the minutes in which X may still show something late.
  expect(await core.round()).toMatchObject({ events_new: 0, cost_usd: 0, pages: 2 })
  await importFiles(core, archive)
  const rows = await core.client.ask('thread.messages', { conversation: groupKey, window: { at: 'newest', older: 50 } })
  expect(rows).toHaveLength(5)
  expect((await core.client.ask('accounts.list', {}))[0]).toMatchObject({ archiveOnly: false })
})

test('a message that was deleted here does not come back with an archive', async () => {
  await using core = await createTestCore()
  await importFiles(core, files)
  const deleted = '1910000000000000002'
  core.tamper('INSERT INTO deleted_event (account_id, event_id, deleted_at) VALUES (?, ?, 1)', OWNER, deleted)
  core.tamper('DELETE FROM message_media')
  core.tamper('DELETE FROM message_reaction')
  core.tamper('DELETE FROM message WHERE event_id = ?', deleted)
  expect(await importFiles(core, files, true)).toMatchObject({ messages_new: 0, media: 0 })
  expect(await importFiles(core, files)).toMatchObject({ messages_new: 0, media: 0 })
  expect(core.peek('SELECT 1 FROM message WHERE event_id = ?', deleted)).toEqual([])
})

test('importing ends practice; its account leaves with everything', async () => {
  await using core = await createTestCore({ connected: false })
  const { accessToken, refreshToken } = core.x.issueTokens()
  const { url: api, clientId } = core.x
  await core.client.run('accounts.add', {
    api,
    auth: api,
    clientId,
    accessToken,
    refreshToken,
    appBearer: null,
    practice: true
  })
  await talk(core)
  await core.round()
  await importFiles(core, files, true)
  expect(await core.client.ask('accounts.list', {})).toEqual([expect.objectContaining({ practice: true })])
  await importFiles(core, files)
  expect((await core.client.ask('accounts.list', {})).map((row) => row.id)).toEqual([OWNER])
  expect(core.peek('SELECT * FROM message WHERE account_id = ?', core.accountId)).toEqual([])
  expect([...core.secrets.values.keys()]).toEqual(['database-key'])
  expect((await core.sync()).accounts).toEqual([])
})

test.each<[string, FixtureFiles, string]>([
  ['a folder that is no archive', { 'notes.txt': 'hello' }, 'not-an-archive'],
  [
    'an archive whose owner nobody knows',
    {
      'data/direct-messages.js': dataFile('direct_messages', [
        conversationEntry('1-2', [messageItem('11', 'a', { senderId: '1' })]),
        conversationEntry('3-4', [messageItem('12', 'b', { senderId: '3' })])
      ])
    },
    'invalid-input'
  ]
])('%s: one clear sentence, and nothing is changed', async (_name, content, code) => {
  await using core = await createTestCore({ connected: false })
  await expect(importFiles(core, content)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^[A-Z/].*\.$/s)
  })
  expect(await core.client.ask('accounts.list', {})).toEqual([])
  expect((await core.client.ask('jobs.list', {}))[0]).toMatchObject({ state: 'failed', error: { code } })
})

test('without account.js the owner is named, or found as the one who takes part everywhere', async () => {
  await using core = await createTestCore({ connected: false })
  const { 'data/account.js': _, ...rest } = files
  const path = join(core.dataDir, 'archive')
  await mkdir(path, { recursive: true })
  await writeFolder(path, {
    ...rest,
    'data/direct-messages.js': dataFile('direct_messages', [
      conversationEntry(`${CUSTOMER}-${OWNER}`, [messageItem('11', 'a')]),
      conversationEntry(`77-${OWNER}`, [messageItem('12', 'b', { senderId: '77' })])
    ])
  })
  await core.client.run('archive.import', { path, dryRun: false, account: null })
  expect((await core.client.ask('accounts.list', {})).map((row) => row.id)).toEqual([OWNER])
  await writeFolder(path, files)
  await expect(core.client.run('archive.import', { path, dryRun: false, account: '5' })).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining(`belongs to the account ${OWNER}`)
  })
})

const shared = join(import.meta.dirname, '../../../../../shared/data')
const present = existsSync(shared)

describe.skipIf(!present)(`archives in ../shared/data${present ? '' : ' (skipped: the folder is absent)'}`, () => {
  test.each([
    ['x-archive-a', 904, 4],
    ['x-archive-b', 963, 5]
  ])('%s: %i messages, %i member events, and nothing the second time', async (name, messages, memberEvents) => {
    await using core = await createTestCore({ connected: false })
    const run = (dryRun: boolean): Promise<ImportReport> =>
      core.client.run('archive.import', { path: join(shared, name), dryRun, account: null })
    const expected = { messages_new: messages, messages_seen: 0, member_events_new: memberEvents, skipped: [] }
    const dry = await run(true)
    expect(dry).toMatchObject(expected)
    expect(await run(false)).toEqual(dry)
    const nothing = { messages_new: 0, messages_seen: messages, member_events_new: 0, media: 0 }
    expect(await run(true)).toMatchObject(nothing)
    expect(await run(false)).toMatchObject(nothing)
    const [counts] = core.peek<{ messages: number; changes: number }>(
      "SELECT sum(kind = 'message') AS messages, sum(kind <> 'message') AS changes FROM message"
    )
    expect(counts).toEqual({ messages, changes: memberEvents })
  })
})
