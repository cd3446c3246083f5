import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { ensureElectron, whyNoWindow } from './electron.mjs'
import { inCache, inProject, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** Builds, then runs every test there is, then prints the totals as the last line; exit code 1 when any failed. */
export async function testAll() {
  say('1/6 Build')
  try {
    await ensureBuilt()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    finish([{ passed: 0, failed: 1, skipped: 0 }], [])
    return
  }
  say('2/6 Unit and integration tests')
  const totals = [await runVitest()]
  say('3/6 A process that is killed, again and again')
  totals.push(await runSimulation(['--kills', '40']))
  say('4/6 A small run of the benchmarks, in the browser, too')
  totals.push(await runBench())
  say('5/6 End to end, in the browser; meanwhile the simulation, with what that leaves of the processors')
  const simulation = simulateMeanwhile()
  totals.push(await runPlaywright('browser'))
  say('The simulation: 2,000 schedules of trouble, and each safeguard taken out once')
  const simulated = await simulation
  say(simulated.output.trimEnd())
  totals.push(...simulated.totals)
  const noElectron = await whyNoElectron()
  say(`6/6 End to end, in Electron${noElectron === null ? '' : `: skipped, because ${noElectron}`}`)
  if (noElectron === null) totals.push(await runPlaywright('electron'))
  finish(totals, noElectron === null ? [] : ['the Electron tests'])
}

/** @returns {Promise<string | null>} */
async function whyNoElectron() {
  const noWindow = whyNoWindow()
  if (noWindow !== null) return noWindow
  const electron = await ensureElectron({ retry: false })
  return 'reason' in electron ? electron.reason : null
}

/** @returns {Promise<Totals>} */
async function runVitest() {
  const reportFile = inCache('vitest.json')
  rmSync(reportFile, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const env = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const code = await runScript(toolScript('vitest', 'vitest'), args, { env })
  const report = readReport(reportFile)
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report?.testResults ?? []
  // A file that cannot even be loaded has no tests to count.
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return withExitCode(code, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + broken,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  })
}

/**
 * A browser waits a lot, a simulation never: side by side they take half the time. What it says is kept for afterwards.
 * @returns {Promise<{ totals: Totals[], output: string }>}
 */
async function simulateMeanwhile() {
  const outputFile = inCache('simulation.log')
  const output = openSync(outputFile, 'w')
  try {
    /** @type {import('./run.mjs').RunOptions} */
    const quietly = { stdio: ['ignore', output, output], priority: 19 }
    const totals = [
      await runSimulation(['--workers', '1', '--runs', '2000'], quietly),
      await runSimulation(['--workers', '1', '--mutations', '--runs', '1500'], quietly)
    ]
    return { totals, output: readFileSync(outputFile, 'utf8') }
  } finally {
    closeSync(output)
  }
}

/**
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 * @returns {Promise<Totals>}
 */
async function runSimulation(args, options) {
  const reportFile = inCache('simulation.json')
  rmSync(reportFile, { force: true })
  const code = await runScript(inProject('simulation/run.ts'), [...args, '--totals', reportFile], options)
  return withExitCode(code, readReport(reportFile) ?? { passed: 0, failed: 1, skipped: 0 })
}

/**
 * Whether everything can be measured; how fast it is on this machine is no test.
 * @returns {Promise<Totals>}
 */
async function runBench() {
  const code = await runScript(inProject('bench/run.ts'), ['--smoke'])
  return withExitCode(code, { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 })
}

/**
 * @param {'browser' | 'electron'} project
 * @returns {Promise<Totals>}
 */
async function runPlaywright(project) {
  const reportFile = inCache(`playwright-${project}.json`)
  rmSync(reportFile, { force: true })
  const args = ['test', `--project=${project}`, '--reporter=list,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }
  const code = await runScript(toolScript('@playwright/test', 'playwright'), args, { env })
  const report = readReport(reportFile)
  const stats = report?.stats
  for (const title of unsteady(report?.suites ?? []))
    say(`Passed at the second attempt only, and has to be mended: ${title}`)
  return withExitCode(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0
  })
}

/** @typedef {{ title: string, suites?: Suite[], specs?: { title: string, tests: { status: string }[] }[] }} Suite */

/**
 * @param {Suite[]} suites
 * @returns {string[]}
 */
function unsteady(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
      .map((spec) => `${suite.title}: ${spec.title}`),
    ...unsteady(suite.suites ?? [])
  ])
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/**
 * A runner that failed without naming a test (it crashed, found none, caught a stray rejection) counts as one failure.
 * @param {number} code
 * @param {Totals} totals
 * @returns {Totals}
 */
function withExitCode(code, totals) {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

/**
 * @param {Totals[]} totals
 * @param {string[]} skippedParts
 */
function finish(totals, skippedParts) {
  /** @param {keyof Totals} key */
  const sum = (key) => totals.reduce((total, part) => total + part[key], 0)
  const skipped = sum('skipped')
  const named = [...skippedParts, ...(skipped === 0 ? [] : [`${skipped} tests marked as skipped`])]
  if (named.length > 0) say(`Skipped: ${named.join(', ')}`)
  say(`${sum('passed')} passed, ${sum('failed')} failed`)
  if (sum('failed') > 0) process.exitCode = 1
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}
