import { cpSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../src/main/core/core-interface.ts'
import { createCore } from '../src/main/core/core.ts'
import type { CoreDeps, Log } from '../src/main/core/deps.ts'
import type { FakeClock } from '../src/main/core/testing/fake-clock.ts'
import { portPair } from '../src/main/host/port-pair.ts'
import type { Port } from '../src/shared/contract/frames.ts'
import type { PreparedDatabase } from './prepared-database.ts'

/** What a dead process would have done next never happens. */
class Died extends Error {}

/** `process` keeps every commit, `power` only those that were flushed. */
export type Death = 'process' | 'power'

export interface MachineOptions {
  /** True time: X's clock, and the order of everything. */
  readonly time: FakeClock
  readonly folder: string
  /** A database to begin with; null lets the first start make one. */
  readonly prepared: PreparedDatabase | null
  readonly random: () => number
  readonly log: Log
  readonly fetch: typeof fetch
  /** Called at each death, before the next start. */
  readonly onDeath: (death: Death) => void
}

/** A computer with Backchannel on it: it can die at any statement, sleep, lose power, and have a wrong clock. */
export interface Machine {
  readonly alive: boolean
  readonly asleep: boolean
  readonly dataDir: string
  readonly secrets: ReadonlyMap<string, string>
  /** What this machine takes for the time, ms since 1970. */
  clockNow(): number
  /** How far this machine's clock is ahead of X's, in ms. */
  skew: number
  /** Statements, or commits, until the next death; null for none. */
  dieIn: { readonly at: 'statement' | 'commit'; left: number; readonly death: Death } | null
  start(): Promise<void>
  connect(): Port
  die(death: Death): void
  sleep(): void
  /** @param monotonic whether timers stood still meanwhile, as on Linux and macOS, or are due at once. */
  wake(monotonic: boolean): void
  close(): Promise<void>
}

/** A death in the middle of a callback ends the callback; everything else is a bug. */
function inLife(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
}

interface Timer {
  dueAt: number
  readonly callback: () => void
  cancel: () => void
}

const DATABASE = 'backchannel.db'

export function createMachine(options: MachineOptions): Machine {
  const { time, random, log } = options
  const secrets = new Map<string, string>()
  const settings = new Map<string, unknown>()
  let folder = join(options.folder, 'machine-0')
  let folders = 0
  let core: Core | null = null
  /** Changes with each life; what an earlier one still holds is dead. */
  let life = 0
  let alive = false
  let asleepSince: number | null = null
  let timers = new Set<Timer>()
  let release: () => void = () => undefined
  /** Length of the write-ahead log at the last flush, in bytes. */
  let flushed = 0

  const walSize = (): number => {
    try {
      return statSync(join(folder, `${DATABASE}-wal`)).size
    } catch {
      return 0
    }
  }

  const arm = (timer: Timer, dueAt: number): void => {
    timer.dueAt = dueAt
    timer.cancel = time.after(dueAt - time.now(), () => {
      timers.delete(timer)
      timer.callback()
    })
  }

  const depsOf = (own: number): CoreDeps => {
    const living = (): boolean => alive && life === own
    const step = (at: 'statement' | 'commit' = 'statement'): void => {
      if (!living()) throw new Died('dead')
      const plan = machine.dieIn
      if (plan === null || plan.at !== at) return
      plan.left -= 1
      if (plan.left > 0) return
      machine.die(plan.death)
      throw new Died('dead')
    }
    return {
      dataDir: folder,
      background: true,
      random,
      log,
      clock: {
        now: () => time.now() + machine.skew,
        after(delay, callback) {
          if (!living()) return () => undefined
          const timer: Timer = { dueAt: 0, callback: () => living() && inLife(callback), cancel: () => undefined }
          timers.add(timer)
          arm(timer, time.now() + Math.max(0, delay))
          return () => {
            timer.cancel()
            timers.delete(timer)
          }
        }
      },
      fetch: (input, init) => (living() ? options.fetch(input, init) : new Promise(() => undefined)),
      secrets: {
        kind: 'memory',
        get: async (name) => secrets.get(name) ?? null,
        async set(name, value) {
          step()
          secrets.set(name, value)
          step()
        },
        async delete(name) {
          step()
          secrets.delete(name)
        }
      },
      settings: { all: () => Object.fromEntries(settings), set: (name, value) => void settings.set(name, value) },
      listenForRedirect: () => Promise.reject(new Error('nobody signs in by hand here')),
      probe: {
        opened: (letGo) => {
          if (living()) release = letGo
          else letGo()
        },
        statement: () => step(),
        committed(durable) {
          if (durable && living()) flushed = walSize()
          step('commit')
        }
      }
    }
  }

  /** What the disk holds after a power cut: the log up to the last flush. */
  const losePower = (): void => {
    folders += 1
    const after = join(options.folder, `machine-${folders}`)
    mkdirSync(after)
    cpSync(join(folder, DATABASE), join(after, DATABASE))
    const logFile = join(after, `${DATABASE}-wal`)
    if (walSize() > 0) {
      cpSync(join(folder, `${DATABASE}-wal`), logFile)
      truncateSync(logFile, flushed)
    }
    release()
    rmSync(folder, { recursive: true, force: true })
    folder = after
  }

  const machine: Machine = {
    skew: 0,
    clockNow: () => time.now() + machine.skew,
    dieIn: null,
    secrets,
    get alive() {
      return alive
    },
    get asleep() {
      return asleepSince !== null
    },
    get dataDir() {
      return folder
    },
    async start() {
      life += 1
      alive = true
      // What lies on the disk at a start has outlived whatever happened before.
      flushed = walSize()
      const own = life
      try {
        const started = await createCore(depsOf(own))
        if (life === own) core = started
      } catch (error) {
        // It may die while it starts, too.
        if (alive && life === own) throw error
        return
      }
    },
    connect() {
      const [ours, theirs] = portPair()
      core?.connect(theirs)
      return ours
    },
    die(death) {
      if (!alive) return
      alive = false
      core = null
      for (const timer of timers) timer.cancel()
      timers = new Set()
      machine.dieIn = null
      asleepSince = null
      const letGo = release
      // The statement that runs at this moment ends with an error first.
      queueMicrotask(() => {
        if (death === 'power') losePower()
        else letGo()
        release = () => undefined
        options.onDeath(death)
      })
    },
    sleep() {
      if (asleepSince !== null) return
      asleepSince = time.now()
      for (const timer of timers) timer.cancel()
    },
    wake(monotonic) {
      if (asleepSince === null) return
      const slept = time.now() - asleepSince
      asleepSince = null
      for (const timer of timers) arm(timer, monotonic ? timer.dueAt + slept : Math.max(timer.dueAt, time.now()))
    },
    async close() {
      await core?.close()
      core = null
      alive = false
    }
  }
  mkdirSync(folder)
  if (options.prepared !== null) {
    cpSync(options.prepared.file, join(folder, DATABASE))
    secrets.set('database-key', options.prepared.key)
  }
  return machine
}
