import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureBuilt, forgetBuild } from './build.mjs'
import { electronExecutable, whyNoWindow } from './electron.mjs'
import { inProject, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

/** Editors write a file in several steps, and a formatter right after. */
const SETTLE_MS = 150

/**
 * The console with every change of the sources in it: electron-vite's dev server where Electron is here, else the
 * browser host, built and started anew on each change.
 * @param {string[]} args what came after `npm run dev --`
 * @returns {Promise<void>} when it has been ended
 */
export async function develop(args) {
  const passedOn = args.filter((arg) => arg !== '--browser')
  const reason = args.includes('--browser') ? 'asked for' : whyNotElectron()
  if (reason !== null) {
    process.stderr.write(`In the browser (${reason}). The host starts anew on each change; then reload the tab.\n`)
    await serveOnChange(passedOn)
    return
  }
  // What the dev server leaves in out/ is no build for anybody else.
  forgetBuild()
  process.exitCode = await runScript(toolScript('electron-vite', 'electron-vite'), [
    'dev',
    '--watch',
    '--',
    ...passedOn
  ])
}

function whyNotElectron() {
  return whyNoWindow() ?? (electronExecutable() === null ? 'Electron is not here; "npm start" fetches it' : null)
}

/** @param {string[]} args */
async function serveOnChange(args) {
  const ended = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ended.abort())
  const end = once(ended.signal, 'abort')

  /** @type {() => void} */
  let onChange = () => {}
  const watcher = watch(inProject('src'), { recursive: true }, () => onChange())
  /** @type {import('node:child_process').ChildProcess | null} */
  let host = null
  while (!ended.signal.aborted) {
    // Listening before the build: a change while it runs makes the next round.
    const changed = new Promise((resolve) => {
      onChange = () => resolve(undefined)
    })
    const outcome = await builds()
    // A changed test changes nothing that runs.
    if (outcome === 'built' || (outcome === 'unchanged' && host === null)) {
      // The tab is there already, and its cookie stays good.
      const quiet = host === null ? [] : ['--no-open']
      if (host !== null) await stop(host)
      if (!ended.signal.aborted) host = startHost([...args, ...quiet])
    }
    await Promise.race([changed, end])
    await delay(SETTLE_MS)
  }
  watcher.close()
  if (host !== null) await stop(host)
}

/** @returns {Promise<'built' | 'unchanged' | 'failed'>} */
async function builds() {
  try {
    return (await ensureBuilt()) ? 'built' : 'unchanged'
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)} Waiting for the next change.\n`)
    return 'failed'
  }
}

/** @param {string[]} args */
function startHost(args) {
  return spawn(process.execPath, [inProject('out/main/serve.js'), ...args], { stdio: 'inherit' })
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
