import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { app, protocol, safeStorage, session } from 'electron'
import { handleAppProtocol, registerAppScheme } from './electron/app-protocol.ts'
import { askForSecretFile } from './electron/ask-for-secret-file.ts'
import { openBridge } from './electron/bridge.ts'
import { startCoreHost } from './electron/core-host.ts'
import { chosenDataDir } from './electron/launch-options.ts'
import { desktopLanguage } from './electron/desktop-language.ts'
import { endAfter, refuseToStart } from './electron/life-cycle.ts'
import { showApplicationMenu } from './electron/menu.ts'
import { handleNativeActions, openLink } from './electron/native-actions.ts'
import { guardContents } from './electron/navigation.ts'
import { openSecrets } from './electron/secrets.ts'
import { applySessionPolicy } from './electron/session-policy.ts'
import { openDesktopState, openSettings } from './electron/settings.ts'
import { followSystem } from './electron/system-events.ts'
import { systemNotifier } from './electron/system-notifier.ts'
import { followTheme } from './electron/theme.ts'
import { createWindows, isConsoleWindow, reveal } from './electron/window.ts'
import { english } from '../shared/i18n/english.ts'
import { fileLog, logFilePath } from './host/log.ts'
import { builtRendererDir } from './host/project-root.ts'

app.enableSandbox()
registerAppScheme(protocol)

const usual = app.getPath('userData')
const dataDir = chosenDataDir(process.argv, process.cwd(), usual)
// Another data folder is another desk: with a window, a lock and a browser profile of its own.
if (dataDir !== usual) app.setPath('userData', path.join(dataDir, 'desktop'))
const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const log = fileLog(dataDir)

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink, log))
  run().catch((error: unknown) => refuseToStart(error, english, log))
} else {
  app.quit()
}

async function run(): Promise<void> {
  await app.whenReady()
  const desktop = openDesktopState(dataDir, log)
  const language = desktopLanguage(openSettings(dataDir, log), app.getPreferredSystemLanguages())
  const secrets = await openSecrets({
    dataDir,
    keychain: safeStorage,
    platform: process.platform,
    log,
    fileAgreed: desktop.get().secretsInFile === true,
    askForFile: () => askForSecretFile(dataDir, language.t, () => desktop.set({ secretsInFile: true }))
  })
  if (!secrets) return app.quit()
  const core = startCoreHost({
    startWorker: (values) =>
      new Worker(path.join(import.meta.dirname, 'core-worker.js'), {
        workerData: { dataDir, secretsKind: secrets.store.kind, settings: values }
      }),
    secrets: secrets.store,
    onReady: () => secrets.adopt(),
    settings: followTheme(language.settings),
    log,
    onRefused: (problem) => refuseToStart(problem, language.translator(), log)
  })
  endAfter(() => core.close(), log)
  handleAppProtocol(protocol, { core, rendererDir: builtRendererDir(import.meta.dirname), devServer, log })
  applySessionPolicy(session.defaultSession)
  openBridge({ core, isOurWindow: isConsoleWindow, log })
  const windows = createWindows({ folder: import.meta.dirname, desktop, log, t: language.t })
  const notifier = systemNotifier(() => reveal(windows.console()))
  handleNativeActions(isConsoleWindow, { notifier, openConversation: windows.openConversation, t: language.t })
  showApplicationMenu(language, { data: dataDir, logs: logFilePath(dataDir) })
  followSystem({
    core,
    notifier,
    hasWindow: () => windows.console() !== undefined,
    openWindow: windows.openConsole,
    t: language.t
  })
  app.on('second-instance', () => reveal(windows.console()))
  windows.openConsole()
  windows.reopen()
}
