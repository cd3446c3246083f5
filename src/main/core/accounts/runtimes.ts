import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { type AccountRuntime, createAccountRuntime } from '../sync/account-runtime.ts'
import { createXClient, type XClient } from '../x/client.ts'
import { createTokenKeeper } from '../x/tokens.ts'
import { type AccountRecord, connectedAccounts } from './account-store.ts'

/** The running connections, one per account. */
export interface Runtimes {
  all(): readonly AccountRuntime[]
  clientOf(accountId: string): XClient | null
  /** Connects an account, or connects it anew with another address or new tokens. */
  connect(record: AccountRecord): Promise<void>
  disconnect(accountId: string): Promise<void>
  /** There may be something to send. Safe inside a transaction: it acts after the commit. */
  wake(): void
  stop(): Promise<void>
}

export function createRuntimes(parts: {
  deps: CoreDeps
  db: Database
  live: Live
  prefetch: (accountId: string) => Promise<void>
}): Runtimes {
  const { deps, db, live, prefetch } = parts
  const { clock, log, secrets, random } = deps
  const runtimes = new Map<string, AccountRuntime>()
  let stopped = false

  const connect = async (record: AccountRecord): Promise<void> => {
    // Until none is left: somebody else may connect the same account while this one stops.
    for (let before = runtimes.get(record.id); before !== undefined; before = runtimes.get(record.id)) {
      runtimes.delete(record.id)
      await before.stop()
    }
    if (stopped) return
    const controller = new AbortController()
    const { apiBase, clientId } = record
    const tokens = createTokenKeeper({
      accountId: record.id,
      secrets,
      clock,
      fetch: deps.fetch,
      apiBase,
      clientId,
      log
    })
    const client = createXClient({ apiBase, tokens, fetch: deps.fetch, clock, log, signal: controller.signal })
    const runtime = createAccountRuntime(
      { id: record.id, db, client, clock, log },
      {
        live,
        random,
        giveUp: () => controller.abort(),
        afterRead: () => {
          prefetch(record.id).catch((error: unknown) => log.warn('media were not fetched ahead', { error }))
        }
      }
    )
    runtimes.set(record.id, runtime)
    if (deps.background) runtime.start()
    live.touch('sync')
  }

  return {
    all: () => [...runtimes.values()],
    clientOf: (accountId) => runtimes.get(accountId)?.account.client ?? null,
    connect,
    async disconnect(accountId) {
      const runtime = runtimes.get(accountId)
      runtimes.delete(accountId)
      await runtime?.stop()
      live.touch('sync')
    },
    wake() {
      queueMicrotask(() => {
        for (const runtime of runtimes.values()) runtime.wake()
      })
    },
    async stop() {
      stopped = true
      await Promise.all([...runtimes.values()].map((runtime) => runtime.stop()))
    }
  }
}

/** Connects what is in the database. A practice account waits for its server, whose address differs at each start. */
export async function connectStored(db: Database, runtimes: Runtimes): Promise<void> {
  for (const record of connectedAccounts(db)) if (!record.practice) await runtimes.connect(record)
}
