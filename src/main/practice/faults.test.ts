import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import {
  addPartialErrors,
  dataAsObject,
  duplicateEvents,
  withoutData,
  withoutMeta,
  wrongTypes
} from './fault-changes.ts'
import type { SimulatedX } from './server.ts'
import { startSimulatedX } from './server.ts'
import type { PracticeClient } from './testing/practice-client.ts'
import { eventsOf, practiceClient } from './testing/practice-client.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'
import { poison, POISONS, poisonUser } from './world/poison.ts'

let clock: ReturnType<typeof createFakeClock>
let world: World
let server: SimulatedX
let client: PracticeClient
let customer: string
let sendPath: string

beforeEach(async () => {
  clock = createFakeClock()
  world = createWorld({ clock })
  customer = world.addUser({ username: 'ana' }).id
  sendPath = `/2/dm_conversations/with/${customer}/messages`
  server = await startSimulatedX({ world })
  client = practiceClient(server)
})
afterEach(() => server.close())

describe('lost connections', () => {
  test('reset before: nothing was sent', async () => {
    server.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST', path: sendPath })
    await expect(client.post(sendPath, { text: 'Hi' })).rejects.toThrow()
    expect(world.sent).toEqual([])
    expect((await client.post(sendPath, { text: 'Hi' })).status).toBe(201)
  })

  test('reset after: it was sent, and only the answer is lost', async () => {
    server.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST' })
    await expect(client.post(sendPath, { text: 'Hi' })).rejects.toThrow()
    expect(world.sent.map((event) => event.text)).toEqual(['Hi'])
  })

  test('a held answer comes when it is released, with its effect before or after', async () => {
    const fault = server.faults.add({ kind: 'hang', when: 'after' }, { path: '/2/dm_conversations/*' })
    const answer = client.post(sendPath, { text: 'Hi' })
    await fault.hit
    await expect.poll(() => world.sent.length).toBe(1)
    fault.release()
    expect((await answer).status).toBe(201)
  })

  test('closing the server lets nobody hang', async () => {
    const fault = server.faults.add({ kind: 'hang', when: 'before' })
    const answer = client.get('/2/users/me').then(
      () => 'answered',
      () => 'lost'
    )
    await fault.hit
    await server.close()
    expect(['answered', 'lost']).toContain(await answer)
    server = await startSimulatedX({ world })
  })
})

describe('wrong answers', () => {
  test('401 once', async () => {
    const fault = server.faults.add({ kind: 'token-refused' }, { path: '/2/dm_events' })
    expect((await client.get('/2/users/me')).status).toBe(200)
    expect((await client.get('/2/dm_events')).status).toBe(401)
    expect((await client.get('/2/dm_events')).status).toBe(200)
    expect(fault.hits).toBe(1)
  })

  test('402 names the credits, with a number that JavaScript cannot hold', async () => {
    server.faults.add({ kind: 'out-of-credits' }, { times: 2 })
    const response = await fetch(`${server.url}/2/users/me`)
    expect(response.status).toBe(402)
    expect(await response.text()).toContain('"account_id":2051096097834344448,')
    expect((await client.get('/2/dm_events')).body).toMatchObject({ title: 'CreditsDepleted' })
  })

  test('429 with and without headers, in both forms', async () => {
    server.faults.add({ kind: 'rate-limited', rateHeaders: true })
    server.faults.add({ kind: 'rate-limited', rateHeaders: false, form: 'problem' })
    const told = await client.get('/2/dm_events')
    expect(told.status).toBe(429)
    expect(told.headers.get('x-rate-limit-reset')).toBe(String(Math.ceil((clock.now() + 900_000) / 1000)))
    const untold = await client.get('/2/dm_events')
    expect(untold.body).toMatchObject({ title: 'Too Many Requests' })
    expect(untold.headers.has('x-rate-limit-reset')).toBe(false)
  })

  test('500 and 503, also after the request took effect', async () => {
    server.faults.add({ kind: 'status', status: 503, when: 'after' }, { method: 'POST' })
    server.faults.add({ kind: 'status', status: 500, rateHeaders: false }, { method: 'GET' })
    server.faults.add({ kind: 'status', status: 409, body: { code: 1, message: 'x' }, headers: { 'retry-after': '7' } })
    expect((await client.post(sendPath, { text: 'Hi' })).status).toBe(503)
    expect(world.sent).toHaveLength(1)
    expect((await client.get('/2/dm_events')).body).toMatchObject({ title: 'Internal Error' })
    const own = await client.get('/2/dm_events')
    expect([own.status, own.body, own.headers.get('retry-after')]).toEqual([409, { code: 1, message: 'x' }, '7'])
  })

  test('HTML, half a body, broken JSON and a slow body', async () => {
    world.say(customer, world.brand.id, 'Hello')
    const get = () => fetch(`${server.url}/2/dm_events`, { headers: { authorization: `Bearer ${client.accessToken}` } })
    server.faults.add({ kind: 'html' })
    server.faults.add({ kind: 'truncated' })
    server.faults.add({ kind: 'malformed' })
    server.faults.add({ kind: 'slow', pieces: 3, everyMs: 5000 })
    const page = await get()
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('<script>')
    await expect(get().then((response) => response.text())).rejects.toThrow()
    await expect(get().then((response) => response.json())).rejects.toThrow(SyntaxError)
    const slow = await get()
    const body = slow.json()
    clock.advance(5000)
    clock.advance(5000)
    expect(await body).toMatchObject({ meta: { result_count: 1 } })
  })

  test('answers that are JSON but wrong', async () => {
    world.say(customer, world.brand.id, 'one')
    world.say(customer, world.brand.id, 'two')
    for (const change of [duplicateEvents, addPartialErrors, withoutData, dataAsObject, wrongTypes, withoutMeta]) {
      server.faults.add({ kind: 'rewrite', change }, { path: '/2/dm_events' })
    }
    expect(eventsOf(await client.get('/2/dm_events')).map((event) => event['text'])).toEqual([
      'two',
      'two',
      'one',
      'one'
    ])
    const partial = await client.get('/2/dm_events')
    expect([eventsOf(partial).length, partial.body.errors?.length]).toEqual([2, 2])
    expect((await client.get('/2/dm_events')).body).not.toHaveProperty('data')
    expect((await client.get('/2/dm_events')).body.data).toEqual({ id: '1' })
    expect((await client.get('/2/dm_events')).body.data).toEqual([expect.objectContaining({ text: 7 }), 'event'])
    expect((await client.get('/2/dm_events')).body).not.toHaveProperty('meta')
    expect(eventsOf(await client.get('/2/dm_events'))).toHaveLength(2)
  })

  test('a fault that was taken back does nothing', async () => {
    server.faults.add({ kind: 'html' }).cancel()
    server.faults.add({ kind: 'reset', when: 'before' }, { path: /^\/2\/users/ })
    server.faults.clear()
    expect((await client.get('/2/users/me')).status).toBe(200)
  })
})

test('/2/dm_events lags behind sends, the conversation does not', async () => {
  server.faults.readLagMs = 4000
  await client.post(sendPath, { text: 'Hi' })
  clock.advance(1000)
  world.say(customer, world.brand.id, 'Hello, quick answer')
  const texts = async (path: string) => eventsOf(await client.get(path)).map((event) => event['text'])
  expect(await texts('/2/dm_events')).toEqual(['Hello, quick answer'])
  expect(await texts(`/2/dm_conversations/with/${customer}/dm_events`)).toEqual(['Hello, quick answer', 'Hi'])
  clock.advance(3000)
  // The older event appears below the newer one, which a cursor on the newest id would miss.
  expect(await texts('/2/dm_events')).toEqual(['Hello, quick answer', 'Hi'])
})

test('poison events are served as they are, and the good ones around them too', async () => {
  world.say(customer, world.brand.id, 'before')
  poison(world, customer)
  const person = poisonUser(world)
  world.say(customer, world.brand.id, 'after')
  const response = await fetch(
    `${server.url}/2/dm_events?dm_event.fields=text,created_at,sender_id,dm_conversation_id`,
    {
      headers: { authorization: `Bearer ${client.accessToken}` }
    }
  )
  const text = await response.text()
  expect(text).toContain('"id":1790000000000000129')
  const events = (JSON.parse(text) as { data: Record<string, unknown>[] }).data
  expect(events).toHaveLength(Object.keys(POISONS).length + 2)
  expect(events.filter((event) => !('id' in event))).toHaveLength(1)
  expect(events.map((event) => event['text'])).toEqual(
    expect.arrayContaining(['before', 'after', 42, null, POISONS.scriptText.text])
  )
  expect((await client.get(`/2/users/${person.id}`)).body.data).toMatchObject({
    name: expect.stringContaining('<script>')
  })
})
