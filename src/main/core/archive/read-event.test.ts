import { describe, expect, it } from 'vitest'
import type { IncomingEvent, IncomingReaction } from '../sync/incoming.ts'
import { createMediaFiles } from './media-files.ts'
import { readEvent } from './read-event.ts'

const AT = Date.parse('2025-04-28T15:06:18.424Z')
const createdAt = '2025-04-28T15:06:18.424Z'

function read(item: unknown, conversationId = '12-34', localFiles: string[] = []) {
  const events: IncomingEvent[] = []
  const reactions: [string, IncomingReaction][] = []
  const skipped: string[] = []
  const group = !conversationId.includes('-')
  readEvent(
    item,
    { conversationId, group, media: createMediaFiles(localFiles), textLength: 1 << 20 },
    {
      event: (event) => events.push(event),
      reaction: (target, reaction) => reactions.push([target, reaction]),
      skip: (reason) => skipped.push(reason)
    }
  )
  return { events, reactions, skipped, event: events[0] }
}

const message = (changes: Record<string, unknown> = {}): unknown => ({
  messageCreate: { id: '1916871602232254800', senderId: '34', recipientId: '12', text: 'Hi', createdAt, ...changes }
})

describe('messages', () => {
  it('reads a message with all that X gives', () => {
    const { event, skipped } = read(
      message({
        text: 'See https://t.co/u69Nf434eX',
        urls: [{ url: 'https://t.co/u69Nf434eX', expanded: 'https://example.com/a', display: 'example.com/a' }],
        mediaUrls: ['https://ton.twitter.com/dm/1916871602232254800/1916871599999999999/AbCdEf12.jpg'],
        reactions: [{ senderId: '12', reactionKey: 'like', eventId: '1927386486816542720', createdAt }],
        editHistory: [{ createdAtSec: '1', editedText: 'old' }],
        somethingNew: { a: 1 }
      }),
      '12-34',
      ['direct_messages_media/1916871602232254800-AbCdEf12.jpg']
    )
    expect(skipped).toEqual([])
    expect(event).toEqual({
      id: '1916871602232254800',
      kind: 'message',
      conversationId: '12-34',
      at: AT,
      senderId: '34',
      text: 'See https://t.co/u69Nf434eX',
      links: [{ url: 'https://t.co/u69Nf434eX', expanded: 'https://example.com/a', display: 'example.com/a' }],
      media: [
        {
          key: '3_1916871599999999999',
          kind: 'photo',
          url: 'https://ton.twitter.com/dm/1916871602232254800/1916871599999999999/AbCdEf12.jpg',
          previewUrl: null,
          width: null,
          height: null,
          durationMs: null,
          altText: null,
          localFile: 'direct_messages_media/1916871602232254800-AbCdEf12.jpg'
        }
      ],
      reactions: [{ senderId: '12', key: 'like', eventId: '1927386486816542720', at: AT }],
      userIds: ['12'],
      name: null
    })
  })

  it('reads an old message without urls, mediaUrls, reactions and recipient', () => {
    const { event } = read({ messageCreate: { id: '5', senderId: '34', createdAt: '2012-01-01T00:00:00Z', text: 'x' } })
    expect(event).toMatchObject({
      id: '5',
      links: [],
      media: [],
      reactions: [],
      userIds: ['12'],
      at: Date.UTC(2012, 0)
    })
  })

  it.each([undefined, '0', '', null])('takes recipientId %j in a group for nobody', (recipientId) => {
    expect(read(message({ recipientId }), '77').event?.userIds).toEqual([])
  })

  it('reads a welcome message, and a message to oneself', () => {
    const welcome = { welcomeMessageCreate: { id: '5', senderId: '34', text: 'Welcome', createdAt } }
    expect(read(welcome).event).toMatchObject({ kind: 'message', text: 'Welcome' })
    expect(read(message({ recipientId: '34' }), '34-34').event?.userIds).toEqual(['34'])
  })

  it('takes a missing text as an empty one, and mends half characters', () => {
    expect(read(message({ text: null })).event?.text).toBe('')
    expect(read(message({ text: 'a\ud800b\0<b>' })).event?.text).toBe('a\ufffdb\0<b>')
  })

  it.each([
    [{ id: undefined }, 'An item (messageCreate) of conversation 12-34 was left out: its id is missing or wrong.'],
    [{ id: '12x' }, 'An item (messageCreate) of conversation 12-34 was left out: its id is missing or wrong.'],
    [{ id: '0' }, 'An item (messageCreate) of conversation 12-34 was left out: its id is missing or wrong.'],
    [{ id: 2 ** 60 }, 'An item (messageCreate) of conversation 12-34 was left out: its id is missing or wrong.'],
    [
      { senderId: null },
      'Message 1916871602232254800 of conversation 12-34 was left out: its senderId is missing or wrong.'
    ],
    [
      { createdAt: 'yesterday' },
      'Message 1916871602232254800 of conversation 12-34 was left out: its createdAt is missing or wrong.'
    ],
    [
      { createdAt: '2025-02-31T99:00:00Z' },
      'Message 1916871602232254800 of conversation 12-34 was left out: its createdAt is missing or wrong.'
    ],
    [
      { createdAt: '9999-01-01T00:00:00Z' },
      'Message 1916871602232254800 of conversation 12-34 was left out: its createdAt is missing or wrong.'
    ],
    [{ text: 7 }, 'Message 1916871602232254800 of conversation 12-34 was left out: its text is missing or wrong.'],
    [
      { senderId: '99' },
      'Message 1916871602232254800 of conversation 12-34 was left out: its sender 99 takes no part in the conversation.'
    ],
    [
      { text: 'x'.repeat((1 << 20) + 1) },
      'Message 1916871602232254800 of conversation 12-34 was left out: its text has 1048577 characters.'
    ]
  ])('leaves out a message with %j', (changes, reason) => {
    const { events, skipped } = read(message(changes))
    expect(events).toEqual([])
    expect(skipped).toEqual([reason])
  })

  it.each([null, 5, 'x', [], {}, { messageCreate: null }, { messageCreate: [] }, { newKind: {} }])(
    'leaves out %j',
    (item) => {
      const { events, skipped } = read(item)
      expect(events).toEqual([])
      expect(skipped).toHaveLength(1)
    }
  )

  it('keeps a message whose lists are damaged', () => {
    const { event, skipped } = read(
      message({
        urls: 'x',
        mediaUrls: [null, 5],
        reactions: [{ reactionKey: 'like' }, { senderId: '12', reactionKey: 'sad', createdAt }]
      })
    )
    expect(event).toMatchObject({
      links: [],
      media: [],
      reactions: [{ senderId: '12', key: 'sad', eventId: null, at: AT }]
    })
    expect(skipped).toEqual([
      'Message 1916871602232254800 of conversation 12-34: one of its reactions is damaged and was left out.'
    ])
  })

  it('takes only web addresses for links', () => {
    const urls = [
      { url: 'https://t.co/1', expanded: 'javascript:alert(1)', display: 'x' },
      { url: 'javascript:alert(1)', expanded: 'https://example.com' },
      { url: 'https://t.co/2' }
    ]
    expect(read(message({ urls })).event?.links).toEqual([
      { url: 'https://t.co/1', expanded: 'https://t.co/1', display: 'x' },
      { url: 'https://t.co/2', expanded: 'https://t.co/2', display: 't.co/2' }
    ])
  })
})

describe('media', () => {
  const mediaOf = (mediaUrls: unknown[], localFiles: string[] = []) =>
    read(message({ id: '55', mediaUrls }), '12-34', localFiles).event?.media.map(({ key, kind, url, localFile }) => ({
      key,
      kind,
      url: url === null ? null : 'url',
      localFile
    }))

  it('finds a video by the message id alone', () => {
    const url = 'https://video.twimg.com/dm_video/777/vid/avc1/1280x720/xyz.mp4?tag=1'
    const files = ['direct_messages_media/55-other-name.mp4', 'direct_messages_media/550-no.mp4', 'js/55-no.mp4']
    expect(mediaOf([url], files)).toEqual([
      { key: '7_777', kind: 'video', url: 'url', localFile: 'direct_messages_media/55-other-name.mp4' }
    ])
  })

  it('tells GIFs, voice and unknown files', () => {
    expect(mediaOf(['https://video.twimg.com/dm_gif/888/a.mp4'])?.[0]).toMatchObject({ key: '16_888', kind: 'gif' })
    expect(mediaOf(['https://ton.twitter.com/dm/55/9/a.m4a'])?.[0]).toMatchObject({
      key: 'archive:a.m4a',
      kind: 'voice'
    })
    expect(mediaOf(['https://ton.twitter.com/dm/55/9/a'])?.[0]).toMatchObject({ kind: 'file' })
  })

  it('gives several pictures different keys, each its own file', () => {
    const files = ['direct_messages_group_media/55-b.jpg', 'direct_messages_group_media/55-a.jpg']
    const urls = [
      'https://ton.twitter.com/dm/55/0/a.jpg',
      'https://ton.twitter.com/dm/55/0/b.jpg',
      'https://ton.twitter.com/dm/55/0/b.jpg'
    ]
    expect(mediaOf(urls, files)).toEqual([
      { key: 'archive:a.jpg', kind: 'photo', url: 'url', localFile: 'direct_messages_group_media/55-a.jpg' },
      { key: 'archive:b.jpg', kind: 'photo', url: 'url', localFile: 'direct_messages_group_media/55-b.jpg' },
      { key: 'archive:b.jpg:2', kind: 'photo', url: 'url', localFile: null }
    ])
  })

  it('shows a file that the message does not name', () => {
    expect(mediaOf([], ['direct_messages_media/55-clip.mp4'])).toEqual([
      { key: 'archive:55-clip.mp4', kind: 'video', url: null, localFile: 'direct_messages_media/55-clip.mp4' }
    ])
  })

  it.each([
    'http://ton.twitter.com/dm/55/1/a.jpg',
    'https://evil.example/dm/55/1/a.jpg',
    'https://eviltwitter.com/a.jpg',
    'file:///etc/passwd',
    'a.jpg'
  ])('never fetches from %s', (url) => {
    expect(mediaOf([url])?.[0]).toMatchObject({ url: null, localFile: null })
  })
})

describe('member changes', () => {
  it('reads creation, joining, leaving and renaming, none of which has an id', () => {
    const read1 = (item: unknown) => read(item, '77').event
    const created = {
      joinConversation: { initiatingUserId: '3', participantsSnapshot: ['1', '2', '2', 'x'], createdAt }
    }
    expect(read1(created)).toMatchObject({
      id: null,
      kind: 'created',
      senderId: '3',
      userIds: ['1', '2'],
      at: AT,
      name: null
    })
    const join = { participantsJoin: { initiatingUserId: '3', userIds: ['4'], createdAt } }
    expect(read1(join)).toMatchObject({ id: null, kind: 'join', senderId: '3', userIds: ['4'] })
    const leave = { participantsLeave: { userIds: ['4', '5'], createdAt } }
    expect(read1(leave)).toMatchObject({ id: null, kind: 'leave', senderId: null, userIds: ['4', '5'] })
    const rename = { conversationNameUpdate: { initiatingUserId: '3', name: 'Team', createdAt } }
    expect(read1(rename)).toMatchObject({ id: null, kind: 'rename', senderId: '3', name: 'Team', userIds: [] })
  })

  it.each([
    { participantsJoin: { userIds: [], createdAt } },
    { participantsLeave: { createdAt } },
    { participantsLeave: { userIds: ['1'] } },
    { conversationNameUpdate: { createdAt } }
  ])('leaves out %j', (item) => {
    const { events, skipped } = read(item, '77')
    expect(events).toEqual([])
    expect(skipped).toHaveLength(1)
  })

  it('hands on a reaction that stands by itself', () => {
    const reaction = { reactionCreate: { senderId: '3', reactionKey: 'like', eventId: '55', createdAt } }
    expect(read(reaction, '77').reactions).toEqual([['55', { senderId: '3', key: 'like', eventId: '55', at: AT }]])
    const lost = { reactionCreate: { senderId: '3', reactionKey: 'like', createdAt } }
    expect(read(lost, '77').skipped).toEqual([
      'A reaction in conversation 77 does not say to which message it belongs.'
    ])
  })
})
