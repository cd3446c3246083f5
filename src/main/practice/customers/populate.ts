import type { World } from '../world.ts'
import { snowflake } from '../world/snowflake.ts'
import { hashText } from '../seeded-random.ts'
import type { CustomerScript, GroupScript, Line } from './script.ts'
import { agoMs } from './script.ts'

/** The order number that stands for `{order}` in a customer's words. */
export function orderNumber(username: string): string {
  return `JV-${10_000 + (hashText(`order ${username}`) % 89_999)}`
}

/** A line with its order number filled in, ready for `world.say`. */
export function spoken(
  line: Line,
  username: string
): { text: string; options: { media?: Exclude<Line, string>['media']; altText?: string } } {
  const fill = (text: string): string => text.replaceAll('{order}', orderNumber(username))
  if (typeof line === 'string') return { text: fill(line), options: {} }
  const { text, media, altText } = line
  return { text: fill(text), options: { media, ...(altText === undefined ? {} : { altText }) } }
}

/** A customer's X id: the same in every practice world. */
export function customerId({ username, joined }: Pick<CustomerScript, 'username' | 'joined'>): string {
  const day = Date.parse(`${joined}T00:00:00Z`)
  // Accounts older than the snowflakes of November 2010 have short ids.
  if (day < Date.UTC(2010, 10, 5)) return String(11_000_000 + (hashText(username) % 190_000_000))
  return snowflake(day + (hashText(username) % 86_400_000), hashText(joined + username) % 4000)
}

/** Adds everybody of the cast and all that was said before, as seen from the world's clock. */
export function populate(world: World, cast: readonly CustomerScript[], groups: readonly GroupScript[]): void {
  const now = world.clock.now()
  const idOf = new Map<string, string>([['shop', world.brand.id]])
  for (const script of cast) {
    const id = customerId(script)
    idOf.set(script.username, id)
    world.addUser({
      id,
      username: script.username,
      name: script.name,
      description: script.bio,
      location: script.location,
      createdAt: Date.parse(`${script.joined}T00:00:00Z`) + (hashText(script.username) % 86_400_000),
      verified: script.verified ?? false,
      protected: script.protected ?? false,
      followers: script.followers ?? 20 + (hashText(`followers ${script.username}`) % 900),
      following: script.following ?? 40 + (hashText(`following ${script.username}`) % 700),
      acceptsDms: script.acceptsDms ?? true,
      // A shop is followed by some of its customers, and follows few.
      followsBrand: hashText(`follows ${script.username}`) % 3 === 0,
      followedByBrand: hashText(`followed ${script.username}`) % 12 === 0
    })
  }
  /** Some seconds off the full minute, the same for the same words. */
  const moment = (ago: string, seed: string): number => now - agoMs(ago) - (hashText(seed) % 50_000)

  for (const script of cast) {
    const id = customerId(script)
    for (const [who, ago, line] of script.past ?? []) {
      const { text, options } = spoken(line, script.username)
      const at = moment(ago, text)
      world.say(who === 'shop' ? world.brand.id : id, who === 'shop' ? id : world.brand.id, text, { ...options, at })
    }
  }
  for (const group of groups) {
    const members = group.members.map((name) => idOf.get(name) ?? '').filter(Boolean)
    const { id: groupId } = world.createGroup([world.brand.id, ...members], moment(group.created, group.key))
    const idsOf = (names: readonly string[]): string[] => names.flatMap((name) => idOf.get(name) ?? [])
    for (const step of group.past) {
      if ('joins' in step) {
        const by = step.by === undefined ? undefined : idOf.get(step.by)
        world.join(groupId, idsOf(step.joins), {
          at: moment(step.ago, step.joins.join()),
          ...(by ? { byUserId: by } : {})
        })
      } else if ('leaves' in step) {
        world.leave(groupId, idsOf(step.leaves), { at: moment(step.ago, step.leaves.join()) })
      } else {
        const [who, ago, line] = step
        const { text, options } = spoken(line, who)
        world.say(idOf.get(who) ?? world.brand.id, groupId, text, { ...options, at: moment(ago, text) })
      }
    }
  }
}
