import type { Command } from 'commander'
import type { SyncReport } from '../../shared/contract/commands.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { CoreClient } from '../../shared/core-client.ts'
import { type Context, pause, withCore } from './context.ts'
import { EXIT } from './exit-code.ts'
import { dollars } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count, table } from './table.ts'

interface SyncOptions {
  readonly once?: boolean
  readonly watch?: boolean
  readonly maxCost?: number
}

const ROUND_MS = 60_000

export function registerSync(program: Command, run: Run): void {
  withCommonOptions(program.command('sync'))
    .description('fetch what is new from X and send what the outbox holds')
    .option('--once', 'one round, then stop')
    .option('--watch', 'one round after the other, until Ctrl+C')
    .option('--max-cost <usd>', 'stop before a round costs more than this', dollars)
    .action(run<SyncOptions>(sync))
}

async function sync(context: Context, options: SyncOptions): Promise<number> {
  if ((options.once === true) === (options.watch === true)) {
    throw new AppError('invalid-input', 'Say either --once or --watch.')
  }
  const maxCostUsd = options.maxCost ?? null
  if (options.once === true) return withCore(context, (client) => round(context, client, maxCostUsd))
  try {
    return await withCore(context, (client) => watch(context, client, maxCostUsd))
  } catch (error) {
    if (context.io.interrupted.aborted) return EXIT.done
    throw error
  }
}

async function round(context: Context, client: CoreClient, maxCostUsd: number | null): Promise<number> {
  const report = await client.run('sync.once', { maxCostUsd })
  const failure = failureOf(report)
  // The report comes out even when a round went wrong: what was fetched until then is there.
  context.print(failure ? { ...report, error: failure.error } : report, describe(report))
  if (failure) context.note(failure.error.message)
  return failure?.exitCode ?? EXIT.done
}

/** Ends by itself only when no later round can do better: when X wants a new sign-in. */
async function watch(context: Context, client: CoreClient, maxCostUsd: number | null): Promise<number> {
  while (!context.io.interrupted.aborted) {
    const report = await client.run('sync.once', { maxCostUsd })
    context.print(report, describe(report))
    const failure = failureOf(report)
    if (failure) context.note(failure.error.message)
    if (failure?.exitCode === EXIT.signInNeeded && report.accounts.every((account) => account.problem)) {
      return EXIT.signInNeeded
    }
    await pause(millisecondsToNextRound(report, Date.now()), context.io.interrupted)
  }
  return EXIT.done
}

/** @returns when the next round makes sense: when X allows it again, else a minute from now. */
export function millisecondsToNextRound(report: SyncReport, now: number): number {
  const allowed = report.accounts.flatMap(({ next_allowed_at }) =>
    next_allowed_at === null ? [] : [Date.parse(next_allowed_at) - now]
  )
  return allowed.length === 0 ? ROUND_MS : Math.max(1_000, Math.min(...allowed))
}

const GRAVITY = [EXIT.failed, EXIT.outOfCredits, EXIT.signInNeeded] as const

/** The gravest problem of a round. A rate limit is none: the next round goes on where this one stopped. */
export function failureOf(report: SyncReport): { exitCode: number; error: { code: string; message: string } } | null {
  const [first] = report.accounts
    .flatMap(({ problem }) => (problem && problem.code !== 'rate-limited' ? [problem] : []))
    .map((error) => ({ exitCode: exitCodeOfProblem(error.code), error }))
    .toSorted((a, b) => GRAVITY.indexOf(b.exitCode) - GRAVITY.indexOf(a.exitCode))
  if (first) return first
  if (report.accounts.length > 0) return null
  const message = 'No X account is connected yet. `backchannel accounts add` connects one.'
  return { exitCode: EXIT.signInNeeded, error: { code: 'sign-in-needed', message } }
}

function exitCodeOfProblem(code: string): (typeof GRAVITY)[number] {
  if (code === 'sign-in-needed') return EXIT.signInNeeded
  return code === 'out-of-credits' ? EXIT.outOfCredits : EXIT.failed
}

function describe(report: SyncReport): string {
  const lines = report.accounts.map((account) => [
    account.id,
    `${count(account.events_new, 'new event')}, ${account.events_seen} seen before`,
    count(account.requests, 'request'),
    `$${account.cost_usd.toFixed(2)}`,
    account.complete ? 'complete' : `to be continued${account.next_allowed_at ? ` at ${account.next_allowed_at}` : ''}`
  ])
  const { sent, queued, unknown, failed, needs_attention: attention } = report.outbox
  return table([
    ...lines,
    ['outbox', `${sent} sent, ${queued} queued, ${unknown} unknown, ${failed} failed, ${attention} need your eye`]
  ])
}
