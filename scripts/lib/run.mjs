import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { projectRoot } from './project.mjs'
import { handSignalsTo } from './signals.mjs'

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {import('node:child_process').StdioOptions} [stdio]
 * @property {number} [priority] 19 for work that takes only what others leave
 */

/**
 * Runs a Node script of the project to its end; a signal to this process ends both.
 * @param {string} script
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function runScript(script, args, options = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: projectRoot,
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...options.env }
  })
  if (options.priority !== undefined && child.pid !== undefined) setPriority(child.pid, options.priority)
  handSignalsTo(child)
  const [code] = await once(child, 'exit')
  return code ?? 1
}
