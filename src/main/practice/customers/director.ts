import type { PracticeClock } from '../deps.ts'
import { between, hashText, pick } from '../seeded-random.ts'
import type { World } from '../world.ts'
import { directConversation } from '../world/snowflake.ts'
import type { WorldEvent } from '../world/types.ts'
import { answerTo, beginNewMatter } from './answer.ts'
import { intentsOf } from './intents.ts'
import { customerId, spoken } from './populate.ts'
import type { CustomerScript, GroupScript, Line } from './script.ts'
import { lineText } from './script.ts'
import { smallMatters } from './small-matters.ts'
import type { CustomerState, DirectorState } from './state.ts'
import { newCustomerState } from './state.ts'

const SECOND = 1000
const MINUTE = 60_000
/** How long before a message its writer is seen typing. */
const TYPING_MS = 3 * SECOND
/** With so many people waiting, the shop is not asked for more. */
const CROWD = 80

export interface DirectorOptions {
  readonly world: World
  readonly clock: PracticeClock
  readonly random: () => number
  readonly cast: readonly CustomerScript[]
  readonly groups: readonly GroupScript[]
  /** Where everybody stood when the console was closed. */
  readonly saved?: DirectorState
}

export interface Director {
  /** A copy that can be saved. */
  state(): DirectorState
  stop(): void
}

/**
 * Lets the customers live: they answer what the shop says after some seconds, ask again when nobody answers, come back
 * with new matters, and new ones write. One unasked event per 20 to 60 seconds, slower when many are waiting.
 */
export function runCustomers({ world, clock, random, cast: everybody, groups, saved }: DirectorOptions): Director {
  // A world saved by an older version knows fewer people.
  const cast = everybody.filter((script) => world.user(customerId(script)) !== undefined)
  const scripts = new Map(cast.map((script) => [script.username, script]))
  const usernameOf = new Map(cast.map((script) => [customerId(script), script.username]))
  const state = saved === undefined ? firstState(world, cast, groups) : structuredClone(saved)
  let nextTick = clock.now() + between(random, 5, 9) * SECOND
  const readings = new Set<() => void>()
  let quietUntil = 0
  let cancel = (): void => undefined
  let stopped = false

  const stateOf = (username: string): CustomerState => (state.customers[username] ??= newCustomerState())

  const speak = (username: string, lines: readonly Line[], groupId: string | null, firstAt: number): void => {
    // Time enough to be seen typing.
    let at = groupId === null ? Math.max(firstAt, clock.now() + TYPING_MS) : firstAt
    for (const line of lines) {
      const { text, options } = spoken(line, username)
      state.pending.push({ at, username, groupId, text, ...options })
      at += between(random, 4, 11) * SECOND
    }
  }

  const hear = (event: WorldEvent): void => {
    if (event.type !== 'MessageCreate' || event.senderId === null) return
    const byShop = event.senderId === world.brand.id
    const group = groups.find((candidate) => state.groups[candidate.key]?.id === event.conversationId)
    if (group !== undefined) {
      if (byShop) answerInGroup(group, event.text)
      return
    }
    const other = event.conversationId.split('-').find((id) => id !== world.brand.id)
    const username = usernameOf.get(other ?? '')
    if (username === undefined) return
    const customer = stateOf(username)
    customer.lastAt = clock.now()
    customer.lastByShop = byShop
    if (!byShop) return
    customer.arrived = true
    customer.heard = `${customer.heard}\n${event.text}`.slice(-4000)
    customer.answerAt = clock.now() + between(random, 6, 24) * SECOND
    readSoon(event)
  }

  /** People see a message some seconds after it came; the stream tells the shop. */
  const readSoon = (event: WorldEvent): void => {
    const readerId = event.conversationId.split('-').find((id) => id !== world.brand.id)
    if (readerId === undefined) return
    const cancelReading = clock.after(between(random, 2, 5) * SECOND, () => {
      readings.delete(cancelReading)
      world.signal({ kind: 'read', readerId, otherId: world.brand.id, eventId: event.id })
    })
    readings.add(cancelReading)
  }

  /** Who is about to write a 1:1 message is seen typing. */
  const typeAhead = (now: number): void => {
    for (const line of state.pending) {
      const script = scripts.get(line.username)
      if (script === undefined || line.groupId !== null || line.at <= now || line.at - now > TYPING_MS) continue
      world.signal({ kind: 'typing', fromUserId: customerId(script), toUserId: world.brand.id })
    }
  }

  const answerInGroup = (group: GroupScript, text: string): void => {
    const place = state.groups[group.key]
    const intents = intentsOf(text)
    const index = group.replies.findIndex((rule, at) => {
      const wanted = typeof rule.when === 'string' ? [rule.when] : rule.when
      return place?.used.includes(at) === false && wanted.some((intent) => intents.has(intent))
    })
    const rule = group.replies[index]
    if (place === undefined || rule === undefined || !isMember(place.id, rule.who)) return
    place.used.push(index)
    speak(rule.who, [rule.say], place.id, clock.now() + between(random, 9, 30) * SECOND)
  }
  const isMember = (groupId: string, username: string): boolean => {
    const script = scripts.get(username)
    return script !== undefined && world.members(groupId).includes(customerId(script))
  }

  const answerDue = (username: string, customer: CustomerState): void => {
    const script = scripts.get(username)
    const heard = customer.heard
    customer.heard = ''
    customer.answerAt = null
    const answer = script === undefined ? null : answerTo(script, customer, heard)
    if (answer === null) return
    customer.settled = answer.settles
    speak(username, answer.lines, null, clock.now())
  }

  const deliverOne = (now: number): boolean => {
    if (now < quietUntil) return false
    const next = state.pending.filter((line) => line.at <= now).toSorted((a, b) => a.at - b.at)[0]
    if (next === undefined) return false
    state.pending.splice(state.pending.indexOf(next), 1)
    const script = scripts.get(next.username)
    if (script === undefined) return true
    const id = customerId(script)
    const media = next.media === undefined ? {} : { media: next.media }
    const alt = next.altText === undefined ? {} : { altText: next.altText }
    world.say(id, next.groupId ?? directConversation(id, world.brand.id), next.text, { ...media, ...alt })
    // After a pause of the machine much can be due at once; it still arrives one by one.
    quietUntil = now + 2 * SECOND
    return true
  }

  const begin = (script: CustomerScript, lines: readonly Line[]): void => {
    const customer = stateOf(script.username)
    customer.arrived = true
    customer.lastAt = clock.now()
    speak(script.username, lines, null, clock.now())
  }

  const tick = (now: number): void => {
    const actions = unasked(now)
    const crowded = waitingCount() >= CROWD
    const slow = actions.length === 0 || crowded
    if (actions.length > 0) pick(random, actions)()
    else if (!crowded) smallMatter(now)
    nextTick = now + (slow ? between(random, 120, 260) : between(random, 20, 60)) * SECOND
  }

  const waitingCount = (): number =>
    Object.values(state.customers).filter((customer) => customer.arrived && !customer.lastByShop && !customer.settled)
      .length

  /** Everything somebody could do by themselves now; what should happen more often stands in the list more often. */
  const unasked = (now: number): (() => void)[] => {
    const actions: (() => void)[] = []
    const busy = new Set(state.pending.map((line) => line.username))
    for (const script of cast) {
      const customer = stateOf(script.username)
      if (busy.has(script.username) || customer.answerAt !== null) continue
      const quiet = now - customer.lastAt
      const nudge = script.nudges?.[customer.nudges]
      const back = script.returns?.[customer.returns]
      const opens = script.opens ?? []
      if (!customer.arrived && opens.length > 0) {
        const arrive = (): void => begin(script, opens)
        actions.push(arrive, arrive, arrive)
      } else if (
        nudge !== undefined &&
        !customer.lastByShop &&
        !customer.settled &&
        quiet > patience(script, customer)
      ) {
        actions.push(() => {
          customer.nudges += 1
          begin(script, [nudge])
        })
      } else if (back !== undefined && (customer.lastByShop || customer.settled) && quiet > 8 * MINUTE) {
        actions.push(() => {
          customer.returns += 1
          beginNewMatter(script, customer)
          begin(script, [back])
        })
      }
    }
    for (const group of groups) {
      if (group.chatter[state.groups[group.key]?.chatter ?? 0] !== undefined) {
        const step = (): void => groupStep(group)
        actions.push(step, step, step, step)
      }
    }
    return actions
  }

  const groupStep = (group: GroupScript): void => {
    const place = state.groups[group.key]
    const step = group.chatter[place?.chatter ?? 0]
    if (place === undefined || step === undefined) return
    place.chatter += 1
    const idsOf = (names: readonly string[]): string[] =>
      names.flatMap((name) => {
        const script = scripts.get(name)
        return script === undefined ? [] : [customerId(script)]
      })
    if ('joins' in step)
      world.join(place.id, idsOf(step.joins), { byUserId: idsOf([step.by ?? ''])[0] ?? world.brand.id })
    else if ('leaves' in step) world.leave(place.id, idsOf(step.leaves))
    else if (isMember(place.id, step[0])) speak(step[0], [step[1]], place.id, clock.now())
  }

  /** When all scripts are told: somebody content comes back with a little thing. */
  const smallMatter = (now: number): void => {
    const free = cast.filter((script) => {
      const customer = stateOf(script.username)
      const english = (script.language ?? 'en') === 'en' && script.silent !== true
      return (
        english && customer.arrived && (customer.lastByShop || customer.settled) && now - customer.lastAt > 15 * MINUTE
      )
    })
    if (free.length === 0) return
    const script = pick(random, free)
    beginNewMatter(script, stateOf(script.username))
    begin(script, [smallMatters[state.smallMatters % smallMatters.length] ?? 'Hello! Are you open today?'])
    state.smallMatters += 1
  }

  const run = (): void => {
    const now = clock.now()
    for (const [username, customer] of Object.entries(state.customers)) {
      if (customer.answerAt !== null && customer.answerAt <= now) answerDue(username, customer)
    }
    if (nextTick <= now) tick(now)
    deliverOne(now)
    typeAhead(now)
    plan()
  }
  const plan = (): void => {
    cancel()
    if (stopped) return
    const lines = state.pending.map((line) => Math.max(line.at, quietUntil))
    const answers = Object.values(state.customers).flatMap((customer) => customer.answerAt ?? [])
    // A moment earlier, so that who writes next is seen typing first.
    const ahead = lines.map((at) => at - TYPING_MS).filter((at) => at > clock.now())
    const due = Math.min(nextTick, ...lines, ...answers, ...ahead)
    cancel = clock.after(Math.max(0, due - clock.now()), run)
  }

  const unlisten = world.onEvent((event) => {
    hear(event)
    if (event.senderId === world.brand.id) plan()
  })
  plan()
  return {
    state: () => structuredClone(state),
    stop() {
      stopped = true
      unlisten()
      cancel()
      for (const cancelReading of readings) cancelReading()
      readings.clear()
    }
  }
}

/** How long somebody waits before asking again: 4 to 15 minutes, twice that the next time. */
function patience(script: CustomerScript, customer: CustomerState): number {
  return (4 + (hashText(script.username) % 12)) * MINUTE * (customer.nudges + 1)
}

/** Reads from the world where everybody stands after the past. */
function firstState(world: World, cast: readonly CustomerScript[], groups: readonly GroupScript[]): DirectorState {
  const state: DirectorState = { version: 1, customers: {}, groups: {}, pending: [], smallMatters: 0 }
  const last = new Map<string, WorldEvent>()
  for (const event of world.events()) last.set(event.conversationId, event)
  for (const script of cast) {
    const customer = newCustomerState()
    const event = last.get(directConversation(customerId(script), world.brand.id))
    if (event !== undefined) {
      customer.arrived = true
      customer.lastAt = event.at
      customer.lastByShop = event.senderId === world.brand.id
      customer.settled = script.settled === true
    }
    state.customers[script.username] = customer
  }
  for (const group of groups) {
    const made = world.groups().find((candidate) => firstWords(world, candidate.id) === openingOf(group))
    if (made !== undefined) state.groups[group.key] = { id: made.id, chatter: 0, used: [] }
  }
  return state
}

function firstWords(world: World, groupId: string): string | undefined {
  return world.events().find((event) => event.conversationId === groupId && event.type === 'MessageCreate')?.text
}

function openingOf(group: GroupScript): string | undefined {
  for (const step of group.past) if (!('joins' in step) && !('leaves' in step)) return lineText(step[2])
  return undefined
}
