import { join } from 'node:path'
import { z } from 'zod'
import { cast } from './customers/cast.ts'
import type { Director } from './customers/director.ts'
import { runCustomers } from './customers/director.ts'
import { groups } from './customers/groups.ts'
import { populate } from './customers/populate.ts'
import { shop } from './customers/shop.ts'
import type { DirectorState } from './customers/state.ts'
import { DirectorStateSchema } from './customers/state.ts'
import type { PracticeClock, PracticeLog } from './deps.ts'
import { readJson, setAside, writeJsonAtomically } from './saved-file.ts'
import type { SimulatedX, SimulatedXOptions } from './server.ts'
import { startSimulatedX } from './server.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

const SAVE_DELAY_MS = 500
/** Longer than X's 30 days, so that attachments seen last can still be fetched. */
const KEPT_MS = 40 * 86_400_000
const FILE_NAME = 'practice-world.json'

export interface PracticeWorkspaceOptions {
  readonly dataDir: string
  readonly clock: PracticeClock
  /** 0 <= n < 1: who writes when. */
  readonly random: () => number
  readonly log: PracticeLog
  /** False: nobody writes by themselves and nobody answers. For tests that count. True when absent. */
  readonly customers?: boolean
}

export interface PracticeWorkspace {
  /** Both are `http://127.0.0.1:PORT`: the port of the last time when it is free, else another one. */
  readonly apiBase: string
  readonly authBase: string
  readonly clientId: string
  readonly account: { readonly id: string; readonly username: string; readonly name: string }
  /** Fresh tokens of a new sign-in; those of earlier starts stay good as long as X's rules let them. */
  readonly accessToken: string
  readonly refreshToken: string
  /** The app's own token, so that practice is live. */
  readonly appBearer: string
  readonly server: SimulatedX
  /** Saves and stops. */
  close(): Promise<void>
}

const SavedSchema = z.object({
  version: z.literal(1),
  /** Of the last time: taken again when it is free, because avatars kept by the console name it. */
  port: z.number().int().min(1).max(65_535),
  world: z.unknown(),
  customers: DirectorStateSchema
})

/** The shop with its customers and three weeks of talk, as seen from the clock's now. */
export function createPracticeWorld(options: { clock?: PracticeClock } = {}): World {
  const world = createWorld({ ...(options.clock === undefined ? {} : { clock: options.clock }), brand: shop })
  populate(world, cast, groups)
  return world
}

/** Lets the customers of a practice world write and answer until `stop`. */
export function runPracticeCustomers(world: World, random: () => number, saved?: DirectorState): Director {
  return runCustomers({ world, clock: world.clock, random, cast, groups, ...(saved === undefined ? {} : { saved }) })
}

/** Opens the practice workspace kept in `dataDir`, or makes a new one. A damaged file is set aside, never deleted. */
export async function openPracticeWorkspace(options: PracticeWorkspaceOptions): Promise<PracticeWorkspace> {
  const { dataDir, clock, random, log } = options
  const path = join(dataDir, FILE_NAME)
  const restored = await restore(path, clock, log)
  const world = restored?.world ?? createPracticeWorld({ clock })
  const director = runPracticeCustomers(world, random, restored?.customers)
  if (options.customers === false) director.stop()
  const server = await startOnKnownPort(
    { world, clock, log, limits: 'generous', mediaHost: 'ton' },
    restored?.port ?? 0
  )
  const tokens = server.issueTokens()

  let writing = Promise.resolve()
  let cancelSave: (() => void) | null = null
  const save = (): Promise<void> => {
    cancelSave = null
    writing = writing.then(async () => {
      try {
        await writeJsonAtomically(path, {
          version: 1,
          port: server.port,
          world: world.snapshot(),
          customers: director.state()
        })
      } catch (error) {
        log.warn('The practice world could not be saved', { error: error instanceof Error ? error.message : 'unknown' })
      }
    })
    return writing
  }
  const saveSoon = (): void => {
    cancelSave ??= clock.after(SAVE_DELAY_MS, () => void save())
  }
  const unlisten = world.onChange(saveSoon)
  saveSoon()

  return {
    apiBase: server.url,
    authBase: server.url,
    clientId: server.clientId,
    account: { id: world.brand.id, username: world.brand.username, name: world.brand.name },
    ...tokens,
    appBearer: server.appBearer,
    server,
    async close() {
      director.stop()
      unlisten()
      await server.close()
      cancelSave?.()
      await save()
    }
  }
}

interface Restored {
  readonly world: World
  readonly customers: DirectorState
  readonly port: number
}

async function startOnKnownPort(options: SimulatedXOptions, port: number): Promise<SimulatedX> {
  try {
    return await startSimulatedX({ ...options, port })
  } catch (error) {
    if (port === 0) throw error
    return startSimulatedX({ ...options, port: 0 })
  }
}

async function restore(path: string, clock: PracticeClock, log: PracticeLog): Promise<Restored | null> {
  try {
    const json = await readJson(path)
    if (json === null) return null
    const saved = SavedSchema.parse(json)
    const world = createWorld({ clock, brand: shop })
    world.restore(saved.world)
    world.forgetBefore(clock.now() - KEPT_MS)
    return { world, customers: saved.customers, port: saved.port }
  } catch (error) {
    const aside = await setAside(path, clock.now())
    log.warn('The saved practice world is damaged; it was set aside and a new one is made', {
      aside,
      error: error instanceof Error ? error.name : 'unknown'
    })
    return null
  }
}
