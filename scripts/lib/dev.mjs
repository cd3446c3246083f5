import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { forgetBuild } from './build.mjs'
import { electronExecutable, whyNoWindow } from './electron.mjs'
import { inProject, projectRoot, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

/**
 * The console with every change of the sources in it at once: electron-vite's own way where Electron is here, else
 * the browser host, built and started anew on each change.
 * @param {string[]} args what came after `npm run dev --`
 * @returns {Promise<void>} when it has been ended
 */
export async function develop(args) {
  const passedOn = args.filter((arg) => arg !== '--browser')
  // What lands in out/ from here on is no build for anybody else.
  forgetBuild()
  const reason = args.includes('--browser')
    ? 'asked for'
    : (whyNoWindow() ?? (electronExecutable() ? null : 'Electron is not here'))
  if (reason === null) {
    process.exitCode = await runScript(toolScript('electron-vite', 'electron-vite'), [
      'dev',
      '--watch',
      '--',
      ...passedOn
    ])
    return
  }
  process.stderr.write(`In the browser (${reason}). The host starts anew on each change; then reload the tab.\n`)
  await serveOnChange(passedOn)
}

/** @param {string[]} args */
async function serveOnChange(args) {
  const ended = new AbortController()
  const end = () => ended.abort()
  process.once('SIGINT', end).once('SIGTERM', end)

  const builder = spawn(process.execPath, [toolScript('electron-vite', 'electron-vite'), 'build', '--watch'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2]
  })
  builder.once('exit', end)
  const serve = inProject('out/main/serve.js')
  const page = inProject('out/renderer/index.html')
  while (!ended.signal.aborted && !(existsSync(serve) && existsSync(page))) await delay(200)

  let host = startHost(serve, args)
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const restart = async () => {
    const old = host
    await stop(old)
    if (ended.signal.aborted || host !== old) return
    // The tab is there already; its cookie stays good.
    host = startHost(serve, [...args, '--no-open'])
  }
  const watcher = watch(inProject('out/main'), () => {
    clearTimeout(timer)
    timer = setTimeout(() => void restart(), 300)
  })
  if (!ended.signal.aborted) await once(ended.signal, 'abort')
  clearTimeout(timer)
  watcher.close()
  await Promise.all([stop(host), stop(builder)])
}

/**
 * @param {string} serve
 * @param {string[]} args
 */
function startHost(serve, args) {
  return spawn(process.execPath, ['--enable-source-maps', serve, ...args], { stdio: 'inherit' })
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
