import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { type Desk, drawn } from './desk.ts'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** What the desktop runs on. */
export type ElectronPlace =
  | { readonly executable: string }
  /** `run.mjs` of a stand-in for Electron, see standin.ts. */
  | { readonly standin: string }

/** Electron's executable, or the stand-in that is named; or why there is neither, as the second half of a sentence. */
export function findElectron(): ElectronPlace | { readonly reason: string } {
  const standin = process.env['BACKCHANNEL_ELECTRON_STANDIN']
  if (standin !== undefined && standin !== '') return { standin: path.resolve(standin) }
  const folder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = path.join(folder, 'path.txt')
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist')
  const executable = existsSync(pathFile) ? path.join(dist, readFileSync(pathFile, 'utf8').trim()) : null
  if (executable === null || !existsSync(executable)) {
    return { reason: 'Electron’s executable is not here ("npx install-electron" fetches it)' }
  }
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return { reason: 'there is no display here' }
    if (process.getuid?.() === 0) return { reason: 'Electron refuses to run as root with its sandbox on' }
  }
  return { executable }
}

/** The console in its own window. */
export async function openElectronDesk(executablePath: string, dataDir: string): Promise<Desk> {
  // Without a keyring (CI) the desktop asks before it keeps tokens in a file; nobody is there to answer.
  await writeFile(path.join(dataDir, 'desktop.json'), JSON.stringify({ secretsInFile: true }))
  let app: ElectronApplication | null = null
  let page: Page | null = null

  const running = (): { app: ElectronApplication; page: Page } => {
    if (app === null || page === null) throw new Error('The desktop is not open')
    return { app, page }
  }

  return {
    host: 'electron',
    get page() {
      return running().page
    },
    start: async () => {
      app = await _electron.launch({ executablePath, args: [PROJECT, '--data', dataDir], cwd: PROJECT })
      page = await app.firstWindow()
      await drawn(page)
      return page
    },
    kill: async () => {
      const { app: current } = running()
      const closed = current.waitForEvent('close')
      current.process().kill('SIGKILL')
      await closed
    },
    resize: (width, height) =>
      running().app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
        },
        { width, height }
      ),
    chooseArchive: async (file) => {
      const { app: current, page: window } = running()
      await current.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, file)
      await window.getByRole('button', { name: 'Choose the file…' }).click()
    },
    chooseReplies: async (file) => {
      const { app: current, page: window } = running()
      await current.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, file)
      await window.getByRole('button', { name: 'Choose files…' }).click()
    },
    chooseExport: async (file) => {
      const { app: current, page: window } = running()
      await current.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, file)
      await window.getByRole('button', { name: 'Choose where…' }).click()
    },
    close: async () => {
      await app?.close()
    }
  }
}
