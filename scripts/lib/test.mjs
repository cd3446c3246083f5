import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { ensureElectron, whyNoWindow } from './electron.mjs'
import { inCache, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** Builds, then runs every test there is, then prints the totals as the last line; exit code 1 when any failed. */
export async function testAll() {
  say('1/4 Build')
  try {
    await ensureBuilt()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    finish([{ passed: 0, failed: 1, skipped: 0 }], [])
    return
  }
  say('2/4 Unit and integration tests')
  const totals = [await runVitest()]
  say('3/4 End to end, in the browser')
  totals.push(await runPlaywright('browser'))
  const noElectron = await whyNoElectron()
  say(`4/4 End to end, in Electron${noElectron === null ? '' : `: skipped, because ${noElectron}`}`)
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
 * @param {'browser' | 'electron'} project
 * @returns {Promise<Totals>}
 */
async function runPlaywright(project) {
  const reportFile = inCache(`playwright-${project}.json`)
  rmSync(reportFile, { force: true })
  const args = ['test', `--project=${project}`, '--reporter=list,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile }
  const code = await runScript(toolScript('@playwright/test', 'playwright'), args, { env })
  const stats = readReport(reportFile)?.stats
  return withExitCode(code, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0
  })
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
