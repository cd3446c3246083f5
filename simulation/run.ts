/**
 * npm run simulate -- [--runs N] [--seed S] [--minutes M] [--workers W] [--trace] [--mutation NAME] [--mutations] [--kills N] [--totals FILE]
 * Seeded schedules of everything that can go wrong between this computer and X, on the real core. See docs/reliability.md.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCampaign } from './campaign.ts'
import { killTest } from './kill/kill-test.ts'
import { mutationNamed, mutations } from './mutations.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    /** Ends the campaign earlier than after its runs. */
    minutes: { type: 'string' },
    /** Processes at most, where others need the processors, too. */
    workers: { type: 'string' },
    /** Prints what happened in each run: with --runs 1, the replay of a seed. */
    trace: { type: 'boolean', default: false },
    mutation: { type: 'string' },
    /** Breaks each safeguard in turn and looks for a seed that notices. */
    mutations: { type: 'boolean', default: false },
    /** Kills the real process so many times instead. */
    kills: { type: 'string' },
    /** Writes how many of the checks passed and failed, for npm test. */
    totals: { type: 'string' }
  }
})
const runs = wholeNumber('--runs', values.runs)
const firstSeed = wholeNumber('--seed', values.seed)
const workers = values.workers === undefined ? undefined : wholeNumber('--workers', values.workers)
if (values.kills !== undefined) await killForReal(wholeNumber('--kills', values.kills))
else if (values.mutations) await proveMutations()
else await campaign()

async function campaign(): Promise<void> {
  const mutation = values.mutation === undefined ? undefined : mutationNamed(values.mutation).name
  const result = await runCampaign({
    runs,
    firstSeed,
    workers,
    mutation,
    trace: values.trace,
    minutes: values.minutes === undefined ? undefined : wholeNumber('--minutes', values.minutes),
    onRun({ seed, violations, trace }) {
      if (values.trace) say(trace.join('\n'))
      for (const violation of violations) say(`seed ${seed}: ${violation}`)
      if (violations.length > 0) say(`  again: npm run simulate -- --runs 1 --seed ${seed} --trace`)
    }
  })
  const { totals, milliseconds } = result
  say(
    `${result.runs} runs (from seed ${firstSeed} on), ${result.failed} with a violation, ${Math.round(milliseconds / 1000)} s. ` +
      `In them: ${totals.simulatedMinutes} simulated minutes, ${totals.events} events, ${totals.requests} requests, ${totals.replies} replies, ` +
      `${totals.sent} at X, ${totals.lostAnswers} sends with a lost answer, ${totals.deaths} deaths of the process.`
  )
  conclude(result.failed > 0 ? 0 : 1, result.failed > 0 ? 1 : 0)
}

async function proveMutations(): Promise<void> {
  let missed = 0
  for (const { name, what } of mutations) {
    let caught: string | null = null
    let from = firstSeed
    while (caught === null && from < firstSeed + runs) {
      let found: { seed: number; violation: string } | null = null
      const { runs: tried } = await runCampaign({
        runs: firstSeed + runs - from,
        firstSeed: from,
        workers,
        mutation: name,
        untilFailure: true,
        onRun({ seed, violations }) {
          found ??= { seed, violation: (violations[0] ?? '').replaceAll('\n', ' ').slice(0, 160) }
        }
      })
      if (found === null) break
      const { seed, violation }: { seed: number; violation: string } = found
      // It only counts when the code as it is passes the same schedule.
      const { failed } = await runCampaign({ runs: 1, firstSeed: seed, onRun: () => undefined })
      if (failed === 0) caught = `seed ${seed} (${tried} runs): ${violation}`
      from = seed + 1
    }
    if (caught === null) missed += 1
    say(`${caught === null ? 'MISSED' : 'caught'} ${name}. ${what} ${caught ?? ''}`)
  }
  say(`${mutations.length - missed} of ${mutations.length} mutations caught.`)
  conclude(mutations.length - missed, missed)
}

async function killForReal(kills: number): Promise<void> {
  const started = performance.now()
  const result = await killTest(kills, firstSeed, say)
  for (const violation of result.violations) say(violation)
  say(
    `${result.kills} kills (${result.inFlight} with something under way), ${result.violations.length} violations, ` +
      `${Math.round((performance.now() - started) / 1000)} s. ${result.events} events, ${result.replies} replies, ${result.sent} at X.`
  )
  conclude(result.violations.length > 0 ? 0 : 1, result.violations.length > 0 ? 1 : 0)
}

function conclude(passed: number, failed: number): void {
  if (values.totals !== undefined) writeFileSync(values.totals, JSON.stringify({ passed, failed, skipped: 0 }))
  if (failed > 0) process.exitCode = 1
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  process.stderr.write(`${name} wants a whole number, not “${text}”.\n`)
  process.exit(2)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
