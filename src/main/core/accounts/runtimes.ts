import { createLiveLinks } from '../activity/live-links.ts'
import { createActivityRecorder } from '../activity/record-activity.ts'
import type { Typing } from '../activity/typing.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { Live } from '../live/live.ts'
import type { StoredFiles } from '../media/stored-files.ts'
import { type AccountRuntime, createAccountRuntime } from '../sync/account-runtime.ts'
import { ceilingOf } from '../sync/ceiling.ts'
import { takeBudget } from '../sync/rate-budget.ts'
import { checkedBase } from '../x/addresses.ts'
import { createXClient, type XClient } from '../x/client.ts'
import { createTokenKeeper } from '../x/tokens.ts'
import { type AccountRecord, connectedAccounts } from './account-store.ts'
import { appBearerName } from './app-bearer.ts'

/** The running connections, one per account. */
export interface Runtimes {
  all(): readonly AccountRuntime[]
  clientOf(accountId: string): XClient | null
  /** Connects an account, or connects it anew with another address or new tokens. */
  connect(record: AccountRecord): Promise<void>
  disconnect(accountId: string): Promise<void>
  /** The account's app bearer token is another one, or gone. */
  renewLive(accountId: string): Promise<void>
  /** Tries the live connections now. */
  retryLive(): void
  /** The computer was asleep, or its clock was set. */
  resumed(): void
  /** There may be something to send. Safe inside a transaction: it acts after the commit. */
  wake(): void
  /** What may be spent has changed. Safe inside a transaction, like `wake`. */
  reconsider(): void
  stop(): Promise<void>
}

export function createRuntimes(parts: {
  deps: CoreDeps
  db: Database
  live: Live
  typing: Typing
  files: StoredFiles
  prefetch: (accountId: string) => Promise<void>
  /** An account has read everything new. */
  caughtUp: (accountId: string) => void
  forgetFiles: (accountId: string, addresses: readonly string[]) => Promise<void>
}): Runtimes {
  const { deps, db, live, typing, files, prefetch, forgetFiles } = parts
  const { clock, log, secrets, random } = deps
  const runtimes = new Map<string, AccountRuntime>()
  const links = createLiveLinks(deps)
  /** How to make an account live again, by account. */
  const goLive = new Map<string, () => Promise<void>>()
  let stopped = false

  const connect = async (record: AccountRecord): Promise<void> => {
    // Until none is left: somebody else may connect the same account while this one stops.
    for (let before = runtimes.get(record.id); before !== undefined; before = runtimes.get(record.id)) {
      runtimes.delete(record.id)
      await links.detach(record.id)
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
      log,
      claim: deps.claimRefreshToken
    })
    const takeAnother = (endpoint: string): boolean =>
      db.writeDurably((tx) => takeBudget(tx, record.id, endpoint, clock.now())) === 0
    const client = createXClient({
      apiBase,
      tokens,
      fetch: deps.fetch,
      clock,
      log,
      signal: controller.signal,
      takeAnother
    })
    const runtime = createAccountRuntime(
      { id: record.id, practice: record.practice, db, client, clock, log },
      {
        live,
        random,
        forgetFiles,
        line: () => links.line(record.id),
        files,
        ceiling: () => ceilingOf(db, deps.settings, clock.now()),
        giveUp: () => controller.abort(),
        afterRead: (complete) => {
          if (complete) parts.caughtUp(record.id)
          prefetch(record.id).catch((error: unknown) => log.warn('media were not fetched ahead', { error }))
        }
      }
    )
    runtimes.set(record.id, runtime)
    const recorder = createActivityRecorder({ accountId: record.id, db, clock, typing })
    const attach = async (): Promise<void> => {
      const appBearer = await secrets.get(appBearerName(record.id))
      if (stopped || appBearer === null || runtimes.get(record.id) !== runtime) return
      links.attach({
        id: record.id,
        apiBase: checkedBase(apiBase),
        appBearer,
        tokens,
        record: recorder,
        onLive: (isLive) => runtime.liveChanged(isLive),
        onChange: () => live.touch('sync')
      })
    }
    if (deps.background) {
      runtime.start()
      goLive.set(record.id, attach)
      await attach()
    }
    live.touch('sync')
  }

  return {
    all: () => [...runtimes.values()],
    clientOf: (accountId) => runtimes.get(accountId)?.account.client ?? null,
    connect,
    async disconnect(accountId) {
      const runtime = runtimes.get(accountId)
      runtimes.delete(accountId)
      goLive.delete(accountId)
      await links.detach(accountId)
      await runtime?.stop()
      live.touch('sync')
    },
    async renewLive(accountId) {
      await links.detach(accountId)
      await goLive.get(accountId)?.()
      live.touch('sync')
    },
    retryLive: () => links.retry(),
    wake() {
      queueMicrotask(() => {
        for (const runtime of runtimes.values()) runtime.wake()
      })
    },
    resumed() {
      links.retry()
      for (const runtime of runtimes.values()) runtime.resumed()
    },
    reconsider() {
      queueMicrotask(() => {
        for (const runtime of runtimes.values()) runtime.reconsider()
      })
    },
    async stop() {
      stopped = true
      await links.stop()
      typing.close()
      await Promise.all([...runtimes.values()].map((runtime) => runtime.stop()))
    }
  }
}

/** Connects what is in the database. A practice account waits for its server, whose address differs at each start. */
export async function connectStored(db: Database, runtimes: Runtimes): Promise<void> {
  for (const record of connectedAccounts(db)) if (!record.practice) await runtimes.connect(record)
}
