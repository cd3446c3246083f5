import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createRecordedLog } from '../testing/recorded-log.ts'
import { createScriptedFetch, jsonReply } from '../testing/scripted-fetch.ts'
import { createXClient } from './client.ts'
import { signInNeeded } from './problem.ts'
import type { TokenAnswer, TokenKeeper } from './tokens.ts'

const OLD = 'https://api.twitter.com/2/problems/'
const MESSAGE = {
  id: '1585047616894574596',
  event_type: 'MessageCreate',
  text: 'Where is my order?',
  sender_id: '7',
  dm_conversation_id: '7-9',
  created_at: '2022-10-25T23:16:15.000Z'
}
const { sender_id: _sender, ...WITHOUT_SENDER } = MESSAGE
const UNAUTHORIZED = { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }
const LIMITS = { 'x-rate-limit-limit': '15', 'x-rate-limit-remaining': '9', 'x-rate-limit-reset': '1795424400' }

interface FakeTokens extends TokenKeeper {
  readonly refreshed: string[]
}

function fakeTokens(afterRefusal: TokenAnswer = { ok: true, token: 'token-2' }): FakeTokens {
  const refreshed: string[] = []
  let token = 'token-1'
  return {
    refreshed,
    accessToken: async () => ({ ok: true, token }),
    async refreshAfter401(used) {
      refreshed.push(used)
      if (afterRefusal.ok) token = afterRefusal.token
      return afterRefusal
    }
  }
}

function setUp(tokens = fakeTokens(), signal?: AbortSignal) {
  const web = createScriptedFetch()
  const clock = createFakeClock()
  const log = createRecordedLog()
  const client = createXClient({ apiBase: 'https://api.x.com/', fetch: web.fetch, clock, log, tokens, signal })
  return { web, clock, log, client, tokens }
}

function query(web: { requests: { url: URL }[] }, index: number, parameter: string): string[] {
  return (web.requests[index]?.url.searchParams.get(parameter) ?? '').split(',').filter(Boolean)
}

describe('reading events', () => {
  test('asks in the old spelling, without profiles, and reports value, limits and charges', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: [MESSAGE], meta: { next_token: 'NEXT' } }, 200, LIMITS))
    const result = await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(result).toMatchObject({
      ok: true,
      requests: 1,
      value: { nextToken: 'NEXT', events: [{ id: MESSAGE.id, senderId: '7', userIds: ['9'] }] },
      rate: [{ endpoint: 'dm-events', window: '15-minutes', limit: 15, remaining: 9, resetAt: 1_795_424_400_000 }],
      charges: [{ kind: 'dm-read', ids: [MESSAGE.id] }],
      skipped: []
    })
    const [request] = web.requests
    expect(request?.url.href).toMatch(/^https:\/\/api\.x\.com\/2\/dm_events\?/)
    expect(request?.headers.get('authorization')).toBe('Bearer token-1')
    expect(request?.redirect).toBe('manual')
    expect(query(web, 0, 'max_results')).toEqual(['20'])
    expect(query(web, 0, 'dm_event.fields')).toEqual(expect.arrayContaining(['sender_id', 'participant_ids']))
    expect(query(web, 0, 'expansions')).toEqual(['attachments.media_keys'])
    expect(web.requests[0]?.url.searchParams.has('tweet.fields')).toBe(false)
    expect(web.requests[0]?.url.searchParams.has('user.fields')).toBe(false)
  })

  test('brings profiles on demand, and counts them as charged', async () => {
    const { web, client } = setUp()
    const users = [{ id: '7', username: 'anas', name: 'Ana' }]
    web.reply(jsonReply({ data: [MESSAGE], includes: { users } }))
    const result = await client.dmEvents({ maxResults: 1, withUsers: true, paginationToken: 'PAGE' })
    expect(query(web, 0, 'expansions')).toEqual(['attachments.media_keys', 'sender_id', 'participant_ids'])
    expect(query(web, 0, 'pagination_token')).toEqual(['PAGE'])
    expect(result).toMatchObject({ ok: true, charges: [{ kind: 'dm-read' }, { kind: 'user-read', ids: ['7'] }] })
  })

  test('leaves a refused field out, and goes on without it', async () => {
    const { web, client } = setUp()
    const refusal = {
      errors: [
        {
          message:
            'The `dm_event.fields` query parameter value [sender_id] is not one of [attachments,created_at,dm_conversation_id,entities,event_type,id,participant_ids,text]'
        }
      ],
      type: `${OLD}invalid-request`
    }
    web.reply(jsonReply(refusal, 400), jsonReply({ data: [MESSAGE] }), jsonReply({ data: [MESSAGE] }))
    expect(await client.dmEvents({ maxResults: 20, withUsers: false })).toMatchObject({ ok: true, requests: 2 })
    expect(await client.conversationEvents({ maxResults: 20, conversationId: '9-7' })).toMatchObject({
      ok: true,
      requests: 1
    })
    for (const index of [1, 2]) {
      expect(query(web, index, 'dm_event.fields')).not.toContain('sender_id')
      expect(query(web, index, 'expansions')).toContain('sender_id')
    }
    expect(web.requests[2]?.url.pathname).toBe('/2/dm_conversations/7-9/dm_events')
  })

  test('gives a 400 back that is about something else', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ type: `${OLD}invalid-request`, parameter: 'pagination_token', detail: 'Bad token.' }, 400))
    expect(await client.dmEvents({ maxResults: 20, withUsers: false })).toMatchObject({
      ok: false,
      requests: 1,
      problem: { kind: 'invalid-request', parameter: 'pagination_token' }
    })
  })

  test('does not ask for ever when every field is refused', async () => {
    const { web, client } = setUp()
    const refuse = (name: string): Response =>
      jsonReply({ type: `${OLD}invalid-request`, parameter: 'media.fields', value: name, detail: 'No.' }, 400)
    web.reply(...['type', 'url', 'width', 'height', 'variants', 'alt_text'].map(refuse))
    expect(await client.dmEvents({ maxResults: 20, withUsers: false })).toMatchObject({ ok: false, requests: 5 })
  })

  test('turns the sender expansion on when a page tells nobody, and remembers', async () => {
    const { web, client } = setUp()
    const page = { data: [MESSAGE], includes: { users: [{ id: '7', username: 'anas' }] } }
    web.reply(jsonReply({ data: [WITHOUT_SENDER] }), jsonReply(page), jsonReply(page))
    const result = await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(result).toMatchObject({ ok: true, requests: 2, value: { events: [{ senderId: '7' }] } })
    await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(web.requests).toHaveLength(3)
    expect(query(web, 2, 'expansions')).toContain('sender_id')
  })

  test('keeps events without a sender, and stops paying, when the expansion does not help', async () => {
    const { web, client } = setUp()
    web.reply(...[1, 2, 3].map(() => jsonReply({ data: [WITHOUT_SENDER] })))
    const result = await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(result).toMatchObject({ ok: true, value: { events: [{ senderId: null }] } })
    await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(query(web, 1, 'expansions')).toContain('sender_id')
    expect(query(web, 2, 'expansions')).not.toContain('sender_id')
  })

  test('does not hand out half-known events when the second look fails', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: [WITHOUT_SENDER] }), jsonReply({}, 429))
    expect(await client.dmEvents({ maxResults: 20, withUsers: false })).toMatchObject({
      ok: false,
      requests: 2,
      problem: { kind: 'rate-limited' }
    })
  })

  test('logs what it skips, without what it said', async () => {
    const { web, client, log } = setUp()
    const odd = { ...MESSAGE, id: '5', text: { secret: 'my card ends in 4242' } }
    web.reply(jsonReply({ data: [odd, MESSAGE], errors: [{ type: `${OLD}resource-not-found`, resource_id: '66' }] }))
    const result = await client.dmEvents({ maxResults: 20, withUsers: false })
    expect(result).toMatchObject({
      ok: true,
      value: { events: [{ id: MESSAGE.id }] },
      charges: [{ kind: 'dm-read', ids: ['5', MESSAGE.id] }],
      skipped: [
        { id: '5', reason: 'event has a missing or wrong "text"' },
        { id: '66', reason: 'X left out a part (not-found)' }
      ]
    })
    expect(log.entries).toHaveLength(1)
    expect(log.text()).not.toContain('4242')
  })

  test('takes errors without data as a failure, and an empty page as empty', async () => {
    const { web, client } = setUp()
    const errors = [{ title: 'Forbidden', type: `${OLD}not-authorized-for-resource`, detail: 'No.' }]
    web.reply(jsonReply({ errors }), jsonReply({ meta: { result_count: 0 } }), jsonReply({ data: 'x' }))
    const ask = () => client.participantEvents({ participantId: '7', maxResults: 20 })
    expect(await ask()).toMatchObject({ ok: false, problem: { kind: 'forbidden', status: 200 } })
    expect(await ask()).toMatchObject({ ok: true, value: { events: [], nextToken: null }, charges: [] })
    expect(await ask()).toMatchObject({ ok: false, problem: { kind: 'malformed' } })
    expect(web.requests[0]?.url.pathname).toBe('/2/dm_conversations/with/7/dm_events')
  })

  test('ends at a token that leads to itself', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: [MESSAGE], meta: { next_token: 'SAME' } }))
    const result = await client.dmEvents({ maxResults: 20, withUsers: false, paginationToken: 'SAME' })
    expect(result).toMatchObject({ ok: true, value: { nextToken: null } })
  })

  test('asks nothing for what X could only refuse', async () => {
    const { client, web } = setUp()
    expect(await client.conversationEvents({ conversationId: '../users/me', maxResults: 9 })).toMatchObject({
      ok: false
    })
    expect(await client.participantEvents({ participantId: '7/..', maxResults: 9 })).toMatchObject({ ok: false })
    expect(await client.dmEvents({ maxResults: 0, withUsers: false })).toMatchObject({ ok: false })
    expect(await client.sendToParticipant('', 'Hi')).toMatchObject({ ok: false })
    expect(await client.sendToConversation('7-9', ' \n')).toMatchObject({ ok: false })
    expect(await client.createGroup(['7'], 'Hi')).toMatchObject({ ok: false })
    expect(await client.deleteEvent('x')).toMatchObject({ ok: false })
    expect(await client.userByUsername('../me')).toMatchObject({ ok: false })
    expect(web.requests).toEqual([])
  })
})

describe('reading users', () => {
  test('tells who is signed in', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: { id: '9', username: 'acme_help', name: 'Acme Help' } }), jsonReply({ data: {} }))
    expect(await client.me()).toMatchObject({
      ok: true,
      value: { id: '9', username: 'acme_help' },
      charges: [{ kind: 'user-read', ids: ['9'] }]
    })
    expect(web.requests[0]?.url.pathname).toBe('/2/users/me')
    expect(await client.me()).toMatchObject({ ok: false, problem: { kind: 'malformed' } })
  })

  test('returns profiles and who is missing', async () => {
    const { web, client } = setUp()
    const errors = [{ resource_id: '8', type: `${OLD}resource-not-found` }]
    web.reply(jsonReply({ data: [{ id: '7', username: 'anas' }], errors }), jsonReply({ errors }))
    expect(await client.users(['7', '8', '7', 'x'])).toMatchObject({
      ok: true,
      value: { users: [{ id: '7' }], missing: ['8', 'x'] },
      charges: [{ kind: 'user-read', ids: ['7'] }]
    })
    expect(query(web, 0, 'ids')).toEqual(['7', '8'])
    expect(await client.users(['8'])).toMatchObject({ ok: true, value: { users: [], missing: ['8'] }, charges: [] })
    expect(await client.users([])).toMatchObject({ ok: true, requests: 0 })
    expect(await client.users(Array.from({ length: 101 }, (_, index) => String(index)))).toMatchObject({ ok: false })
  })

  test('finds a user by name', async () => {
    const { web, client } = setUp()
    const errors = [{ title: 'Not Found Error', type: `${OLD}resource-not-found`, detail: 'Could not find user.' }]
    web.reply(jsonReply({ data: { id: '7', username: 'anas' } }), jsonReply({ errors }))
    expect(await client.userByUsername('@anas')).toMatchObject({ ok: true, value: { id: '7' } })
    expect(web.requests[0]?.url.pathname).toBe('/2/users/by/username/anas')
    expect(await client.userByUsername('nobody')).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })
})

describe('sending', () => {
  test.each([
    [
      '/2/dm_conversations/with/7/messages',
      { text: 'Hi \ufffd' },
      (client: ReturnType<typeof createXClient>) => client.sendToParticipant('7', 'Hi \ud800')
    ],
    [
      '/2/dm_conversations/7-9/messages',
      { text: 'Hi' },
      (client: ReturnType<typeof createXClient>) => client.sendToConversation('9:7', 'Hi')
    ],
    [
      '/2/dm_conversations',
      { conversation_type: 'Group', participant_ids: ['7', '8'], message: { text: 'Hi' } },
      (client: ReturnType<typeof createXClient>) => client.createGroup(['7', '8', '7'], 'Hi')
    ]
  ])('posts to %s and returns the proof', async (path, body, send) => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: { dm_conversation_id: '9-7', dm_event_id: '1122334455667788990' } }, 201))
    expect(await send(client)).toMatchObject({
      ok: true,
      value: { eventId: '1122334455667788990', conversationId: '7-9' },
      charges: [{ kind: 'dm-send', ids: ['1122334455667788990'] }]
    })
    const [request] = web.requests
    expect([request?.method, request?.url.pathname, JSON.parse(request?.body ?? '')]).toEqual(['POST', path, body])
    expect(request?.headers.get('content-type')).toBe('application/json')
  })

  test('keeps a numeric event id exact, which is the only proof', async () => {
    const { web, client } = setUp()
    web.reply(new Response('{"data":{"dm_event_id":1122334455667788991}}', { status: 201 }))
    expect(await client.sendToParticipant('7', 'Hi')).toMatchObject({
      ok: true,
      value: { eventId: '1122334455667788991', conversationId: null }
    })
  })

  test.each([
    ['no proof', () => jsonReply({ data: { dm_conversation_id: '7-9' } }, 201), 'malformed'],
    ['a web page', () => new Response('<!doctype html>', { status: 200 }), 'malformed'],
    ['nothing', () => new Response(null, { status: 201 }), 'malformed'],
    ['broken JSON', () => new Response('{"data":{"dm_event_id":"11', { status: 201 }), 'malformed'],
    ['errors inside a 200', () => jsonReply({ errors: [{ type: `${OLD}not-authorized-for-resource` }] }), 'forbidden'],
    ['503', () => jsonReply({}, 503), 'server'],
    ['a redirect', () => new Response(null, { status: 307, headers: { location: '/elsewhere' } }), 'malformed']
  ])('does not know whether it was sent after %s', async (_what, reply, kind) => {
    const { web, client } = setUp()
    web.reply(reply())
    expect(await client.sendToParticipant('7', 'Hi')).toMatchObject({
      ok: false,
      requests: 1,
      problem: { kind, effect: 'unknown' }
    })
  })

  test('knows that it was not sent when X refuses', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ errors: [{ code: 349, message: 'You cannot send messages to this user.' }] }, 403))
    expect(await client.sendToParticipant('7', 'Hi')).toMatchObject({
      ok: false,
      problem: { kind: 'forbidden', reason: 'recipient', effect: 'none' }
    })
  })

  test('deletes', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: { deleted: true } }))
    expect(await client.deleteEvent('55')).toMatchObject({
      ok: true,
      value: { deleted: true },
      charges: [{ kind: 'dm-delete', ids: ['55'] }]
    })
    expect([web.requests[0]?.method, web.requests[0]?.url.pathname]).toEqual(['DELETE', '/2/dm_events/55'])
  })

  test('blocks and unblocks somebody’s messages', async () => {
    const { web, client } = setUp()
    web.reply(jsonReply({ data: { blocked: true } }), jsonReply({ data: { blocked: false } }), jsonReply({ data: {} }))
    expect(await client.setMessagesBlocked('7', true)).toMatchObject({
      ok: true,
      value: { blocked: true },
      charges: [{ kind: 'privacy-update', ids: ['7'] }]
    })
    expect(await client.setMessagesBlocked('7', false)).toMatchObject({ ok: true, value: { blocked: false } })
    expect(await client.setMessagesBlocked('7', true)).toMatchObject({ ok: false, problem: { kind: 'malformed' } })
    expect(await client.setMessagesBlocked('me', true)).toMatchObject({ ok: false })
    expect(web.requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /2/users/7/dm/block',
      'POST /2/users/7/dm/unblock',
      'POST /2/users/7/dm/block'
    ])
  })
})

describe('signing in', () => {
  test('renews after a 401 and tries once more, sends too', async () => {
    const { web, client, tokens } = setUp()
    web.reply(jsonReply(UNAUTHORIZED, 401), jsonReply({ data: { dm_event_id: '5' } }, 201))
    expect(await client.sendToParticipant('7', 'Hi')).toMatchObject({ ok: true, requests: 2 })
    expect(tokens.refreshed).toEqual(['token-1'])
    expect(web.requests[1]?.headers.get('authorization')).toBe('Bearer token-2')
  })

  test('gives up when the renewed token is refused, and does not renew at every request of an outage', async () => {
    const { web, client, tokens, clock } = setUp()
    web.reply(...[1, 2, 3, 4, 5].map(() => jsonReply(UNAUTHORIZED, 401)))
    expect(await client.me()).toMatchObject({
      ok: false,
      requests: 2,
      problem: { kind: 'unauthorized', effect: 'none' }
    })
    expect(await client.me()).toMatchObject({ ok: false, requests: 1, problem: { kind: 'unauthorized' } })
    expect(tokens.refreshed).toHaveLength(1)
    clock.advance(61_000)
    expect(await client.me()).toMatchObject({ ok: false, requests: 2 })
    expect(tokens.refreshed).toHaveLength(2)
  })

  test('renews again after the clock was set back, although the refusal lies ahead of it', async () => {
    const { web, client, tokens, clock } = setUp()
    web.reply(...[1, 2, 3, 4].map(() => jsonReply(UNAUTHORIZED, 401)))
    await client.me()
    clock.jump(-104 * 60_000)
    expect(await client.me()).toMatchObject({ ok: false, requests: 2 })
    expect(tokens.refreshed).toHaveLength(2)
  })

  test('says that a sign-in is needed when there is no way to renew', async () => {
    const { web, client } = setUp(
      fakeTokens({ ok: false, problem: signInNeeded('no-refresh-token', 'Sign in again.') })
    )
    web.reply(jsonReply(UNAUTHORIZED, 401))
    expect(await client.me()).toMatchObject({
      ok: false,
      problem: { kind: 'sign-in-needed', reason: 'no-refresh-token' }
    })
  })

  test('sends nothing without a token', async () => {
    const none: TokenAnswer = { ok: false, problem: signInNeeded('no-tokens', 'Sign in.') }
    const { web, client } = setUp({ ...fakeTokens(), accessToken: async () => none })
    expect(await client.sendToParticipant('7', 'Hi')).toMatchObject({
      ok: false,
      requests: 0,
      problem: { kind: 'sign-in-needed', effect: 'none' }
    })
    expect(web.requests).toEqual([])
  })
})

test('follows redirects of reads on the same origin only', async () => {
  const { web, client } = setUp()
  const redirect = (location: string): Response => new Response(null, { status: 302, headers: { location } })
  web.reply(redirect('/2/other'), jsonReply({ data: { id: '9', username: 'acme' } }), redirect('https://evil.example/'))
  expect(await client.me()).toMatchObject({ ok: true })
  expect(web.requests[1]?.url.href).toBe('https://api.x.com/2/other')
  expect(await client.me()).toMatchObject({ ok: false, problem: { kind: 'malformed' } })
  expect(web.requests.map((each) => each.url.hostname)).not.toContain('evil.example')
})

test('asks for X’s time without a sign-in; whatever the answer is, it tells', async () => {
  const { web, client } = setUp()
  web.reply(new Response(null, { status: 404, headers: { date: 'Mon, 23 Nov 2026 09:00:05 GMT' } }), new Response(null))
  expect(await client.time()).toMatchObject({ ok: true, heard: { seenAt: Date.UTC(2026, 10, 23, 9, 0, 5) } })
  expect(web.requests[0]?.url.href).toBe('https://api.x.com/2/openapi.json')
  expect(web.requests[0]?.headers.get('authorization')).toBeNull()
  expect(await client.time()).toEqual({ ok: true, heard: null })
  web.reply(new TypeError('fetch failed'))
  expect(await client.time()).toMatchObject({ ok: false, problem: { kind: 'network' } })
})

test('starts nothing once the core closes', async () => {
  const { web, client } = setUp(fakeTokens(), AbortSignal.abort())
  expect(await client.me()).toMatchObject({ ok: false, problem: { kind: 'cancelled', effect: 'none' } })
  expect(web.requests).toEqual([])
})

test('refuses plain http to other machines', () => {
  const { web, clock, log, tokens } = setUp()
  expect(() => createXClient({ apiBase: 'http://api.x.com', fetch: web.fetch, clock, log, tokens })).toThrow('https')
})
