import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Activity, type ActivityLine, parseActivityLine } from './parse-activity.ts'

const BRAND = '1111111111111111111'
const OTHER = '2222222222222222222'

function line(type: string, payload: unknown, extra: object = {}): ActivityLine {
  const data = { event_uuid: '-6850472171600526495', filter: { user_id: BRAND }, event_type: type, payload, ...extra }
  return parseActivityLine(JSON.stringify({ data }))
}

function only(parsed: ActivityLine): Activity {
  expect(parsed.skipped).toEqual([])
  const [activity] = parsed.activities
  if (!activity || parsed.activities.length > 1) throw new Error('not one activity')
  return activity
}

const message = (extra: object = {}, data: object = {}): object => ({
  type: 'message_create',
  id: '2080765901528535096',
  created_timestamp: '1785042461568',
  message_create: {
    target: { recipient_id: BRAND },
    sender_id: OTHER,
    message_data: { text: 'hello!', entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] }, ...data }
  },
  ...extra
})

test("X's own example of a received message: v1.1 in a v2 envelope", () => {
  const users = {
    [OTHER]: {
      data: {
        id: OTHER,
        username: 'OtherUser',
        name: 'Other User',
        profile_image_url: 'https://pbs.twimg.com/x.png',
        verified: false,
        verified_type: 'none',
        protected: false,
        created_at: '2026-04-20T19:55:59.000Z',
        public_metrics: { followers_count: 97, followers_count_str: '97' }
      }
    }
  }
  const parsed = line('dm.received', { direct_message_events: [message()], users })
  expect(only(parsed)).toMatchObject({
    kind: 'message',
    accountId: BRAND,
    received: true,
    event: {
      id: '2080765901528535096',
      conversationId: `${BRAND}-${OTHER}`,
      senderId: OTHER,
      text: 'hello!',
      userIds: [BRAND]
    }
  })
  expect(parsed.users).toMatchObject([{ id: OTHER, username: 'OtherUser', followers: 97 }])
})

test('the time is that of the id when both agree, so that a later read puts the message at the same place', () => {
  const carried = Number((2080765901528535096n >> 22n) + 1_288_834_974_657n)
  const at = (timestamp: unknown): unknown => {
    const activity = only(line('dm.received', { direct_message_events: [message({ created_timestamp: timestamp })] }))
    return activity.kind === 'message' && activity.event.at
  }
  expect(at(String(carried + 400))).toBe(carried)
  expect(at(carried - 60_000)).toBe(carried - 60_000)
  expect(at(undefined)).toBe(carried)
  expect(at('yesterday')).toBe(carried)
})

test('names of types in either spelling; flat, single and listed payloads; own messages', () => {
  for (const type of ['dm.received', 'DmReceived', 'DM_RECEIVED']) {
    expect(only(line(type, message())).kind).toBe('message')
    expect(only(line(type, { direct_message_event: message() })).kind).toBe('message')
  }
  const sent = message({
    message_create: { target: { recipient_id: OTHER }, sender_id: BRAND, message_data: { text: 'hi' } }
  })
  expect(only(line('dm.sent', { direct_message_events: [sent] }))).toMatchObject({ received: false })
  // Should X switch to its own v2 shape.
  const event = {
    id: '2080765901528535096',
    event_type: 'MessageCreate',
    text: 'new',
    sender_id: OTHER,
    dm_conversation_id: `${OTHER}-${BRAND}`
  }
  expect(only(line('dm.received', { dm_events: [event] }))).toMatchObject({
    event: { conversationId: `${BRAND}-${OTHER}`, text: 'new' }
  })
})

test('attachments and links in the words of v1.1', () => {
  const attachment = {
    type: 'media',
    media: {
      id_str: '1136048009270239232',
      media_url_https: 'https://ton.twitter.com/1.1/ton/data/dm/1/2/a.jpg',
      url: 'https://t.co/pic',
      expanded_url: 'https://twitter.com/messages/media/1',
      display_url: 'pic.twitter.com/pic',
      type: 'photo',
      sizes: { large: { w: 640, h: 480 } }
    }
  }
  const entities = { urls: [{ url: 'https://t.co/a', expanded_url: 'https://a.example/', display_url: 'a.example' }] }
  const photo = only(line('dm.received', { direct_message_events: [message({}, { attachment, entities })] }))
  expect(photo).toMatchObject({
    event: {
      media: [{ key: '3_1136048009270239232', kind: 'photo', url: attachment.media.media_url_https, width: 640 }],
      links: [{ display: 'a.example' }, { display: 'pic.twitter.com/pic' }]
    }
  })
  const video = {
    ...attachment.media,
    type: 'video',
    video_info: {
      duration_millis: 5000,
      variants: [
        { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/a.m3u8' },
        { content_type: 'video/mp4', bitrate: 900, url: 'https://video.twimg.com/a.mp4' }
      ]
    }
  }
  const clip = only(
    line('dm.received', { direct_message_events: [message({}, { attachment: { type: 'media', media: video } })] })
  )
  expect(clip).toMatchObject({
    event: {
      media: [{ key: '7_1136048009270239232', kind: 'video', url: 'https://video.twimg.com/a.mp4', durationMs: 5000 }]
    }
  })
})

test('read and typing signals in a list or flat', () => {
  const read = {
    created_timestamp: '1785042461568',
    sender_id: OTHER,
    target: { recipient_id: BRAND },
    last_read_event_id: '2080765901528535096'
  }
  const expected = {
    kind: 'read',
    readerId: OTHER,
    conversationId: `${BRAND}-${OTHER}`,
    toEventId: '2080765901528535096',
    at: 1785042461568
  }
  expect(only(line('dm.read', { direct_message_mark_read_events: [read] }))).toMatchObject(expected)
  expect(only(line('dm.read', read))).toMatchObject(expected)
  expect(only(line('dm.read', { ...read, last_read_event_id: undefined }))).toMatchObject({ toEventId: null })
  const typing = { created_timestamp: '1785042461568', sender_id: OTHER, target: { recipient_id: BRAND } }
  for (const payload of [typing, { direct_message_indicate_typing_events: [typing] }, { sender_id: OTHER }]) {
    expect(only(line('dm.indicate_typing', payload))).toMatchObject({
      kind: 'typing',
      userId: OTHER,
      conversationId: `${BRAND}-${OTHER}`
    })
  }
})

test('an encrypted message is noted without anything it says', () => {
  const chat = only(
    line('chat.received', {
      conversation_id: `${OTHER}:${BRAND}`,
      sender_id: OTHER,
      encoded_event: 'c2VjcmV0',
      created_at_msec: '1785042461568'
    })
  )
  expect(chat).toMatchObject({ kind: 'encrypted-chat', conversationId: `${BRAND}-${OTHER}`, senderId: OTHER })
  expect(JSON.stringify(chat)).not.toContain('c2VjcmV0')
  expect(only(line('chat.received', { conversation_id: 'g1904', sender_id: OTHER }))).toMatchObject({
    conversationId: 'g1904'
  })
  expect(only(line('chat.received', { sender_id: OTHER }))).toMatchObject({ conversationId: `${BRAND}-${OTHER}` })
})

test('what is unknown or broken is skipped and named without what it says', () => {
  expect(line('profile.update.bio', { text: 'new bio' }).activities).toEqual([])
  expect(line('chat.sent', {}).activities).toEqual([])
  for (const broken of ['{', 'null', '[]', '"x"', '{"data":{}}', '{"data":{"event_type":"dm.received"}}']) {
    const parsed = parseActivityLine(broken)
    expect(parsed.activities).toEqual([])
    expect(parsed.skipped).toHaveLength(1)
  }
  const stranger = message({
    message_create: { target: { recipient_id: '3' }, sender_id: '4', message_data: { text: 'private' } }
  })
  const parsed = line('dm.received', { direct_message_events: [stranger, 'x', message()] })
  expect(parsed.activities).toHaveLength(1)
  expect(parsed.skipped).toHaveLength(2)
  expect(JSON.stringify(parsed.skipped)).not.toContain('private')
  expect(parseActivityLine('')).toEqual({ activities: [], users: [], skipped: [], errors: [] })
  expect(
    parseActivityLine(
      '{"errors":[{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect"}]}'
    ).errors
  ).toEqual(['operational-disconnect'])
})

test('no JSON makes it throw', () => {
  const types = fc.constantFrom('dm.received', 'dm.sent', 'dm.read', 'dm.indicate_typing', 'chat.received', 'x')
  fc.assert(
    fc.property(types, fc.jsonValue(), fc.jsonValue(), (type, payload, inner) => {
      line(type, payload)
      line(type, { direct_message_events: inner, users: inner })
      line(type, { direct_message_events: [{ ...message(), message_create: inner }] })
      parseActivityLine(JSON.stringify(inner))
    })
  )
})
