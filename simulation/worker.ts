import { rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { mutated, mutationNamed } from './mutations.ts'
import type { RunResult } from './run-one.ts'

/** What a worker is told: every `step`-th seed from `first` on, `runs` of them. */
export interface WorkerTask {
  readonly first: number
  readonly step: number
  readonly runs: number
  readonly mutation: string | null
  readonly trace: boolean
  /** Stop at the first violation. */
  readonly untilFailure: boolean
}

export type WorkerReport = Pick<RunResult, 'seed' | 'violations' | 'facts'> & { readonly trace: readonly string[] }

// Another worker has found what was looked for: end as at any end, so that no folder stays behind.
process.once('SIGTERM', () => process.exit())
process.once('message', (task: WorkerTask) => {
  work(task).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    }
  )
})

async function work(task: WorkerTask): Promise<void> {
  if (task.mutation !== null) breakOneSafeguard(task.mutation)
  // Loaded after the hook, so that the hook sees the core.
  const { runOne } = await import('./run-one.ts')
  const { makeRunsFolder, prepareDatabase, preparePromos } = await import('./prepared-database.ts')
  const folder = makeRunsFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const place = { folder, prepared: prepareDatabase(folder), promos: preparePromos(folder) }
  for (let index = 0; index < task.runs; index += 1) {
    const { seed, violations, facts, trace } = await runOne(task.first + index * task.step, place)
    const report: WorkerReport = { seed, violations, facts, trace: task.trace ? trace : [] }
    process.send?.(report)
    if (task.untilFailure && violations.length > 0) return
  }
}

/** The file as it is on the disk stays untouched: only this process loads it changed. */
function breakOneSafeguard(name: string): void {
  const mutation = mutationNamed(name)
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/${mutation.file}`)) return loaded
      const source =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8')
      return { ...loaded, source: mutated(mutation, source) }
    }
  })
}
