import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accountFile,
  conversationEntry,
  CUSTOMER,
  dataFile,
  directMessages,
  messageItem,
  OWNER,
  temporaryFolder,
  writeFolder,
  writeZip
} from '../testing/archive-fixtures.ts'
import type { FixtureFiles } from '../testing/archive-fixtures.ts'
import { isArchiveProblem } from './archive-problem.ts'
import { openArchive } from './read-archive.ts'
import type { OpenedArchive } from './read-archive.ts'
import type { ArchiveItem } from './read-messages.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const opened: OpenedArchive[] = []
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
  await folder.remove()
})

async function open(path: string): Promise<OpenedArchive> {
  const archive = await openArchive(path)
  if (isArchiveProblem(archive)) throw new Error(archive.message)
  opened.push(archive)
  return archive
}

async function openFiles(files: FixtureFiles): Promise<OpenedArchive> {
  return open(await writeFolder(folder.path, files))
}

async function all(archive: OpenedArchive, ownerId: string | null = null): Promise<ArchiveItem[]> {
  const items: ArchiveItem[] = []
  for await (const item of archive.events({ ownerId })) items.push(item)
  return items
}

const idsOf = (items: ArchiveItem[]): (string | null)[] => items.map((item) => item.event.id)
const at = (hour: number): string => `2025-04-28T${String(hour).padStart(2, '0')}:00:00.000Z`

const group = [
  messageItem('204', 'bye', { recipientId: undefined, senderId: '7' }),
  { participantsLeave: { userIds: ['8'], createdAt: at(5) } },
  { reactionCreate: { senderId: '8', reactionKey: 'like', eventId: '203', createdAt: at(4) } },
  { conversationNameUpdate: { initiatingUserId: '7', name: 'Returns', createdAt: at(3) } },
  messageItem('203', 'look', { recipientId: '0', mediaUrls: ['https://ton.twitter.com/dm/203/9/p.png'] }),
  { participantsJoin: { initiatingUserId: '7', userIds: ['8'], createdAt: at(2) } },
  { welcomeMessageCreate: { id: '202', senderId: OWNER, text: 'Welcome', createdAt: at(1) } },
  { joinConversation: { initiatingUserId: '7', participantsSnapshot: ['7', OWNER], createdAt: at(0) } }
]
const whole: FixtureFiles = {
  'data/account.js': accountFile(),
  'data/manifest.js': `window.__THAR_CONFIG = ${JSON.stringify({
    userInfo: { accountId: OWNER, userName: 'acme_help', displayName: 'Acme Help' },
    dataTypes: {
      directMessages: {
        files: [{ fileName: 'data/direct-messages.js', globalName: 'x', count: '2' }, { fileName: 'data/dm-extra.js' }]
      },
      directMessagesGroup: { files: [{ fileName: 'data/direct-messages-group.js' }] }
    }
  })}`,
  'data/direct-messages.js': directMessages([messageItem('102', 'two'), messageItem('101', 'one')]),
  'data/dm-extra.js': directMessages([messageItem('103', 'from a part with an unusual name')]),
  // The manifest does not know this one.
  'data/direct-messages-part1.js': dataFile('x', [
    conversationEntry(`${OWNER}-${CUSTOMER}`, [messageItem('100', 'older part of the same conversation')]),
    conversationEntry(`${OWNER}:43`, [messageItem('99', 'to another', { senderId: OWNER, recipientId: '43' })])
  ]),
  'data/direct-messages-group.js': dataFile('y', [conversationEntry('5555', group)]),
  'data/direct-message-headers.js': dataFile('z', [
    conversationEntry(`${CUSTOMER}-${OWNER}`, [{ messageCreate: { id: '1' } }])
  ]),
  'data/tweets.js': 'window.YTD.tweets.part0 = [ not read ]',
  'data/direct_messages_group_media/203-p.png': Buffer.from([1, 2, 3, 4]),
  'data/tweets_media/203-q.png': Buffer.from([9]),
  'assets/js/direct-messages.js': 'not data'
}

describe.each(['folder', 'zip', 'stored zip', 'zip64'])('a whole archive as %s', (form) => {
  const make = (files: FixtureFiles): Promise<string> =>
    form === 'folder'
      ? writeFolder(join(folder.path, 'unpacked'), files)
      : writeZip(join(folder.path, 'archive.zip'), files, { stored: form === 'stored zip', zip64: form === 'zip64' })

  it('reads parts, groups, member changes, reactions and media', async () => {
    const archive = await open(await make(whole))
    expect(archive.owner).toEqual({ accountId: OWNER, username: 'acme_help', displayName: 'Acme Help' })
    expect(archive.files.map((file) => file.path)).toEqual([
      'direct-messages.js',
      'dm-extra.js',
      'direct-messages-group.js',
      'direct-messages-part1.js'
    ])
    const items = await all(archive, OWNER)
    expect(archive.skipped).toEqual([])
    expect(idsOf(items)).toEqual(['102', '101', '103', '204', null, null, '203', null, '202', null, '100', '99'])
    expect(items.map((item) => item.event.kind).slice(3, 10)).toEqual([
      'message',
      'leave',
      'rename',
      'message',
      'join',
      'message',
      'created'
    ])
    expect(items.map((item) => item.event.conversationId)).toEqual([
      ...Array.from({ length: 3 }, () => '42-900'),
      ...Array.from({ length: 7 }, () => '5555'),
      '42-900',
      '43-900'
    ])
    expect(items.filter((item) => item.group)).toHaveLength(7)
    const picture = items[6]?.event
    expect(picture?.reactions).toEqual([{ senderId: '8', key: 'like', eventId: '203', at: Date.parse(at(4)) }])
    expect(picture?.media[0]?.localFile).toBe('direct_messages_group_media/203-p.png')
    expect(archive.progress.bytesRead).toBe(archive.progress.bytesTotal)
    expect(archive.mediaFiles).toBe(1)
  })

  it('opens the media it holds, and nothing else', async () => {
    const archive = await open(await make(whole))
    const media = await archive.openMedia('direct_messages_group_media/203-p.png')
    expect(media?.size).toBe(4)
    expect(media && (await buffer(media.stream))).toEqual(Buffer.from([1, 2, 3, 4]))
    for (const name of ['direct_messages_media/203-p.png', '../data/account.js', 'account.js', '/etc/passwd', '']) {
      expect(await archive.openMedia(name)).toBeNull()
    }
  })

  it('opens many media at once', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `direct_messages_media/${index + 1}-a.jpg`)
    const pictures = Object.fromEntries(names.map((name) => [`data/${name}`, Buffer.alloc(70_000, name)]))
    const archive = await open(await make({ ...whole, ...pictures }))
    const read = await Promise.all(
      names.map(async (name) => {
        const media = await archive.openMedia(name)
        return media !== null && (await buffer(media.stream)).equals(Buffer.alloc(70_000, name))
      })
    )
    expect(read).toEqual(names.map(() => true))
  })

  it('can be read twice with the same outcome', async () => {
    const broken = { 'data/direct-messages.js': directMessages([messageItem('1', 'a'), messageItem('x', 'b')]) }
    const archive = await open(await make(broken))
    expect(await all(archive)).toEqual(await all(archive))
    expect(archive.skippedTotal).toBe(1)
  })

  it('finds the data inside one top-level folder', async () => {
    const inner = Object.fromEntries(
      Object.entries(whole).map(([name, content]) => [`twitter-2025-05/${name}`, content])
    )
    expect(await all(await open(await make(inner)))).toHaveLength(12)
  })

  it('finds the data without any folder around it', async () => {
    expect(
      idsOf(await all(await open(await make({ 'direct-messages.js': directMessages([messageItem('1', 'a')]) }))))
    ).toEqual(['1'])
  })

  it('refuses what is no archive', async () => {
    const path = await make({ 'data/tweets.js': 'x = []', 'readme.txt': 'hello' })
    expect(await openArchive(path)).toEqual({
      code: 'not-an-archive',
      message: `${path} is no X archive: it has no data/direct-messages.js. Choose the .zip that X sent you or the folder you unpacked it into.`
    })
  })
})

describe('paths', () => {
  it('accepts the data folder itself and a single file', async () => {
    await writeFolder(folder.path, whole)
    expect(await all(await open(join(folder.path, 'data')))).toHaveLength(12)
    const single = await open(join(folder.path, 'data', 'direct-messages-group.js'))
    expect(single.owner?.accountId).toBe(OWNER)
    expect(await all(single)).toHaveLength(7)
    expect(single.skipped).toEqual([])
  })

  it('accepts the older names of the files', async () => {
    const archive = await openFiles({
      'data/direct-message.js': directMessages([messageItem('1', 'a')]),
      'data/direct-message-group.js': dataFile('g', [conversationEntry('55', [messageItem('2', 'b')])])
    })
    expect(idsOf(await all(archive)).toSorted()).toEqual(['1', '2'])
  })

  it('reads parts in the order of their numbers', async () => {
    const part = directMessages([])
    const names = [
      'direct-messages-part10.js',
      'direct-messages-part2.js',
      'direct-messages.js',
      'direct-messages-group-part1.js'
    ]
    const archive = await openFiles(Object.fromEntries(names.map((name) => [`data/${name}`, part])))
    expect(archive.files.map((file) => file.path)).toEqual([
      'direct-messages-group-part1.js',
      'direct-messages-part2.js',
      'direct-messages-part10.js',
      'direct-messages.js'
    ])
  })

  it('says when there is nothing, or something else', async () => {
    expect(await openArchive(join(folder.path, 'none.zip'))).toMatchObject({ code: 'not-found' })
    expect(await openArchive('')).toMatchObject({ code: 'not-found' })
    expect(await openArchive(folder.path)).toMatchObject({ code: 'not-an-archive' })
    for (const [name, content] of [
      ['picture.zip', 'GIF89a'],
      ['empty.zip', ''],
      ['tweets.js', 'x = []']
    ] as const) {
      await writeFile(join(folder.path, name), content)
      expect(await openArchive(join(folder.path, name))).toMatchObject({ code: 'not-an-archive' })
    }
  })

  it('asks which one when a folder holds several archives', async () => {
    const file = directMessages([])
    await writeFolder(folder.path, { 'a/data/direct-messages.js': file, 'b/data/direct-messages.js': file })
    expect(await openArchive(folder.path)).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('several') as string
    })
  })

  it.skipIf(process.platform === 'win32')('does not follow links out of the folder', async () => {
    await writeFile(join(folder.path, 'secret'), 'secret')
    await writeFolder(join(folder.path, 'archive'), {
      'data/direct-messages.js': directMessages([messageItem('1', 'a')])
    })
    await mkdir(join(folder.path, 'archive/data/direct_messages_media'))
    await symlink(join(folder.path, 'secret'), join(folder.path, 'archive/data/direct_messages_media/1-x.jpg'))
    await symlink(join(folder.path, 'secret'), join(folder.path, 'archive/data/direct-messages-part1.js'))
    const archive = await open(join(folder.path, 'archive'))
    expect(idsOf(await all(archive))).toEqual(['1'])
    expect(archive.skipped).toEqual([
      { file: 'direct-messages-part1.js', reason: 'It is a link to another place and was not followed.' }
    ])
    expect(await archive.openMedia('direct_messages_media/1-x.jpg')).toBeNull()
  })
})

describe('owner', () => {
  it('is taken from the manifest when account.js is missing or damaged', async () => {
    const archive = await openFiles({ ...whole, 'data/account.js': 'window.YTD.account.part0 = [ {"account": ' })
    expect(archive.owner?.accountId).toBe(OWNER)
    expect(archive.skipped).toEqual([{ file: 'account.js', reason: 'It is damaged: what it holds is no JSON.' }])
  })

  it.each(['[]', '[{"account":{}}]', '[{"account":{"accountId":"me"}}]', '{}', 'null'])(
    'is null for %s',
    async (json) => {
      const archive = await openFiles({
        'data/account.js': `window.YTD.account.part0 = ${json}`,
        'data/direct-messages.js': directMessages([])
      })
      expect(archive.owner).toBeNull()
    }
  )

  const talk = (...ids: string[]): FixtureFiles => ({
    'data/direct-messages.js': dataFile(
      'x',
      ids.map((id) => conversationEntry(id, [messageItem('1', 'a')]))
    )
  })

  it('is inferred from who takes part in every 1:1 conversation', async () => {
    expect(await (await openFiles(talk('42-900', '900-43', '7', '900-900'))).inferOwner()).toEqual({
      owner: '900',
      candidates: ['900']
    })
  })

  it('is inferred from the smaller header file when there is one', async () => {
    const archive = await openFiles({
      ...talk('42-900', '43-900', '44-900'),
      'data/direct-message-headers.js': dataFile('h', [conversationEntry('1-2', []), conversationEntry('3-2', [])])
    })
    expect((await archive.inferOwner()).owner).toBe('2')
  })

  it('is not guessed', async () => {
    expect(await (await openFiles(talk('42-900'))).inferOwner()).toEqual({ owner: null, candidates: ['42', '900'] })
    expect(await (await openFiles(talk('42-900', '43-901', '900-1'))).inferOwner()).toEqual({
      owner: null,
      candidates: []
    })
    expect(await (await openFiles(talk('7'))).inferOwner()).toEqual({ owner: null, candidates: [] })
  })

  it('leaves out conversations between two others', async () => {
    const archive = await openFiles(talk('42-900', '42-43'))
    expect((await all(archive, '900')).map((item) => item.event.conversationId)).toEqual(['42-900'])
    expect(archive.skipped).toEqual([
      { file: 'direct-messages.js', reason: 'Conversation 42-43 is none of account 900. 1 message left out.' }
    ])
  })
})

describe('bad content', () => {
  it('skips what is damaged with file and reason, and keeps the rest', async () => {
    const archive = await openFiles({
      'data/direct-messages.js': dataFile('x', [
        conversationEntry('42-900', [
          messageItem('1', 'a'),
          messageItem('2', 'b', { createdAt: 'x' }),
          'what?',
          messageItem('3', 'c')
        ]),
        conversationEntry('not-an-id', [messageItem('4', 'd'), messageItem('5', 'e')]),
        { other: 1 },
        'nothing'
      ]),
      'data/direct-messages-group.js': `\uFEFF${dataFile('y', [conversationEntry('7', [messageItem('6', 'f')])])};`,
      'data/direct-messages-part1.js': 'window.YTD.direct_messages.part1 = [ ]'
    })
    expect(idsOf(await all(archive)).toSorted()).toEqual(['1', '3', '6'])
    expect(archive.skipped).toEqual([
      {
        file: 'direct-messages.js',
        reason: 'Message 2 of conversation 42-900 was left out: its createdAt is missing or wrong.'
      },
      { file: 'direct-messages.js', reason: 'An item of conversation 42-900 is no message.' },
      { file: 'direct-messages.js', reason: 'Conversation "not-an-id" has no usable id. 2 messages left out.' },
      { file: 'direct-messages.js', reason: 'Something between two conversations is damaged.' }
    ])
  })

  it('keeps what stands before the end of a cut file', async () => {
    const text = directMessages([messageItem('1', 'a'), messageItem('2', 'b'), messageItem('3', 'c')])
    const archive = await openFiles({
      'data/direct-messages.js': text.slice(0, text.indexOf('"3"')),
      'data/direct-messages-part1.js': directMessages([messageItem('4', 'd')])
    })
    expect(idsOf(await all(archive)).toSorted()).toEqual(['1', '2', '4'])
    expect(archive.skipped).toEqual([
      { file: 'direct-messages.js', reason: 'The file ends in the middle; what stands before was read.' }
    ])
  })

  it('names a part that the manifest promises and the archive lacks', async () => {
    const { 'data/dm-extra.js': _gone, ...rest } = whole
    const archive = await openFiles(rest)
    expect(archive.skipped).toEqual([
      { file: 'dm-extra.js', reason: 'The archive names this file in manifest.js but does not hold it.' }
    ])
    expect(await all(archive)).toHaveLength(11)
  })

  it('reports reactions whose message is not there', async () => {
    const lost = { reactionCreate: { senderId: '8', reactionKey: 'like', eventId: '999', createdAt: at(4) } }
    const archive = await openFiles({
      'data/direct-messages-group.js': dataFile('y', [conversationEntry('7', [lost])])
    })
    expect(await all(archive)).toEqual([])
    expect(archive.skipped).toEqual([
      { file: 'direct-messages-group.js', reason: '1 reaction of conversation 7 could not be attached to a message.' }
    ])
  })

  it('refuses a huge text and keeps its neighbours', async () => {
    const archive = await openFiles({
      'data/direct-messages.js': directMessages([
        messageItem('1', 'a'),
        messageItem('2', 'x'.repeat(2 << 20)),
        messageItem('3', 'c')
      ])
    })
    expect(idsOf(await all(archive))).toEqual(['1', '3'])
    expect(archive.skipped[0]?.reason).toBe(
      'Message 2 of conversation 42-900 was left out: its text has 2097152 characters.'
    )
  })

  it('keeps the first 1,000 reasons and counts all', async () => {
    const archive = await openFiles({
      'data/direct-messages.js': directMessages(Array.from({ length: 1_500 }, () => messageItem('x', 'a')))
    })
    expect(await all(archive)).toEqual([])
    expect(archive.skipped).toHaveLength(1_000)
    expect(archive.skippedTotal).toBe(1_500)
  })

  it('can be left in the middle', async () => {
    const archive = await openFiles({
      'data/direct-messages.js': directMessages(
        Array.from({ length: 5_000 }, (_, index) => messageItem(String(index + 1), 'a'))
      )
    })
    for await (const item of archive.events({ ownerId: null })) {
      expect(item.event.id).toBe('1')
      break
    }
    await archive.close()
  })
})
