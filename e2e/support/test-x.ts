import type { ActivityControls } from '../../src/main/practice/api/activity.ts'
import type { Faults } from '../../src/main/practice/faults.ts'
import { startSimulatedX } from '../../src/main/practice/server.ts'
import type { World } from '../../src/main/practice/world.ts'

/** The simulated X of one test, in the test's own process: what customers write and what X does wrong are decided here. */
export interface TestX {
  readonly url: string
  readonly clientId: string
  readonly world: World
  /** Of the server that runs now; those of the one before `goDown` are gone. */
  readonly faults: Faults
  /** The Activity stream of the server that runs now. */
  readonly activity: ActivityControls
  readonly appBearer: string
  /** Of the brand, or of another user. */
  issueTokens(userId?: string): { accessToken: string; refreshToken: string }
  /** Nothing answers at the address any more. */
  goDown(): Promise<void>
  /** The same world at the same address again. */
  comeBack(): Promise<void>
  /** Every request since the last start: `GET /2/dm_events?max_results=20`. */
  readonly requests: readonly string[]
  /** What the brand has sent so far, oldest first. */
  sentTexts(): string[]
  close(): Promise<void>
}

export async function startTestX(world: World): Promise<TestX> {
  let server = await startSimulatedX({ world })
  const { url, port, clientId, appBearer } = server
  let up = true
  const goDown = async (): Promise<void> => {
    if (!up) return
    up = false
    await server.close()
  }
  return {
    url,
    clientId,
    world,
    get faults() {
      return server.faults
    },
    get activity() {
      return server.activity
    },
    appBearer,
    get requests() {
      return server.requests
    },
    issueTokens: (userId) => server.issueTokens(userId),
    goDown,
    comeBack: async () => {
      server = await startSimulatedX({ world, port })
      up = true
    },
    sentTexts: () => world.sent.map((event) => event.text),
    close: goDown
  }
}
