import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import { X_LIMITS } from './api/rate-limits.ts'
import type { SimulatedX, SimulatedXOptions } from './server.ts'
import { startSimulatedX } from './server.ts'
import type { PracticeClient } from './testing/practice-client.ts'
import { practiceClient } from './testing/practice-client.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

let clock: ReturnType<typeof createFakeClock>
let world: World
let server: SimulatedX
let client: PracticeClient
let customer: string

async function start(options: SimulatedXOptions): Promise<void> {
  server = await startSimulatedX({ world, ...options })
  client = practiceClient(server)
}
beforeEach(async () => {
  clock = createFakeClock(Date.UTC(2026, 10, 23, 9))
  world = createWorld({ clock })
  customer = world.addUser({ username: 'ana' }).id
  await start({ limits: 'x' })
})
afterEach(() => server.close())

test('the 16th read of a quarter hour is 429 and the headers say when to come back', async () => {
  const began = clock.now()
  for (let left = 14; left >= 0; left -= 1) {
    const { status, headers } = await client.get('/2/dm_events')
    expect(status).toBe(200)
    expect(headers.get('x-rate-limit-limit')).toBe('15')
    expect(headers.get('x-rate-limit-remaining')).toBe(String(left))
    expect(headers.get('x-rate-limit-reset')).toBe(String((began + 900_000) / 1000))
  }
  const refused = await client.get('/2/dm_events')
  expect(refused.status).toBe(429)
  expect(refused.body).toEqual({ errors: [{ code: 88, message: 'Rate limit exceeded' }] })
  expect(refused.headers.get('x-rate-limit-remaining')).toBe('0')
  // Each endpoint counts for itself, and each user too.
  expect((await client.get(`/2/dm_conversations/with/${customer}/dm_events`)).status).toBe(200)
  expect((await practiceClient(server, server.issueTokens(customer).accessToken).get('/2/dm_events')).status).toBe(200)
  clock.advance(900_000)
  expect((await client.get('/2/dm_events')).status).toBe(200)
})

test('sends have a day of their own', async () => {
  await server.close()
  await start({
    limits: {
      ...X_LIMITS,
      'dm_conversations.with.messages': { window: 2, day: 3 }
    },
    rateLimitBody: 'problem'
  })
  const send = () => client.post(`/2/dm_conversations/with/${customer}/messages`, { text: 'Hi' })
  expect((await send()).headers.get('x-user-limit-24hour-remaining')).toBe('2')
  expect((await send()).status).toBe(201)
  const refused = await send()
  expect(refused.status).toBe(429)
  expect(refused.body).toMatchObject({ title: 'Too Many Requests', status: 429 })
  clock.advance(900_000)
  expect((await send()).status).toBe(201)
  const overDay = await send()
  expect(overDay.status).toBe(429)
  expect(overDay.headers.get('x-user-limit-24hour-remaining')).toBe('0')
  expect(overDay.headers.get('x-rate-limit-remaining')).toBe('1')
  clock.advance(86_400_000)
  client = practiceClient(server)
  expect((await send()).status).toBe(201)
  expect(world.sent).toHaveLength(4)
})

test('a test can use up a window', async () => {
  server.limits.exhaust(world.brand.id, 'dm_events')
  expect((await client.get('/2/dm_events')).status).toBe(429)
  server.limits.reset()
  expect((await client.get('/2/dm_events')).status).toBe(200)
})

test('the same event is charged once per UTC day, users in includes too', async () => {
  for (let index = 0; index < 4; index += 1) world.say(customer, world.brand.id, `${index}`)
  await client.get('/2/dm_events?max_results=3')
  expect(world.billing()).toMatchObject({ events: 3, users: 0, usd: 0.03 })
  await client.get('/2/dm_events?max_results=4&expansions=sender_id')
  await client.get(`/2/users?ids=${customer},4040404`)
  expect(world.billing()).toMatchObject({ events: 4, eventReads: 7, users: 1, usd: 0.05 })
  await client.post(`/2/dm_conversations/with/${customer}/messages`, { text: 'Hi' })
  expect(world.billing()).toMatchObject({ sends: 1, usd: 0.065 })
  clock.advance(15 * 3_600_000)
  client = practiceClient(server)
  await client.get('/2/dm_events?max_results=1')
  expect(world.billing()).toMatchObject({ events: 5, usd: 0.075, byDay: { '2026-11-23': 0.065, '2026-11-24': 0.01 } })
})

test('what is refused costs nothing', async () => {
  await client.get('/2/dm_events?max_results=0')
  await client.post(`/2/dm_conversations/with/${customer}/messages`, { text: '' })
  expect(world.billing()).toMatchObject({ usd: 0 })
})
