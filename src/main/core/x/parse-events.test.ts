import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEventPage, type ParsedPage } from './parse-events.ts'
import { parseJson } from './parse-json.ts'
import { WireEnvelope } from './wire-schemas.ts'

const ID = '1585047616894574596'
const MESSAGE = {
  id: ID,
  event_type: 'MessageCreate',
  text: 'Where is my order?',
  sender_id: '944480690',
  dm_conversation_id: '944480690-906948460078698496',
  created_at: '2022-10-25T23:16:15.000Z'
}

function parse(body: unknown, conversationId: string | null = null): ParsedPage {
  const page = parseEventPage(WireEnvelope.parse(body), conversationId)
  if (page === null) throw new Error('no page')
  return page
}

function parseOne(event: unknown, rest: Record<string, unknown> = {}) {
  return parse({ data: [event], ...rest }).page.events[0]
}

describe('a page of events', () => {
  test('reads a message with everything X says', () => {
    expect(parseOne(MESSAGE)).toEqual({
      id: ID,
      kind: 'message',
      conversationId: '944480690-906948460078698496',
      // The seconds are X's, the milliseconds are the snowflake's.
      at: Date.UTC(2022, 9, 25, 23, 16, 15) + (Number((BigInt(ID) >> 22n) + 1_288_834_974_657n) % 1000),
      senderId: '944480690',
      text: 'Where is my order?',
      links: [],
      media: [],
      reactions: [],
      userIds: ['906948460078698496'],
      name: null
    })
  })

  test('keeps the time X wrote when the id tells another second', () => {
    expect(parseOne({ ...MESSAGE, created_at: '2022-10-25T23:16:20.000Z' })?.at).toBe(Date.UTC(2022, 9, 25, 23, 16, 20))
  })

  test('takes the time from the id when there is none, but not from an id that is no snowflake', () => {
    const time = Number((BigInt(ID) >> 22n) + 1_288_834_974_657n)
    expect(parseOne({ ...MESSAGE, created_at: undefined })?.at).toBe(time)
    expect(parseOne({ ...MESSAGE, created_at: 'yesterday' })?.at).toBe(time)
    expect(parse({ data: [{ ...MESSAGE, id: '77', created_at: null }] })).toMatchObject({
      page: { events: [] },
      skipped: [{ id: '77', reason: 'event has no time' }]
    })
  })

  test('reads member changes, and who made them', () => {
    const join = { ...MESSAGE, event_type: 'ParticipantsJoin', participant_ids: ['17', 18, 'x', '17'] }
    const page = parse({
      data: [
        { ...join, dm_conversation_id: '1578398451921985538' },
        { ...join, id: '1582838535115067392', event_type: 'ParticipantsLeave', sender_id: undefined }
      ]
    }).page
    expect(page.events).toMatchObject([
      { kind: 'join', senderId: '944480690', userIds: ['17', '18'], conversationId: '1578398451921985538', text: '' },
      { kind: 'leave', senderId: null, userIds: ['17', '18'] }
    ])
  })

  test('brings conversation ids into normal form, and takes the asked one when X leaves it out', () => {
    expect(parseOne({ ...MESSAGE, dm_conversation_id: '99:5' })?.conversationId).toBe('5-99')
    expect(parse({ data: [{ ...MESSAGE, dm_conversation_id: undefined }] }, '5-99').page.events[0]).toMatchObject({
      conversationId: '5-99'
    })
    expect(parse({ data: [{ ...MESSAGE, dm_conversation_id: 'g1578398451921985538' }] }).skipped).toEqual([
      { id: ID, reason: 'event names no conversation of the classic kind' }
    ])
  })

  test.each([
    ['in `entities`, as spec 2.167 has them', (urls: unknown) => ({ entities: { urls } })],
    ['at the top level, as spec 2.166 has them', (urls: unknown) => ({ urls })]
  ])('reads links %s, and only such that lead to the web', (_where, place) => {
    const urls = [
      {
        start: 0,
        end: 5,
        url: 'https://t.co/a',
        expanded_url: 'https://shop.example/a',
        display_url: 'shop.example/a'
      },
      { url: 'https://t.co/b' },
      { url: 'https://t.co/c', expanded_url: 'javascript:alert(1)' },
      { expanded_url: 'https://no-text.example' },
      'https://t.co/d'
    ]
    expect(parseOne({ ...MESSAGE, ...place(urls) })?.links).toEqual([
      { url: 'https://t.co/a', expanded: 'https://shop.example/a', display: 'shop.example/a' },
      { url: 'https://t.co/b', expanded: 'https://t.co/b', display: 't.co/b' }
    ])
  })

  test('reads each kind of attachment', () => {
    const media = [
      {
        media_key: '3_1',
        type: 'photo',
        url: 'https://ton.twitter.com/1.1/ton/data/dm/1/2/a.jpg',
        width: 10,
        height: 20
      },
      {
        media_key: '16_2',
        type: 'animated_gif',
        preview_image_url: 'https://pbs.twimg.com/g.jpg',
        variants: [{ content_type: 'video/mp4', bit_rate: 0, url: 'https://video.twimg.com/g.mp4' }]
      },
      {
        media_key: '7_3',
        type: 'video',
        duration_ms: 5300.4,
        variants: [
          { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/v.m3u8' },
          { content_type: 'video/mp4', bit_rate: 256_000, url: 'https://video.twimg.com/small.mp4' },
          { content_type: 'video/mp4', bit_rate: 832_000, url: 'https://video.twimg.com/large.mp4' }
        ]
      },
      {
        media_key: '13_4',
        type: 'video',
        variants: [{ content_type: 'audio/mp4', url: 'https://video.twimg.com/voice.mp4' }]
      },
      { media_key: 'a_5', type: 'audio', url: 'https://video.twimg.com/clip.m4a' },
      { media_key: 'm_6', type: 'model', url: 'javascript:alert(1)', width: 'wide' },
      { type: 'photo' },
      null
    ]
    const keys = ['3_1', '16_2', '7_3', '13_4', 'a_5', 'm_6', '3_not-included', 7]
    const event = parseOne({ ...MESSAGE, text: undefined, attachments: { media_keys: keys } }, { includes: { media } })
    expect(event?.text).toBe('')
    expect(event?.media.map(({ key, kind, url }) => [key, kind, url])).toEqual([
      ['3_1', 'photo', 'https://ton.twitter.com/1.1/ton/data/dm/1/2/a.jpg'],
      ['16_2', 'gif', 'https://video.twimg.com/g.mp4'],
      ['7_3', 'video', 'https://video.twimg.com/large.mp4'],
      ['13_4', 'voice', 'https://video.twimg.com/voice.mp4'],
      ['a_5', 'voice', 'https://video.twimg.com/clip.m4a'],
      ['m_6', 'file', null],
      ['3_not-included', 'photo', null]
    ])
    expect(event?.media[2]?.durationMs).toBe(5300)
    expect(event?.media[5]?.width).toBeNull()
  })

  test('keeps texts as they are, except what cannot be stored', () => {
    const text = '<script>alert(1)</script> &amp; \u0000\u202e 😀 \ud800'
    expect(parseOne({ ...MESSAGE, text })?.text).toBe('<script>alert(1)</script> &amp; \u202e 😀 \ufffd')
    expect(parseOne({ ...MESSAGE, text: 'x'.repeat(10_000) })?.text).toHaveLength(10_000)
    expect(parseOne({ ...MESSAGE, text: 42 })?.text).toBe('42')
  })

  test('keeps ids beyond 2^53 exactly, even written as numbers', () => {
    const body = parseJson(
      JSON.stringify({ data: [MESSAGE] })
        .replace(`"${ID}"`, ID)
        .replace('"944480690"', '944480690')
    )
    expect(parse(body).page.events[0]).toMatchObject({ id: ID, senderId: '944480690' })
  })

  test('skips bad events with a reason and keeps the rest', () => {
    const bad: [unknown, string][] = [
      [null, 'event is no object'],
      ['text', 'event is no object'],
      [{ ...MESSAGE, id: undefined }, 'event has a missing or wrong "id"'],
      [{ ...MESSAGE, id: '12345678901234567890' }, 'event has a missing or wrong "id"'],
      [{ ...MESSAGE, id: 1.5e30 }, 'event has a missing or wrong "id"'],
      [{ ...MESSAGE, text: { html: 'x' } }, 'event has a missing or wrong "text"'],
      [{ ...MESSAGE, event_type: 'ReactionCreate' }, 'event is of an unknown type']
    ]
    const data = bad.flatMap(([event]) => [event, MESSAGE])
    const { page, skipped } = parse({ data })
    expect(page.events).toHaveLength(bad.length)
    expect(skipped.map((each) => each.reason)).toEqual(bad.map(([, reason]) => reason))
  })

  test('pays for every event of the answer, used or not', () => {
    const unknown = { ...MESSAGE, id: '2', event_type: 'ReactionCreate' }
    expect(parse({ data: [MESSAGE, unknown, null] }).paidEventIds).toEqual([ID, '2'])
  })

  test('takes an absent `data` as an empty page, one event as a list, and refuses what is neither', () => {
    expect(parse({ meta: { result_count: 0 } }).page).toEqual({ events: [], users: [], nextToken: null })
    expect(parse({ data: null }).page.events).toEqual([])
    expect(parse({ data: MESSAGE }).page.events).toHaveLength(1)
    expect(parseEventPage(WireEnvelope.parse({ data: 'no' }), null)).toBeNull()
  })

  test('reads the way on, and profiles that came along', () => {
    const { page, skipped } = parse({
      data: [MESSAGE],
      includes: { users: [{ id: '944480690', name: 'Ana', username: 'anas' }, { id: '5' }], media: 'none' },
      meta: { next_token: '18LAA581J5II7LA00C00ZZZZ', previous_token: 5 }
    })
    expect(page.nextToken).toBe('18LAA581J5II7LA00C00ZZZZ')
    expect(page.users.map((user) => user.name)).toEqual(['Ana'])
    expect(skipped).toEqual([{ id: '5', reason: 'user has a missing or wrong "username"' }])
  })
})

test('whatever else an answer holds, parsing never throws and never loses the good events', () => {
  const broken = fc.oneof(
    fc.jsonValue(),
    // Near misses: a good event with one field replaced by anything.
    fc
      .tuple(
        fc.constantFrom(...Object.keys(MESSAGE), 'attachments', 'entities', 'urls', 'participant_ids'),
        fc.jsonValue()
      )
      .map(([key, value]) => ({ ...MESSAGE, id: '3', [key]: value }))
  )
  const good = fc.bigInt({ min: 1n << 60n, max: (1n << 62n) - 1n }).map((id) => ({ ...MESSAGE, id: String(id) }))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(broken, good)),
      fc.record({ includes: fc.jsonValue(), meta: fc.jsonValue(), errors: fc.jsonValue() }, { requiredKeys: [] }),
      (data, rest) => {
        // Through real JSON, as it comes over the wire.
        const envelope = WireEnvelope.safeParse(parseJson(JSON.stringify({ data, ...rest })))
        expect(envelope.success).toBe(true)
        const page = parseEventPage(envelope.data!, null)!
        const isGood = (each: unknown): each is { id: string } =>
          typeof each === 'object' &&
          each !== null &&
          'id' in each &&
          typeof each.id === 'string' &&
          /^\d{19}$/.test(each.id) &&
          'text' in each &&
          each.text === MESSAGE.text
        const ids = new Set(page.page.events.map((event) => event.id))
        for (const each of data.filter(isGood)) expect(ids).toContain(each.id)
        for (const event of page.page.events) {
          expect(event.id).toMatch(/^\d{1,19}$/)
          expect(Number.isInteger(event.at)).toBe(true)
          expect(event.text.isWellFormed() && !event.text.includes('\0')).toBe(true)
        }
      }
    )
  )
})
