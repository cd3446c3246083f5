import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from './build.mjs'
import { ensureElectron, whyNoWindow } from './electron.mjs'
import { inProject, projectRoot } from './project.mjs'
import { runScript } from './run.mjs'
import { handSignalsTo } from './signals.mjs'

/**
 * Opens the console: in Electron where that can be, else the same console in the browser.
 * @param {string[]} args what came after `npm start --`
 * @returns {Promise<void>} when it has been closed
 */
export async function start(args) {
  const passedOn = args.filter((arg) => arg !== '--electron' && arg !== '--browser')
  await ensureBuilt()
  const choice = await chooseHost(args)
  if ('executable' in choice) await startElectron(choice.executable, passedOn)
  else await startInBrowser(choice.reason, passedOn)
}

/**
 * @param {string[]} args
 * @returns {Promise<{ executable: string } | { reason: string | null }>}
 */
async function chooseHost(args) {
  if (args.includes('--browser')) return { reason: null }
  const noWindow = whyNoWindow()
  if (noWindow !== null) return { reason: noWindow }
  return ensureElectron({ retry: args.includes('--electron') })
}

/**
 * @param {string} executable
 * @param {string[]} args
 */
async function startElectron(executable, args) {
  // The folder and not the file: Electron takes the app's name and version from package.json.
  const child = spawn(executable, [projectRoot, ...args], { stdio: 'inherit' })
  handSignalsTo(child)
  const [code] = await once(child, 'exit')
  process.exitCode = code ?? 0
}

/**
 * @param {string | null} reason why it is not Electron; null: it was asked for
 * @param {string[]} args
 */
async function startInBrowser(reason, args) {
  if (reason !== null) process.stdout.write(`Opening in the browser, because ${reason}.\n`)
  const canOpen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  const extra = canOpen || args.includes('--no-open') ? [] : ['--no-open']
  process.exitCode = await runScript(inProject('out/main/serve.js'), [...args, ...extra])
}
