import { createWorld, type World } from '../../src/main/practice/world.ts'

const MINUTE = 60_000

/** What a test's simulated X begins with. */
export interface Seed {
  fill(world: World): void
}

export function makeWorld(seed: Seed): World {
  const world = createWorld({ brand: { username: 'acme_help', name: 'Acme Help' } })
  seed.fill(world)
  return world
}

/** A customer who wrote these texts, a minute apart, the last of them `minutesAgo`. @returns the customer's id */
export function addCustomer(
  world: World,
  person: { readonly name: string; readonly username: string },
  minutesAgo: number,
  texts: readonly string[]
): string {
  const { id } = world.addUser(person)
  const last = Date.now() - minutesAgo * MINUTE
  for (const [index, text] of texts.entries()) {
    world.say(id, world.brand.id, text, { at: last - (texts.length - 1 - index) * MINUTE })
  }
  return id
}

/** Lets a customer of the world write now. */
export function customerSays(world: World, username: string, text: string): void {
  const user = world.userByUsername(username)
  if (user === undefined) throw new Error(`There is no @${username}`)
  world.say(user.id, world.brand.id, text)
}

/** Four customers, the newest first: Ana, Ben, Chloé, Yamada. All wait, nothing has been read. */
export const fourCustomers: Seed = {
  fill(world) {
    addCustomer(world, { name: '山田太郎', username: 'yamada_taro' }, 90, [
      '配送はいつ届きますか？',
      '注文番号は4471です'
    ])
    addCustomer(world, { name: 'Chloé Dubois', username: 'chloe_d' }, 60, [
      'Le café est arrivé froid, naïvement emballé'
    ])
    addCustomer(world, { name: 'Ben Ito', username: 'benito' }, 30, ['The lamp flickers when I plug it in'])
    addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 4, [
      'Hello there',
      'Where is my order 1234? Tracking has not moved'
    ])
  }
}

/** One customer with a conversation long enough that its beginning is far out of sight. */
export const longConversation: Seed = {
  fill(world) {
    const { id } = world.addUser({ name: 'Noor Haddad', username: 'noor' })
    const start = Date.now() - 20 * 24 * 60 * MINUTE
    for (let index = 0; index < 99; index += 1) {
      const text = index === 10 ? 'My promotion code PELICAN-77 is refused' : `Line ${index} of a long conversation`
      const [from, to] = index % 3 === 2 ? [world.brand.id, id] : [id, world.brand.id]
      world.say(from, to, text, { at: start + index * 60 * MINUTE })
    }
  }
}

/** A customer who sent one medium of each kind. */
export const mediaOfEachKind: Seed = {
  fill(world) {
    const { id } = world.addUser({ name: 'Mia Okafor', username: 'mia' })
    const at = Date.now() - 30 * MINUTE
    const send = (text: string, media: Parameters<World['say']>[3], minute: number): void =>
      void world.say(id, world.brand.id, text, { ...media, at: at + minute * MINUTE })
    send(
      'It arrived like this',
      { media: { kind: 'picture', motif: 'broken-mug', seed: 3 }, altText: 'A broken mug' },
      0
    )
    send('And it hums', { media: { kind: 'voice', seconds: 2, seed: 5 } }, 1)
    send('See for yourself', { media: { kind: 'video' } }, 2)
    send('', { media: { kind: 'gif', motif: 'teapot', seed: 4 } }, 3)
  }
}
