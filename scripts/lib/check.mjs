import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { lockfileProblems } from './lockfile.mjs'
import { inProject, projectRoot, toolScript } from './project.mjs'

/** @typedef {{ ok: boolean, output: string }} Outcome */

/** Runs every check, also after one has failed; exit code 1 when any did. */
export async function checkAll() {
  /** @type {[string, () => Promise<Outcome>][]} */
  const checks = [
    ['format', () => runTool('prettier', 'prettier', ['--check', '--log-level', 'warn', '.'])],
    [
      'lint',
      () => runTool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'])
    ],
    ['types', () => runTool('typescript', 'tsc', ['-b'])],
    ['unused code', () => runTool('knip', 'knip', ['--no-progress'])],
    ['project rules', async () => asOutcome([...selectStars(), ...lockfileProblems()])]
  ]
  const failed = []
  for (const [name, check] of checks) {
    const started = performance.now()
    const { ok, output } = await check()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
    if (ok) continue
    failed.push(name)
    process.stdout.write(`${output.trimEnd()}\n`)
  }
  if (failed.length === 0) return
  process.stdout.write(`Not in order: ${failed.join(', ')}\n`)
  process.exitCode = 1
}

/**
 * @param {string} packageName
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function runTool(packageName, command, args) {
  const child = spawn(process.execPath, [toolScript(packageName, command), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) }
  })
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { ok: code === 0, output: stdout + stderr }
}

/** Columns are named in SQL: a migration that adds one must not change what a statement returns. */
function selectStars() {
  return globSync('src/**/*.ts', { cwd: projectRoot })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(inProject(file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /\bselect\s+(\w+\.)?\*/i.test(line) ? [`${file}:${index + 1}: name the columns instead of SELECT *`] : []
        )
    )
}

/**
 * @param {string[]} problems
 * @returns {Outcome}
 */
function asOutcome(problems) {
  return { ok: problems.length === 0, output: problems.join('\n') }
}
