import { existsSync } from 'node:fs'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Log } from '../core/deps.ts'
import { CONSOLE_URL } from './origin.ts'
import { backgroundOf } from './scheme.ts'
import { isWindowState, MIN_HEIGHT, MIN_WIDTH, placeWindow, type WindowState } from './window-state.ts'

/** Opens the console's window where it was last; it appears with its content, not before. */
export function openConsoleWindow(parts: {
  readonly preload: string
  readonly icon: string
  readonly remembered: unknown
  readonly remember: (state: WindowState) => void
  readonly log: Log
}): BrowserWindow {
  const { remembered, log } = parts
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const window = new BrowserWindow({
    ...placeWindow(
      remembered,
      [primary, ...others].map((display) => display.workArea)
    ),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Backchannel',
    backgroundColor: backgroundOf(nativeTheme.shouldUseDarkColors),
    autoHideMenuBar: true,
    ...(existsSync(parts.icon) ? { icon: parts.icon } : {}),
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false
    }
  })
  if (isWindowState(remembered) && remembered.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    parts.remember({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('the window’s process ended', { reason: details.reason, exitCode: details.exitCode })
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  window.loadURL(CONSOLE_URL).catch((error: unknown) => log.error('the console could not be loaded', { error }))
  return window
}

/** True for the page of a window of ours, not of a webview or of developer tools. */
export function isConsoleWindow(contentsId: number): boolean {
  return BrowserWindow.getAllWindows().some((window) => window.webContents.id === contentsId)
}

/** Brings a window back to where the user sees it. */
export function reveal(window: BrowserWindow | undefined): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
