import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import type { SimulatedX } from './server.ts'
import { startSimulatedX } from './server.ts'
import type { PracticeClient } from './testing/practice-client.ts'
import { eventsOf, practiceClient } from './testing/practice-client.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

const clock = createFakeClock()
let world: World
let server: SimulatedX
let client: PracticeClient
let customer: string

beforeEach(async () => {
  world = createWorld({ clock })
  customer = world.addUser({ username: 'ana' }).id
  server = await startSimulatedX({ world })
  client = practiceClient(server)
})
afterEach(() => server.close())

function write(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    // Several events share a millisecond, as happens to real ones.
    if (index % 3 === 0) clock.advance(1)
    return world.say(customer, world.brand.id, `message ${index}`).id
  })
}

test('walks 260 events page by page without gaps or repeats while new ones arrive', async () => {
  const written = write(260)
  const seen: string[] = []
  let token: string | undefined
  let pages = 0
  do {
    const { body } = await client.get(
      `/2/dm_events?max_results=37${token === undefined ? '' : `&pagination_token=${token}`}`
    )
    seen.push(...((body.data ?? []) as { id: string }[]).map((event) => event.id))
    token = body.meta?.next_token
    pages += 1
    write(2)
  } while (token !== undefined)
  expect(seen).toEqual(written.toReversed())
  expect(pages).toBe(9)
})

test('without a trailing token the last page says that it is the last', async () => {
  await server.close()
  server = await startSimulatedX({ world, trailingToken: false })
  client = practiceClient(server)
  write(3)
  const first = await client.get('/2/dm_events?max_results=2')
  expect(first.body.meta?.next_token).toBeDefined()
  const last = await client.get(`/2/dm_events?max_results=2&pagination_token=${first.body.meta?.next_token}`)
  expect(eventsOf(last)).toHaveLength(1)
  expect(last.body.meta).not.toHaveProperty('next_token')
})

test('previous_token leads to what came later, nearest first', async () => {
  write(4)
  const { body } = await client.get('/2/dm_events?max_results=2')
  const later = write(3)
  const newer = await client.get(`/2/dm_events?max_results=2&pagination_token=${body.meta?.previous_token}`)
  expect(eventsOf(newer).map((event) => event['id'])).toEqual([later[1], later[0]])
})

test('history that is added later stands where its time says', async () => {
  const now = world.say(customer, world.brand.id, 'now').id
  const before = world.say(customer, world.brand.id, 'before', { at: clock.now() - 60_000 }).id
  expect(eventsOf(await client.get('/2/dm_events')).map((event) => event['id'])).toEqual([now, before])
})

test('ids never run backwards, even when the clock does', () => {
  const first = world.say(customer, world.brand.id, 'first').id
  const [second, third] = write(2)
  expect([first, second, third].map((id) => BigInt(id ?? 0))).toEqual(
    [first, second, third].map((id) => BigInt(id ?? 0)).toSorted((a, b) => (a < b ? -1 : 1))
  )
  expect(new Set(world.events().map((event) => event.id)).size).toBe(3)
})
