import { randomUUID } from 'node:crypto'
import { CoreClient } from '../shared/core-client.ts'
import type { AccountRow } from '../shared/contract/rows.ts'
import type { Core } from './core/core-interface.ts'
import type { Log } from './core/deps.ts'
import { portPair } from './host/port-pair.ts'

/** The simulated X, running: what a host needs to sign the console in to it. */
export interface RunningPractice {
  readonly api: string
  readonly auth: string
  readonly clientId: string
  readonly accessToken: string
  readonly refreshToken: string
  readonly appBearer: string
  close(): Promise<void>
}

/** The simulated X is wanted as long as nobody has connected or imported an account of their own. */
export function wantsPractice(accounts: readonly AccountRow[]): boolean {
  return accounts.every((account) => account.practice)
}

/**
 * Runs the practice workspace while the data folder has no account of its own, and signs the console in to it. When a
 * real account appears, the core takes the practice account away by itself, and the server ends here.
 */
export function hostPractice(parts: {
  readonly core: Pick<Core, 'connect'>
  readonly open: () => Promise<RunningPractice>
  readonly log: Log
}): { readonly settled: () => Promise<void>; close(): Promise<void> } {
  const client = new CoreClient(randomUUID)
  const [mine, theirs] = portPair()
  let running: RunningPractice | null = null
  let wanted = false
  let closed = false
  let work: Promise<void> = Promise.resolve()

  async function start(): Promise<void> {
    running = await parts.open()
    // A closed client answers nothing any more; the next step closes the server again.
    if (closed) return
    const { api, auth, clientId, accessToken, refreshToken, appBearer } = running
    await client.run('accounts.add', {
      api,
      auth,
      clientId,
      accessToken,
      refreshToken,
      appBearer,
      practice: true
    })
  }

  async function stop(): Promise<void> {
    const server = running
    running = null
    await server?.close()
  }

  /** One step at a time: the account list changes while the server is still starting, because of the server. */
  function follow(): void {
    work = work.then(async () => {
      try {
        if (wanted && !closed && !running) await start()
        else if ((!wanted || closed) && running) await stop()
      } catch (error) {
        if (!closed) parts.log.error('the practice workspace could not be opened', { error })
        await stop().catch(() => undefined)
      }
    })
  }

  parts.core.connect(theirs)
  client.attach(mine)
  client.subscribe('accounts.list', {}, (state) => {
    if (state.status !== 'ready') return
    wanted = wantsPractice(state.rows)
    follow()
  })

  return {
    settled: () => work,
    close: async () => {
      closed = true
      client.close()
      follow()
      await work
    }
  }
}
