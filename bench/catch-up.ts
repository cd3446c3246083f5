import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { DatabaseProbe } from '../src/main/core/db/database.ts'
import { openBenchCore, signIn } from './bench-core.ts'
import { OWNER_ID } from './generate.ts'
import { type Measured, summarise, threadCpuMs } from './measure.ts'
import type { XProcess } from './x-process.ts'

export interface CatchUpFigures {
  readonly events: number
  /** Processor time of the core's thread, ms: requests, parsing, storing, telling the window. */
  readonly cpuMs: number
  /** Inside transactions, by the clock, ms. */
  readonly storingMs: number
  /** From the start to the end, with X's answers, ms. */
  readonly wallMs: number
  readonly transactions: Measured
  /** The longest time for which the core's thread answered nobody, ms. */
  readonly longestBlockMs: number
}

/**
 * The core reads what came in while it was closed: `events` messages, page by page over HTTP from the simulated X in its
 * own process, with a window's subscriptions open.
 */
export async function catchUp(folder: string, x: XProcess, events: number): Promise<CatchUpFigures> {
  const times: number[] = []
  let began = 0
  const probe: DatabaseProbe = {
    opened: () => undefined,
    statement(sql) {
      if (sql.startsWith('BEGIN')) began = performance.now()
    },
    committed: () => void times.push(performance.now() - began)
  }
  const { client, close } = await openBenchCore(folder, probe)
  try {
    await signIn(client, x)
    // The first read of an account has no floor, and is asked about.
    await x.order({ kind: 'say', messages: 3 })
    await readAll(client)
    client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 200 }, () => undefined)
    client.subscribe('inbox.counts', { account: null }, () => undefined)
    client.subscribe('sync.status', {}, () => undefined)
    const [first] = await client.ask('inbox.list', { queue: 'inbox', account: null, limit: 1 })
    if (first) {
      client.subscribe('thread.head', { conversation: first.id }, () => undefined)
      client.subscribe(
        'thread.messages',
        { conversation: first.id, window: { at: 'newest', older: 60 } },
        () => undefined
      )
    }
    await x.order({ kind: 'say', messages: events })

    times.length = 0
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const before = threadCpuMs()
    const start = performance.now()
    const added = await readAll(client)
    const wallMs = performance.now() - start
    const cpuMs = threadCpuMs() - before
    delay.disable()
    if (added !== events) throw new Error(`${added} of ${events} new events were read`)
    return {
      events,
      cpuMs,
      storingMs: times.reduce((sum, each) => sum + each, 0),
      wallMs,
      transactions: summarise('catch-up, transaction of a page', times),
      longestBlockMs: delay.max / 1e6
    }
  } finally {
    await close()
  }
}

/** @returns how many events were new */
async function readAll(client: Awaited<ReturnType<typeof openBenchCore>>['client']): Promise<number> {
  let added = 0
  for (let round = 0; round < 50; round += 1) {
    const { accounts } = await client.run('sync.once', { maxCostUsd: null })
    const [account] = accounts
    if (!account) throw new Error('there is no account')
    added += account.events_new
    // A connection that X closed because it was idle: the next round opens another, as in the console.
    if (account.problem?.code === 'offline') continue
    if (account.problem) throw new Error(account.problem.message)
    if (account.complete) return added
    await client.run('sync.chooseBackfill', { account: OWNER_ID, choice: 'all', maxUsd: null })
  }
  throw new Error('the catch-up did not end')
}
