import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import { startSimulatedX, type SimulatedX } from './server.ts'
import { eventsOf, practiceClient, type PracticeClient } from './testing/practice-client.ts'
import { createWorld, type World } from './world.ts'

let world: World
let server: SimulatedX
let client: PracticeClient
let ana: string

beforeEach(async () => {
  const clock = createFakeClock(Date.UTC(2026, 10, 23, 9))
  world = createWorld({ clock })
  ana = world.addUser({ username: 'ana' }).id
  server = await startSimulatedX({ world, clock, limits: 'x' })
  client = practiceClient(server)
})
afterEach(() => server.close())

const takesOurs = async (): Promise<unknown> => {
  const { body } = await client.get(`/2/users/${ana}?user.fields=receives_your_dm`)
  return (body.data as Record<string, unknown>)['receives_your_dm']
}

test('a blocked customer reaches nobody, cannot be written to, and is back after unblocking', async () => {
  expect((await client.post(`/2/users/${ana}/dm/block`, undefined)).body).toEqual({ data: { blocked: true } })
  expect((await client.post(`/2/users/${ana}/dm/block`, undefined)).body).toEqual({ data: { blocked: true } })
  world.say(ana, world.brand.id, 'Hello?')
  expect(eventsOf(await client.get('/2/dm_events'))).toEqual([])
  expect((await client.post(`/2/dm_conversations/with/${ana}/messages`, { text: 'Hi' })).status).toBe(403)
  expect(await takesOurs()).toBe(false)
  // It is saved with the world.
  const copy = createWorld()
  copy.restore(JSON.parse(JSON.stringify(world.snapshot())))
  expect(copy.isBlocked(world.brand.id, ana)).toBe(true)
  expect((await client.post(`/2/users/${ana}/dm/unblock`, undefined)).body).toEqual({ data: { blocked: false } })
  world.say(ana, world.brand.id, 'Hello again')
  expect(eventsOf(await client.get('/2/dm_events'))).toHaveLength(1)
  expect(await takesOurs()).toBe(true)
  expect(world.billing()).toMatchObject({ privacy: 3 })
})

test('who blocks us cannot be written to', async () => {
  world.setBlocked(ana, world.brand.id, true)
  expect(await takesOurs()).toBe(false)
  expect((await client.post(`/2/dm_conversations/with/${ana}/messages`, { text: 'Hi' })).status).toBe(403)
})

test('ten blocks a quarter of an hour, nobody unknown and not oneself', async () => {
  expect((await client.post('/2/users/123/dm/block', undefined)).status).toBe(404)
  expect((await client.post(`/2/users/${world.brand.id}/dm/block`, undefined)).status).toBe(400)
  for (let count = 2; count < 10; count += 1) {
    expect((await client.post(`/2/users/${ana}/dm/block`, undefined)).status).toBe(200)
  }
  const refused = await client.post(`/2/users/${ana}/dm/block`, undefined)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('x-user-limit-24hour-limit')).toBe('400')
  expect((await client.post(`/2/users/${ana}/dm/unblock`, undefined)).status).toBe(200)
})
