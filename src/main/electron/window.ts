import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { Translate } from '../../shared/i18n/message.ts'
import type { Log } from '../core/deps.ts'
import { projectRoot } from '../host/project-root.ts'
import { showContextMenus } from './context-menu.ts'
import { besideOthers, conversationOfUrl, conversationUrl, rememberedConversations } from './detached-windows.ts'
import { CONSOLE_URL } from './origin.ts'
import { backgroundOf } from './scheme.ts'
import type { DesktopStore } from './settings.ts'
import { consoleSizes, conversationSizes, isWindowState, placeWindow, type WindowSizes } from './window-state.ts'

export interface ConsoleWindows {
  /** Opens the console's window where it was last; it appears with its content, not before. */
  openConsole(): void
  /** The window of the console itself; undefined while it has none. */
  console(): BrowserWindow | undefined
  /** Opens a conversation in a window of its own, or brings its window to the front. */
  openConversation(conversation: string): void
  /** Opens the conversations whose windows were open when the app ended. */
  reopen(): void
}

export interface WindowParts {
  /** Where the main process's own file lies. */
  readonly folder: string
  readonly desktop: DesktopStore
  readonly log: Log
  readonly t: Translate
}

/** The windows of the console. All of them have one page, one preload script and one policy; each has a client of its own. */
export function createWindows(parts: WindowParts): ConsoleWindows {
  const { desktop } = parts
  /** From then on windows close because the app ends: they are wanted back at the next start. */
  let ending = false
  app.on('before-quit', () => (ending = true))

  let consoleWindow: BrowserWindow | undefined
  /** Window → whose conversation it shows now. */
  const conversations = new Map<BrowserWindow, string>()

  const rememberConversations = (): void => {
    if (!ending) desktop.set({ conversations: [...conversations.values()] })
  }

  function openConversation(conversation: string): void {
    const there = [...conversations].find(([, shown]) => shown === conversation)
    if (there) return reveal(there[0])
    const window = openWindow(parts, {
      url: conversationUrl(CONSOLE_URL, conversation),
      sizes: conversationSizes,
      remembered: desktop.get().conversationWindow,
      others: conversations.size,
      remember: (state) => desktop.set({ conversationWindow: state })
    })
    conversations.set(window, conversation)
    rememberConversations()
    window.webContents.on('did-navigate-in-page', (_event, url) => {
      conversations.set(window, conversationOfUrl(url) ?? conversation)
      rememberConversations()
    })
    window.on('closed', () => {
      conversations.delete(window)
      rememberConversations()
    })
  }

  return {
    openConversation,
    console: () => consoleWindow,
    openConsole() {
      consoleWindow = openWindow(parts, {
        url: CONSOLE_URL,
        sizes: consoleSizes,
        remembered: desktop.get().window,
        others: 0,
        remember: (state) => desktop.set({ window: state })
      })
      // Closing the console ends the app, except on macOS; the windows of conversations are not what keeps it.
      consoleWindow.on('closed', () => {
        consoleWindow = undefined
        if (process.platform !== 'darwin') app.quit()
      })
    },
    reopen() {
      for (const conversation of rememberedConversations(desktop.get().conversations)) openConversation(conversation)
    }
  }
}

interface Opening {
  readonly url: string
  readonly sizes: WindowSizes
  readonly remembered: unknown
  /** How many windows of its kind are open. */
  readonly others: number
  readonly remember: (state: Electron.Rectangle & { maximized: boolean }) => void
}

function openWindow({ folder, log, t }: WindowParts, opening: Opening): BrowserWindow {
  const { sizes, remembered } = opening
  const icon = path.join(projectRoot(folder), 'resources', 'icon.png')
  const primary = screen.getPrimaryDisplay()
  const displays = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
  const area = placeWindow(
    remembered,
    displays.map((display) => display.workArea),
    sizes
  )
  const window = new BrowserWindow({
    ...besideOthers(area, opening.others),
    minWidth: sizes.minWidth,
    minHeight: sizes.minHeight,
    show: false,
    title: 'Backchannel',
    backgroundColor: backgroundOf(nativeTheme.shouldUseDarkColors),
    autoHideMenuBar: true,
    ...(existsSync(icon) ? { icon } : {}),
    webPreferences: {
      preload: path.join(folder, '../preload/index.cjs'),
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
  if (isWindowState(remembered) && remembered.maximized && opening.others === 0) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => opening.remember({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
  showContextMenus(window.webContents, t)
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('the window’s process ended', { reason: details.reason, exitCode: details.exitCode })
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  window.loadURL(opening.url).catch((error: unknown) => log.error('the console could not be loaded', { error }))
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
