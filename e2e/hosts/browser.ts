import type { BrowserContext, Page } from '@playwright/test'
import { type Desk, drawn } from './desk.ts'
import { type ServeProcess, startServeProcess } from './serve-process.ts'

export interface BrowserDesk extends Desk {
  readonly server: ServeProcess
  /** Starts the host again and leaves the page as it is. */
  startBehindPage(): Promise<void>
}

/** The console in a tab, served by the loopback host. */
export async function openBrowserDesk(
  context: BrowserContext,
  dataDir: string,
  environment: Readonly<Record<string, string>> = {}
): Promise<BrowserDesk> {
  let server = await startServeProcess(dataDir, [], environment)
  const page = await context.newPage()
  let opened = false

  const start = async (): Promise<Page> => {
    if (opened) {
      server = await startServeProcess(dataDir, [], environment)
      await page.goto(server.origin)
    } else {
      await page.goto(server.pairingUrl)
      opened = true
    }
    await drawn(page)
    return page
  }

  return {
    host: 'browser',
    page,
    get server() {
      return server
    },
    start,
    startBehindPage: async () => {
      server = await startServeProcess(dataDir, [], environment)
    },
    kill: () => server.kill(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    chooseArchive: async (file) => {
      await page.getByRole('textbox', { name: /Path of the zip file/ }).fill(file)
      await page.getByRole('button', { name: 'Look into it' }).click()
    },
    chooseReplies: async (file) => {
      await page.getByRole('textbox', { name: /^Path of the file, or of a folder/ }).fill(file)
      await page.getByRole('button', { name: 'Look into it' }).click()
    },
    chooseExport: async (file) => {
      await page.getByRole('textbox', { name: /^Path of the (file|folder) on this machine/ }).fill(file)
      await page.keyboard.press('Enter')
    },
    close: async () => {
      await page.close()
      await server.stop()
    }
  }
}
