import type { SyncReport } from '../../../shared/contract/commands.ts'
import type { SyncRow } from '../../../shared/contract/rows.ts'
import type { Runtimes } from '../accounts/runtimes.ts'
import { problemError } from '../accounts/problem-error.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { AccountRuntime } from './account-runtime.ts'

export function syncQueries(db: ReadDb, runtimes: Runtimes): { 'sync.status': QueryDefinition<'sync.status'> } {
  return {
    'sync.status': {
      topics: () => ['sync', 'accounts', 'costs', 'settings'],
      rows() {
        const running = new Map(runtimes.all().map((runtime) => [runtime.account.id, runtime]))
        return db
          .all<{ id: string }>('SELECT id FROM account ORDER BY practice, added_at, id')
          .map(({ id }) => running.get(id)?.status() ?? notConnected(id))
      }
    }
  }
}

function notConnected(id: string): SyncRow {
  return {
    id,
    phase: 'not-connected',
    problem: null,
    lastSyncAt: null,
    nextSyncAt: null,
    progress: null,
    reads: null,
    sends: null,
    sendsDay: null,
    costTodayUsd: 0,
    outboxWaiting: 0,
    live: { state: 'off', reason: null, since: null },
    queue: null
  }
}

export function syncCommands(
  db: ReadDb,
  runtimes: Runtimes
): { 'sync.now': CommandDefinition<'sync.now'>; 'sync.once': CommandDefinition<'sync.once'> } {
  return {
    'sync.now': {
      kind: 'task',
      run() {
        for (const runtime of runtimes.all()) runtime.syncNow()
        runtimes.retryLive()
        return Promise.resolve(null)
      }
    },
    'sync.once': {
      kind: 'task',
      async run({ maxCostUsd }) {
        const accounts: SyncReport['accounts'] = []
        let left = maxCostUsd
        let sent = 0
        for (const runtime of runtimes.all()) {
          const round = await syncAccount(runtime, left)
          accounts.push(round.report)
          sent += round.sent
          if (left !== null) left = Math.max(0, left - round.report.cost_usd)
        }
        return { accounts, outbox: countOutbox(db, sent) }
      }
    }
  }
}

type AccountReport = SyncReport['accounts'][number]

async function syncAccount(
  runtime: AccountRuntime,
  maxCostUsd: number | null
): Promise<{ report: AccountReport; sent: number }> {
  const read = await runtime.read(maxCostUsd)
  const left = maxCostUsd === null ? null : Math.max(0, maxCostUsd - read.costUsd)
  const fatal = read.problem !== null && problemError(read.problem).code === 'sign-in-needed'
  const send = fatal ? null : await runtime.send(true, left)
  const problem = read.problem ?? send?.problem ?? null
  const wireProblem = problem && problem.kind !== 'rate-limited' ? problemError(problem) : null
  const report: AccountReport = {
    id: runtime.account.id,
    requests: read.requests + (send?.requests ?? 0),
    pages: read.pages,
    events_new: read.eventsNew,
    events_seen: read.eventsSeen,
    users_fetched: read.usersFetched,
    cost_usd: Math.round((read.costUsd + (send?.costUsd ?? 0)) * 1e6) / 1e6,
    complete: read.complete,
    next_allowed_at: read.nextAllowedAt === null ? null : new Date(read.nextAllowedAt).toISOString(),
    problem: wireProblem && { code: wireProblem.code, message: wireProblem.message }
  }
  return { report, sent: send?.sent ?? 0 }
}

/** `sent` is what this round sent; the others are what stands in the outbox now. */
function countOutbox(db: ReadDb, sent: number): SyncReport['outbox'] {
  const rows = db.all<{ state: string; count: number }>(
    "SELECT state, count(*) AS count FROM outbox WHERE state <> 'sent' GROUP BY state"
  )
  const of = (...states: string[]): number =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0)
  return {
    sent,
    queued: of('queued', 'held', 'sending'),
    unknown: of('unknown'),
    failed: of('failed'),
    needs_attention: of('needs-attention')
  }
}
