import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Desk, drawn } from './desk.ts'

const PROJECT = path.resolve(import.meta.dirname, '../..')
const START_MS = 30_000

/** What the stand-in is told to do with the app: nothing, until it is ended; and to say which process it is. */
const waiting = (pidFile: string): string => `import { writeFileSync } from 'node:fs'
export default ({ app }) => {
  writeFileSync(${JSON.stringify(pidFile)}, String(process.pid))
  return new Promise((resolve) => app.once('will-quit', resolve))
}
`

/**
 * The desktop's own code on a stand-in for Electron, where Electron's executable cannot be had: main process, preload and
 * protocol run in Node, the windows in headless Chromium.
 * @param standin its `run.mjs`
 */
export async function openStandinDesk(standin: string, chromiumPath: string, dataDir: string): Promise<Desk> {
  // Nobody is there to answer whether tokens may be kept in a file.
  await writeFile(path.join(dataDir, 'desktop.json'), JSON.stringify({ secretsInFile: true }))
  const folder = await mkdtemp(path.join(tmpdir(), 'backchannel-standin-'))
  const script = path.join(folder, 'wait.mjs')
  const pidFile = path.join(folder, 'pid')
  await writeFile(script, waiting(pidFile))
  let starts = 0
  let running: { readonly launcher: ChildProcess; readonly browser: Browser; readonly page: Page } | null = null

  const current = (): NonNullable<typeof running> => {
    if (running === null) throw new Error('The desktop is not open')
    return running
  }

  /** Its launcher notices that the app's process is gone, and takes the browser away. */
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const { launcher, browser } = current()
    running = null
    const ended = once(launcher, 'exit')
    process.kill(Number(await readFile(pidFile, 'utf8')), signal)
    await ended
    await browser.close()
  }

  return {
    host: 'electron',
    get page() {
      return current().page
    },
    start: async () => {
      starts += 1
      const temporary = path.join(folder, String(starts))
      await mkdir(temporary)
      // The keychain's key lies in the user data, and must be the same after a restart.
      const kept = ['--user-data', path.join(folder, 'user-data')]
      const args = [
        standin,
        '--project',
        PROJECT,
        ...kept,
        '--script',
        script,
        '--timeout',
        '600',
        '--',
        '--data',
        dataDir
      ]
      const launcher = spawn(process.execPath, args, {
        stdio: 'ignore',
        env: { ...process.env, TMPDIR: temporary, CHROMIUM_PATH: chromiumPath }
      })
      const deadline = Date.now() + START_MS
      await rm(pidFile, { force: true })
      const browser = await chromium.connectOverCDP(await addressIn(temporary, launcher, deadline))
      const page = await firstWindow(browser, deadline)
      running = { launcher, browser, page }
      await drawn(page)
      return page
    },
    kill: () => end('SIGKILL'),
    resize: (width, height) => current().page.setViewportSize({ width, height }),
    chooseArchive: () => Promise.reject(new Error('The stand-in has no dialog for files')),
    chooseReplies: () => Promise.reject(new Error('The stand-in has no dialog for files')),
    chooseExport: () => Promise.reject(new Error('The stand-in has no dialog for files')),
    close: async () => {
      if (running !== null) await end('SIGTERM')
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }
}

/** Where the browser listens that the stand-in has started; its profile is the only one in this folder. */
async function addressIn(temporary: string, launcher: ChildProcess, deadline: number): Promise<string> {
  for (;;) {
    for (const name of await readdir(temporary)) {
      const file = path.join(temporary, name, 'DevToolsActivePort')
      const [port, address] = existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : []
      if (port !== undefined && address !== undefined) return `ws://127.0.0.1:${port}${address}`
    }
    if (launcher.exitCode !== null || Date.now() > deadline) throw new Error('The stand-in for Electron did not start.')
    await pause()
  }
}

async function firstWindow(browser: Browser, deadline: number): Promise<Page> {
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const found = pages.find((page) => page.url().includes('index.html'))
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error('The stand-in for Electron has no window.')
    await pause()
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))
