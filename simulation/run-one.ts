import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createFakeClock } from '../src/main/core/testing/fake-clock.ts'
import { createRecordedLog } from '../src/main/core/testing/recorded-log.ts'
import { between, pick, seededRandom } from '../src/main/practice/seeded-random.ts'
import { createWorld } from '../src/main/practice/world.ts'
import { createXApi } from '../src/main/practice/x-api.ts'
import { createAgent } from './agent.ts'
import { checkAll } from './invariants.ts'
import { createMachine, type Death } from './machine.ts'
import { createNetwork, type FaultKind, faultKinds } from './network.ts'
import type { PreparedDatabase } from './prepared-database.ts'

export interface RunResult {
  readonly seed: number
  /** Broken invariants in words; empty when all hold. */
  readonly violations: readonly string[]
  /** What happened, in order: the same for the same seed. */
  readonly trace: readonly string[]
  readonly facts: RunFacts
}

/** How much a run has put to the test. */
export interface RunFacts {
  readonly events: number
  readonly replies: number
  readonly sent: number
  readonly lostAnswers: number
  readonly deaths: number
  readonly requests: number
  readonly simulatedMinutes: number
}

const MINUTE = 60_000

export interface RunPlace {
  /** Where the run has its folder. */
  readonly folder: string
  readonly prepared: PreparedDatabase
  /** With a campaign and its pool of codes. */
  readonly promos: PreparedDatabase
}

/** One seeded schedule of everything that can go wrong, and the check of what must hold at its end. */
export async function runOne(seed: number, place: RunPlace): Promise<RunResult> {
  const random = seededRandom(seed)
  const trace: string[] = []
  const folder = mkdtempSync(join(place.folder, 'run-'))
  // Any time of the day, so that some runs cross X's midnight.
  const startedAt = Date.UTC(2026, 10, 23, 0) + between(random, 0, 24 * 60 - 1) * MINUTE
  const time = createFakeClock(startedAt)
  const note = (what: string): void => void trace.push(`${((time.now() - startedAt) / 1000).toFixed(3)} ${what}`)
  const world = createWorld({ clock: time })
  const api = createXApi({
    world,
    clock: time,
    limits: random() < 0.9 ? 'x' : 'generous',
    fieldSpelling: pick(random, ['old', 'new'] as const),
    strictFields: random() < 0.3,
    trailingToken: random() < 0.5,
    rateLimitBody: pick(random, ['v1', 'problem'] as const)
  })
  const network = createNetwork({ time, api, random, note })
  const log = createRecordedLog()
  const givesCodes = seed % 4 === 3
  let deaths = 0
  let mayCrash = true
  let starting: Promise<void> = Promise.resolve()
  const machine = createMachine({
    time,
    folder,
    // Making the tables takes a seventh of a run, and most deaths would hit it.
    prepared: givesCodes ? place.promos : seed % 10 === 0 ? null : place.prepared,
    random: seededRandom(seed + 1),
    log,
    fetch: network.fetch,
    onDeath(death) {
      deaths += 1
      note(`died (${death})`)
      agent.lost(random() < 0.5)
      network.asleep = false
      time.after(between(random, 50, 30_000), () => {
        note('starts again')
        starting = machine.start().then(() => {
          if (machine.alive) agent.attach(machine.connect())
        })
      })
    }
  })
  const agent = createAgent({ world, api, random, machine, note, time, givesCodes })

  /** Lets everything that is ready run; nothing here waits for real time. */
  const settle = async (): Promise<void> => {
    await starting
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
  const passUntil = async (until: number, done: () => boolean = () => false): Promise<void> => {
    await settle()
    for (let next = time.nextAt(); next !== null && next <= until && !done(); next = time.nextAt()) {
      time.advance(next - time.now())
      await settle()
    }
    if (time.now() < until && !done()) time.advance(until - time.now())
  }

  try {
    // ---- before: customers, and what they wrote while nobody read it
    const customers = Array.from({ length: between(random, 2, 6) }, (_, index) =>
      world.addUser({ username: `customer${index}`, name: `Customer ${index}` })
    )
    const group =
      random() < 0.3 ? world.createGroup([world.brand.id, ...customers.slice(0, 2).map(({ id }) => id)]) : null
    const history = random() < 0.08 ? between(random, 90, 260) : between(random, 0, 12)
    let said = 0
    const customerSays = (at?: number): void => {
      said += 1
      const customer = pick(random, customers)
      const target = group !== null && random() < 0.2 && group.members.includes(customer.id) ? group.id : world.brand.id
      const event = world.say(
        customer.id,
        target,
        `question ${said} of ${customer.username}`,
        at === undefined ? {} : { at }
      )
      // Some events are shown late, and then stand among older ones.
      if (at === undefined && random() < 0.1)
        network.hiddenUntil.set(event.id, time.now() + between(random, 1_000, 60_000))
    }
    for (let index = 0; index < history; index += 1) {
      customerSays(startedAt - between(random, 1, 20 * 24 * 60) * MINUTE)
    }

    await machine.start()
    agent.attach(machine.connect())
    await settle()
    agent.signIn()
    await settle()

    // ---- the storm
    const active = between(random, 2, 8) * MINUTE
    const ends = time.now() + active
    const intensity = pick(random, [0, 0.05, 0.15, 0.4])
    const kinds: readonly FaultKind[] = random() < 0.5 ? faultKinds : faultKinds.filter(() => random() < 0.3)
    network.faultRate = intensity
    network.kinds = kinds
    network.lagMs = pick(random, [0, 0, 2_000, 30_000])
    network.ownLagMs = network.lagMs === 0 ? 0 : pick(random, [0, 1_000, 10_000])
    note(`storm ${active / MINUTE} min, faults ${intensity} of ${kinds.join(',') || 'none'}`)
    const often = (low: number, high: number, what: () => void): void => {
      const again = (): void => {
        if (time.now() >= ends) return
        what()
        time.after(between(random, low, high), again)
      }
      time.after(between(random, 0, high), again)
    }
    const pace = between(random, 5_000, 60_000)
    often(500, pace, () => customerSays())
    often(1_000, between(random, 10_000, 90_000), () => agent.act())
    if (random() < 0.3) often(30_000, 300_000, () => agent.writesOnX())
    if (random() < 0.3) {
      often(60_000, 300_000, () => {
        // Not what was sent from here: whether that arrived could then be told by nobody.
        const seen = world.events().filter((event) => event.type === 'MessageCreate' && !event.viaApi)
        if (seen.length > 0) world.deleteFor(world.brand.id, pick(random, seen).id)
        note('X forgets an event')
      })
    }
    if (random() < 0.3) {
      often(30_000, 300_000, () => {
        network.down = !network.down
        note(network.down ? 'network down' : 'network up')
      })
    }
    if (random() < 0.6) {
      often(5_000, 240_000, () => {
        if (!machine.alive || machine.asleep || !mayCrash) return
        const death: Death = random() < 0.4 ? 'power' : 'process'
        if (random() < 0.2) machine.die(death)
        else if (random() < 0.5) machine.dieIn = { at: 'commit', left: between(random, 1, 20), death }
        else machine.dieIn = { at: 'statement', left: between(random, 1, random() < 0.5 ? 40 : 400), death }
      })
    }
    if (random() < 0.25) {
      often(60_000, 300_000, () => {
        if (!machine.alive || machine.asleep) return
        note('falls asleep')
        machine.sleep()
        network.asleep = true
        time.after(between(random, 10, 40) * MINUTE, () => {
          if (!machine.asleep) return
          note('wakes up')
          network.asleep = false
          machine.wake(random() < 0.5)
        })
      })
    }
    let mostAhead = 0
    if (random() < 0.2) {
      often(60_000, 400_000, () => {
        machine.skew += between(random, -120, 120) * MINUTE
        mostAhead = Math.max(mostAhead, machine.skew)
        note(`clock of the machine ${machine.skew / MINUTE} min ahead`)
      })
    }
    if (random() < 0.2) {
      time.after(between(random, 0, active), () => {
        api.speak(api.dialect.spelling === 'old' ? 'new' : 'old')
        note('X renames its fields')
      })
    }
    if (random() < 0.3) {
      often(60_000, 400_000, () => {
        world.tokens.expireAccessTokens()
        note('access tokens end')
      })
    }
    await passUntil(ends)

    // ---- the calm: everything may end well
    mayCrash = false
    machine.dieIn = null
    network.faultRate = 0
    network.down = false
    network.lagMs = 0
    network.ownLagMs = 0
    note('calm')
    if (machine.asleep) {
      network.asleep = false
      machine.wake(true)
    }
    // What X shows late is there after a minute; the last look has to come after that.
    await passUntil(time.now() + MINUTE)
    network.goodReads = 0
    // A reply that was scheduled leaves when this machine's clock says so, also after the clock was set back.
    const latest = time.now() + 5 * 60 * MINUTE + mostAhead - machine.skew
    const violations: string[] = []
    for (;;) {
      await passUntil(time.now() + MINUTE)
      if (machine.asleep) continue
      if (machine.alive && (await agent.calmDown()) && network.goodReads > 0) break
      if (time.now() > latest) {
        violations.push('not settled after hours of calm')
        break
      }
    }
    const stopping = machine.close()
    await passUntil(time.now() + 10_000)
    await stopping
    violations.push(
      ...checkAll({ machine, world, agent, network, log, deaths, oneDay: sameDay(startedAt, time.now()) })
    )
    return {
      seed,
      violations,
      trace,
      facts: {
        events: world.events().length,
        replies: agent.asked.length,
        sent: world.sent.length,
        lostAnswers: trace.filter(
          (line) => line.includes('POST') && /(reset|silent|html|server-error|truncated|broken)/.test(line)
        ).length,
        deaths,
        requests: trace.filter((line) => / (GET|POST|DELETE) /.test(line)).length,
        simulatedMinutes: Math.round((time.now() - startedAt) / MINUTE)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sameDay(a: number, b: number): boolean {
  return Math.floor(a / 86_400_000) === Math.floor(b / 86_400_000)
}
