import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { projectRoot } from './project.mjs'
import { handSignalsTo } from './signals.mjs'

/**
 * Runs a Node script of the project to its end; a signal to this process ends both.
 * @param {string} script
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function runScript(script, args, options = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: projectRoot,
    stdio: options.stdio ?? 'inherit',
    env: { ...process.env, ...options.env }
  })
  handSignalsTo(child)
  const [code] = await once(child, 'exit')
  return code ?? 1
}
