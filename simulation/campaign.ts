import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { RunFacts } from './run-one.ts'
import type { WorkerReport, WorkerTask } from './worker.ts'

export interface CampaignOptions {
  readonly runs: number
  readonly firstSeed: number
  /** Processes at most; as many as there are processors when it is not said. */
  readonly workers?: number | undefined
  readonly mutation?: string | undefined
  readonly untilFailure?: boolean
  readonly trace?: boolean
  /** Ends the campaign after this long, with what has been run by then. */
  readonly minutes?: number | undefined
  /** Called for each run with a violation, or for each run when `trace` is set. */
  readonly onRun: (report: WorkerReport) => void
}

export interface CampaignResult {
  readonly runs: number
  readonly failed: number
  readonly milliseconds: number
  readonly totals: RunFacts
}

/** Runs seeds on all processors, each in a process of its own: the core is single-threaded, and so is its simulation. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const started = performance.now()
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), options.runs))
  const totals = { events: 0, replies: 0, sent: 0, lostAnswers: 0, deaths: 0, requests: 0, simulatedMinutes: 0 }
  let runs = 0
  let failed = 0
  const children = Array.from({ length: workers }, (_, index) => {
    const child = fork(new URL('./worker.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const task: WorkerTask = {
      first: options.firstSeed + index,
      step: workers,
      runs: Math.floor((options.runs - index + workers - 1) / workers),
      mutation: options.mutation ?? null,
      trace: options.trace ?? false,
      untilFailure: options.untilFailure ?? false
    }
    child.send(task)
    return child
  })
  for (const child of children) {
    child.on('message', (report: WorkerReport) => {
      runs += 1
      for (const key of Object.keys(totals) as (keyof RunFacts)[]) totals[key] += report.facts[key]
      if (report.violations.length > 0) failed += 1
      if (report.violations.length > 0 || options.trace === true) options.onRun(report)
      if (report.violations.length > 0 && options.untilFailure === true) for (const each of children) each.kill()
    })
  }
  let timeIsUp = false
  const limit = options.minutes === undefined ? undefined : options.minutes * 60_000
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => {
          timeIsUp = true
          for (const each of children) each.kill()
        }, limit)
  const exits = await Promise.all(
    children.map(async (child) => (await once(child, 'exit')) as [number | null, string | null])
  )
  clearTimeout(timer)
  const stopped = timeIsUp || (options.untilFailure === true && failed > 0)
  if (!stopped && exits.some(([code]) => code !== 0)) throw new Error('A worker of the simulation failed; see above.')
  return { runs, failed, milliseconds: performance.now() - started, totals }
}
