import { expect, test as base } from '@playwright/test'
import { type BrowserDesk, openBrowserDesk } from './hosts/browser.ts'
import type { Desk, HostName } from './hosts/desk.ts'
import { findChromium } from './chromium.ts'
import { type ElectronPlace, findElectron, openElectronDesk } from './hosts/electron.ts'
import { openStandinDesk } from './hosts/standin.ts'
import { type ConsolePage, consolePage } from './pages/console.ts'
import { connectAccount, makeDataFolder, removeFolder } from './support/data-folder.ts'
import { startTestX, type TestX } from './support/test-x.ts'
import { fourCustomers, makeWorld, type Seed } from './support/worlds.ts'

export { expect }

export interface ConsoleOptions {
  /** In which host the console is opened; each project names one. */
  host: HostName
  /** What the simulated X holds; null leaves the data folder without an account, and practice opens by itself. */
  seed: Seed | null
  /** Whether the account has the app's bearer token, so that messages arrive over the live connection. */
  live: boolean
  /** The console's preferences. */
  settings: Readonly<Record<string, unknown>>
}

interface Fixtures {
  /** The simulated X that the data folder is signed in to. */
  x: TestX
  dataDir: string
  desk: Desk
  /** The console, open. */
  app: ConsolePage
  /** The desk of the browser host, for what only that host has. */
  browserDesk: BrowserDesk
  /** What the desktop runs on; the tests of its project are skipped where there is nothing. Null in the browser host. */
  electron: ElectronPlace | null
}

const told = new Set<string>()

function tellOnce(line: string): void {
  if (!told.has(line)) process.stderr.write(`${line}\n`)
  told.add(line)
}

/** Each test has its own data folder, its own simulated X and its own host, on free ports. */
export const test = base.extend<Fixtures & ConsoleOptions>({
  host: ['browser', { option: true }],
  seed: [fourCustomers, { option: true }],
  live: [false, { option: true }],
  // Replies leave at once where a test is about something else than taking them back.
  settings: [{ 'outbox.undoSeconds': 0 }, { option: true }],

  electron: [
    async ({ host }, use, testInfo) => {
      const found = host === 'electron' ? findElectron() : null
      if (found !== null && 'reason' in found) {
        tellOnce(`The Electron tests are skipped, because ${found.reason}.`)
        testInfo.skip(true, found.reason)
      } else {
        await use(found)
      }
    },
    { auto: true }
  ],

  x: async ({ seed }, use) => {
    const x = await startTestX(makeWorld(seed ?? { fill: () => undefined }))
    await use(x)
    await x.close()
  },

  dataDir: async ({ seed, settings, live, x }, use) => {
    const dataDir = await makeDataFolder(settings)
    if (seed !== null) await connectAccount(dataDir, x, { live })
    await use(dataDir)
    await removeFolder(dataDir)
  },

  browserDesk: async ({ host, context, dataDir }, use, testInfo) => {
    testInfo.skip(host !== 'browser', 'about the browser host only')
    const desk = await openBrowserDesk(context, dataDir)
    await use(desk)
    await desk.close()
  },

  desk: async ({ electron, context, dataDir }, use) => {
    const desk =
      electron === null
        ? await openBrowserDesk(context, dataDir)
        : 'standin' in electron
          ? await openStandinDesk(electron.standin, (await findChromium()).launchOptions.executablePath, dataDir)
          : await openElectronDesk(electron.executable, dataDir)
    await use(desk)
    await desk.close()
  },

  app: async ({ desk }, use) => {
    const page = await desk.start()
    // The keys of a list that is not there yet do nothing.
    await expect(consolePage(page).inbox.rows.first()).toBeVisible()
    // Playwright begins to catch file choosers only when somebody listens, and a key that is pressed then may be faster.
    page.on('filechooser', () => undefined)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await use(consolePage(page))
    expect(faults, 'errors that nobody caught in the page').toEqual([])
  }
})
