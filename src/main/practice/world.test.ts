import { expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import { createWorld } from './world.ts'
import type { WorldEvent } from './world/types.ts'

function filledWorld() {
  const clock = createFakeClock()
  const world = createWorld({ clock, brand: { username: 'shop' } })
  const ana = world.addUser({ username: 'ana' })
  const group = world.createGroup([world.brand.id, ana.id])
  world.say(ana.id, world.brand.id, 'Hello https://example.com/x')
  world.say(ana.id, group.id, '', { media: { kind: 'voice', seconds: 2, seed: 1 } })
  world.join(group.id, ['77'], { byUserId: ana.id })
  world.leave(group.id, ['77'])
  world.say(world.brand.id, ana.id, 'Hi', { viaApi: true })
  return { clock, world, ana, group }
}

test('a snapshot brings everything back, tokens and bill included', () => {
  const { clock, world, ana, group } = filledWorld()
  const tokens = world.tokens.issue(world.brand.id)
  world.ledger.read('event', '5')
  const json: unknown = JSON.parse(JSON.stringify(world.snapshot()))
  const other = createWorld({ clock })
  other.restore(json)
  expect(other.brand).toEqual(world.brand)
  expect(other.events()).toEqual(world.events())
  expect(other.users()).toEqual(world.users())
  expect(other.members(group.id)).toEqual([world.brand.id, ana.id])
  expect(other.mayRead('77', group.id)).toBe(true)
  expect(other.sent.map((event) => event.text)).toEqual(['Hi'])
  expect(other.tokens.check(tokens.accessToken)).toMatchObject({ ok: true, userId: world.brand.id })
  expect(other.tokens.refresh(tokens.refreshToken)).toMatchObject({ accessToken: expect.any(String) })
  expect(other.billing()).toEqual(world.billing())
})

test('after a restore new ids do not collide and stay in order', () => {
  const { clock, world, ana } = filledWorld()
  const other = createWorld({ clock })
  other.restore(JSON.parse(JSON.stringify(world.snapshot())))
  const last = other.events().at(-1)
  const next = other.say(ana.id, other.brand.id, 'later')
  expect(BigInt(next.id)).toBeGreaterThan(BigInt(last?.id ?? 0))
})

test('nonsense is refused and changes nothing', () => {
  const { world } = filledWorld()
  const before = JSON.stringify(world.snapshot())
  for (const nonsense of [
    null,
    {},
    { version: 2 },
    { version: 1, brandId: '1', users: [], groups: [], events: [], tokens: [], ledger: {} }
  ]) {
    expect(() => world.restore(nonsense)).toThrow()
  }
  expect(JSON.stringify(world.snapshot())).toBe(before)
})

test('everybody who listens hears each event once, until they stop', () => {
  const { world, ana } = filledWorld()
  const heard: WorldEvent[] = []
  let changes = 0
  const stop = world.onEvent((event) => heard.push(event))
  world.onChange(() => (changes += 1))
  const event = world.say(ana.id, world.brand.id, 'one')
  stop()
  world.say(ana.id, world.brand.id, 'two')
  expect(heard).toEqual([event])
  expect(changes).toBe(2)
})

test('a message with a medium ends with a link to it, as X writes it', () => {
  const { world } = filledWorld()
  const event = world.events().find((candidate) => candidate.media !== null)
  expect(event?.text).toMatch(/^ https:\/\/t\.co\/\w{10}$/)
  expect(event?.links).toMatchObject([
    { start: 1, end: 24, expanded: `https://twitter.com/messages/media/${event?.id}` }
  ])
  const plain = createWorld({ mediaLinks: false })
  const user = plain.addUser({ username: 'ana' })
  expect(plain.say(user.id, plain.brand.id, 'see', { media: { kind: 'video' } }).text).toBe('see')
})

test('a group that does not exist is an error, not a silent new one', () => {
  const { world } = filledWorld()
  expect(() => world.join('123456789012345678', ['1'])).toThrow('There is no group')
})
