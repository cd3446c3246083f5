import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import type { SimulatedX, SimulatedXOptions } from './server.ts'
import { startSimulatedX } from './server.ts'
import type { PracticeClient } from './testing/practice-client.ts'
import { eventsOf, practiceClient } from './testing/practice-client.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'
import type { WorldUser } from './world/types.ts'

const clock = createFakeClock()
let world: World
let ana: WorldUser
let server: SimulatedX
let client: PracticeClient

async function start(options: SimulatedXOptions = {}): Promise<void> {
  server = await startSimulatedX({ world, ...options })
  client = practiceClient(server)
}

beforeEach(async () => {
  world = createWorld({ clock, brand: { username: 'shop', name: 'Shop' } })
  ana = world.addUser({
    username: 'ana_silva',
    name: 'Ana Silva',
    description: 'Bio',
    location: 'Curitiba',
    verified: true
  })
  await start()
})
afterEach(() => server.close())

const FIELDS =
  'dm_event.fields=id,event_type,text,created_at,dm_conversation_id,sender_id,attachments,entities,participant_ids'

describe('users', () => {
  test('/2/users/me gives the signed-in user with the default fields', async () => {
    const { status, body, headers } = await client.get('/2/users/me')
    expect(status).toBe(200)
    expect(body).toEqual({ data: { id: world.brand.id, name: 'Shop', username: 'shop' } })
    expect(headers.get('x-rate-limit-remaining')).toBe('449')
  })

  test('/2/users gives known users and names unknown ones in errors[] of a 200', async () => {
    const fields =
      'user.fields=description,location,profile_image_url,public_metrics,verified,created_at,receives_your_dm'
    const { status, body } = await client.get(`/2/users?ids=${ana.id},4040404&${fields}`)
    expect(status).toBe(200)
    expect(body.data).toMatchObject([
      {
        id: ana.id,
        description: 'Bio',
        location: 'Curitiba',
        verified: true,
        receives_your_dm: true,
        public_metrics: { followers_count: 120 }
      }
    ])
    expect(body.errors).toMatchObject([{ value: '4040404', resource_type: 'user', title: 'Not Found Error' }])
  })

  test('only unknown users: errors[] without data', async () => {
    const { status, body } = await client.get('/2/users?ids=4040404')
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('data')
  })

  test('more than 100 ids are refused', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => 1000 + index).join()
    const { status, body } = await client.get(`/2/users?ids=${ids}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ title: 'Invalid Request' })
  })

  test('by id and by handle, whatever its case', async () => {
    expect((await client.get(`/2/users/${ana.id}`)).body.data).toMatchObject({ username: 'ana_silva' })
    expect((await client.get('/2/users/by/username/Ana_Silva')).body.data).toMatchObject({ id: ana.id })
    expect((await client.get('/2/users/by/username/nobody')).body.errors).toHaveLength(1)
    expect((await client.get('/2/users/by/username/not-a-handle')).status).toBe(400)
  })
})

describe('reading', () => {
  test('nothing at all: a count of 0 and no data key', async () => {
    expect((await client.get('/2/dm_events')).body).toEqual({ meta: { result_count: 0 } })
  })

  test('default fields only, newest first, with both tokens even when the page holds everything', async () => {
    const first = world.say(ana.id, world.brand.id, 'Hello')
    clock.advance(1000)
    const second = world.say(ana.id, world.brand.id, 'Anybody there?')
    const { body } = await client.get('/2/dm_events')
    expect(body.data).toEqual([
      { id: second.id, event_type: 'MessageCreate', text: 'Anybody there?' },
      { id: first.id, event_type: 'MessageCreate', text: 'Hello' }
    ])
    expect(body.meta).toMatchObject({ result_count: 2, next_token: expect.stringMatching(/^[0-9A-V]{16,}$/) })
    const after = await client.get(`/2/dm_events?pagination_token=${body.meta?.next_token}`)
    expect(after.body).toEqual({ meta: { result_count: 0 } })
    const before = await client.get(`/2/dm_events?pagination_token=${body.meta?.previous_token}`)
    expect(before.body.meta?.result_count).toBe(0)
  })

  test('asked fields, expansions and links rewritten to t.co', async () => {
    const text = 'Ça va? 👋 See https://junipervale.example/a/very/long/path/to/a/page?x=1. Thanks'
    const event = world.say(ana.id, world.brand.id, text)
    const { body } = await client.get(`/2/dm_events?${FIELDS}&expansions=sender_id`)
    const [data] = body.data as [
      Record<string, unknown> & { text: string; urls: { start: number; end: number; url: string }[] }
    ]
    expect(data).toMatchObject({
      sender_id: ana.id,
      dm_conversation_id: event.conversationId,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      urls: [{ expanded_url: 'https://junipervale.example/a/very/long/path/to/a/page?x=1' }]
    })
    const [link] = data.urls
    expect([...data.text].slice(link?.start, link?.end).join('')).toBe(link?.url)
    expect(link?.url).toMatch(/^https:\/\/t\.co\/\w{10}$/)
    expect(data.text.endsWith('. Thanks')).toBe(true)
    expect(body.includes?.users).toEqual([{ id: ana.id, name: 'Ana Silva', username: 'ana_silva' }])
  })

  test('the conversation endpoints show one conversation, the id in either order', async () => {
    const ben = world.addUser({ username: 'ben' })
    world.say(ana.id, world.brand.id, 'from Ana')
    world.say(ben.id, world.brand.id, 'from Ben')
    const [a, b] = [world.brand.id, ana.id]
    for (const path of [
      `/2/dm_conversations/${a}-${b}/dm_events`,
      `/2/dm_conversations/${b}-${a}/dm_events`,
      `/2/dm_conversations/with/${b}/dm_events`
    ]) {
      expect(eventsOf(await client.get(path)).map((event) => event['text'])).toEqual(['from Ana'])
    }
  })

  test('conversations of others are closed, unknown groups are not found', async () => {
    const ben = world.addUser({ username: 'ben' })
    world.say(ana.id, ben.id, 'private')
    expect((await client.get(`/2/dm_conversations/${ana.id}-${ben.id}/dm_events`)).status).toBe(403)
    expect((await client.get('/2/dm_conversations/1578398451921985538/dm_events')).status).toBe(404)
    expect((await client.get('/2/dm_conversations/abc/dm_events')).status).toBe(400)
    expect(eventsOf(await client.get('/2/dm_events'))).toEqual([])
  })

  test('one event by its id; unknown and foreign ones are errors in a 200', async () => {
    const event = world.say(ana.id, world.brand.id, 'Hello')
    expect((await client.get(`/2/dm_events/${event.id}`)).body.data).toMatchObject({ id: event.id, text: 'Hello' })
    const unknown = await client.get('/2/dm_events/1585047616894574596')
    expect(unknown.status).toBe(200)
    expect(unknown.body).not.toHaveProperty('data')
    expect(unknown.body.errors).toHaveLength(1)
  })

  test('groups: joins and leaves name who came and went, and can be filtered', async () => {
    const ben = world.addUser({ username: 'ben' })
    const group = world.createGroup([world.brand.id, ana.id])
    world.say(ana.id, group.id, 'Hello all')
    world.join(group.id, [ben.id], { byUserId: ana.id })
    world.leave(group.id, [ben.id])
    expect(group.id).toMatch(/^\d{15,19}$/)
    const { body } = await client.get(`/2/dm_conversations/${group.id}/dm_events?expansions=participant_ids,sender_id`)
    expect(body.data).toMatchObject([
      { event_type: 'ParticipantsLeave', participant_ids: [ben.id] },
      { event_type: 'ParticipantsJoin', participant_ids: [ben.id], sender_id: ana.id },
      { event_type: 'MessageCreate', sender_id: ana.id }
    ])
    expect(body.includes?.users?.map((user) => user['username']).toSorted()).toEqual(['ana_silva', 'ben'])
    const joins = await client.get('/2/dm_events?event_types=ParticipantsJoin')
    expect(eventsOf(joins).map((event) => event['event_type'])).toEqual(['ParticipantsJoin'])
  })

  test('nothing older than 30 days', async () => {
    world.say(ana.id, world.brand.id, 'old', { at: clock.now() - 30 * 86_400_000 - 1000 })
    world.say(ana.id, world.brand.id, 'just inside', { at: clock.now() - 30 * 86_400_000 + 60_000 })
    expect(eventsOf(await client.get('/2/dm_events')).map((event) => event['text'])).toEqual(['just inside'])
    clock.advance(61_000)
    expect(eventsOf(await client.get('/2/dm_events'))).toEqual([])
  })

  test.each([
    'max_results=0',
    'max_results=101',
    'max_results=ten',
    'event_types=Reaction',
    'pagination_token=0123456789ABCDEF',
    'since_id=5',
    'dm_event.fields=colour'
  ])('%s is refused with a problem that names it', async (query) => {
    const { status, body, headers } = await client.get(`/2/dm_events?${query}`)
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.stringify(body)).toContain(query.split('=')[0])
    expect(body['type']).toBe('https://api.twitter.com/2/problems/invalid-request')
  })

  test('a token of one list is no token of another', async () => {
    world.say(ana.id, world.brand.id, 'Hello')
    const { body } = await client.get('/2/dm_events')
    const path = `/2/dm_conversations/with/${ana.id}/dm_events?pagination_token=${body.meta?.next_token}`
    expect((await client.get(path)).status).toBe(400)
  })

  test('the new spelling: entities, x.com problems, and sender_id only by its expansion when strict', async () => {
    await server.close()
    await start({ fieldSpelling: 'new', strictFields: true })
    world.say(ana.id, world.brand.id, 'see https://x.com/shop/status/1578900353814519810')
    const refused = await client.get('/2/dm_events?dm_event.fields=text,sender_id')
    expect(refused.status).toBe(400)
    expect(refused.body['type']).toBe('https://api.x.com/2/problems/invalid-request')
    expect(refused.body.errors).toMatchObject([{ parameters: { 'dm_event.fields': ['sender_id'] } }])
    const { body } = await client.get(
      '/2/dm_events?dm_event.fields=text,entities&expansions=sender_id,referenced_posts'
    )
    expect(body.data).toMatchObject([
      {
        sender_id: ana.id,
        entities: { urls: [{ display_url: expect.any(String) }] },
        referenced_posts: [{ id: '1578900353814519810' }]
      }
    ])
    expect((await client.get('/2/dm_events?tweet.fields=text')).status).toBe(400)
  })
})

describe('writing', () => {
  test('a send answers 201 with two ids, and the event can be read', async () => {
    const { status, body, headers } = await client.post(`/2/dm_conversations/with/${ana.id}/messages`, {
      text: 'Hi Ana'
    })
    expect(status).toBe(201)
    expect(Object.keys(body.data as object).toSorted()).toEqual(['dm_conversation_id', 'dm_event_id'])
    expect(headers.get('x-user-limit-24hour-remaining')).toBe('14399')
    const { dm_conversation_id: conversation, dm_event_id: id } = body.data as Record<string, string>
    expect((await client.get(`/2/dm_conversations/${conversation}/dm_events`)).body.data).toMatchObject([
      { id, text: 'Hi Ana' }
    ])
    expect(world.sent.map((event) => event.text)).toEqual(['Hi Ana'])
    const again = await client.post(`/2/dm_conversations/${conversation}/messages`, { text: 'And again' })
    expect(again.status).toBe(201)
  })

  test('ids grow and cannot be held by a JavaScript number', async () => {
    const ids: string[] = []
    for (const text of ['a', 'b', 'c']) {
      const { body } = await client.post(`/2/dm_conversations/with/${ana.id}/messages`, { text })
      ids.push((body.data as Record<string, string>)['dm_event_id'] ?? '')
    }
    expect(ids.map(BigInt)).toEqual(ids.map(BigInt).toSorted((a, b) => (a < b ? -1 : 1)))
    for (const id of ids) expect(String(Number(id))).not.toBe(id)
  })

  test.each([
    ['an empty text', { text: '' }],
    ['nothing', {}],
    ['an unknown key', { text: 'x', quick_reply: {} }],
    ['10,001 characters', { text: 'x'.repeat(10_001) }],
    ['two attachments', { attachments: [{ media_id: '1' }, { media_id: '2' }] }],
    ['no JSON', '{"text":'],
    ['a number', { text: 5 }]
  ])('%s is refused with 400 and sends nothing', async (_name, body) => {
    const answer = await client.post(`/2/dm_conversations/with/${ana.id}/messages`, body)
    expect(answer.status).toBe(400)
    expect(answer.body['type']).toContain('/invalid-request')
    expect(world.sent).toEqual([])
  })

  test('10,000 characters are not too many', async () => {
    const answer = await client.post(`/2/dm_conversations/with/${ana.id}/messages`, { text: 'é'.repeat(10_000) })
    expect(answer.status).toBe(201)
  })

  test('closed messages, unknown people, foreign conversations and attachments are refused', async () => {
    const closed = world.addUser({ username: 'closed', acceptsDms: false })
    const ben = world.addUser({ username: 'ben' })
    const text = { text: 'Hi' }
    expect((await client.post(`/2/dm_conversations/with/${closed.id}/messages`, text)).status).toBe(403)
    expect((await client.post('/2/dm_conversations/with/4040404/messages', text)).status).toBe(404)
    expect((await client.post(`/2/dm_conversations/${ana.id}-${ben.id}/messages`, text)).status).toBe(403)
    const media = { attachments: [{ media_id: '1583157113245011970' }] }
    expect((await client.post(`/2/dm_conversations/with/${ana.id}/messages`, media)).status).toBe(403)
    expect(world.sent).toEqual([])
  })

  test('a group is always a new conversation', async () => {
    const ben = world.addUser({ username: 'ben' })
    const body = { conversation_type: 'Group', participant_ids: [ana.id, ben.id], message: { text: 'Welcome' } }
    const first = (await client.post('/2/dm_conversations', body)).body.data as Record<string, string>
    const second = (await client.post('/2/dm_conversations', body)).body.data as Record<string, string>
    expect(first['dm_conversation_id']).not.toBe(second['dm_conversation_id'])
    expect(world.members(first['dm_conversation_id'] ?? '')).toEqual([world.brand.id, ana.id, ben.id])
    expect((await client.post('/2/dm_conversations', { ...body, conversation_type: 'group' })).status).toBe(400)
    const inside = await client.post(`/2/dm_conversations/${first['dm_conversation_id']}/messages`, { text: 'More' })
    expect(inside.status).toBe(201)
  })

  test('deleting hides an own event, and only an own one', async () => {
    const theirs = world.say(ana.id, world.brand.id, 'Hello')
    const mine = world.say(world.brand.id, ana.id, 'Oops')
    expect((await client.delete(`/2/dm_events/${theirs.id}`)).status).toBe(403)
    expect((await client.delete(`/2/dm_events/${mine.id}`)).body).toEqual({ data: { deleted: true } })
    expect((await client.delete(`/2/dm_events/${mine.id}`)).status).toBe(404)
    expect(eventsOf(await client.get('/2/dm_events')).map((event) => event['id'])).toEqual([theirs.id])
  })
})

describe('who may ask', () => {
  test('without a token, with a wrong or an expired one: 401', async () => {
    expect((await fetch(`${server.url}/2/users/me`)).status).toBe(401)
    expect((await practiceClient(server, 'wrong').get('/2/users/me')).body).toMatchObject({
      title: 'Unauthorized',
      status: 401
    })
    const { accessToken } = server.issueTokens(undefined, 1000)
    const short = practiceClient(server, accessToken)
    expect((await short.get('/2/users/me')).status).toBe(200)
    clock.advance(1001)
    expect((await short.get('/2/users/me')).status).toBe(401)
  })

  test('an app-only token and missing scopes: 403', async () => {
    const app = await practiceClient(server, 'AAAAAAAAAAAAAAAAAAAAAexample').get('/2/dm_events')
    expect(app.body).toMatchObject({ title: 'Unsupported Authentication', status: 403 })
    const { accessToken } = world.tokens.issue(world.brand.id, ['dm.read', 'tweet.read', 'users.read'])
    const reader = practiceClient(server, accessToken)
    expect((await reader.get('/2/dm_events')).status).toBe(200)
    const refused = await reader.post(`/2/dm_conversations/with/${ana.id}/messages`, { text: 'Hi' })
    expect(refused.status).toBe(403)
    expect(JSON.stringify(refused.body)).toContain('dm.write')
  })

  test('what X does not have is 404: there is no list of conversations', async () => {
    expect((await client.get('/2/dm_conversations')).status).toBe(404)
  })
})
