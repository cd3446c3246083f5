import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { GENEROUS_LIMITS, type LimitTable } from '../../src/main/practice/api/rate-limits.ts'
import { between, pick, seededRandom } from '../../src/main/practice/seeded-random.ts'
import { startSimulatedX } from '../../src/main/practice/server.ts'
import { createWorld } from '../../src/main/practice/world.ts'
import { conversationKey, directConversationId } from '../../src/shared/domain/ids.ts'
import type { Asked } from '../agent.ts'
import { checkAll } from '../invariants.ts'
import type { ChildMessage, Order } from './child.ts'
import { fastClock } from './fast-clock.ts'

export interface KillResult {
  readonly kills: number
  /** Kills while a command, a read or a send was under way. */
  readonly inFlight: number
  readonly events: number
  readonly replies: number
  readonly sent: number
  readonly violations: readonly string[]
}

/** The limits are not what this is about. */
const ROOM: LimitTable = Object.fromEntries(
  Object.keys(GENEROUS_LIMITS).map((endpoint) => [endpoint, { window: 1_000_000, day: 1_000_000 }])
) as unknown as LimitTable

/**
 * Kills the real process with SIGKILL at random moments while it syncs and sends, starts it again on the same folder, and
 * checks at the end what must hold.
 */
export async function killTest(kills: number, seed: number, say: (line: string) => void): Promise<KillResult> {
  const random = seededRandom(seed)
  const epoch = Date.now()
  const clock = fastClock(epoch)
  const world = createWorld({ clock })
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-kill-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  const x = await startSimulatedX({ world, clock, limits: ROOM })
  const customers = Array.from({ length: 6 }, (_, index) => world.addUser({ username: `customer${index}` }))
  const asked: Asked[] = []
  const drafts: { conversation: string; text: string }[] = []
  const waiting = new Map<string, Order>()
  const answered: ((message: ChildMessage) => void)[] = []
  let said = 0
  let inFlight = 0
  let child: ChildProcess | null = null
  let ready = false

  const start = (): ChildProcess => {
    const started = fork(new URL('./child.ts', import.meta.url), [dataDir, String(epoch)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    })
    ready = false
    started.on('message', (message: ChildMessage) => receive(started, message))
    started.on('error', () => undefined)
    return started
  }
  const give = (order: Order): void => {
    waiting.set(order.commandId, order)
    if (ready && child?.connected === true) child.send(order)
  }
  const receive = (from: ChildProcess, message: ChildMessage): void => {
    if (from !== child) return
    switch (message.kind) {
      case 'ready':
        ready = true
        // A window that outlived the core repeats what was not answered.
        for (const order of waiting.values()) from.send(order)
        return
      case 'done': {
        const order = waiting.get(message.commandId)
        waiting.delete(message.commandId)
        if (order?.name === 'thread.reply') {
          const entry = asked.find((each) => each.commandId === message.commandId)
          if (entry) entry.outboxId = (message.result as { outboxId: string }).outboxId
        }
        return
      }
      case 'refused':
        waiting.delete(message.commandId)
        return
      case 'status':
        answered.shift()?.(message)
    }
  }
  const customerSays = (): void => {
    said += 1
    world.say(pick(random, customers.slice(0, 3)).id, world.brand.id, `question ${said}`)
  }
  const reply = (): void => {
    // Mostly to those who are silent: a reply to somebody who goes on writing waits for a look at what they wrote.
    const customer = random() < 0.8 ? pick(random, customers.slice(3)) : pick(random, customers)
    const conversation = conversationKey(world.brand.id, directConversationId(world.brand.id, customer.id))
    const commandId = uuidv7()
    const text = `answer ${asked.length + 1}`
    asked.push({ commandId, conversation, text, outboxId: null, withdrawn: false, scheduled: false, repeats: 0 })
    give({ commandId, name: 'thread.reply', input: { conversation, text, hold: false } })
  }
  const draft = (): void => {
    const conversation = conversationKey(
      world.brand.id,
      directConversationId(world.brand.id, pick(random, customers).id)
    )
    give({
      commandId: uuidv7(),
      name: 'thread.saveDraft',
      input: { conversation, mode: 'note', text: `half a note ${said}`, base: null, revision: uuidv7() }
    })
  }
  const status = (): Promise<ChildMessage & { kind: 'status' }> => {
    const { promise, resolve } = Promise.withResolvers<ChildMessage & { kind: 'status' }>()
    answered.push((message) => message.kind === 'status' && resolve(message))
    child?.send('status')
    return promise
  }

  try {
    child = start()
    const { accessToken, refreshToken } = x.issueTokens()
    give({
      commandId: uuidv7(),
      name: 'accounts.add',
      input: { api: x.url, auth: x.url, clientId: x.clientId, accessToken, refreshToken, appBearer: null }
    })
    for (let kill = 1; kill <= kills; kill += 1) {
      // Before, during and after the start; long enough in most rounds for reads and sends.
      await pass(between(random, 0, 5) === 0 ? between(random, 0, 300) : between(random, 350, 1_100), () => {
        if (random() < 0.6) customerSays()
        if (random() < 0.4) reply()
        if (random() < 0.1) draft()
      })
      if (waiting.size > 0 || x.underWay() > 0) inFlight += 1
      const gone = child
      child = null
      gone.kill('SIGKILL')
      await once(gone, 'exit')
      child = start()
      if (kill % 50 === 0) say(`${kill} kills, ${world.events().length} events, ${world.sent.length} replies at X`)
    }

    // ---- the calm: everything may end well
    const calm = Date.now()
    let settled = false
    while (!settled && Date.now() - calm < 120_000) {
      await pass(200, () => undefined)
      if (!ready || waiting.size > 0) continue
      const { open, phase, lastSyncAt } = await status()
      settled = open === 0 && phase === 'idle' && (lastSyncAt ?? 0) > fastTime(epoch, calm)
    }
    child.send('close')
    await once(child, 'exit')
    child = null
    const violations = settled ? [] : ['not settled after two minutes of calm']
    violations.push(
      ...checkAll({
        machine: { dataDir, secrets: secretsOf(dataDir), clockNow: () => Date.now() },
        world,
        agent: { asked, drafts, signIns: 0 },
        deaths: kills,
        network: { overLimit: [], renewalInTrouble: false },
        log: { text: () => '' },
        oneDay: false
      })
    )
    return {
      kills,
      inFlight,
      events: world.events().length,
      replies: asked.length,
      sent: world.sent.length,
      violations
    }
  } finally {
    child?.kill('SIGKILL')
    await x.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lets `milliseconds` of real time pass, in which something may happen about every 40 ms. */
async function pass(milliseconds: number, tick: () => void): Promise<void> {
  const until = Date.now() + milliseconds
  while (Date.now() < until) {
    tick()
    await new Promise((resolve) => setTimeout(resolve, Math.min(40, Math.max(0, until - Date.now()))))
  }
}

function fastTime(epoch: number, real: number): number {
  return epoch + (real - epoch) * 20
}

function secretsOf(dataDir: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>)
  )
}
