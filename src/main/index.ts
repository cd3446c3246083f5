import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, BrowserWindow, protocol, safeStorage, session } from 'electron'
import { handleAppProtocol, registerAppScheme } from './electron/app-protocol.ts'
import { askForSecretFile } from './electron/ask-for-secret-file.ts'
import { openBridge } from './electron/bridge.ts'
import { startCoreHost } from './electron/core-host.ts'
import { chosenDataDir } from './electron/launch-options.ts'
import { endAfter, refuseToStart } from './electron/life-cycle.ts'
import { setApplicationMenu } from './electron/menu.ts'
import { handleNativeActions, openLink } from './electron/native-actions.ts'
import { guardContents } from './electron/navigation.ts'
import { openSecrets } from './electron/secrets.ts'
import { applySessionPolicy } from './electron/session-policy.ts'
import { openDesktopState, openSettings } from './electron/settings.ts'
import { followTheme } from './electron/theme.ts'
import { isConsoleWindow, openConsoleWindow, reveal } from './electron/window.ts'
import { fileLog, logFilePath } from './host/log.ts'
import { builtRendererDir, projectRoot } from './host/project-root.ts'

app.enableSandbox()
registerAppScheme(protocol)

const usual = app.getPath('userData')
const dataDir = chosenDataDir(process.argv, process.cwd(), usual)
// Another data folder is another desk: with a window, a lock and a browser profile of its own.
if (dataDir !== usual) app.setPath('userData', path.join(dataDir, 'desktop'))
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const log = fileLog(dataDir)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => reveal(BrowserWindow.getAllWindows()[0]))
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink, log))
  run().catch((error: unknown) => refuseToStart(error, log))
} else {
  app.quit()
}

async function run(): Promise<void> {
  await app.whenReady()
  const desktop = openDesktopState(dataDir, log)
  const settings = openSettings(dataDir, log)
  const secrets = await openSecrets({
    dataDir,
    keychain: safeStorage,
    platform: process.platform,
    log,
    fileAgreed: desktop.get().secretsInFile === true,
    askForFile: () => askForSecretFile(dataDir, () => desktop.set({ secretsInFile: true }))
  })
  if (!secrets) return app.quit()
  const core = startCoreHost({
    startWorker: (values) =>
      new Worker(path.join(import.meta.dirname, 'core-worker.js'), {
        workerData: { dataDir, secretsKind: secrets.store.kind, settings: values }
      }),
    secrets: secrets.store,
    onReady: () => secrets.adopt(),
    settings: followTheme(settings),
    log,
    onRefused: (problem) => refuseToStart(problem, log)
  })
  endAfter(() => core.close(), log)
  handleAppProtocol(protocol, { core, rendererDir: builtRendererDir(import.meta.dirname), devServer, log })
  applySessionPolicy(session.defaultSession)
  openBridge({ core, isOurWindow: isConsoleWindow, log })
  handleNativeActions(isConsoleWindow)
  setApplicationMenu({ data: dataDir, logs: logFilePath(dataDir) })
  const openWindow = (): BrowserWindow =>
    openConsoleWindow({
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      icon: path.join(projectRoot(import.meta.dirname), 'resources', 'icon.png'),
      remembered: desktop.get().window,
      remember: (state) => desktop.set({ window: state }),
      log
    })
  app.on('activate', () => (BrowserWindow.getAllWindows().length === 0 ? openWindow() : undefined))
  openWindow()
}
