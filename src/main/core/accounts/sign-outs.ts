import { z } from 'zod'
import type { Database, WriteDb } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import { backoffDelay } from '../sync/backoff.ts'
import { removeSubscriptions } from '../x/activity-subscriptions.ts'
import type { XProblem } from '../x/problem.ts'
import { revokeTokens } from '../x/sign-in.ts'

/** What X has to be told when an account leaves. */
const Leaving = z.object({
  accountId: z.string(),
  apiBase: z.string(),
  clientId: z.string(),
  tokens: z
    .object({
      accessToken: z.string(),
      refreshToken: z.string().nullable(),
      expiresAt: z.number().nullable(),
      scope: z.string()
    })
    .nullable(),
  /** Null when the live connection's subscriptions stay, or there are none. */
  appBearer: z.string().nullable()
})
export type Leaving = z.infer<typeof Leaving>

/** Tells X of sign-outs: at once when it can be reached, otherwise later, also after a restart. */
export interface SignOuts {
  /** Keeps what X has to be told; durable when resolved. The row goes into the transaction that takes the account away. */
  keep(id: string, leaving: Leaving): Promise<void>
  note(tx: WriteDb, id: string): void
  /** Tells X now; what cannot be told stays for later. */
  tell(): Promise<void>
  /** Tells by itself from now on, as often as it takes. */
  start(): void
  stop(): Promise<void>
}

/** X's refresh tokens end after about six months by themselves. */
const GIVE_UP_MS = 180 * 86_400_000

export function createSignOuts(
  deps: CoreDeps,
  db: Database,
  isLive: (accountId: string) => Promise<boolean>
): SignOuts {
  const { clock, log, secrets } = deps
  let telling: Promise<void> | null = null
  let cancel: (() => void) | null = null
  let failures = 0
  let background = false
  const closing = new AbortController()

  const tellOne = async ({ id, added_at: addedAt }: { id: string; added_at: number }): Promise<boolean> => {
    const leaving = readLeaving(await secrets.get(secretName(id)))
    if (leaving !== null && clock.now() - addedAt < GIVE_UP_MS) {
      const problem = await tellX(leaving)
      if (problem !== null && isPassing(problem)) return false
      if (problem !== null) log.warn('X did not take a sign-out', { kind: problem.kind })
    }
    // First the row: a secret without a row is never used again, a row without a secret ends here.
    db.write((tx) => tx.run('DELETE FROM pending_sign_out WHERE id = ?', id))
    await secrets.delete(secretName(id))
    return true
  }

  const tellX = async ({ accountId, apiBase, clientId, tokens, appBearer }: Leaving): Promise<XProblem | null> => {
    const { fetch } = deps
    const signal = closing.signal
    // An account that is live again needs its subscriptions.
    if (appBearer !== null && !(await isLive(accountId))) {
      const problem = await removeSubscriptions({ apiBase, appBearer, fetch, clock, log, signal }, accountId)
      if (problem !== null && isPassing(problem)) return problem
    }
    return tokens === null ? null : revokeTokens({ fetch, clock, apiBase, clientId, signal }, tokens)
  }

  const tellAll = async (): Promise<void> => {
    const rows = db.all<{ id: string; added_at: number }>('SELECT id, added_at FROM pending_sign_out ORDER BY added_at')
    let left = 0
    for (const row of rows) if (closing.signal.aborted || !(await tellOne(row))) left += 1
    failures = left === 0 ? 0 : failures + 1
    if (left === 0 || !background || closing.signal.aborted) return
    cancel?.()
    cancel = clock.after(backoffDelay(failures, deps.random()), () => void tell())
  }

  const tell = async (): Promise<void> => {
    // What was added while X was being told of the others has its turn, too.
    while (telling) await telling
    telling = tellAll()
      .catch((error: unknown) => {
        if (!closing.signal.aborted) log.error('sign-outs could not be told', { error })
      })
      .finally(() => {
        telling = null
      })
    await telling
  }

  return {
    keep: (id, leaving) => secrets.set(secretName(id), JSON.stringify(leaving)),
    note(tx, id) {
      tx.run('INSERT INTO pending_sign_out (id, added_at) VALUES (?, ?)', id, clock.now())
    },
    tell,
    start() {
      background = true
      void tell()
    },
    async stop() {
      closing.abort()
      cancel?.()
      await telling
    }
  }
}

function secretName(id: string): string {
  return `x-sign-out:${id}`
}

function readLeaving(stored: string | null): Leaving | null {
  if (stored === null) return null
  try {
    return Leaving.safeParse(JSON.parse(stored)).data ?? null
  } catch {
    return null
  }
}

/** X could not be asked, or could not answer; everything else is an answer. */
function isPassing(problem: XProblem): boolean {
  switch (problem.kind) {
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
    case 'cancelled':
    case 'rate-limited':
      return true
    default:
      return false
  }
}
